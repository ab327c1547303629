import { describe, expect, test } from 'vitest'
import { HandlingSlots } from '../../../src/bot/receive/handling-slots.ts'

const LONG_MS = 60_000
const never = new Promise<never>(() => {})

describe('slots for handling', () => {
  test('are taken, freed, and left by those that wait outside', async () => {
    const slots = new HandlingSlots(2)
    const free = slots.take()
    slots.take()
    expect(slots.free()).toBe(0)
    free()
    expect(slots.free()).toBe(1)
    const { promise, resolve } = Promise.withResolvers<void>()
    const outside = slots.whileOutside(() => promise)
    expect(slots.free()).toBe(2)
    resolve()
    await outside
    expect(slots.free()).toBe(1)
  })

  test('are kept by those outside beyond the hundredth, so that they cannot pile up for ever', () => {
    const slots = new HandlingSlots(2)
    for (let i = 0; i < 120; i++) void slots.whileOutside(() => never)
    expect(slots.free()).toBe(102)
  })

  test('are reserved as far as they are free, until given back', () => {
    const slots = new HandlingSlots(3)
    slots.take()
    const reserved = slots.reserve(5)
    expect([reserved.count, slots.free(), slots.reserve(1).count]).toEqual([2, 0, 0])
    reserved.release()
    expect(slots.free()).toBe(2)
  })
})

describe('waiting for free slots', () => {
  test('ends when enough are free, for more than there are when all are', async () => {
    const slots = new HandlingSlots(2)
    const frees = [slots.take(), slots.take()]
    let came = false
    const waiting = slots.untilFree(9, LONG_MS).then(() => {
      came = true
    })
    frees[0]!()
    await Promise.resolve()
    expect(came).toBe(false)
    frees[1]!()
    await waiting
  })

  test('ends in time, and when told to', async () => {
    const slots = new HandlingSlots(1)
    slots.take()
    await slots.untilFree(1, 5)
    const waiting = slots.untilFree(1, LONG_MS)
    slots.stopWaiting()
    await waiting
  })
})

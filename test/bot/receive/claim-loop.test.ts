import { expect, test, vi } from 'vitest'
import { ClaimLoop } from '../../../src/bot/receive/claim-loop.ts'
import { HandlingSlots } from '../../../src/bot/receive/handling-slots.ts'

const soon = { timeout: 5_000, interval: 5 }

/** A loop that finds up to `waiting` updates and handles them until `end`. */
function aLoop(slots: HandlingSlots, waiting: number) {
  const limits: number[] = []
  const frees: (() => void)[] = []
  const loop = new ClaimLoop(slots, async (limit) => {
    limits.push(limit)
    const found = Math.min(limit, waiting)
    waiting -= found
    for (let i = 0; i < found; i++) frees.push(slots.take())
    return found
  })
  const end = () => {
    for (const free of frees.splice(0)) free()
    loop.resume()
  }
  return { loop, limits, end }
}

test('many wakes at once are one claim, for all free slots', async () => {
  const { loop, limits } = aLoop(new HandlingSlots(4), 3)
  for (let i = 0; i < 5; i++) loop.wake()
  await vi.waitFor(() => expect(limits).toEqual([4]), soon)
  expect(loop.isUpToDate()).toBe(true)
})

test('a wake while no slot is free is kept for when one is', async () => {
  const { loop, limits, end } = aLoop(new HandlingSlots(2), 5)
  loop.wake()
  await vi.waitFor(() => expect(limits).toEqual([2]), soon)
  expect(loop.isUpToDate()).toBe(false)
  loop.wake()
  end()
  await vi.waitFor(() => expect(limits).toEqual([2, 2]), soon)
  end()
  expect(limits).toEqual([2, 2])
})

test('stopped, it claims nothing more, once what is under way has ended', async () => {
  const { loop, limits } = aLoop(new HandlingSlots(2), 1)
  loop.wake()
  await loop.stop()
  expect(limits).toEqual([2])
  loop.wake()
  await loop.settled()
  expect(limits).toEqual([2])
  expect(loop.isUpToDate()).toBe(false)
})

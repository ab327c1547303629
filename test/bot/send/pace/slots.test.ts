import { describe, expect, test, vi } from 'vitest'
import { BulkSlots } from '../../../../src/bot/send/pace/bulk-slots.ts'
import { REPLIES_AT_ONCE } from '../../../../src/bot/send/pace/concurrency.ts'
import { GATHER_MS, ReplySlots } from '../../../../src/bot/send/pace/reply-slots.ts'

const MOST = REPLIES_AT_ONCE.server

describe('slots of replies', () => {
  test('are as many as may be on their way, each freed once', async () => {
    const slots = new ReplySlots('server', () => {})
    const frees = Array.from({ length: MOST }, () => slots.take())
    expect(slots.free()).toBe(0)
    frees[0]!()
    frees[0]!()
    expect(slots.free()).toBe(1)
  })

  test('are more where calls are quick', () => {
    const slots = new ReplySlots('server', () => {})
    slots.answered(0.001)
    expect(slots.free()).toBe(200)
  })

  test('wake when one is free, only while more replies may wait than were found', async () => {
    const wake = vi.fn()
    const slots = new ReplySlots('server', wake)
    await slots.find(async (limit) => Array.from({ length: limit }, () => 'reply'))
    slots.take()()
    expect(wake).toHaveBeenCalledTimes(1)
    await slots.find(async () => ['the last one'])
    slots.take()()
    expect(wake).toHaveBeenCalledTimes(1)
  })

  test('let replies gather while fewer than half are free, so long after they were looked for', async () => {
    const slots = new ReplySlots('server', () => {})
    await slots.find(async () => [], 1_000)
    expect(slots.gatherMs(1_000)).toBe(0)
    for (let i = 0; i <= MOST / 2; i++) slots.take()
    expect(slots.gatherMs(1_000)).toBe(GATHER_MS)
    expect(slots.gatherMs(1_000 + GATHER_MS)).toBe(0)
  })
})

describe('slots of bulk', () => {
  test('are few while a message takes no time, and more when it takes long', () => {
    const slots = new BulkSlots('server', 25)
    const free = slots.take(performance.now() - 1_000)
    expect(slots.isFull()).toBe(true)
    free()
    for (let i = 0; i < 20; i++) slots.take(performance.now())
    expect(slots.isFull()).toBe(false)
  })

  test('follow the pace, which many replies slow down', () => {
    const slots = new BulkSlots('server', 25)
    expect(slots.msUntilNext()).toBe(0)
    slots.leaves('bulk')
    expect(slots.msUntilNext()).toBeGreaterThan(0)
    const afterReplies = new BulkSlots('server', 25)
    for (let i = 0; i < 25; i++) afterReplies.leaves('reply')
    expect(afterReplies.msUntilNext()).toBeGreaterThan(500)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Allowance, BURST, PER_SECOND } from '../../../src/bot/receive/allowance.ts'

const SECOND = 1_000

/** Takes as often as it is allowed, all at `nowMs`, at most `most` times. Returns how often. */
function takeAll(allowance: Allowance, chatId: number, nowMs: number, most = 10 * BURST): number {
  let taken = 0
  while (taken < most && allowance.take(chatId, nowMs)) taken += 1
  return taken
}

describe('a chat', () => {
  test('may write a burst at once, and no more', () => {
    const allowance = new Allowance()
    expect(takeAll(allowance, 7, 0)).toBe(BURST)
    expect(allowance.take(7, 0)).toBe(false)
  })

  test('has a steady trickle after its burst', () => {
    const allowance = new Allowance()
    takeAll(allowance, 7, 0)
    const step = SECOND / PER_SECOND
    for (let i = 1; i <= 100; i++) expect(takeAll(allowance, 7, i * step), `after ${i} steps`).toBe(1)
  })

  test('does not pay for being refused', () => {
    const allowance = new Allowance()
    takeAll(allowance, 7, 0)
    const step = SECOND / PER_SECOND
    for (let part = 1; part < 10; part++) expect(allowance.take(7, (part * step) / 10)).toBe(false)
    // A millisecond for the rounding of sums.
    expect(allowance.take(7, step + 1)).toBe(true)
  })

  test('gets its whole burst back by a long silence, and never more', () => {
    const allowance = new Allowance()
    takeAll(allowance, 7, 0)
    expect(takeAll(allowance, 7, 1_000_000 * SECOND)).toBe(BURST)
  })

  test('who writes a lot takes nothing from another', () => {
    const allowance = new Allowance()
    takeAll(allowance, 7, 0)
    expect(takeAll(allowance, 8, 0)).toBe(BURST)
  })
})

test('in no stretch of time more is allowed than a burst and the trickle, whatever the rhythm', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 * SECOND }), { minLength: 1, maxLength: 300 }), (pauses) => {
      const allowance = new Allowance()
      let now = 0
      const allowed: number[] = []
      for (const pause of pauses) {
        now += pause
        if (allowance.take(7, now)) allowed.push(now)
      }
      for (const [i, from] of allowed.entries()) {
        for (const [j, to] of allowed.entries()) {
          if (j < i) continue
          // Half a message for the rounding of sums.
          expect(j - i + 1).toBeLessThanOrEqual(BURST + ((to - from) / SECOND) * PER_SECOND + 0.5)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('chats that have been quiet are forgotten without a gain for those that have not', () => {
  const allowance = new Allowance()
  takeAll(allowance, 7, 0)
  for (let chat = 1_000; chat < 11_100; chat++) allowance.take(chat, SECOND / PER_SECOND / 2)
  expect(allowance.take(7, SECOND / PER_SECOND / 2)).toBe(false)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TokenBucket } from '../../src/platform/token-bucket.ts'

test('tokens come back evenly, up to the burst', () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0, 0)
  expect([0, 500, 1_000, 60_000].map((nowMs) => bucket.tokens(nowMs))).toEqual([0, 1, 2, 3])
  expect([bucket.isFull(1_499), bucket.isFull(1_500)]).toEqual([false, true])
})

test('what is taken beyond them is owed, as far as may be owed', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1, mostOwed: 2 }, 0)
  for (let i = 0; i < 9; i++) bucket.take(0)
  expect(bucket.tokens(0)).toBe(-2)
  expect(bucket.msUntilOne(0)).toBe(3_000)
  expect(bucket.msUntilOne(3_000)).toBe(0)
})

test('what is given back is there again, and never more than the burst', () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 0)
  bucket.take(0)
  for (let i = 0; i < 3; i++) bucket.giveBack(0)
  expect(bucket.tokens(0)).toBe(2)
})

test('whoever waits as long as told finds a token, and a moment before does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 0, max: 3_000 })), (perSecond, pauses) => {
      const bucket = new TokenBucket({ burst: 3, perSecond }, 0)
      let now = 0
      for (const pause of pauses) {
        now += pause
        bucket.take(now)
      }
      const waitMs = bucket.msUntilOne(now)
      // Half a millisecond for the rounding of sums.
      expect(bucket.msUntilOne(now + waitMs)).toBeLessThanOrEqual(1)
      if (waitMs > 1) expect(bucket.msUntilOne(now + waitMs - 2)).toBeGreaterThan(0)
    }),
  )
})

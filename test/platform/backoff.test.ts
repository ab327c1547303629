import { expect, test } from 'vitest'
import { backOff } from '../../src/platform/backoff.ts'

test('each pause is twice the one before, up to the longest, however many fail', () => {
  const pauses = [1, 2, 3, 4, 5, 1_000_000].map((failures) => backOff(failures, { first: 30, longest: 200 }))
  expect(pauses).toEqual([30, 60, 120, 200, 200, 200])
})

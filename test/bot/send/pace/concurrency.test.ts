import { expect, test } from 'vitest'
import { bulkAtOnce, Quickest, repliesAtOnce } from '../../../../src/bot/send/pace/concurrency.ts'

test.each([
  ['server', Number.POSITIVE_INFINITY, 8],
  ['server', 0.1, 8],
  ['server', 0.02, 10],
  ['server', 0.0005, 200],
  ['embedded', 0.001, 1],
  ['embedded', 0.2, 1],
  ['embedded', 1, 25],
  ['embedded', 5, 125],
  ['embedded', 60, 200],
  ['embedded', Number.POSITIVE_INFINITY, 1],
  ['server', 5, 125],
] as const)(
  'beside a database of kind %s, with Telegram %s s away, %i replies are on their way at once',
  (kind, s, most) => {
    expect(repliesAtOnce(kind, s)).toBe(most)
  },
)

test.each([
  ['server', 0, 1],
  ['server', 0.1, 4],
  ['embedded', 0.1, 1],
  ['embedded', 5, 125],
] as const)(
  'beside a database of kind %s, a message taking %s s, 25 a second need %i on their way',
  (kind, s, most) => {
    expect(bulkAtOnce(kind, 25, s)).toBe(most)
  },
)

test('how far away something is follows the quickest of late, however many slow ones come, and is forgotten in time', () => {
  const quickest = new Quickest()
  expect(quickest.seconds).toBe(Number.POSITIVE_INFINITY)
  quickest.add(0.002, 0)
  for (let ms = 100; ms <= 5_000; ms += 100) quickest.add(0.05, ms)
  expect(quickest.seconds).toBe(0.002)
  quickest.add(0.05, 6_000)
  expect(quickest.seconds).toBe(0.002)
  quickest.add(0.05, 11_500)
  expect(quickest.seconds).toBe(0.05)
})

test('what was quick before a long rest counts no more', () => {
  const quickest = new Quickest()
  quickest.add(0.002, 0)
  quickest.add(0.05, 60_000)
  expect(quickest.seconds).toBe(0.05)
})

import { expect, test } from 'vitest'
import { trendOf } from '../../src/gaps/trend.ts'

const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z')
const daysAgo = (...days: number[]) => days.map((day) => NOW.subtract({ hours: day * 24 }))

test.each([
  ['new', [0, 3, 13]],
  ['growing', [1, 2, 15]],
  ['shrinking', [1, 15, 20]],
  ['shrinking', [20, 40]],
  ['steady', [1, 20]],
  ['steady', [40, 50]],
])('%s', (trend, days) => {
  expect(trendOf(daysAgo(...days), NOW)).toBe(trend)
})

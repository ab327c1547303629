import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestDue, weekBefore } from '../../src/gaps/digest/week.ts'
import { sharesOf } from '../../src/gaps/gauges.ts'
import { runs } from '../support/runs.ts'

const at = (here: string) => Temporal.ZonedDateTime.from(`${here}[Europe/Belgrade]`).toInstant()

test.each([
  ['2026-03-02T07:59', null],
  ['2026-03-02T08:00', '2026-03-02'],
  ['2026-03-03T19:59', '2026-03-02'],
  ['2026-03-03T20:00', null],
  ['2026-03-08T23:59', null],
  // Summer time began the day before.
  ['2026-03-30T07:59', null],
  ['2026-03-30T08:00', '2026-03-30'],
  ['2026-10-26T07:59', null],
  ['2026-10-26T08:00', '2026-10-26'],
])('%s: %s', (now, due) => {
  expect(digestDue(at(now))?.toString() ?? null).toBe(due)
})

test('whatever the day, the one that is due began at most a day and a half ago, at eight on a Monday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), (minutes) => {
      const now = at('2026-01-01T00:00').add({ minutes })
      const due = digestDue(now)
      if (due === null) return
      expect(due.dayOfWeek).toBe(1)
      const { to } = weekBefore(due)
      expect(to.toZonedDateTimeISO('Europe/Belgrade').hour).toBe(8)
      expect(Temporal.Instant.compare(to, now)).toBeLessThanOrEqual(0)
    }),
    runs(200),
  )
})

test('the week of summer time has an hour less, and nothing is told twice or left out', () => {
  const before = weekBefore(Temporal.PlainDate.from('2026-03-23'))
  const summer = weekBefore(Temporal.PlainDate.from('2026-03-30'))
  expect(before.to.equals(summer.from)).toBe(true)
  expect(summer.from.until(summer.to).total('hours')).toBe(7 * 24 - 1)
})

test('shares are of the questions that were looked up', () => {
  const counts = new Map([
    ['answered', 6],
    ['near', 3],
    ['no-answer', 1],
    ['declined', 10],
    ['disliked', 2],
  ])
  expect(Object.fromEntries(sharesOf(counts).map(({ label, value }) => [label, value]))).toEqual({
    answered: 0.6,
    near: 0.3,
    none: 0.1,
    disliked: 0.2,
  })
  expect(sharesOf(new Map())).toEqual([])
})

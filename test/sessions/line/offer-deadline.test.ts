import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offerUntil } from '../../../src/sessions/line/offer-deadline.ts'
import { aSession, at } from '../builders.ts'

const session = aSession({ starts: at('2026-04-20T10:00') })
const until = (now: string, starts = session.starts) =>
  offerUntil({ ...session, starts }, at(now).toInstant())
    .until.toZonedDateTimeISO('Europe/Belgrade')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('an offer may be confirmed', () => {
  test('for a day, to the next half hour', () => {
    expect(until('2026-04-01T12:10')).toBe('2026-04-02T12:30')
    expect(until('2026-04-01T12:30')).toBe('2026-04-02T12:30')
  })

  test('until the morning when the day would end in the night', () => {
    expect(until('2026-04-01T21:01')).toBe('2026-04-03T10:00')
    expect(until('2026-04-01T21:00')).toBe('2026-04-02T21:00')
    expect(until('2026-04-02T03:00')).toBe('2026-04-03T10:00')
    expect(until('2026-04-02T07:45')).toBe('2026-04-03T08:00')
  })

  test('for less long in the last week', () => {
    expect(until('2026-04-15T08:00')).toBe('2026-04-15T20:00')
    expect(until('2026-04-15T12:00')).toBe('2026-04-16T10:00')
  })

  test('by the first of several in the last two days, never after the start', () => {
    expect(offerUntil(session, at('2026-04-18T09:00').toInstant()).held).toBe(true)
    expect(offerUntil(session, at('2026-04-18T10:00').toInstant()).held).toBe(false)
    expect(until('2026-04-19T12:00')).toBe('2026-04-19T15:00')
    expect(until('2026-04-20T09:00')).toBe('2026-04-20T10:00')
  })

  test('keeps to the wall clock when clocks change', () => {
    const starts = at('2026-03-30T10:00')
    expect(until('2026-03-28T22:30', starts)).toBe('2026-03-29T10:00')
  })

  test('until a time by day that is ahead and not after the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * 24 * 60 }), fc.integer({ min: 0, max: 23 }), (minutes, hour) => {
        const starts = session.starts.with({ hour })
        const now = starts.subtract({ minutes })
        const end = offerUntil({ ...session, starts }, now.toInstant()).until.toZonedDateTimeISO('Europe/Belgrade')
        expect(Temporal.ZonedDateTime.compare(end, now)).toBe(1)
        expect(Temporal.ZonedDateTime.compare(end, starts)).toBeLessThanOrEqual(0)
        const byDay = end.hour >= 8 && (end.hour < 21 || (end.hour === 21 && end.minute === 0))
        if (!end.equals(starts)) expect(byDay).toBe(true)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import {
  decide,
  dueAt,
  nameOfReminder,
  type Reminder,
  reminderOfName,
  speaksTo,
  toggled,
  USUAL_REMINDERS,
} from '../../src/reminders/rules.ts'
import type { Session } from '../../src/sessions/session/session.ts'

const ZONE = 'Europe/Belgrade'
const wall = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE)
const at = (text: string) => wall(text).toInstant()

function aSession(starts: string, hours = 6): Session {
  const start = wall(starts)
  return { starts: start, ends: start.add({ hours }), signUpUntil: start.subtract({ days: 3 }) } as Session
}

const beforeStart = (days: number, hours = 0): Reminder => ({
  anchor: 'start',
  side: 'before',
  days,
  hours,
  isOn: true,
})
const [deadline, week, day, twoHours, thanks] = USUAL_REMINDERS as [Reminder, Reminder, Reminder, Reminder, Reminder]

describe('when a reminder is due', () => {
  test.each([
    ['in spring, days keep the hour of the clock', '2026-03-30T10:00', beforeStart(7), '2026-03-23T10:00'],
    ['in spring, a day over the change is 23 hours', '2026-03-29T10:00', beforeStart(1), '2026-03-28T10:00'],
    [
      'in spring, two hours before 3:30 are 0:30, since 2 to 3 is missing',
      '2026-03-29T03:30',
      beforeStart(0, 2),
      '2026-03-29T00:30',
    ],
    ['in autumn, days keep the hour too', '2026-10-26T09:00', beforeStart(2), '2026-10-24T09:00'],
    [
      'in autumn, two hours before 3:30 are 2:30, the second one',
      '2026-10-25T03:30',
      beforeStart(0, 2),
      '2026-10-25T02:30',
    ],
    ['a leap day', '2028-03-01T10:00', beforeStart(1), '2028-02-29T10:00'],
  ])('%s', (_, starts, reminder, due) => {
    expect(dueAt(aSession(starts), reminder).toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(due)
  })

  test('after the end, and before the deadline for sign-up', () => {
    const session = aSession('2026-05-20T10:00')
    expect(dueAt(session, thanks).equals(wall('2026-05-20T18:00'))).toBe(true)
    expect(dueAt(session, deadline).equals(wall('2026-05-15T10:00'))).toBe(true)
  })
})

describe('what becomes of a reminder', () => {
  const session = aSession('2026-05-20T10:00')
  const decided = (reminder: Reminder, now: string, movedAt: string | null = null) =>
    decide(session, reminder, USUAL_REMINDERS, movedAt === null ? null : at(movedAt), at(now))

  test('sent at its time, not before', () => {
    expect(decided(week, '2026-05-13T09:59:59')).toBe('not-yet')
    expect(decided(week, '2026-05-13T10:00')).toBe('send')
    expect(decided(day, '2026-05-19T10:00')).toBe('send')
    expect(decided(twoHours, '2026-05-20T08:00')).toBe('send')
    expect(decided(thanks, '2026-05-20T18:00')).toBe('send')
  })

  test('missed while we were down, it is sent while it says something', () => {
    expect(decided(week, '2026-05-15T10:00')).toBe('send')
    expect(decided(week, '2026-05-15T10:00:01')).toBe('late')
    expect(decided(thanks, '2026-05-22T19:00')).toBe('late')
  })

  test('due at night, it waits for the morning, unless its moment comes before', () => {
    const early = aSession('2026-05-20T09:00')
    const decidedEarly = (reminder: Reminder, now: string) => decide(early, reminder, USUAL_REMINDERS, null, at(now))
    expect(decidedEarly(twoHours, '2026-05-20T07:00')).toBe('not-yet')
    expect(decidedEarly(twoHours, '2026-05-20T08:00')).toBe('send')
    const dawn = aSession('2026-05-20T07:30')
    expect(decide(dawn, twoHours, USUAL_REMINDERS, null, at('2026-05-20T05:30'))).toBe('send')
    const evening = aSession('2026-05-20T14:00')
    expect(decide(evening, thanks, USUAL_REMINDERS, null, at('2026-05-20T22:00'))).toBe('not-yet')
    expect(decide(evening, thanks, USUAL_REMINDERS, null, at('2026-05-21T08:00'))).toBe('send')
  })

  test('missed by day, it is said as soon as we are back, but not at night', () => {
    expect(decided(week, '2026-05-13T20:00')).toBe('send')
    expect(decided(week, '2026-05-13T23:00')).toBe('not-yet')
    expect(decided(week, '2026-05-14T08:00')).toBe('send')
    expect(decided(day, '2026-05-20T02:00')).toBe('not-yet')
    expect(decided(day, '2026-05-20T08:00')).toBe('late')
    expect(decided(twoHours, '2026-05-20T08:00')).toBe('send')
  })

  test('of several that were missed only the last', () => {
    const now = '2026-05-20T08:30'
    expect([week, day, twoHours].map((reminder) => decided(reminder, now))).toEqual(['late', 'late', 'send'])
  })

  test('never once the session began, nor about a deadline that passed', () => {
    expect(decided(twoHours, '2026-05-20T10:00')).toBe('late')
    expect(decided(deadline, '2026-05-17T09:59')).toBe('send')
    expect(decided(deadline, '2026-05-17T10:00')).toBe('late')
  })

  test('not again of what was told when the session was moved', () => {
    expect(decided(day, '2026-05-19T12:00', '2026-05-19T11:00')).toBe('late')
    expect(decided(day, '2026-05-19T10:00', '2026-05-18T11:00')).toBe('send')
  })

  test('one that is off stands in nobody’s way', () => {
    const all = [week, { ...day, isOn: false }]
    expect(
      decide(aSession('2026-05-20T10:00'), beforeStart(2), [beforeStart(2), ...all], null, at('2026-05-19T11:00')),
    ).toBe('send')
  })
})

describe('arranging', () => {
  test('names lead back to what they name, and forged ones to nothing', () => {
    for (const { isOn: _, ...when } of USUAL_REMINDERS) expect(reminderOfName(nameOfReminder(when))).toEqual(when)
    for (const forged of ['before-start-99d0h', 'after-start', 'before-start-1d24h', 'x', ''])
      expect(reminderOfName(forged)).toBeNull()
  })

  test('a tap switches off, another on again; one that is not there is added', () => {
    const once = toggled(USUAL_REMINDERS, day)
    expect(once.find((one) => nameOfReminder(one) === nameOfReminder(day))?.isOn).toBe(false)
    expect(toggled(once, day)).toEqual(USUAL_REMINDERS)
    expect(toggled(USUAL_REMINDERS, beforeStart(3))).toHaveLength(USUAL_REMINDERS.length + 1)
  })

  test('people in line hear of a session only while they can still plan for it', () => {
    expect([week, day, twoHours, thanks, deadline].map(speaksTo)).toEqual([
      ['confirmed', 'line'],
      ['confirmed', 'line'],
      ['confirmed'],
      ['confirmed'],
      ['others'],
    ])
  })
})

import { execFileSync } from 'node:child_process'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/language/locale.ts'
import { type CalendarOptions, calendarFile } from '../../../src/sessions/session/calendar.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { aSession, at, NOW } from '../builders.ts'

function textOf(session: Session, locale: Locale = 'sr-Cyrl', options: CalendarOptions = {}, now = NOW): string {
  const file = calendarFile(session, locale, now, options)
  if (!('base64' in file)) throw new Error('not a file of ours')
  return Buffer.from(file.base64, 'base64').toString()
}

/** The lines of the file, folded ones joined. */
function linesOf(...of: Parameters<typeof textOf>): string[] {
  const text = textOf(...of)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  return text.replaceAll('\r\n ', '').split('\r\n')
}

/** The entries as another program reads them. */
function entriesOf(...of: Parameters<typeof textOf>) {
  const calendar = new ICAL.Component(ICAL.parse(textOf(...of)))
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    return {
      uid: event.uid,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      status: String(one.getFirstPropertyValue('status')),
      alarms: one.getAllSubcomponents('valarm').length,
    }
  })
}

const ONE_DAY = { starts: at('2026-03-12T09:00'), ends: at('2026-03-12T16:00') }
const GAP = {
  starts: at('2026-03-12T09:00'),
  ends: at('2026-03-19T13:00'),
  days: '2026-03-12T09:00/2026-03-12T13:00 2026-03-19T09:00/2026-03-19T13:00',
  mostDays: 2,
}
const OVER_NIGHT = {
  starts: at('2027-01-14T11:00'),
  ends: at('2027-01-15T14:00'),
  days: '2027-01-14T11:00/2027-01-15T14:00',
}
const OWN_HOURS = {
  starts: at('2026-03-12T09:00'),
  ends: at('2026-03-13T13:00'),
  days: '2026-03-12T09:00/2026-03-12T16:00 2026-03-13T09:00/2026-03-13T13:00',
  mostDays: 2,
}
/** Clocks are set forward between its days. */
const OVER_CHANGE = { starts: at('2026-03-28T10:00'), ends: at('2026-03-29T16:00'), mostDays: 2 }

test('a file has its own lasting identity, a growing sequence and the words in the script of its reader', () => {
  const session = aSession({ ...ONE_DAY, title: 'Израда ЛАП-а; други модул, Ниш' })
  const lines = linesOf(session, 'sr-Cyrl', { bot: 'lap_savetnik_bot' })
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:uid@lap-savetnik',
      'DTSTAMP:20260302T090000Z',
      'SUMMARY:Израда ЛАП-а\\; други модул\\, Ниш',
      'STATUS:CONFIRMED',
      'URL;VALUE=URI:https://t.me/lap_savetnik_bot',
      'TRIGGER:-P1D',
      'TRIGGER:-PT1H',
    ]),
  )
  expect(lines.find((line) => line.startsWith('ORGANIZER'))).toContain('ЛАП Саветник')
  expect(linesOf(session, 'sr-Latn')).toContain('SUMMARY:Izrada LAP-a\\; drugi modul\\, Niš')
  const sequence = (now: Temporal.Instant, changes: Partial<Session> = {}) =>
    Number(
      linesOf({ ...session, ...changes }, 'en', {}, now)
        .find((line) => line.startsWith('SEQUENCE'))!
        .slice(9),
    )
  expect(sequence(NOW, { calendarSequence: 1 })).toBeGreaterThan(sequence(NOW))
  expect(sequence(NOW.add({ minutes: 1 }))).toBeGreaterThan(sequence(NOW))
})

test('a session of several days has an entry a day, at the wall times of its zone on both sides of a change of clocks', () => {
  expect(entriesOf(aSession(GAP))).toMatchObject([
    { uid: 'uid@lap-savetnik', starts: '2026-03-12T08:00:00.000Z', ends: '2026-03-12T12:00:00.000Z', alarms: 2 },
    { uid: '2-uid@lap-savetnik', starts: '2026-03-19T08:00:00.000Z', ends: '2026-03-19T12:00:00.000Z', alarms: 1 },
  ])
  expect(entriesOf(aSession(OVER_CHANGE))).toMatchObject([
    { starts: '2026-03-28T09:00:00.000Z', ends: '2026-03-28T15:00:00.000Z' },
    { starts: '2026-03-29T08:00:00.000Z', ends: '2026-03-29T14:00:00.000Z' },
  ])
  expect(entriesOf(aSession(OVER_NIGHT))).toMatchObject([
    { starts: '2027-01-14T10:00:00.000Z', ends: '2027-01-15T13:00:00.000Z' },
  ])
})

test('a day that is no more, a cancelled session and a place given back are taken out of calendars', () => {
  const shorter = aSession({ ...ONE_DAY, mostDays: 2 })
  expect(entriesOf(shorter).map(({ uid, status }) => `${uid} ${status}`)).toEqual([
    'uid@lap-savetnik CONFIRMED',
    '2-uid@lap-savetnik CANCELLED',
  ])
  for (const lines of [
    linesOf(aSession({ ...GAP, state: 'cancelled', calendarSequence: 1 })),
    linesOf(aSession(GAP), 'sr-Cyrl', { withdrawn: true }),
  ]) {
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'UID:uid@lap-savetnik', 'UID:2-uid@lap-savetnik']))
    expect(lines.filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:CANCELLED', 'STATUS:CANCELLED'])
    expect(lines).not.toContain('BEGIN:VALARM')
  }
})

test('no text can add a line to the file', () => {
  const title = 'Обука\r\nUID:other\rATTACH:x\u0000'
  const lines = linesOf(aSession({ ...ONE_DAY, title, description: 'a\nEND:VEVENT' }))
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(['UID:uid@lap-savetnik'])
  expect(lines.filter((line) => /^(ATTACH|END:VEVENT)/.test(line))).toEqual(['END:VEVENT'])
})

const READER = `
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([[str(e['uid']), e['dtstart'].dt.isoformat(), e['dtend'].dt.isoformat(), str(e['status'])] for e in calendar.walk('VEVENT')]))
`

const hasPython = (() => {
  try {
    execFileSync('python3', ['-c', 'import icalendar'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

// Where Python's icalendar is installed.
describe.skipIf(!hasPython)('Python reads', () => {
  test.each(Object.entries({ ONE_DAY, GAP, OVER_NIGHT, OWN_HOURS, OVER_CHANGE }))('%s as ical.js does', (_, days) => {
    const session = aSession({ ...days, title: 'Израда ЛАП-а; други модул, Ниш' })
    const read = JSON.parse(String(execFileSync('python3', ['-c', READER], { input: textOf(session) }))) as string[][]
    expect(
      read.map(([uid, starts, ends, status]) => [
        uid,
        new Date(starts!).toISOString(),
        new Date(ends!).toISOString(),
        status,
      ]),
    ).toEqual(entriesOf(session).map(({ uid, starts, ends, status }) => [uid, starts, ends, status]))
  })
})

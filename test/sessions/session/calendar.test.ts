import { expect, test } from 'vitest'
import type { Locale } from '../../../src/language/locale.ts'
import { calendarFile } from '../../../src/sessions/session/calendar.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { aSession, at, NOW } from '../builders.ts'

/** The lines of the file, folded ones joined. */
function linesOf(session: Session, locale: Locale = 'sr-Cyrl'): string[] {
  const file = calendarFile(session, locale, NOW)
  if (!('base64' in file)) throw new Error('not a file of ours')
  const text = Buffer.from(file.base64, 'base64').toString()
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  return text.replaceAll('\r\n ', '').split('\r\n')
}

test('a file has its own lasting identity, a growing sequence and the words in the script of its reader', () => {
  const session = aSession({ title: 'Израда ЛАП-а; други модул, Ниш' })
  expect(linesOf(session)).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:uid@lap-savetnik',
      'SEQUENCE:0',
      'DTSTAMP:20260302T090000Z',
      'SUMMARY:Израда ЛАП-а\\; други модул\\, Ниш',
      'STATUS:CONFIRMED',
    ]),
  )
  expect(linesOf({ ...session, calendarSequence: 3 }, 'sr-Latn')).toEqual(
    expect.arrayContaining(['SEQUENCE:3', 'SUMMARY:Izrada LAP-a\\; drugi modul\\, Niš']),
  )
})

test('a session over a change of clocks keeps its wall times', () => {
  const session = aSession({ starts: at('2026-03-28T10:00'), ends: at('2026-03-29T16:00') })
  expect(linesOf(session)).toEqual(expect.arrayContaining(['DTSTART:20260328T090000Z', 'DTEND:20260329T140000Z']))
})

test('a cancelled session is taken out of calendars', () => {
  expect(linesOf(aSession({ state: 'cancelled', calendarSequence: 1 }))).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'UID:uid@lap-savetnik']),
  )
})

test('no text can add a line to the file', () => {
  const lines = linesOf(aSession({ title: 'Обука\r\nUID:other\rATTACH:x\u0000', description: 'a\nEND:VEVENT' }))
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(['UID:uid@lap-savetnik'])
  expect(lines.filter((line) => /^(ATTACH|END:VEVENT)/.test(line))).toEqual(['END:VEVENT'])
})

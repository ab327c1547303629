import { describe, expect, test } from 'vitest'
import { readWhen } from '../../../src/language/dates/read.ts'
import { toLatin } from '../../../src/language/script.ts'

/** A Monday. */
const TODAY = Temporal.PlainDate.from('2026-03-02')

/** «2026-03-12 2026-03-14 | 09:00 16:00», or the kind of the fault. */
function reading(text: string): string {
  const found = readWhen(text, TODAY)
  if (found.kind !== 'read') return found.kind
  return [found.days.join(' '), found.times.map((time) => time.toString().slice(0, 5)).join(' ')].join(' | ').trim()
}

describe('a day and an hour are read as people write them', () => {
  test.each([
    ['12.3.2026. 10:00', '2026-03-12 | 10:00'],
    ['12.03.2026 10:00', '2026-03-12 | 10:00'],
    ['12. 3. 2026. у 10 часова', '2026-03-12 | 10:00'],
    ['12.3.26. у 10', '2026-03-12 | 10:00'],
    ['12. март 10h', '2026-03-12 | 10:00'],
    ['12. марта у 10', '2026-03-12 | 10:00'],
    ['12. март 2026. у 10:30 ч.', '2026-03-12 | 10:30'],
    ['12. март 2026. у 10:30 h', '2026-03-12 | 10:30'],
    ['12/3 у 10', '2026-03-12 | 10:00'],
    ['12/3/2026 10:00', '2026-03-12 | 10:00'],
    ['12-3-2026 10:00', '2026-03-12 | 10:00'],
    ['2026-03-12 10:00', '2026-03-12 | 10:00'],
    ['2026-03-12T10:00', '2026-03-12 | 10:00'],
    ['12.3. 10.30', '2026-03-12 | 10:30'],
    ['12.3 10.30', '2026-03-12 | 10:30'],
    ['12.3.', '2026-03-12 |'],
    ['четвртак, 12. март', '2026-03-12 |'],
    ['у петак у 9', '2026-03-06 | 09:00'],
    ['понедељак', '2026-03-09 |'],
    ['сутра у 10 сати', '2026-03-03 | 10:00'],
    ['прекосутра', '2026-03-04 |'],
    ['данас у подне', '2026-03-02 | 12:00'],
    ['5. маја у 5 поподне', '2026-05-05 | 17:00'],
    ['у 10', '| 10:00'],
    ['од 10 до 16', '| 10:00 16:00'],
    ['10-16h', '| 10:00 16:00'],
    ['10:00–16:30', '| 10:00 16:30'],
    ['March 12, 10 am', '2026-03-12 | 10:00'],
    ['12 March 2026 at 5 pm', '2026-03-12 | 17:00'],
    ['12th of March, noon', '2026-03-12 | 12:00'],
    ['tomorrow at 12 am', '2026-03-03 | 00:00'],
    ['Friday 9-15h', '2026-03-06 | 09:00 15:00'],
  ])('%s', (text, expected) => {
    expect(reading(text)).toBe(expected)
    expect(reading(toLatin(text).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())).toBe(expected)
  })
})

describe('several days, and hours for both ends', () => {
  test.each([
    ['12–14. март', '2026-03-12 2026-03-14 |'],
    ['12. до 14. марта 2026, од 9 до 16h', '2026-03-12 2026-03-14 | 09:00 16:00'],
    ['12.-14.3.2026. 10:00-16:00', '2026-03-12 2026-03-14 | 10:00 16:00'],
    ['12-14.3. од 10 до 16', '2026-03-12 2026-03-14 | 10:00 16:00'],
    ['12.3.2026. у 10 - 14.3.2026. у 16', '2026-03-12 2026-03-14 | 10:00 16:00'],
    ['12. март у 10 до 14. март у 16', '2026-03-12 2026-03-14 | 10:00 16:00'],
    ['12, 13. и 14. март', '2026-03-12 2026-03-14 |'],
    ['12. и 14. март', '2026-03-12 2026-03-14 |'],
    ['12, 14. и 15. март', 'unclear'],
    ['30. март – 1. април 10–15h', '2026-03-30 2026-04-01 | 10:00 15:00'],
    ['30. децембар до 2. јануара', '2026-12-30 2027-01-02 |'],
    ['March 12-14, 10:00-16:00', '2026-03-12 2026-03-14 | 10:00 16:00'],
    ['од четвртка до суботе', '2026-03-05 2026-03-07 |'],
    ['12/3 – 14/3', '2026-03-12 2026-03-14 |'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected))
})

describe('a day without a year is the next one', () => {
  test.each([
    ['2. март', '2026-03-02 |'],
    ['1. март', '2027-03-01 |'],
    ['15.1.', '2027-01-15 |'],
    ['1.3.2026.', '2026-03-01 |'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected))
})

describe('what cannot be is named', () => {
  test.each([
    ['29.2.2027.', { kind: 'no-such-day', day: 29, month: 2, year: 2027, daysInMonth: 28 }],
    ['29. фебруар', { kind: 'no-such-day', day: 29, month: 2, year: 2027, daysInMonth: 28 }],
    ['31. јун', { kind: 'no-such-day', day: 31, month: 6, year: 2026, daysInMonth: 30 }],
    ['0.3.2026.', { kind: 'no-such-day', day: 0, month: 3, year: 2026, daysInMonth: 31 }],
    ['12.13.2026.', { kind: 'no-such-month', month: 13 }],
    ['12.3. у 25', { kind: 'no-such-hour', written: '25' }],
    ['12.3. 10:75', { kind: 'no-such-hour', written: '10:75' }],
    ['петак, 12. март', { kind: 'another-weekday', day: Temporal.PlainDate.from('2026-03-12') }],
    ['кад стигнемо', { kind: 'unclear' }],
    ['', { kind: 'unclear' }],
    ['1. април, 2. април и 3. април', { kind: 'unclear' }],
    ['12.3. 9 10 11', { kind: 'unclear' }],
    ['за две недеље', { kind: 'unclear' }],
    ['12. кварт', { kind: 'unclear' }],
  ])('%s', (text, expected) => expect(readWhen(text, TODAY)).toEqual(expected))

  test('the 29th of February of a leap year is a day', () => expect(reading('29.2.2028.')).toBe('2028-02-29 |'))
})

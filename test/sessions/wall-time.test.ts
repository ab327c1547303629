import { expect, test } from 'vitest'
import { readWallTime } from '../../src/sessions/wall-time.ts'

test.each([
  ['29. 3. 2027. у 10', '2027-03-29T10:00'],
  ['29.03.2027 10:30', '2027-03-29T10:30'],
  ['29.3.2027. u 10h', '2027-03-29T10:00'],
  ['29/3/2027, 9.15', '2027-03-29T09:15'],
  ['29-03-2027 9:15', '2027-03-29T09:15'],
  ['2027-03-29T10:00', '2027-03-29T10:00'],
  ['2027-03-29 10:00', '2027-03-29T10:00'],
  [' 29. 3. 2027 до 16 часова ', '2027-03-29T16:00'],
  ['29. 2. 2028. у 10', '2028-02-29T10:00'],
])('«%s» is %s', (text, value) => {
  expect(readWallTime(text, null)).toEqual({ kind: 'time', value })
})

test('a day without an hour takes the usual one, or asks', () => {
  expect(readWallTime('29. 3. 2027.', '10:00')).toEqual({ kind: 'time', value: '2027-03-29T10:00' })
  expect(readWallTime('2027-03-29', '10:00')).toEqual({ kind: 'time', value: '2027-03-29T10:00' })
  expect(readWallTime('29. 3. 2027.', null)).toEqual({ kind: 'not-understood' })
})

test.each([
  '29. 2. 2027. у 10',
  '31.4.2027 10:00',
  '1.13.2027 10:00',
  '1.1.2027 25:00',
  '1.1.2027 10:60',
  '2027-02-30 9:00',
])('«%s» is no time', (text) => {
  expect(readWallTime(text, null)).toEqual({ kind: 'no-such-time' })
})

test.each(['', 'сутра', '10:00', '29. марта', '29.3.27 10:00', '29.3.2027 ујутру', '29.3.2027 10:00 <b>'])(
  '«%s» is not understood',
  (text) => {
    expect(readWallTime(text, '10:00')).toEqual({ kind: 'not-understood' })
  },
)

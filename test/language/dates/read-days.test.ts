import { expect, test } from 'vitest'
import { readDays } from '../../../src/language/dates/read-days.ts'
import { stretchesFor } from '../../../src/language/dates/write.ts'

const TODAY = Temporal.PlainDate.from('2026-03-02')

const read = (text: string) => {
  const found = readDays(text, TODAY)
  if (found === null) return null
  if (found.kind !== 'held') return found.kind
  return found.stretches.map(
    ({ from, to }) => `${from.toString({ smallestUnit: 'minute' })}/${to.toString({ smallestUnit: 'minute' })}`,
  )
}

test.each([
  ['12. и 19. март од 9 до 13', ['2026-03-12T09:00/2026-03-12T13:00', '2026-03-19T09:00/2026-03-19T13:00']],
  ['12. i 19. marta od 9:30 do 13h', ['2026-03-12T09:30/2026-03-12T13:00', '2026-03-19T09:30/2026-03-19T13:00']],
  ['14. јануар у 11 – 15. јануар у 14', ['2027-01-14T11:00/2027-01-15T14:00']],
  ['петак 13. март у 17 – недеља 15. март у 13', ['2026-03-13T17:00/2026-03-15T13:00']],
  [
    '12. март од 9 до 16 и 13. март од 9 до 13',
    ['2026-03-12T09:00/2026-03-12T16:00', '2026-03-13T09:00/2026-03-13T13:00'],
  ],
  ['12.3. 9-16, 13.3. 9-13', ['2026-03-12T09:00/2026-03-12T16:00', '2026-03-13T09:00/2026-03-13T13:00']],
  ['12.3. 9-13, 19.3. 9-13', ['2026-03-12T09:00/2026-03-12T13:00', '2026-03-19T09:00/2026-03-19T13:00']],
  ['од 9 до 16, 12. и 19. марта', ['2026-03-12T09:00/2026-03-12T16:00', '2026-03-19T09:00/2026-03-19T16:00']],
  [
    '12, 14. и 19. март, 10–14h',
    ['2026-03-12T10:00/2026-03-12T14:00', '2026-03-14T10:00/2026-03-14T14:00', '2026-03-19T10:00/2026-03-19T14:00'],
  ],
  ['March 12 9-16 and March 19 9-13', ['2026-03-12T09:00/2026-03-12T16:00', '2026-03-19T09:00/2026-03-19T13:00']],
  [
    '30. и 31. децембар и 2. јануар од 10 до 12',
    ['2026-12-30T10:00/2026-12-30T12:00', '2026-12-31T10:00/2026-12-31T12:00', '2027-01-02T10:00/2027-01-02T12:00'],
  ],
  ['12. и 19. март', 'hours-missing'],
  ['19. и 12. март од 9 до 13', 'order'],
  ['12.3. од 16 до 9 и 13.3. од 9 до 13', 'end-before-start'],
  ['31. фебруар и 3. март', 'no-such-day'],
  ['понедељак 12. март у 9 – уторак 13. март у 14', 'another-weekday'],
  ['12. март у 9, 19. март', 'unclear'],
  ['кад стигнемо', 'unclear'],
])('«%s»', (text, found) => expect(read(text)).toEqual(found))

test.each(['12–14. март од 9 до 16', '12. и 13. март', 'сутра у 10', '12. март – 2. април од 9 до 16', 'од 12 до 18'])(
  'days in a row with the same hours are read elsewhere: «%s»',
  (text) => expect(read(text)).toBeNull(),
)

const shown = (text: string, locale: 'sr-Cyrl' | 'sr-Latn' | 'en' = 'sr-Cyrl') => {
  const found = readDays(text, TODAY)
  return found?.kind === 'held' ? stretchesFor(locale, found.stretches) : null
}

test('days with gaps, with hours of their own and over a night are shown as they are, in the script of the reader', () => {
  expect(shown('12. и 19. март од 9 до 13')).toBe('12. и 19. март 2026, 9:00–13:00')
  expect(shown('12, 14. и 19. март, 10-14h', 'sr-Latn')).toBe('12., 14. i 19. mart 2026, 10:00–14:00')
  expect(shown('12. и 19. март и 2. април од 9 до 13', 'en')).toBe('12, 19 March and 2 April 2026, 9:00–13:00')
  expect(shown('14. јануар у 11 – 15. јануар у 14')).toBe(
    'четвртак, 14. јануар 2027. у 11:00 – петак, 15. јануар 2027. у 14:00',
  )
  expect(shown('12. март од 9 до 16 и 13. март од 9 до 13')).toBe(
    'четвртак, 12. март 2026, 9:00–16:00; петак, 13. март 2026, 9:00–13:00',
  )
})

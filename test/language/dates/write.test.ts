import { describe, expect, test } from 'vitest'
import { dayFor, daysFor, deadlineFor, momentFor, spanFor } from '../../../src/language/dates/write.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.PlainDateTime.from(text)

describe('a date', () => {
  test('is written in the script and language of the reader', () => {
    expect(dayFor('sr-Cyrl', day('2026-02-28'))).toBe('28. фебруар 2026.')
    expect(dayFor('sr-Latn', day('2026-02-28'))).toBe('28. februar 2026.')
    expect(dayFor('en', day('2026-02-28'))).toBe('28 February 2026')
  })

  test('has its weekday and time where one has to come', () => {
    expect(momentFor('sr-Cyrl', at('2026-03-03T10:00'))).toBe('уторак, 3. март 2026. у 10:00')
    expect(momentFor('sr-Latn', at('2026-03-08T09:05'))).toBe('nedelja, 8. mart 2026. u 9:05')
    expect(momentFor('en', at('2026-03-03T10:00'))).toBe('Tuesday, 3 March 2026 at 10:00')
  })

  test('of several days says what they share once', () => {
    expect(daysFor('sr-Cyrl', day('2026-03-03'), day('2026-03-03'))).toBe('3. март 2026.')
    expect(daysFor('sr-Cyrl', day('2026-03-03'), day('2026-03-05'))).toBe('3–5. март 2026.')
    expect(daysFor('sr-Latn', day('2026-03-30'), day('2026-04-02'))).toBe('30. mart – 2. april 2026.')
    expect(daysFor('sr-Cyrl', day('2026-12-30'), day('2027-01-02'))).toBe('30. децембар 2026. – 2. јануар 2027.')
    expect(daysFor('en', day('2026-03-03'), day('2026-03-05'))).toBe('3–5 March 2026')
    expect(daysFor('en', day('2026-03-30'), day('2026-04-02'))).toBe('30 March – 2 April 2026')
  })

  test('that is a deadline stands after «до»', () => {
    expect(deadlineFor('sr-Cyrl', at('2026-03-03T18:00'))).toBe('уторка, 3. марта у 18:00')
    expect(deadlineFor('sr-Latn', at('2026-03-08T09:30'))).toBe('nedelje, 8. marta u 9:30')
    expect(deadlineFor('en', at('2026-03-03T18:00'))).toBe('18:00 on Tuesday, 3 March')
  })

  test('goes with its hours', () => {
    expect(spanFor('sr-Cyrl', at('2026-03-03T10:00'), at('2026-03-03T14:30'))).toBe('уторак, 3. март 2026, 10:00–14:30')
    expect(spanFor('sr-Latn', at('2026-03-03T10:00'), at('2026-03-05T14:00'))).toBe('3–5. mart 2026, od 10:00 do 14:00')
    expect(spanFor('en', at('2026-03-03T10:00'), at('2026-03-03T14:30'))).toBe('Tuesday, 3 March 2026, 10:00–14:30')
  })
})

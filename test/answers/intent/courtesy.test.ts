import { expect, test } from 'vitest'
import { courtesyOf } from '../../../src/answers/intent/courtesy.ts'

test.each([
  ['zdravo', 'greeting'],
  ['Добар дан', 'greeting'],
  ['hi there', 'greeting'],
  ['хвала!', 'thanks'],
  ['hvala ti puno', 'thanks'],
  ['ко си ти', 'who'],
  ['what are you', 'who'],
])('«%s» is a %s', (text, expected) => {
  expect(courtesyOf(text)).toBe(expected)
})

test.each(['dobar dan, ko usvaja lap', 'шта је ЛАП', 'добар пример циља', 'hvala na odgovoru o savetu', 'LAP', ''])(
  '«%s» has a subject of its own',
  (text) => {
    expect(courtesyOf(text)).toBeNull()
  },
)

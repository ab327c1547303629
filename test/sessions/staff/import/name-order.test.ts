import { expect, test } from 'vitest'
import { givenFirst, isFamilyFirst } from '../../../../src/sessions/staff/import/name-order.ts'

test.each([
  [['Јовић Милица', 'Babić Branko', 'Фазекаш Тимеа'], true],
  [['Милица Јовић', 'Branko Babić', 'Обрад Обрадовић'], false],
  [['Милица Јовић'], false],
  [[], false],
])('%j', (names, first) => expect(isFamilyFirst(names)).toBe(first))

test.each([
  ['Јовић Милица', 'Милица Јовић'],
  ['Babić Branko', 'Branko Babić'],
  ['Обрад Обрадовић', 'Обрад Обрадовић'],
  ['Петровић Јовић Ана', 'Ана Петровић Јовић'],
  ['Анић Ана Марија', 'Ана Марија Анић'],
  ['Фазекаш Тимеа', 'Тимеа Фазекаш'],
  ['Милица', 'Милица'],
])('«%s»', (name, called) => expect(givenFirst(name)).toBe(called))

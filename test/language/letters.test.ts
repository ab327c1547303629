import { expect, test } from 'vitest'
import { capitalised, shortenedTo } from '../../src/language/letters.ts'

test.each([
  ['Обука о плану', 13, 'Обука о плану'],
  ['Обука о плану', 12, 'Обука о пла…'],
  ['Обука о плану', 9, 'Обука о…'],
  ['', 5, ''],
])('«%s» in %i characters', (text, most, short) => {
  expect(shortenedTo(text, most)).toBe(short)
})

test.each([
  ['план', 'План'],
  ['šta', 'Šta'],
  ['ЛАП', 'ЛАП'],
  ['', ''],
])('«%s» with a large first letter', (text, large) => {
  expect(capitalised(text)).toBe(large)
})

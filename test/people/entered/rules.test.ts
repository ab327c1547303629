import { expect, test } from 'vitest'
import { nameKey, readEntry, readPhone } from '../../../src/people/entered/rules.ts'
import { municipalityNamed } from '../../../src/people/municipalities/municipalities.ts'

const codeOf = (name: string) => municipalityNamed(name)!.code
const read = (name: string, place: string, phone: string | null, email: string | null = null) => ({
  kind: 'read',
  entry: { name, municipality: codeOf(place), phone, email },
})

test.each([
  ['Ана Анић, Пландиште, 064 123 4567', read('Ана Анић', 'Пландиште', '064 123 4567')],
  ['ana anić; 064/123-4567; plandište', read('ana anić', 'Пландиште', '064/123-4567')],
  ['Ана Анић\nНови Сад\nana@opstina.rs', read('Ана Анић', 'Нови Сад', null, 'ana@opstina.rs')],
  ['Ана Анић из Новог Сада 064 123 4567', read('Ана Анић', 'Нови Сад', '064 123 4567')],
  ['Ана Марија Анић Сремски Карловци +381641234567', read('Ана Марија Анић', 'Сремски Карловци', '+381641234567')],
  ['064 123 4567, Ниш, Ана Анић, ana@nis.rs', read('Ана Анић', 'Ниш', '064 123 4567', 'ana@nis.rs')],
  ['Анић, Ана, Ниш, (021) 123-456', read('Анић Ана', 'Ниш', '(021) 123-456')],
])('«%s» is read', (text, expected) => {
  expect(readEntry(text)).toEqual(expected)
})

test.each([
  ['Ана Анић, Пландиште', 'no-contact'],
  ['Ана, Пландиште, 064 123 4567', 'no-name'],
  ['Ана Анић, 064 123 4567', 'no-municipality'],
  ['Ана Анић, Пландишпе, 064 123 4567', 'no-municipality'],
  ['064 123 4567', 'no-name'],
  ['', 'no-name'],
  [`Ана Анић, Пландиште, ${'0641234567, '.repeat(40)}`, 'too-long'],
])('«%s» is refused: %s', (text, why) => {
  expect(readEntry(text)).toMatchObject({ kind: 'refused', why })
})

test('a unit with a typing error is offered', () => {
  const reading = readEntry('Ана Анић, Пландишпе, 064 123 4567')
  expect('near' in reading && reading.near.map(({ nameCyrl }) => nameCyrl)).toContain('Пландиште')
})

test.each([
  ['064 123 4567', '064 123 4567'],
  ['12345', null],
  ['12. 3. 2026.', '12. 3. 2026.'],
  ['1234567890123456', null],
  ['064abc1234', null],
])('the number «%s» is %s', (text, phone) => {
  expect(readPhone(text)).toBe(phone)
})

test('one name in two spellings is the same name', () => {
  expect(nameKey('Ђорђе Ћирић')).toBe(nameKey('ĆIRIĆ  Đorđe'))
  expect(nameKey('Ана Анић')).not.toBe(nameKey('Ана Антић'))
})

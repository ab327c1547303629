import { describe, expect, test } from 'vitest'
import { mentionOf } from '../../src/language/mention.ts'

const milica = mentionOf({ names: ['Милица Јовић', 'Mica'], exact: ['milica.j@primer.rs', 'milica_j', '123456789'] })

describe('somebody is found', () => {
  test.each([
    ['Долази Милица Јовић сутра', 'Долази ............ сутра'],
    ['са Милицом Јовић', 'са ............'.replace('............', '.'.repeat(13))],
    ['od Milice Jović', `od ${'.'.repeat(12)}`],
    ['od milice jovic, hitno', `od ${'.'.repeat(12)}, hitno`],
    ['ЈОВИЋ МИЛИЦА', '.'.repeat(12)],
    ['пишите на Milica.J@primer.rs.', `пишите на ${'.'.repeat(18)}.`],
    ['@milica_j и milica_j', `${'.'.repeat(9)} и ${'.'.repeat(8)}`],
    ['tg://user?id=123456789', `tg://user?id=${'.'.repeat(9)}`],
    ['Милица-Јовић, Милица Јовић', `${'.'.repeat(12)}, ${'.'.repeat(12)}`],
  ])('in «%s»', (text, blanked) => {
    expect(milica.blank(text)).toBe(blanked)
    expect(milica.isIn(text)).toBe(true)
    expect(milica.blank(blanked)).toBe(blanked)
  })
})

test.each([
  'Милица и Јовић',
  'Милица Петровић',
  'Милица. А после ње Јовић.',
  'Mica је лепо име',
  'Милицаноновић Јовић',
  'број 1234567890',
  'xmilica_j',
])('«%s» is about somebody else', (text) => {
  expect(milica.blank(text)).toBe(text)
})

test('a name of one word is looked for only when it is like nobody else’s', () => {
  const found = (name: string) => mentionOf({ names: [name], exact: [] }).isIn(`дошла је ${name}`)
  expect(['Вера', 'Нада', 'Ана', ''].map(found)).toEqual([false, false, false, false])
  expect(['Žigosana777', 'Константиновић'].map(found)).toEqual([true, true])
})

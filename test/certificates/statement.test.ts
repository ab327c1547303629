import { expect, test } from 'vitest'
import { newNumber } from '../../src/certificates/number.ts'
import { hashOf, numberHash, type Statement } from '../../src/certificates/statement.ts'
import { aStatement } from './stated.ts'

const number = newNumber()
const hash = (changes: Partial<Statement> = {}) => hashOf(number, aStatement(changes)).toString('hex')

test.each<Partial<Statement>>([
  { name: 'Љубица Његовановић' },
  { title: 'Израда плана' },
  { module: 'Модул 2' },
  { place: 'Ниш' },
  { attended: ['2026-03-12', '2026-03-13'] },
  { of: 4 },
  { minutes: 1_051 },
  { issuedOn: '2026-03-15' },
  { issuer: null },
  { name: null },
])('whatever is changed in what is stated changes the hash: %j', (changes) => {
  expect(hash(changes)).not.toBe(hash())
})

test.each(['Ljubica Njegovanović-Đorđević', '  љубица   његовановић-ђорђевић ', 'LJUBICA NJEGOVANOVIC-DJORDJEVIC'])(
  'a name is the same however it is written: %s',
  (name) => {
    expect(hash({ name })).toBe(hash())
  },
)

test('the same statement under another number has another hash, and a number another than what it states', () => {
  expect(hashOf(newNumber(), aStatement()).toString('hex')).not.toBe(hash())
  expect(numberHash(number).toString('hex')).not.toContain(number)
})

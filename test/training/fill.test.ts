import { expect, test } from 'vitest'
import { Random } from '../../bench/random.ts'
import { fillNames } from '../../training/fill.ts'

/** Always the first name of the list. */
const first = { pick: <T>(among: readonly T[]) => among[0]! }

test.each([
  ['Зовем се {ime} {prezime} из {mesto:g}', 'Зовем се Ђорђе Ђорђевић из Јагодине'],
  ['u opštini {mesto}, za {ime:a}, učim', 'u opštini Jagodina, za Đorđa, učim'],
  ['javio sam {ime:d} u {mesto:d}', 'javio sam Djordju u Jagodini'],
  ['{ime}', 'Ђорђе'],
  ['ништа', 'ништа'],
])('«%s» is filled in its own spelling', (message, filled) => {
  expect(fillNames(message, first)).toBe(filled)
})

test('the same seed gives the same names, another one others', () => {
  const filled = (seed: number) => fillNames('{ime} {prezime}, {mesto}, {ime:g} {prezime:d}', new Random(seed))
  expect(filled(1)).toBe(filled(1))
  expect(filled(1)).not.toBe(filled(2))
})

import { expect, test } from 'vitest'
import { differenceOf } from '../../src/gaps/staff/beside.ts'

test.each([
  ['Извештај се шаље у року од 30 дана.', 'Извештај се шаље у року од 15 дана.', 'figure'],
  ['Izveštaj se šalje u roku od trideset dana.', 'Извештај се шаље у року од 15 дана.', 'figure'],
  ['Извештај се шаље у року од 15 дана.', 'Извештај се шаље у року од петнаест дана.', null],
  ['Члан савета не гласа о плану.', 'Члан савета гласа о плану.', 'denial'],
  ['Члан савета гласа о плану.', 'Члан савета гласа о сваком плану.', null],
  ['Мишљење се тада тражи писмом председнику.', 'Савет за миграције даје мишљење, али не гласа.', null],
  ['Plan nije potrebno objaviti.', 'План је потребно објавити на сајту.', 'denial'],
  ['Извештај се шаље у року од 15 дана.', 'Извештај се шаље Комесаријату.', null],
] as const)('«%s» beside «%s»: %s', (said, material, difference) => {
  expect(differenceOf(said, material)).toBe(difference)
})

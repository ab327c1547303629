import { expect, test } from 'vitest'
import { nameOrder } from '../../src/language/order.ts'

test('names in both scripts stand in one order, by the alphabet of the reader', () => {
  const names = [
    'Žarko Žikić',
    'Обрад Обрадовић',
    'Đorđe Đukić',
    'Vesna Vuković',
    'Ема Емић',
    'Ljubica Lazić',
    'Лазар Лазић',
  ]
  expect(names.toSorted(nameOrder('sr-Cyrl'))).toEqual([
    ...['Vesna Vuković', 'Đorđe Đukić', 'Ема Емић', 'Žarko Žikić', 'Лазар Лазић', 'Ljubica Lazić', 'Обрад Обрадовић'],
  ])
  expect(['Vesna', 'Đorđe', 'Dara', 'Žarko'].toSorted(nameOrder('sr-Latn'))).toEqual([
    'Dara',
    'Đorđe',
    'Vesna',
    'Žarko',
  ])
})

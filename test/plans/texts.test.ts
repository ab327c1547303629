import { expect, test } from 'vitest'
import { say } from '../../src/plans/say.ts'

test.each([
  [0, 'Снаге: 0 ставки.'],
  [1, 'Снаге: 1 ставка.'],
  [2, 'Снаге: 2 ставке.'],
  [7, 'Снаге: 7 ставки.'],
])('a box of the SWOT with %i', (count, said) => {
  expect(say('sr-Cyrl')('why-w7-box', { box: 'strengths', count })).toContain(said)
})

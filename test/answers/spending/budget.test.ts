import { expect, test } from 'vitest'
import { hearingCost, mayPay, spentOn } from '../../../src/answers/spending/budget.ts'

const prices = { inputPerMillion: 0.4, outputPerMillion: 1.6, hearingPerMinute: 0.003 }
const budgets = { day: { tokens: 1_000, cost: 10 }, person: { tokens: 100, cost: 1 } }
const nothing = { tokens: 0, cost: 0 }

test('a call costs what its tokens cost', () => {
  expect(spentOn({ input: 1_000_000, output: 500_000 }, prices)).toEqual({ tokens: 1_500_000, cost: 1.2 })
  expect(hearingCost(90, prices)).toBeCloseTo(0.0045)
})

test.each([
  ['nothing was spent', nothing, nothing, true],
  ['a little was spent', { tokens: 99, cost: 0.99 }, { tokens: 999, cost: 9.99 }, true],
  ['the person’s tokens are spent', { tokens: 100, cost: 0 }, nothing, false],
  ['the person’s money is spent', { tokens: 0, cost: 1 }, nothing, false],
  ['the tokens of the day are spent', nothing, { tokens: 1_000, cost: 0 }, false],
  ['the money of the day is spent', nothing, { tokens: 0, cost: 10.01 }, false],
])('when %s', (_, person, day, may) => {
  expect(mayPay({ person, day }, budgets)).toBe(may)
})

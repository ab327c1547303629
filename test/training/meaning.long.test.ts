import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WEIGHTS_FILE } from '../../src/answers/check/meaning/model.ts'
import { labelledClaims, learnMeaning } from '../../training/meaning/learn.ts'
import { crossValidatedMeaning } from '../../training/meaning/report.ts'

const examples = labelledClaims()

test('the weights beside the code are those that the sentences teach, in whatever order', () => {
  expect(learnMeaning(examples.toReversed())).toBe(readFileSync(WEIGHTS_FILE, 'utf8'))
})

test('sentences that were not learnt from are told as well as the least chance promises', () => {
  const figures = crossValidatedMeaning(examples).find((one) => one.least === 0.6)!
  expect(figures.kept).toBeGreaterThan(0.76)
  expect(figures.caught).toBeGreaterThan(0.85)
})

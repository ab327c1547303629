import { expect, test } from 'vitest'
import { trendOf } from '../../src/gaps/trend.ts'

test.each([
  ['new', { questions: 3, lately: 3, before: 0 }],
  ['growing', { questions: 3, lately: 2, before: 1 }],
  ['shrinking', { questions: 3, lately: 1, before: 2 }],
  ['shrinking', { questions: 2, lately: 0, before: 1 }],
  ['steady', { questions: 2, lately: 1, before: 1 }],
  ['steady', { questions: 2, lately: 0, before: 0 }],
])('%s', (trend, counts) => {
  expect(trendOf(counts)).toBe(trend)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WEIGHTS_FILE } from '../../src/answers/intent/intent.ts'
import { labelledLines, learnIntent } from '../../training/intent/learn.ts'

test('the weights that are kept are those that npm run train makes of the labelled messages', {
  timeout: 600_000,
}, () => {
  expect(Buffer.from(learnIntent()).equals(readFileSync(WEIGHTS_FILE))).toBe(true)
})

test('at least 6,000 labelled messages, none twice with two labels', () => {
  const lines = labelledLines()
  expect(lines.length).toBeGreaterThanOrEqual(6_000)
  const labels = Map.groupBy(lines, (line) => line.text.toLowerCase())
  const twice = [...labels].filter(([, same]) => new Set(same.map((line) => line.label)).size > 1)
  expect(twice.map(([text]) => text)).toEqual([])
})

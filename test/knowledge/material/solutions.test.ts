import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { readSolutions, solutionMessage } from '../../../src/knowledge/material/solutions.ts'
import { textOfBlock } from '../../../src/knowledge/readers/document.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'

const solutions = await readSolutions()
const shipped = readdirSync(SHIPPED_KNOWLEDGE).map((name) => readFileSync(join(SHIPPED_KNOWLEDGE, name), 'utf8'))

test('each exercise of the material has its solution, and no other', () => {
  const exercises = readMarkdown(readFileSync(join(SHIPPED_KNOWLEDGE, '60-vezbe.md'), 'utf8'), '').sections
  expect(exercises.length).toBeGreaterThan(8)
  expect(solutions.map(({ headings }) => headings)).toEqual(exercises.map(({ headings }) => headings))
})

test('no sentence of a solution stands in the material, which everybody is shown', () => {
  const lines = solutions.flatMap(({ blocks }) => blocks.flatMap((block) => textOfBlock(block).split('\n')))
  const told = lines.filter((line) => shipped.some((text) => text.includes(line)))
  expect(lines.length).toBeGreaterThan(30)
  expect(told).toEqual([])
})

test('a solution is shown in the script of whoever reads, and says for whom it is', () => {
  const shown = plainOfBlocks(solutionMessage(1, 'sr-Latn', solutions[0]!).content)
  expect(shown).toContain('Vežba 1: potreba, želja ili rešenje')
  expect(shown).toContain('Samo za trenere i koordinatore')
})

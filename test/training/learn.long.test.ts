import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WEIGHTS_FILE } from '../../src/answers/reading/weights.ts'
import { learnReading } from '../../training/learn.ts'
import { exampleOf, markedMessages, readMarked } from '../../training/parts.ts'

test('the weights that are kept are those that npm run train makes of the labelled messages', () => {
  expect(Buffer.from(learnReading()).equals(readFileSync(WEIGHTS_FILE))).toBe(true)
})

test('the weights of reading are small enough to be kept beside the code', () => {
  expect(readFileSync(WEIGHTS_FILE).length).toBeLessThan(150_000)
})

test('every marked message begins with a mark, and its parts are the whole of it', () => {
  const lines = readFileSync(new URL('../../training/parts.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(750)
  expect(new Set(lines).size).toBe(lines.length)
  for (const line of lines)
    expect(
      readMarked(line)
        .map(({ mark, text }) => `[${mark}]${text}`)
        .join(''),
    ).toBe(line)
})

test('every word of a marked message has a tag', () => {
  for (const marked of markedMessages()) {
    const { words, tags } = exampleOf(marked)
    expect(tags).toHaveLength(words.length)
  }
})

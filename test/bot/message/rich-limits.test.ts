import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, details, list, paragraph, plainOfBlocks, quotation, table } from '../../../src/bot/message/rich.ts'
import { countBlocks, cutWords, RICH_BLOCKS, RICH_CHARACTERS, splitRich } from '../../../src/bot/message/rich-limits.ts'
import { measure } from '../../../src/sandbox/message/rich-measure.ts'
import type { RichBlockNode } from '../../../src/sandbox/message/rich-schema.ts'
import { runs } from '../../support/runs.ts'
import { numberedBlocks, wordsMissing } from './blocks.ts'

/** As the sandbox counts, which is how Telegram does. */
const measured = (part: Block[]) => measure(part as unknown as RichBlockNode[])
const LOW = { characters: 1_500, blocks: 30 }

describe('splitting a rich message', () => {
  test('every part is within the limits, as Telegram counts them', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        for (const part of splitRich(blocks, LOW)) {
          expect(measured(part).characters).toBeLessThanOrEqual(LOW.characters)
          expect(measured(part).blocks).toBeLessThanOrEqual(LOW.blocks)
        }
      }),
      runs(40),
    )
  })

  test('all parts together hold every word, in order', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks, words }) => {
        const parts = splitRich(blocks, LOW)
        expect(wordsMissing(parts.map(plainOfBlocks).join('\n'), words)).toEqual([])
      }),
      runs(40),
    )
  })

  test('no character is cut in two', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        for (const part of splitRich(blocks, LOW)) expect(JSON.stringify(part)).not.toMatch(/\\ud[89a-f]/)
      }),
      runs(40),
    )
  })

  test('what fits stays one message, unchanged', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        fc.pre(plainOfBlocks(blocks).length <= RICH_CHARACTERS && countBlocks(blocks) <= RICH_BLOCKS)
        expect(splitRich(blocks)).toEqual([blocks])
      }),
    )
  })

  test('blocks are counted as Telegram counts them', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        expect(countBlocks(blocks)).toBe(measured(blocks).blocks)
      }),
    )
  })

  test('one more character than Telegram takes makes two messages', () => {
    const full = paragraph('а'.repeat(RICH_CHARACTERS))
    expect(splitRich([full])).toEqual([[full]])
    expect(splitRich([paragraph('а'.repeat(RICH_CHARACTERS + 1))])).toHaveLength(2)
  })

  test('one more block than Telegram takes makes two messages', () => {
    const full = Array.from({ length: RICH_BLOCKS }, () => paragraph('а'))
    expect(splitRich(full)).toHaveLength(1)
    expect(splitRich([...full, paragraph('б')]).map((part) => part.length)).toEqual([RICH_BLOCKS, 1])
  })

  test('a long table is cut between rows, each part with the head', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`ред ${i}`, 'а'.repeat(50)])
    const parts = splitRich([table(['Ко', 'Шта'], rows)], LOW)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(plainOfBlocks(part)).toMatch(/^Ко \| Шта\n/)
    expect(
      parts
        .map(plainOfBlocks)
        .join('\n')
        .match(/ред \d+/g),
    ).toEqual(rows.map(([first]) => first))
  })

  test('a long list is cut between items and keeps its numbers', () => {
    const parts = splitRich(
      [
        list(
          Array.from({ length: 100 }, (_, i) => `ставка ${i + 1}`),
          'numbers',
        ),
      ],
      LOW,
    )
    expect(parts.length).toBeGreaterThan(1)
    const lines = parts.map(plainOfBlocks).join('\n').split('\n')
    expect(lines).toEqual(Array.from({ length: 100 }, (_, i) => `${i + 1}. ставка ${i + 1}`))
  })

  test.each<[string, (text: string) => Block]>([
    ['a list item', (text) => list([text])],
    ['a table row', (text) => table(['Ко', 'Шта'], [['савет', text]])],
    ['a table head', (text) => table([text], [])],
    ['a summary', (text) => details(text, [paragraph('а')])],
    ['a quotation', (text) => quotation([paragraph(text)])],
    ['a list in a list', (text) => list([[list([text])]])],
    ['a fixed-width text', (text) => ({ type: 'pre', text })],
    ['a pull quote', (text) => ({ type: 'pullquote', text })],
    ['a folded quotation', (text) => ({ type: 'expandable_blockquote', text })],
  ])('%s too long for a message by itself is cut between words', (_, make) => {
    const words = Array.from({ length: 700 }, (_, i) => `‹${i}›`)
    const parts = splitRich([make(words.join(' '))], LOW)
    for (const part of parts) expect(measured(part).characters).toBeLessThanOrEqual(LOW.characters)
    expect(wordsMissing(parts.map(plainOfBlocks).join('\n'), words.length)).toEqual([])
  })

  test('nothing to say is no message', () => {
    expect(splitRich([])).toEqual([])
  })
})

describe('cutting a text', () => {
  const words = fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 200 })
    .map((parts) => parts.join(' '))

  test('gives pieces no longer than asked, that together are the text, white space aside', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 300 }), (text, length) => {
        const pieces = cutWords(text, length)
        expect(pieces.every((piece) => piece.length <= length)).toBe(true)
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  test('never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('а', '😀', '𝔘', ' ') }),
        fc.integer({ min: 2, max: 9 }),
        (text, length) => {
          expect(cutWords(text, length).every((piece) => piece.isWellFormed())).toBe(true)
        },
      ),
    )
  })

  test('cuts between words where a space or a new line is near enough', () => {
    expect(cutWords('савет за миграције', 9)).toEqual(['савет за', 'миграције'])
    expect(cutWords('савет\nза\nмиграције', 9)).toEqual(['савет\nза', 'миграције'])
    expect(cutWords('савет запослених', 9)).toEqual(['савет', 'запослени', 'х'])
  })

  test('no piece is white space only', () => {
    expect(cutWords(`${' '.repeat(30)}савет${' '.repeat(30)}план`, 10)).toEqual(['савет', 'план'])
  })

  test('a very long text is cut without running out of stack', () => {
    expect(cutWords('реч '.repeat(200_000), 20).length).toBe(40_000)
  })
})

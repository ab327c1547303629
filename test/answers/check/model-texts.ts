import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { CheckedBlocks } from '../../../src/answers/check/check.ts'
import { textOf } from '../../../src/answers/check/model-text.ts'
import type { Passage } from '../../../src/answers/check/passage-facts.ts'
import { chunksOf } from '../../../src/knowledge/ingest/chunk.ts'
import type { ContentBlock, Term } from '../../../src/knowledge/readers/document.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { sentences } from '../../../src/language/sentences.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'

/** What a model may write, and pieces of it that stand in no order. */
export const garbage = fc
  .array(
    fc.constantFrom(
      ...[
        'Савет',
        'усваја',
        'план',
        'пет',
        '2024.',
        '50.397',
        'чл. 13.',
        'Суботица',
        'КИРС',
        'није',
        '12,5 %',
        'динара',
        '15. марта',
      ],
      ...[
        '[1]',
        '[2]',
        '[9]',
        '[1, 2]',
        '[1-3]',
        '[',
        ']',
        '[1',
        '**',
        '*',
        '_',
        '`',
        '```',
        '##',
        '#',
        '-',
        '1.',
        '2.',
        '3)',
        '|',
        '|---|',
        '>',
      ],
      ...[
        '<b>',
        '</b>',
        '<a href="x">',
        '<',
        '<!--',
        '-->',
        '![а](',
        '![',
        '](',
        '(http://x.y/z)',
        'http://evil.example/a',
        '@evil',
        '/start',
        'evil.com',
      ],
      ...[
        '.',
        '. ',
        ': ',
        '! ',
        '\n',
        '\n\n',
        '\n- ',
        '\n1. ',
        ' ',
        ' ',
        ' ',
        '\u200b',
        '\u0000',
        '…',
        '½',
        '①',
        '\r\n',
        '💥',
        '\ud800',
      ],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

/** Every text that is shown, with the keys of the passages it cites; headings and lead-ins cite what stands below them. */
export function shownTexts({ blocks, citations }: CheckedBlocks): { text: string; keys: number[] }[] {
  const keyOf = new Map(citations.map(({ n, key }) => [n, key]))
  const keys = (cited: readonly number[]) => cited.map((n) => keyOf.get(n)!)
  return blocks.flatMap((block): { text: string; keys: number[] }[] => {
    switch (block.kind) {
      case 'heading':
        return [{ text: textOf(block.spans), keys: [...keyOf.values()] }]
      case 'paragraph':
        return block.sentences.map((one) => ({ text: textOf(one.spans), keys: keys(one.cited) }))
      case 'list':
        return block.items.flatMap((item) =>
          item.sentences.map((one) => ({ text: textOf(one.spans), keys: keys(one.cited) })),
        )
      case 'table':
        return [
          { text: block.head.map(textOf).join(' | '), keys: block.rows.flatMap((row) => keys(row.cited)) },
          ...block.rows.map((row) => ({ text: row.cells.map(textOf).join(' | '), keys: keys(row.cited) })),
        ]
    }
    return []
  })
}

/** The passages of the shipped material, with the sentences, items and rows that each is made of. */
export function shippedPassages(): { passage: Passage; units: string[]; file: string }[] {
  return readdirSync(SHIPPED_KNOWLEDGE)
    .filter((name) => name.endsWith('.md'))
    .flatMap((file) => {
      const document = readMarkdown(readFileSync(`${SHIPPED_KNOWLEDGE}/${file}`, 'utf8'), file)
      return chunksOf(document).map((chunk) => ({
        file,
        passage: { n: 1, text: chunk.body, titles: [document.title, ...chunk.headings, chunk.headingEn] },
        units: chunk.blocks.flatMap(unitsOf),
      }))
    })
}

/** The terms of the shipped glossary. */
export function shippedTerms(): Term[] {
  return readMarkdown(readFileSync(`${SHIPPED_KNOWLEDGE}/pojmovnik.md`, 'utf8'), 'pojmovnik').terms
}

function unitsOf(block: ContentBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return sentences(block.text).filter((sentence) => !sentence.endsWith(':'))
    case 'list':
      return block.items.filter((item) => !item.endsWith(':'))
    case 'table':
      return block.rows.map((row) => row.filter(Boolean).join(', '))
  }
}

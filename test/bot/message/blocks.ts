import fc from 'fast-check'
import {
  type Block,
  bold,
  details,
  divider,
  footer,
  footnote,
  heading,
  italic,
  list,
  paragraph,
  quotation,
  type RichText,
  reference,
  table,
} from '../../../src/bot/message/rich.ts'

/** What people and files may hold that looks like markup, or is more than a letter. */
export const HOSTILE = [
  ...['<b>', '</b>', '</blockquote>', '<script>', '&amp;', '&lt;b&gt;', '"', "'", '&', '<', '>', '*x*', '_y_', '`z`'],
  ...[
    '[x](https://example.rs)',
    '<a href="https://example.rs">',
    '😀',
    '👩‍👩‍👧',
    'é\u0301\u0323',
    '\u202eעברית\u202c',
    '𝔘𝔫',
    'Љиг',
  ],
]

/** A block whose words are numbered in reading order: each holds «‹n›» once. */
export type Numbered = { blocks: Block[]; words: number }

type Counter = { next: number }
/** Makes a thing with the numbers that come next, so that a tree is numbered in reading order. */
type Make<T> = (counter: Counter) => T

const makeWord: fc.Arbitrary<Make<string>> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 2 })
  .map((parts) => parts.join('').replace(/[\s‹›]/gu, ''))
  .map((text) => (counter) => `‹${counter.next++}›${text}`)

const makeWords = (most: number): fc.Arbitrary<Make<string>> =>
  fc
    .array(makeWord, { minLength: 1, maxLength: most })
    .map((words) => (counter) => words.map((make) => make(counter)).join(' '))

const FORMS: ((text: RichText) => RichText)[] = [
  bold,
  italic,
  (text) => bold(italic(text)),
  (text) => ({ type: 'url', text, url: 'https://example.rs/?a="b"&c=<d>' }),
  (text) => ({ type: 'underline', text }),
  (text) => reference('one', text),
  (text) => text,
]

const makeRun: fc.Arbitrary<Make<RichText>> = fc
  .tuple(makeWords(12), fc.constantFrom(...FORMS), fc.boolean())
  .map(([make, form, noted]) => (counter) => {
    const text = form(make(counter))
    return noted ? [text, footnote(`‹${counter.next++}›`, 'one'), ' '] : [text, ' ']
  })

const makeText: fc.Arbitrary<Make<RichText>> = fc.oneof(
  { weight: 3, arbitrary: makeWords(30) },
  {
    weight: 3,
    arbitrary: fc
      .array(makeRun, { minLength: 1, maxLength: 6 })
      .map((runs) => (counter: Counter) => runs.map((make) => make(counter))),
  },
  { weight: 1, arbitrary: makeWords(400) },
)

const leaf: fc.Arbitrary<Make<Block>> = fc.oneof(
  { weight: 5, arbitrary: makeText.map((make) => (counter: Counter) => paragraph(make(counter))) },
  { weight: 2, arbitrary: makeText.map((make) => (counter: Counter) => heading(make(counter), 2)) },
  { weight: 1, arbitrary: makeText.map((make) => (counter: Counter) => footer(make(counter))) },
  { weight: 1, arbitrary: fc.constant(() => divider()) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.array(makeText, { minLength: 1, maxLength: 8 }), fc.constantFrom('bullets', 'numbers')).map(
      ([items, kind]) =>
        (counter: Counter) =>
          list(
            items.map((make) => [paragraph(make(counter))]),
            kind,
          ),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.array(makeWords(20), { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
      )
      .map(([columns, rows]) => (counter: Counter) => {
        const head = Array.from({ length: columns }, () => `‹${counter.next++}›`)
        return table(
          head,
          rows.map((row) => row.slice(0, columns).map((make) => make(counter))),
        )
      }),
  },
)

const { block } = fc.letrec<{ block: Make<Block>; children: Make<Block[]> }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.tuple(makeWords(5), tie('children')).map(
        ([summary, blocks]) =>
          (counter: Counter) =>
            details(summary(counter), blocks(counter)),
      ),
    },
    { weight: 1, arbitrary: tie('children').map((blocks) => (counter: Counter) => quotation(blocks(counter))) },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('children'), { minLength: 1, maxLength: 3 })
        .map((items) => (counter: Counter) => list(items.map((make) => make(counter)))),
    },
  ),
  children: fc
    .array(tie('block'), { minLength: 1, maxLength: 3 })
    .map((blocks) => (counter: Counter) => blocks.map((make) => make(counter))),
}))

/** Random content of a message, nested, with hostile words. */
export const numberedBlocks: fc.Arbitrary<Numbered> = fc.array(block, { minLength: 1, maxLength: 8 }).map((makes) => {
  const counter = { next: 0 }
  const blocks = makes.map((make) => make(counter))
  return { blocks, words: counter.next }
})

/** The numbers up to `words` that `text` does not hold one after the other. Repeated headings and titles are no fault. */
export function wordsMissing(text: string, words: number): number[] {
  const missing: number[] = []
  let at = 0
  for (let n = 0; n < words; n++) {
    const found = text.indexOf(`‹${n}›`, at)
    if (found === -1) missing.push(n)
    else at = found
  }
  return missing
}

import type { Span } from './model-text-inline.ts'

/** `n` is the footnote, from 1 in order of first use; `key` the number of the passage. */
export type Citation = { n: number; key: number }

/** `cited` are footnotes. */
export type CheckedSentence = { spans: Span[]; cited: number[] }
export type CheckedItem = { number: number | null; sentences: CheckedSentence[] }
type CheckedRow = { cells: Span[][]; cited: number[] }

/** What may be shown. An item without a number is a bullet. */
export type CheckedBlock =
  | { kind: 'paragraph'; sentences: CheckedSentence[] }
  | { kind: 'heading'; spans: Span[] }
  | { kind: 'list'; items: CheckedItem[] }
  | { kind: 'table'; head: Span[][]; rows: CheckedRow[] }

/** A block that passed, its `cited` still keys of passages. */
export type Kept = CheckedBlock

/** Gives the passages cited their footnotes. */
export function withFootnotes(kept: readonly Kept[]): { blocks: CheckedBlock[]; citations: Citation[] } {
  const footnotes = new Map<number, number>()
  const number = <T extends { cited: number[] }>(one: T): T => ({
    ...one,
    cited: one.cited.map((key) => {
      if (!footnotes.has(key)) footnotes.set(key, footnotes.size + 1)
      return footnotes.get(key)!
    }),
  })
  const numbered = (block: Kept): CheckedBlock => {
    switch (block.kind) {
      case 'heading':
        return block
      case 'paragraph':
        return { ...block, sentences: block.sentences.map(number) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, sentences: item.sentences.map(number) })) }
      case 'table':
        return { ...block, rows: block.rows.map(number) }
    }
  }
  const blocks = kept.map(numbered)
  return { blocks, citations: Array.from(footnotes, ([key, n]) => ({ n, key })) }
}

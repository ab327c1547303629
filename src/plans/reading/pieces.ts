import type { ContentBlock, Document } from '../../knowledge/readers/document.ts'
import type { Place } from '../rules/plan.ts'

/** A document's text and tables in their order, each with the headings it stands under. */
export type TextPiece = { kind: 'text'; text: string; headings: readonly string[]; isItem: boolean }
export type TablePiece = {
  kind: 'table'
  /** The table's number in the document, from 0. */
  number: number
  head: string[]
  rows: string[][]
  headings: readonly string[]
  /** The last text before it in its section. */
  caption: string
  /** All texts before it in its section, since the table before it. */
  above: readonly string[]
}
export type PlanPiece = TextPiece | TablePiece

export function piecesOf(document: Document): PlanPiece[] {
  return withoutRunningNumbers(piecesAsWritten(document))
}

function piecesAsWritten({ sections }: Document): PlanPiece[] {
  let tables = 0
  return sections.flatMap(({ headings, blocks }) => {
    let above: string[] = []
    return blocks.flatMap((block): PlanPiece[] => {
      if (block.kind !== 'table') {
        const texts = textsOf(block)
        above = [...above, ...texts]
        return texts.map((text) => ({ kind: 'text', text, headings, isItem: block.kind === 'list' }))
      }
      const { head, rows } = block
      const caption = above.at(-1) ?? ''
      const piece: TablePiece = {
        kind: 'table',
        number: tables++,
        head,
        rows,
        headings,
        caption: isCaption(caption) ? caption : '',
        above,
      }
      above = []
      return [piece]
    })
  })
}

function textsOf(block: Exclude<ContentBlock, { kind: 'table' }>): string[] {
  return block.kind === 'paragraph' ? [block.text] : block.items
}

/** «1.», «2.», … before every paragraph of a document, as lawyers number them: so many at least, and so large a share of all numbered ones. */
const RUNNING = { fewest: 12, share: 0.8 }
const LEADING_NUMBER = /^\s*(\d{1,3})[.)]\s+(?=\S)/

/** Numbers that run through the whole text say nothing of what they stand before, and hide how it begins. */
function withoutRunningNumbers(pieces: readonly PlanPiece[]): PlanPiece[] {
  const running = new Set<PlanPiece>()
  let numbered = 0
  for (const piece of pieces) {
    const [, number] = piece.kind === 'text' ? (LEADING_NUMBER.exec(piece.text) ?? []) : []
    if (number === undefined) continue
    numbered++
    if (Number(number) === running.size + 1) running.add(piece)
  }
  if (running.size < RUNNING.fewest || running.size < RUNNING.share * numbered) return [...pieces]
  return pieces.map((piece) =>
    piece.kind === 'text' && running.has(piece) ? { ...piece, text: piece.text.replace(LEADING_NUMBER, '') } : piece,
  )
}

/** Longer texts before a table are its introduction, not its name. */
const LONGEST_CAPTION = 160

function isCaption(text: string): boolean {
  return text.length <= LONGEST_CAPTION
}

export function placeInText({ text, headings }: TextPiece): Place {
  return { headings, row: null, table: null, column: null, quote: text, cell: null }
}

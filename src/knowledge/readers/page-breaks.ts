import type { Piece } from './pieces/pieces.ts'
import { clean } from './text/clean.ts'

/** Stands in the text where a new page begins, until pages are numbered; a private-use character that files lose on entry. */
export const PAGE_BREAK = '\ue000'
/** A page break that somebody set: it also ends the paragraph it stands in. */
export const HARD_BREAK = '\ue001'

const BREAKS = /[\ue000\ue001]/g
const AT_HARD_BREAKS = /(?=\ue001)/

/**
 * The pieces with their pages, counted from the page breaks inside their texts; `pages` is 1 without any. A block
 * belongs to the page on which it begins; lists and tables are parted between items and rows, the head is repeated.
 */
export function numberPages(pieces: Piece[]): { pieces: Piece[]; pages: number } {
  const numbered: Piece[] = []
  let page = 1
  const at = (): Piece => ({ kind: 'place', place: { kind: 'page', number: page } })
  const turn = (count: number) => {
    if (count === 0) return
    page += count
    numbered.push(at())
  }
  numbered.push(at())
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'list':
        parted(
          piece.items.map((item) => [item]),
          turn,
          (rows) => numbered.push({ ...piece, items: rows.map(([item]) => item!) }),
        )
        break
      case 'table':
        parted(piece.rows, turn, (rows) => numbered.push({ ...piece, head: piece.head.map(withoutBreaks), rows }))
        break
      case 'place':
        break
      case 'unread':
        numbered.push(piece)
        break
      case 'note':
        // Called from the text before the break that ended its page.
        if (numbered.length > 1 && numbered.at(-1)!.kind === 'place') numbered.splice(-1, 0, piece)
        else numbered.push(piece)
        break
      default:
        for (const part of piece.text.split(AT_HARD_BREAKS)) {
          const { before, after } = breaksOf([part])
          turn(before)
          const text = withoutBreaks(part)
          if (text !== '') numbered.push({ ...piece, text })
          turn(after)
        }
    }
  }
  return { pieces: numbered, pages: page }
}

/** Gives `emit` the rows of each page, and `turn` the pages turned between them. */
function parted(rows: string[][], turn: (count: number) => void, emit: (rows: string[][]) => void): void {
  let run: string[][] = []
  const end = () => {
    if (run.length > 0) emit(run)
    run = []
  }
  for (const row of rows) {
    const { before, after } = breaksOf(row)
    if (before > 0) end()
    turn(before)
    const texts = row.map(withoutBreaks)
    if (texts.some(Boolean)) run.push(texts)
    if (after > 0) end()
    turn(after)
  }
  end()
}

/** How many breaks stand before the first text of a block, and how many after it; a text that is empty has none after. */
function breaksOf(texts: string[]): { before: number; after: number } {
  const all = texts.map((text) => text.match(BREAKS)?.length ?? 0)
  const total = all.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { before: 0, after: 0 }
  // In a row, one cell's leading break moves the row; those that other cells show are the same break.
  const leading = Math.max(...texts.map((text) => (/^[\s\ue000\ue001]*/.exec(text)![0].match(BREAKS) ?? []).length))
  const most = Math.max(...all)
  return { before: leading, after: Math.max(0, most - leading) }
}

function withoutBreaks(text: string): string {
  return clean(text)
}

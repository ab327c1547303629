import type { Piece } from './pieces.ts'
import { blocksOfGrid } from './tables.ts'

/** Names that programs give sheets; they say nothing as headings. */
const UNNAMED = /^(sheet|list|tabela|table|табела|лист|радни лист|radni list) ?\d*$/i
const LONGEST_HEADING = 150

/** The pieces of a sheet: a section under its name, or several where empty rows part tables with titles of their own. */
export function sheetPieces(name: string, grid: string[][]): Piece[] {
  const pieces = gridPieces(grid)
  if (pieces.length === 0) return []
  // A sheet without a name of its own must not seem to belong to the one before it.
  const heading: Piece[] = [{ kind: 'heading', depth: 1, text: UNNAMED.test(name) ? '' : name }]
  return [{ kind: 'place', place: { kind: 'sheet', name } }, ...heading, ...pieces]
}

/**
 * Tables of a grid, parted by empty rows. The first row of each is its head; rows before it with one text only are its
 * title and stand as heading or paragraph. A part that begins with numbers goes on with the head above it.
 */
export function gridPieces(grid: string[][]): Piece[] {
  const pieces: Piece[] = []
  let head: string[] | null = null
  for (const run of runsOf(grid)) {
    const titles = run.findIndex((row) => row.filter(Boolean).length > 1)
    const body = titles < 0 ? [] : run.slice(titles)
    pieces.push(...titlePieces(titles < 0 ? run : run.slice(0, titles), body.length > 0))
    if (body.length === 0) continue
    const first = body[0]!
    if (head && titles === 0 && first.some(isNumber) && lastFilled(first) <= lastFilled(head)) {
      pieces.push(...blocksOfGrid([head, ...body], 1))
    } else {
      pieces.push(...blocksOfGrid(body, 1))
      head = first
    }
  }
  return pieces
}

function runsOf(grid: string[][]): string[][][] {
  const runs: string[][][] = []
  let run: string[][] = []
  for (const row of [...grid, []]) {
    if (row.some(Boolean)) run.push(row)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

/** Rows with one text: the last above a table is its heading when it is short, others are paragraphs. */
function titlePieces(rows: string[][], aboveTable: boolean): Piece[] {
  return rows.map((row, i): Piece => {
    const text = row.find(Boolean)!
    const isHeading = aboveTable && i === rows.length - 1 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
    return isHeading ? { kind: 'heading', depth: 2, text } : { kind: 'paragraph', text }
  })
}

function isNumber(text: string): boolean {
  return /^[-+]?\d[\d.,\s]*%?$/.test(text)
}

function lastFilled(row: string[]): number {
  return row.findLastIndex(Boolean)
}

import type { ContentBlock } from './document.ts'

/** A cell of a table as files write it, before spans are laid out. */
export type Cell = { text: string; columns: number; rows: number }

/** Beyond this many columns a table is no text that a person reads; it also stops hostile spans. */
const MOST_COLUMNS = 256

/**
 * The blocks of a table: rows across its whole width at the top as paragraphs, then the table itself. Merged cells are
 * repeated in every row and column they cover, so that each row says everything; several rows of heads become one. A
 * table of one column or one row is no table but text. `headRows` is how many rows the file marks as heads; without any
 * the first row is taken as head.
 */
export function tableBlocks(rows: Cell[][], headRows: number): ContentBlock[] {
  const grid = layOut(rows)
  let captions = 0
  while (captions < grid.length - 1 && spansAll(rows[captions]!, grid[captions]!)) captions++
  const body = grid.slice(captions).filter((row) => row.some(Boolean))
  const heads = Math.min(Math.max(1, headRows - captions), Math.max(1, body.length - 1))
  const before = grid.slice(0, captions).flatMap((row) => paragraph(row[0]!))
  return [...before, ...blocksOfGrid(body, heads)]
}

/** The block of a grid without spans; `heads` rows at its top are heads. Empty columns are left out. */
export function blocksOfGrid(grid: string[][], heads: number): ContentBlock[] {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) => grid.some((row) => row[i]))
  const full = grid.map((row) => columns.map((i) => row[i] ?? ''))
  if (columns.length === 1) return full.flatMap((row) => paragraph(row[0]!))
  if (full.length < 2) return full.flatMap((row) => paragraph(row.filter(Boolean).join(' | ')))
  const head = columns.map((_, i) =>
    [...new Set(full.slice(0, heads).map((row) => row[i]!))].filter(Boolean).join(' – '),
  )
  return [{ kind: 'table', head, rows: full.slice(heads) }]
}

function paragraph(text: string): ContentBlock[] {
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

function spansAll(cells: Cell[], row: string[]): boolean {
  return row.length > 1 && cells.length === 1 && cells[0]!.columns >= row.length
}

/** Every row with a text for each column. */
function layOut(rows: Cell[][]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, y) => {
    let x = 0
    for (const cell of cells) {
      while (grid[y]![x] !== undefined) x++
      const right = Math.min(x + Math.max(1, cell.columns), MOST_COLUMNS)
      const bottom = Math.min(y + Math.max(1, cell.rows), rows.length)
      for (let row = y; row < bottom; row++)
        for (let column = x; column < right; column++) grid[row]![column] = cell.text
      x = right
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''))
}

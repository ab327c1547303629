import type { ContentBlock } from '../../../knowledge/readers/document.ts'
import type { Coverage } from '../evidence.ts'

type Table = Extract<ContentBlock, { kind: 'table' }>

/** Rows of a table, or items of a list, that a question asks for, and how much of the question they alone tell, 0 to 1. */
export type AskedRows = { rows: string[][]; value: number }

/** A word that stands in more rows than two and than this share of them, or in all, tells no row from another. */
const COMMON = 0.34
/** Rows that tell nearly as much as the best one are asked for too … */
const AS_GOOD = 0.9
/** … if they are not many: then the question is not about rows. */
const MOST_ROWS = 3

/**
 * The rows that a question asks for: those with its words that other rows do not have. `null` when no row stands out, or
 * too many do.
 */
export function askedRows(coverage: Coverage, all: readonly string[][]): AskedRows | null {
  const presences = all.map((row) => coverage.presences(row.join(' | ')))
  const most = Math.min(all.length - 1, Math.max(2, all.length * COMMON))
  const common = (presences[0] ?? []).map((_, word) => presences.filter((row) => row[word]! > 0).length > most)
  const values = presences.map((row) => coverage.share(row.map((presence, word) => (common[word] ? 0 : presence))))
  const value = Math.max(0, ...values)
  if (value === 0) return null
  const rows = all.filter((_, at) => values[at]! >= value * AS_GOOD)
  return rows.length <= MOST_ROWS ? { rows, value } : null
}

/** A row is asked for by its first cell when that has at least this share of what another one has of the question. */
const NAMED_FIRST = 0.6

/** A row in words, and what else it says, cell by cell, under the names of its columns. */
export type RowInWords = { words: string; more: string[] }

/**
 * A row in words: «Правно саветовалиште: 480.000 динара», or, where what is asked about stands in a further column,
 * «Трајање: две године – Пожега 2010–2011».
 */
export function rowInWords(coverage: Coverage, { head }: Table, row: readonly string[]): RowInWords {
  const cells = row.map((cell, at) => ({ cell: cell.trim(), head: head[at]?.trim() ?? '' }))
  const [first, ...others] = cells.filter(({ cell }) => cell !== '')
  if (!first || others.length === 0) return { words: first?.cell ?? '', more: [] }
  const asked = best([first, ...others], (one) => coverage.of(one.cell))
  if (coverage.of(asked.cell) * NAMED_FIRST > coverage.of(first.cell))
    return { words: `${named(first)} – ${asked.cell}`, more: namesOf(others, asked) }
  const column = best(others, (one) => coverage.of(one.head))
  return { words: `${first.cell}: ${column.cell}`, more: namesOf(others, column) }
}

type Cell = { cell: string; head: string }

function best(cells: readonly Cell[], worth: (cell: Cell) => number): Cell {
  return cells.toSorted((a, b) => worth(b) - worth(a))[0]!
}

function named({ cell, head }: Cell): string {
  return head === '' ? cell : `${head}: ${cell}`
}

function namesOf(cells: readonly Cell[], except: Cell): string[] {
  return cells.filter((one) => one !== except).map(named)
}

/** A table as a phone shows it: one that is too wide for that gets a line for each row. */
export function readableTable(table: Table): ContentBlock {
  if (isNarrow(table)) return table
  const lines = table.rows.map((row) => {
    const [first = '', ...cells] = row
    const rest = cells.map((cell, at) => named({ cell, head: table.head[at + 1] ?? '' })).join('; ')
    return first.endsWith('?') ? `${first} ${rest}` : `${first}: ${rest}`
  })
  return { kind: 'list', ordered: false, items: lines }
}

/** A phone shows two columns, or three of short cells, in characters. */
const LONGEST_CELL = 40

function isNarrow({ head, rows }: Table): boolean {
  if (head.length <= 2) return true
  return head.length === 3 && [head, ...rows].flat().every((cell) => cell.length <= LONGEST_CELL)
}

import type { Cells, Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import { missingIn } from '../draft/missing.ts'
import type { Period } from '../rules/plan.ts'
import { fitOf, type Kind, kindOf } from './kinds.ts'
import { LONGEST_ROW, piecesOf } from './pieces.ts'
import { askedColumns, type ReadRow, readRow } from './read-row.ts'

/** More lines than these are a table, which is sent as a file. */
const MOST_LINES = 40

/**
 * What a message says of a table: several rows when every line of it is one, otherwise one row. Cells below each other, a line
 * each, are one row.
 */
export function readRows(part: Part, text: string, period: Period): ReadRow[] {
  const lines = text
    .slice(0, MOST_LINES * LONGEST_ROW)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•–]|\d{1,2}[.)])\s+/, '').trim())
    .filter(Boolean)
  const one = readRow(part, text, period)
  if (!hasRows(part) || lines.length < 2 || lines.length > MOST_LINES) return [one]
  const several = lines.map((line) => readRow(part, line, period))
  return areRows(part, lines, period) || saysMore(several, one) ? several : [one]
}

/** «Снаге: сарадња са школама» below «Слабости: један правник»: rows of which less is left over than of one made of all their lines. */
function saysMore(several: readonly ReadRow[], one: ReadRow): boolean {
  const left = several.flatMap((row) => row.left).length
  return left < one.left.length && several.every(({ cells }) => Object.keys(cells).length > 1)
}

function areRows(part: Part, lines: readonly string[], period: Period): boolean {
  if (askedColumns(part, period).length === 1) return true
  return lines.every((line) => piecesOf(line, { atCommas: true }).pieces.length >= 2)
}

/** What is in such a column can be told from any other words. */
const SURE = 0.85
const NEVER_SURE: readonly Kind[] = ['text', 'category']
/** So many columns that a row has already are another row's when they are said once more. */
const SAID_AGAIN = 3

/**
 * The rows that somebody writes where an answer for the column `asking` is awaited, as people do who go on with the next line of their
 * list; `null` for an answer. A row parted by commas looks like an answer that lists something, unless it has all that a row needs and
 * something that only a row has: a number, a year, a yes or no.
 */
export function rowsInsteadOf(
  { part, asking, known }: { part: Part; asking: string; known: Cells },
  text: string,
  period: Period,
): ReadRow[] | null {
  if (!hasRows(part) || askedColumns(part, period).length < 3) return null
  const rows = readRows(part, text, period)
  if (rows.length > 1) return rows.every(({ cells }) => Object.keys(cells).length > 1) ? rows : null
  const [{ cells, left }] = rows as [ReadRow]
  if (left.length > 0) return null
  const filled = Object.keys(cells)
  const isTyped = filled.some((column) => isSure(part, column, cells[column]!))
  const isWhole = missingIn(part, cells).length === 0 && filled.length > 1
  const { isParted } = piecesOf(text, { atCommas: true })
  if (isParted) return isWhole || isSaidAgain(filled, known, readRow(part, text, period, known)) ? rows : null
  if (!isTyped) return null
  const isNoAnswer = kindOf(part, asking) !== 'text' && fitOf(kindOf(part, asking), text) < SURE
  return isWhole || (isNoAnswer && filled.length >= SAID_AGAIN) ? rows : null
}

/** Whether cells in order are no row's remaining ones: some of them find no place there, and as a row of their own they are in columns that it has. */
function isSaidAgain(filled: readonly string[], known: Cells, goingOn: ReadRow): boolean {
  return goingOn.left.length > 0 && filled.filter((column) => known[column]).length >= SAID_AGAIN
}

function isSure(part: Part, column: string, cell: string): boolean {
  const kind = kindOf(part, column)
  return !NEVER_SURE.includes(kind) && fitOf(kind, cell) >= SURE
}

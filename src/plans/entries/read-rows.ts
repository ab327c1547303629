import type { Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import type { Period } from '../rules/plan.ts'
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
  const isSeveral = hasRows(part) && lines.length > 1 && lines.length <= MOST_LINES && areRows(part, lines, period)
  return isSeveral ? lines.map((line) => readRow(part, line, period)) : [readRow(part, text, period)]
}

function areRows(part: Part, lines: readonly string[], period: Period): boolean {
  if (askedColumns(part, period).length === 1) return true
  return lines.every((line) => piecesOf(line, { atCommas: true }).pieces.length >= 2)
}

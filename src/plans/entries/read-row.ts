import { COMPUTED } from '../draft/completed.ts'
import { type Cells, type Part, yearsOf } from '../draft/draft.ts'
import { isForm } from '../draft/forms.ts'
import { allColumnsOf, columnsOf, neededOf } from '../draft/layout.ts'
import type { Period } from '../rules/plan.ts'
import { declared } from '../rules/tables.ts'
import { isEmpty } from '../rules/values.ts'
import { fitOf, isDay, isRefused, kindOf } from './kinds.ts'
import { columnNamed } from './names.ts'
import { LONGEST_ROW, piecesOf } from './pieces.ts'
import {
  type Open,
  withoutAct,
  withoutBox,
  withoutCounts,
  withoutLead,
  withoutNamedAmount,
  withoutPeriod,
  withoutRange,
  withoutScores,
  withoutValue,
  withoutYear,
  withoutYes,
} from './split.ts'

/** What a line says, column by column, and the pieces of it that nothing was made of. */
export type ReadRow = { cells: Cells; left: string[] }

/**
 * One row as somebody writes it: «стан 12 породица, повереник, март 2026», cells in the order of the columns parted by semicolons, or
 * «носилац: Центар; рок: К2 2027». Columns that `known` fills already are left as they are unless they are named.
 */
export function readRow(part: Part, text: string, period: Period, known: Cells = {}): ReadRow {
  const asked = askedColumns(part, period)
  const said = text.slice(0, LONGEST_ROW).trim()
  if (asked.length === 1) return { cells: said === '' ? {} : { [asked[0]!]: said }, left: [] }
  const { pieces, isParted } = piecesOf(said, { atCommas: asked[0] !== 'text' })
  const cells: Record<string, string> = {}
  const unnamed = withoutComputed(part, pieces, asked, period).flatMap((piece) => {
    const named = namedCell(part, piece, period)
    if (named) cells[named.column] = named.said
    return named ? [] : [piece]
  })
  const isOpen = (column: string) => isEmpty(known[column]) && cells[column] === undefined
  const open = () => asked.filter(isOpen)
  if (isParted && isWhole(part, unnamed, open(), asked)) {
    open().forEach((column, at) => {
      if (unnamed[at]) cells[column] = unnamed[at]
    })
    return { cells, left: [] }
  }
  const rest = closedFirst(part, apart(unnamed, { part, isOpen }, cells), cells, open())
  const { matched, left } = align(part, withDays(part, rest, open()), open())
  return { cells: { ...cells, ...matched }, left }
}

/** «1.2.1», «ОЦ», «ПЦ 2»: how rows are marked. */
const MARK = /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|[опс]ц\s?\d{0,2}\.?|[ops]c\s?\d{0,2}\.?)$/iu
/** What follows from other columns is a number, a share or a mark. */
const COUNTED = /^[\d.,\s%–-]*$/

/**
 * Marks, sums and ranks follow from other entries and are nobody's cell: one that stands before a row goes, and all of them in a row that
 * has every column of the table.
 */
function withoutComputed(
  part: Part,
  pieces: readonly string[],
  asked: readonly string[],
  period: Period,
): readonly string[] {
  const all = shownColumns(part, period)
  const isComputed = (at: number) => !asked.includes(all[at]!)
  const isWhole =
    pieces.length === all.length &&
    pieces.every((piece, at) => !isComputed(at) || MARK.test(piece) || COUNTED.test(piece))
  if (isWhole) return pieces.filter((_, at) => !isComputed(at))
  const mayHaveMark = allColumnsOf(part).includes('mark') && !asked.includes('mark')
  // «ПЦ2; Запошљавање; …»: the mark of what the row belongs to is the first cell, where that is asked.
  const isFirstCell = fitOf(kindOf(part, asked[0]!), pieces[0] ?? '') === 1
  return mayHaveMark && !isFirstCell && MARK.test(pieces[0] ?? '') ? pieces.slice(1) : pieces
}

/** As many pieces as columns; where some columns were named, the others only count as said in order when each can hold its piece. */
function isWhole(part: Part, pieces: readonly string[], columns: readonly string[], asked: readonly string[]): boolean {
  if (pieces.length !== columns.length) return false
  return (
    columns.length === asked.length ||
    columns.every((column, at) => !pieces[at] || !isRefused(part, column, pieces[at]))
  )
}

/** Every piece that says more than one column, parted. */
function apart(pieces: readonly string[], open: Open, cells: Record<string, string>): string[] {
  return pieces
    .filter(Boolean)
    .flatMap((piece) => withoutAct(piece, open, cells))
    .flatMap((piece) => withoutPeriod(piece, open, cells))
    .flatMap((piece) => withoutScores(piece, open))
    .flatMap((piece) => withoutYear(piece, open, pieces))
    .flatMap((piece) => withoutLead(piece, open))
    .flatMap((piece) => withoutBox(piece, open))
    .flatMap((piece) => withoutRange(piece, open))
    .flatMap((piece) => withoutNamedAmount(piece, open, cells))
    .flatMap((piece) => withoutCounts(piece, open, cells))
    .flatMap((piece) => withoutYes(piece, open))
    .flatMap((piece) => withoutValue(piece, open))
}

/** «Општи», «слабост»: words that only one column can hold go there, wherever in the line they stand. */
function closedFirst(
  part: Part,
  pieces: readonly string[],
  cells: Record<string, string>,
  open: readonly string[],
): string[] {
  return pieces.filter((piece) => {
    const column = open.find(
      (one) =>
        cells[one] === undefined &&
        ['box', 'level'].includes(kindOf(part, one)) &&
        fitOf(kindOf(part, one), piece) === 1,
    )
    if (column) cells[column] = piece
    return column === undefined
  })
}

/** Columns that people fill in, in the order of the table; what follows from others is not asked. */
export function askedColumns(part: Part, period: Period): string[] {
  return shownColumns(part, period).filter((column) => !COMPUTED[part]?.includes(column))
}

/** The columns of a table as the document shows them, a column for each year where those come. */
function shownColumns(part: Part, period: Period): string[] {
  return columnsOf(part).flatMap((column) => (column === 'years' ? yearsOf(period).map(String) : [column]))
}

/** «Носилац: Центар за социјални рад», «2027: 3.000.000». */
function namedCell(part: Part, piece: string, period: Period): { column: string; said: string } | null {
  const [, name, said] = /^([^:]{2,40}):\s*(.*)$/su.exec(piece) ?? []
  if (name === undefined || said === undefined) return null
  const year = /^\s*(20\d\d)\.?\s*$/.exec(name)?.[1]
  if (year && columnsOf(part).includes('years') && yearsOf(period).includes(Number(year))) return { column: year, said }
  const column = columnNamed(part, name)
  return column ? { column, said: said.trim() } : null
}

/** «повереник, март 2026»: a day belongs to what stands before it, where the table has no column for it. */
function withDays(part: Part, pieces: readonly string[], open: readonly string[]): string[] {
  const kinds = open.map((column) => kindOf(part, column))
  if (kinds.includes('day') || kinds.includes('term')) return [...pieces]
  const joined: string[] = []
  for (const piece of pieces) {
    if (joined.length > 0 && isDay(piece)) joined.push(`${joined.pop()}, ${piece}`)
    else joined.push(piece)
  }
  return joined
}

/** Columns without which a row is not whole get the pieces first. */
const NEEDED_MORE = 0.04
/** What a row is about, before all. */
const MAIN_MORE = 0.1
/** Leaving a piece out costs more than any doubtful place. */
const LEFT_OUT = -1

/** The pieces to the columns, both in their order, so that they fit best all together. */
function align(part: Part, pieces: readonly string[], columns: readonly string[]) {
  const extra = extras(part, columns)
  const fits = pieces.map((piece) => columns.map((column, at) => fitOf(kindOf(part, column), piece) + extra[at]!))
  const best: { score: number; from: 'piece' | 'column' | 'both' | null }[][] = []
  for (let p = 0; p <= pieces.length; p++) {
    best.push([])
    for (let c = 0; c <= columns.length; c++) best[p]!.push(stepTo(best, fits, p, c))
  }
  return walked(best, pieces, columns)
}

/** What a column is worth beside how a piece fits; those before what the row is about may be left open. */
function extras(part: Part, columns: readonly string[]): number[] {
  const needed = new Set(neededOf(part))
  const [main] = isForm(part) ? [] : declared(part).key
  const at = typeof main === 'string' ? columns.indexOf(main) : -1
  return columns.map((column, i) => (i === at ? MAIN_MORE : 0) + (needed.has(column) && i >= at ? NEEDED_MORE : 0))
}

type Steps = { score: number; from: 'piece' | 'column' | 'both' | null }[][]

function stepTo(best: Steps, fits: readonly (readonly number[])[], p: number, c: number): Steps[number][number] {
  if (p === 0) return { score: 0, from: c === 0 ? null : 'column' }
  const skipPiece = { score: best[p - 1]![c]!.score + LEFT_OUT, from: 'piece' as const }
  if (c === 0) return skipPiece
  const skipColumn = { score: best[p]![c - 1]!.score, from: 'column' as const }
  const fit = fits[p - 1]![c - 1]!
  const both = { score: fit < 0.2 ? -Infinity : best[p - 1]![c - 1]!.score + fit, from: 'both' as const }
  return [skipColumn, both, skipPiece].reduce((most, one) => (one.score > most.score ? one : most))
}

function walked(best: Steps, pieces: readonly string[], columns: readonly string[]) {
  const matched: Record<string, string> = {}
  const left: string[] = []
  let [p, c] = [pieces.length, columns.length]
  while (p > 0 || c > 0) {
    const { from } = best[p]![c]!
    if (from === 'both') matched[columns[c - 1]!] = pieces[p - 1]!
    if (from === 'piece') left.unshift(pieces[p - 1]!)
    if (from !== 'column') p--
    if (from !== 'piece') c--
  }
  return { matched, left }
}

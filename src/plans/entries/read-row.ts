import { fold, foldedWords } from '../../language/fold.ts'
import { COMPUTED } from '../draft/completed.ts'
import { type Cells, type Part, yearsOf } from '../draft/draft.ts'
import { allColumnsOf, columnsOf, namesOf, neededOf } from '../draft/layout.ts'
import type { Period } from '../rules/plan.ts'
import { sameWord } from '../rules/same-word.ts'
import { isEmpty } from '../rules/values.ts'
import { fitOf, isDay, kindOf } from './kinds.ts'
import { LONGEST_ROW, piecesOf } from './pieces.ts'

/** What a line says, column by column, and the pieces of it that nothing was made of. */
export type ReadRow = { cells: Cells; left: string[] }

/**
 * One row as somebody writes it: «стан 12 породица, повереник, март 2026», cells in the order of the columns parted by semicolons, or
 * «носилац: Центар; рок: К2 2027». Columns that `known` fills already are left as they are unless they are named.
 */
export function readRow(part: Part, text: string, period: Period, known: Cells = {}): ReadRow {
  const { pieces, isParted } = piecesOf(text.slice(0, LONGEST_ROW))
  const cells: Record<string, string> = {}
  const unnamed = pieces.flatMap((piece) => {
    const named = namedCell(part, piece, period)
    if (named) cells[named.column] = named.said
    return named ? [] : [piece]
  })
  const open = () =>
    askedColumns(part, period).filter((column) => isEmpty(known[column]) && cells[column] === undefined)
  if (isParted && unnamed.length === open().length) {
    open().forEach((column, at) => {
      if (unnamed[at]) cells[column] = unnamed[at]
    })
    return { cells, left: [] }
  }
  const rest = unnamed.filter(Boolean).flatMap((piece) => withoutCounts(part, piece, cells, known))
  const joined = withDays(
    rest,
    open().map((column) => kindOf(part, column)),
  )
  const { matched, left } = align(part, joined, open())
  return { cells: { ...cells, ...matched }, left }
}

/** Columns that people fill in, in the order of the table; what follows from others is not asked. */
export function askedColumns(part: Part, period: Period): string[] {
  return columnsOf(part)
    .flatMap((column) => (column === 'years' ? yearsOf(period).map(String) : [column]))
    .filter((column) => !COMPUTED[part]?.includes(column))
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

/** The column that a name is of, in whatever case and script: every word of it in one of the column's names. */
function columnNamed(part: Part, name: string): string | null {
  const words = foldedWords(name)
  const isName = (one: string) => {
    const own = foldedWords(one)
    return own.length === words.length && words.every((word, at) => word === own[at] || sameWord(word, own[at]!))
  }
  return allColumnsOf(part).find((column) => namesOf(part, column).some(isName)) ?? null
}

/** What is counted, by how its word begins: «12 породица», «31 жена». */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:porodic|domacinst)/, 'families'],
  [/^(?:lic|osob|ljudi|covek)/, 'persons'],
  [/^zen/, 'women'],
  [/^muskar/, 'men'],
  [/^(?:dec|dete|maloletn)/, 'children'],
]
const AT_END = /^(.*?)[\s(–-]*(?<![\p{L}\d.,])(\d[\d.]*)\s+(\p{L}{3,14})\)?\s*$/su

/** Takes «12 породица» off the end of a piece into its own column; in the middle of a sentence it stays. */
function withoutCounts(part: Part, piece: string, cells: Record<string, string>, known: Cells): string[] {
  const [, before, number, word] = AT_END.exec(piece) ?? []
  if (number === undefined || word === undefined) return [piece]
  const column = COUNTED.find(([begins]) => begins.test(fold(word)))?.[1]
  const isOpen = column && allColumnsOf(part).includes(column) && cells[column] === undefined && isEmpty(known[column])
  if (!column || !isOpen) return [piece]
  cells[column] = number
  return before!.trim() === '' ? [] : withoutCounts(part, before!.trim(), cells, known)
}

/** «повереник, март 2026»: a day belongs to what stands before it, where the table has no column for it. */
function withDays(pieces: readonly string[], kinds: readonly string[]): string[] {
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
/** Leaving a piece out costs more than any doubtful place. */
const LEFT_OUT = -1

/** The pieces to the columns, both in their order, so that they fit best all together. */
function align(part: Part, pieces: readonly string[], columns: readonly string[]) {
  const needed = new Set(neededOf(part))
  const fits = pieces.map((piece) =>
    columns.map((column) => fitOf(kindOf(part, column), piece) + (needed.has(column) ? NEEDED_MORE : 0)),
  )
  const best: { score: number; from: 'piece' | 'column' | 'both' | null }[][] = []
  for (let p = 0; p <= pieces.length; p++) {
    best.push([])
    for (let c = 0; c <= columns.length; c++) best[p]!.push(stepTo(best, fits, p, c))
  }
  return walked(best, pieces, columns)
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

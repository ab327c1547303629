import { fold } from '../../language/fold.ts'
import { NO_DETAILS } from './details.ts'
import { isGivenName, isName, isPlace, looksLikeName, nameAtStart, namesPerson } from './names.ts'
import { type Group, meanLength, rowOf, variety } from './rows.ts'

/** Of the cells of a column of names, at least so many are names that are known, and nearly all have the form of one. */
const KNOWN_NAMES = 0.4
const FORMED_NAMES = 0.8

/** An office has a telephone on a desk; where nearly all rows have a mobile one, what has the form of a name is one. */
const MOBILE = /(?<!\d)(?:(?:\+|00)381|0)?[ /(.-]{0,3}6\d[ /).-]{0,3}\d{2,3}[ /.-]?\d/

/** Above a column whose cells have the form of names, whatever the names. */
const FAMILY_NAME = /(?:^| )(?:prezime|surname|(?:full|first|last|family) names?)(?: |$)/

/** A column longer than this in the mean, and hardly ever the same, says something of its own. */
const LONG_CELL = 35
const DIFFERENT = 0.6

/** The rows of a table, with its head where that is a row as the others. */
export function tableGroup(table: { head: readonly string[]; rows: readonly (readonly string[])[] }): Group {
  const hasHead = !table.head.some((cell) => isName(cell) || /@|\d{5}/.test(cell))
  const cells = hasHead ? table.rows : [table.head, ...table.rows]
  const columns = table.head.map((head, at) => ({
    head: hasHead ? head : '',
    cells: cells.map((row) => row[at] ?? ''),
  }))
  const names = namesIn(columns, cells.filter(hasMobile).length >= cells.length * FORMED_NAMES)
  const rest = columns.filter((_, at) => !names.columns.has(at))
  const before = columns.slice(0, Math.min(...names.columns))
  return {
    kind: 'table',
    rows: cells.map((row, i) => rowOf(names.isNamed[i]! || hasPersonsEmail(row), row)),
    apart: NO_DETAILS,
    isByName: names.columns.size > 0 && before.every(({ cells }) => !tellsRowsApart(cells)),
    saysMore: rest.some(({ cells }) => meanLength(cells) > LONG_CELL && variety(cells) > DIFFERENT),
    isToBeFilled: rest.some(({ head, cells }) => head !== '' && cells.every((cell) => /^[\s_.…]*$/.test(cell))),
  }
}

type Column = { head: string; cells: readonly string[] }

/** Which columns hold names, and which rows one. */
function namesIn(
  columns: readonly Column[],
  isByMobile: boolean,
): { columns: ReadonlySet<number>; isNamed: boolean[] } {
  const one = columns.map(({ head, cells }) => namedCells(head, cells, isByMobile))
  const two = columns.map((column, at) => namedPairs(column, columns[at + 1], isByMobile))
  const places = columns.flatMap((_, at) => (isMany(one[at]!) ? [at] : isMany(two[at]!) ? [at, at + 1] : []))
  const found = columns.flatMap((_, at) => [one[at]!, isMany(two[at]!) ? two[at]! : []])
  const rows = columns[0]?.cells ?? []
  return { columns: new Set(places), isNamed: rows.map((_, i) => found.some((named) => named[i] === true)) }
}

function isMany(named: readonly boolean[]): boolean {
  return named.filter(Boolean).length >= Math.max(2, named.length * KNOWN_NAMES)
}

function hasMobile(cells: readonly string[]): boolean {
  return cells.some((cell) => MOBILE.test(cell))
}

function namedCells(head: string, cells: readonly string[], isByMobile: boolean): boolean[] {
  const known = cells.map(isNameCell)
  const formed = cells.map(looksLikeName)
  const filled = cells.filter((cell) => cell.trim() !== '').length
  const isColumn = formed.filter(Boolean).length >= filled * FORMED_NAMES && filled > 0
  const isNames = isByMobile && variety(cells) > DIFFERENT
  if (isColumn && (isNames || FAMILY_NAME.test(fold(head)) || known.filter(Boolean).length >= filled * KNOWN_NAMES))
    return formed
  const given = cells.map(isGivenName)
  return given.filter(Boolean).length >= filled * FORMED_NAMES && filled > 0 ? given : known
}

/** «Илић Марија», «Марија Илић, директорка», «Марија Илић 064…», «Контакт: Марија Илић». */
function isNameCell(cell: string): boolean {
  const after = cell.slice(cell.lastIndexOf(':') + 1)
  return isName(cell) || isName(after) || nameAtStart(cell.split(/[^\p{L}.'’-]+/u).filter(Boolean)) > 0
}

/** A given name and a family name in columns of their own. */
function namedPairs({ head, cells }: Column, next: Column | undefined, isByMobile: boolean): boolean[] {
  if (!next || cells.some((cell) => cell.trim().includes(' '))) return []
  const pairs = cells.map((cell, i) => `${cell.trim()} ${next.cells[i]!.trim()}`)
  return namedCells(`${head} ${next.head}`, pairs, isByMobile)
}

function hasPersonsEmail(cells: readonly string[]): boolean {
  return cells.some(
    (cell) => cell.includes('@') && cell.split(/[\s,;<>]+/).some((part) => part.includes('@') && namesPerson(part)),
  )
}

/** Whether a column says of each row what it is: not a number, a place, or one of few kinds. */
function tellsRowsApart(cells: readonly string[]): boolean {
  const worded = cells.filter((cell) => /\p{L}{3}/u.test(cell) && !isPlace(cell))
  return worded.length > cells.length / 2 && variety(worded) > DIFFERENT
}

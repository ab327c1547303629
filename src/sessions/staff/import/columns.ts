import { isGivenName, isName, isPlace, isSmallName, looksLikeName } from '../../../knowledge/personal/names.ts'
import { fold } from '../../../language/fold.ts'
import { remembering } from '../../../language/remembering.ts'
import { readPhone } from '../../../people/entered/rules.ts'
import { municipalityNamed } from '../../../people/municipalities/municipalities.ts'
import { readEmail } from '../../../people/registration/rules.ts'

/** What a table says, a row an array of cells; rows may be of different lengths. */
export type Grid = readonly (readonly string[])[]

/** Which columns say what, from 0. A name may stand in two; `null`: no column says it. */
export type Columns = {
  name: readonly number[]
  municipality: number | null
  phone: number | null
  email: number | null
}

/** A column is what this share of its cells are. */
const SHARE = 0.4
/** So many rows say what the columns are; further ones are read by them. */
const LOOKED_AT = 300

/** Beginnings of folded words over columns: they decide between columns whose cells look alike. */
const HEADS = {
  given: ['ime', 'first', 'given'],
  family: ['prezim', 'last', 'surname', 'family'],
  municipality: ['opstin', 'grad', 'lokaln', 'jls', 'municip', 'city'],
  phone: ['tel', 'mob', 'phone', 'kontakt'],
} as const

/** What the columns hold, by their cells and, where these are alike, by the words over them; `null` when no column names people. */
export function columnsOf(grid: Grid): Columns | null {
  const rows = grid.slice(0, LOOKED_AT)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => columnAt(rows, at))
  const best = (score: (column: Column) => number) => bestOf(columns, score)
  const municipality = best((one) =>
    one.names > one.places ? 0 : one.places + (one.places > 0 && says(one, HEADS.municipality) ? 1 : 0),
  )
  const email = best((one) => one.emails)
  const phone = best((one) => (one.at === email ? 0 : one.phones + (one.phones > 0 && says(one, HEADS.phone) ? 1 : 0)))
  const others = columns.filter(({ at }) => at !== municipality)
  const name = nameColumns(others)
  return name.length === 0 ? null : { name, municipality, phone, email }
}

type Column = {
  at: number
  /** What stands over it, folded. */
  head: string[]
  names: number
  words: number
  given: number
  places: number
  phones: number
  emails: number
}

function columnAt(rows: Grid, at: number): Column {
  const all = rows.flatMap((row) => (row[at] ?? '').trim() || [])
  // What stands over a column is no cell of it, but cannot be told from one before it is known what the column is.
  const share = (fits: (cell: string) => boolean) => all.filter(fits).length / Math.max(1, all.length)
  return {
    at,
    head: all.slice(0, 3).flatMap((cell) => fold(cell).split(' ')),
    names: share(isPersonsName) + share(isName) / 10,
    words: share((cell) => /^\p{L}[\p{L}’'-]{1,24}(?: \p{L}[\p{L}’'-]{1,24})?$/u.test(cell)),
    given: share(isGivenName),
    places: share((cell) => placeIn(cell) !== null),
    phones: share((cell) => phoneIn(cell) !== null),
    emails: share((cell) => emailIn(cell) !== null),
  }
}

function bestOf(columns: readonly Column[], score: (column: Column) => number): number | null {
  const [first] = columns.filter((one) => score(one) >= SHARE).toSorted((a, b) => score(b) - score(a) || a.at - b.at)
  return first?.at ?? null
}

function says({ head }: Column, words: readonly string[]): boolean {
  return head.some((one) => words.some((word) => one.startsWith(word)))
}

/** The column of full names; or those of given and family names, the given one first. */
function nameColumns(columns: readonly Column[]): number[] {
  const full = bestOf(columns, ({ names }) => names)
  if (full !== null) return [full]
  const words = columns.filter((one) => one.words >= SHARE)
  const family = words.find((one) => says(one, HEADS.family))
  const given =
    words.filter((one) => one !== family).toSorted((a, b) => b.given - a.given)[0] ??
    words.find((one) => says(one, HEADS.given))
  if (!given || given.given < SHARE) return []
  const beside = family ?? words.find((one) => Math.abs(one.at - given.at) === 1)
  return beside ? [given.at, beside.at] : []
}

function isPersonsName(cell: string): boolean {
  return (isName(cell) || isSmallName(cell) || looksLikeName(cell)) && !isPlace(cell)
}

/** Longer cells hold more than a place. */
const LONGEST_PLACE = 60

/** The code of the unit that a cell names, also with more behind it: «Пландиште, Центар за социјални рад». */
export function placeIn(cell: string): string | null {
  if (cell.length > LONGEST_PLACE || /[\d@]/.test(cell)) return null
  return placeNamed(cell)
}

/** A list names the same few places again and again: 5,000 rows are looked up in 0.1 s instead of 2. */
const placeNamed = remembering((cell) => {
  const named = municipalityNamed(cell) ?? municipalityNamed(cell.split(/[,;(–]| - /)[0] ?? '')
  return named?.code ?? null
}, 5_000)

/** A mobile number that a sheet keeps as a number has lost its zero; one with its country its plus. */
const WITHOUT_ZERO = /^6\d{7,8}$/
const WITHOUT_PLUS = /^3816\d{7,8}$/
/** Of that form, right or mistyped. */
const PERSONAL_NUMBER = /^\d{13}$/
const DATE = /^\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}\.?$|^\d{4}-\d{2}-\d{2}/
const FEWEST_DIGITS = 8

/** A telephone number in a cell, as one calls it; `null` for dates, personal numbers, sums and the like. */
export function phoneIn(cell: string): string | null {
  const [first = ''] = cell.split(/[,;\n]/)
  const written = first.replace(/^[^\d+(]{0,12}/, '').trim()
  const digits = written.replace(/\D/g, '')
  if (WITHOUT_ZERO.test(written)) return `0${written}`
  if (WITHOUT_PLUS.test(written)) return `+${written}`
  if (digits.length < FEWEST_DIGITS || PERSONAL_NUMBER.test(written) || !/^(?:\+|\(?0)/.test(written)) return null
  return DATE.test(written) ? null : readPhone(written)
}

/** An address in a cell, alone or beside something else. */
export function emailIn(cell: string): string | null {
  if (!cell.includes('@')) return null
  const address = cell.split(/[\s,;<>()]+/).find((word) => word.includes('@'))
  return address === undefined ? null : readEmail(address.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
}

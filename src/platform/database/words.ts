import type { Db } from './database.ts'
import { toJsonb } from './parameter.ts'

/** Where people's words stand: the columns of a table, text or JSON, and which of its rows. */
export type Words = { table: string; text?: readonly string[]; json?: readonly string[]; where?: string }

/** What is looked for in words, and what stands in its place. */
export type Search = {
  /** Words, or beginnings of words, one of which every text has that is meant. */
  hints: readonly string[]
  blank(text: string): string
}

const WRITTEN = 'абвгдезијклмнопрстћуфхцчшжђčćžšđ'
const FOLDED = 'abvgdezijklmnoprstcufhccszdcczsd'
const DIGRAPHS = [
  ['љ', 'lj'],
  ['њ', 'nj'],
  ['џ', 'dz'],
  ['dj', 'd'],
] as const

/** A column in small Latin letters without marks, whatever it was written in. */
function folded(column: string): string {
  const letters = `translate(lower(${column}::text), '${WRITTEN}', '${FOLDED}')`
  return DIGRAPHS.reduce((sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`, letters)
}

/** The same for a text here. */
function foldedHere(text: string): string {
  const letters = [...text.toLowerCase()].map((letter) => FOLDED[WRITTEN.indexOf(letter)] ?? letter).join('')
  return DIGRAPHS.reduce((left, [from, to]) => left.replaceAll(from, to), letters)
}

const anywhere = (text: string) => `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`

type Candidate = { at_ctid: string } & Record<string, unknown>

/** The rows of `words` in which what is looked for may stand; with `lock`, nobody else changes them until the transaction ends. */
async function candidatesIn(db: Db, words: Words, hints: readonly string[], lock = ''): Promise<Candidate[]> {
  const columns = [...(words.text ?? []), ...(words.json ?? [])]
  const { rows } = await db.query<Candidate>(
    `select ctid::text as at_ctid, ${columns.join(', ')} from ${words.table}
     where (${words.where ?? 'true'}) and (${columns.map((column) => `${folded(column)} like any ($1::text[])`).join(' or ')})
     ${lock}`,
    [hints.map((hint) => anywhere(foldedHere(hint)))],
  )
  return rows
}

/** Blanks what is looked for wherever these words have it. Returns in how many rows. */
export async function blankWords(db: Db, words: Words, search: Search): Promise<number> {
  if (search.hints.length === 0) return 0
  let changed = 0
  for (const { at_ctid: place, ...row } of await candidatesIn(db, words, search.hints, 'for update')) {
    const after = blanked(row, words, search)
    if (JSON.stringify(after) === JSON.stringify(row)) continue
    await writeBack(db, words, place, after)
    changed += 1
  }
  return changed
}

/** In how many rows of these words what is looked for stands. */
export async function countWords(db: Db, words: Words, search: Search): Promise<number> {
  if (search.hints.length === 0) return 0
  const rows = await candidatesIn(db, words, search.hints)
  return rows.filter(({ at_ctid: _, ...row }) => JSON.stringify(blanked(row, words, search)) !== JSON.stringify(row))
    .length
}

function blanked(
  row: Record<string, unknown>,
  { text = [], json = [] }: Words,
  search: Search,
): Record<string, unknown> {
  return {
    ...row,
    ...Object.fromEntries(text.map((column) => [column, blankOrNull(row[column], search)])),
    ...Object.fromEntries(json.map((column) => [column, blankAll(row[column], search)])),
  }
}

const blankOrNull = (value: unknown, search: Search) => (typeof value === 'string' ? search.blank(value) : value)

async function writeBack(
  db: Db,
  { table, text = [], json = [] }: Words,
  place: string,
  row: Record<string, unknown>,
): Promise<void> {
  const set = [
    ...text.map((column, i) => `${column} = $${i + 2}::text`),
    ...json.map((column, i) => `${column} = $${text.length + i + 2}::jsonb`),
  ]
  const values = [...text.map((column) => row[column]), ...json.map((column) => jsonOrNull(row[column]))]
  await db.query(`update ${table} set ${set.join(', ')} where ctid = $1::tid`, [place, ...values])
}

const jsonOrNull = (value: unknown) => (value === null || value === undefined ? null : toJsonb(value))

/** All strings in a JSON value, blanked. */
function blankAll(value: unknown, search: Search): unknown {
  if (typeof value === 'string') return search.blank(value)
  if (Array.isArray(value)) return value.map((one) => blankAll(one, search))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, blankAll(one, search)]))
}

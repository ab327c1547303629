import type { Db } from './database.ts'
import { toJsonb } from './parameter.ts'

/** Where people's words stand: the columns of a table, text or JSON, and which of its rows. */
export type Words = { table: string; text?: readonly string[]; json?: readonly string[]; where?: string }

/** What is looked for in words, and what stands in its place. */
export type Search = {
  /** Words, or beginnings of words, that stand near each other: every text that is meant has one of these rows of them. */
  hints: readonly (readonly string[])[]
  blank(text: string): string
}

/** How a letter may be written: in both scripts, with its mark or without, small or capital. */
const SPELLINGS: Record<string, string> = {
  a: 'аa',
  b: 'бb',
  c: 'цчћcčć',
  d: 'дђdđ',
  e: 'еe',
  f: 'фf',
  g: 'гg',
  h: 'хh',
  i: 'иi',
  j: 'јj',
  k: 'кk',
  l: 'лl',
  m: 'мm',
  n: 'нn',
  o: 'оo',
  p: 'пp',
  r: 'рr',
  s: 'сшsš',
  t: 'тt',
  u: 'уu',
  v: 'вv',
  z: 'зжzž',
}
/** Two letters that may be one in the other script. */
const TWO: Record<string, string> = { lj: 'љ', nj: 'њ', dz: 'џ', dj: 'ђđ' }
const TWO_OF = new Map(Object.entries(TWO).flatMap(([two, ones]) => [...ones].map((one) => [one, two] as const)))
const ONE_OF = new Map(Object.entries(SPELLINGS).flatMap(([one, all]) => [...all].map((each) => [each, one] as const)))

/**
 * What finds a word however it is spelled, as PostgreSQL reads it. Folding each text instead, by `translate` and `replace`, took
 * seven seconds of 50,000 questions; this takes one pass over each, and one or two seconds.
 */
function patternOf(word: string): string {
  const plain = [...word.toLowerCase()].map((letter) => TWO_OF.get(letter) ?? ONE_OF.get(letter) ?? letter).join('')
  return plain.replace(/lj|nj|dz|dj|d|./gsu, (part) => {
    const two = part === 'd' ? 'dj' : part in TWO ? part : null
    const apart = [...(part === 'dj' ? 'd' : part)].map(anyOf).join('')
    return two ? `(?:${[...two].map(anyOf).join('')}|${apart}|[${bothCases(TWO[two]!)}])` : apart
  })
}

function anyOf(letter: string): string {
  const all = SPELLINGS[letter]
  return all ? `[${bothCases(all)}]` : RegExp.escape(letter)
}

/** The end of a word and what parts it from the next, as JSON writes it too. */
const NEAR = '.{1,9}'

const bothCases = (letters: string) => letters + letters.toUpperCase()

type Candidate = { at_ctid: string } & Record<string, unknown>

/** The rows of `words` in which what is looked for may stand; with `lock`, nobody else changes them until the transaction ends. */
async function candidatesIn(db: Db, words: Words, hints: Search['hints'], lock = ''): Promise<Candidate[]> {
  const columns = [...(words.text ?? []), ...(words.json ?? [])]
  const { rows } = await db.query<Candidate>(
    `select ctid::text as at_ctid, ${columns.join(', ')} from ${words.table}
     where (${words.where ?? 'true'}) and (${columns.map((column) => `${column}::text ~ $1::text`).join(' or ')})
     ${lock}`,
    [hints.map((near) => near.map(patternOf).join(NEAR)).join('|')],
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

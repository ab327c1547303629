import { fold } from '../../language/fold.ts'
import { remembering } from '../../language/remembering.ts'
import { BASELINE, TARGET, YEAR } from '../rules/column-names.ts'
import { wordLikeness } from '../rules/same-word.ts'
import { declared, TABLE_NAMES, type TableName } from '../rules/tables.ts'

/** A word of a head or a name: folded, and whether a point behind it says that it may be shortened. */
type Word = { folded: string; isShort: boolean }

/** Words that heads have for grammar alone. */
const SMALL = new Set('i u za na o sa po iz ili a te je su se'.split(' '))

function wordsOf(text: string): Word[] {
  const words = Array.from(text.matchAll(/([\p{L}\p{N}]+)(\.?)/gu), ([, word, point]) => ({
    folded: fold(word!),
    isShort: point === '.',
  }))
  const telling = words.filter(({ folded }) => folded !== '' && !SMALL.has(folded))
  return telling.length > 0 ? telling : words
}

type Name = { words: Word[]; weight: number }
type Column = { table: TableName; column: string; names: Name[] }

/** How many columns have a word in their names: what many have says little about any. */
const HOLDERS = new Map<string, Set<string>>()
for (const table of TABLE_NAMES)
  for (const [column, names] of Object.entries(declared(table).columns))
    for (const { folded } of names.flatMap(wordsOf))
      HOLDERS.set(folded, (HOLDERS.get(folded) ?? new Set()).add(`${table} ${column}`))

const COLUMN_COUNT = TABLE_NAMES.reduce((sum, table) => sum + Object.keys(declared(table).columns).length, 0)
/** What a word counts that no name has: less than a telling one, so that «носилац активности (служба)» stays a holder. */
const UNKNOWN_WEIGHT = 1

const weightOf = remembering((folded) => {
  const holders = HOLDERS.get(folded) ?? nearest(folded)
  return holders ? Math.log(1 + COLUMN_COUNT / holders.size) : UNKNOWN_WEIGHT
}, 5_000)

function nearest(folded: string): Set<string> | null {
  let best: { likeness: number; holders: Set<string> } | null = null
  for (const [word, holders] of HOLDERS) {
    const likeness = wordLikeness(folded, word)
    if (likeness > (best?.likeness ?? 0.6)) best = { likeness, holders }
  }
  return best?.holders ?? null
}

/** A text taken apart; each heading is compared with the titles of all tables. */
const nameOf = remembering((text): Name => {
  const words = wordsOf(text)
  return { words, weight: words.reduce((sum, { folded }) => sum + weightOf(folded), 0) }
}, 2_000)

const COLUMNS: Column[] = TABLE_NAMES.flatMap((table) =>
  Object.entries(declared(table).columns).map(([column, names]) => ({ table, column, names: names.map(nameOf) })),
)

function alike(a: Word, b: Word): number {
  const likeness = wordLikeness(a.folded, b.folded)
  if (likeness > 0 || !a.isShort) return likeness
  return b.folded.startsWith(a.folded) ? 0.9 : 0
}

/** How much a text is a name, from 0 to 1: the share of both that they have in common, telling words counting more. */
function likenessOf(text: Name, name: Name): number {
  const left = [...name.words]
  let common = 0
  for (const word of text.words) {
    let best = -1
    let most = 0.5
    left.forEach((other, at) => {
      const likeness = alike(word, other)
      if (likeness > most) [best, most] = [at, likeness]
    })
    if (best < 0) continue
    common += most * weightOf(left[best]!.folded) * 2
    left.splice(best, 1)
  }
  const whole = text.weight + name.weight
  return whole === 0 ? 0 : Math.min(1, common / whole)
}

/** How much a heading or caption is the title of a table. */
function titleLikeness(text: string, table: TableName): number {
  const name = nameOf(
    text
      .replace(/^[\s\p{N}.)–-]+/u, '')
      .replace(/^(?:табела|tabela|прилог|prilog)\s*[\p{N}\p{L}]{0,3}[.:)–-]*\s*/iu, ''),
  )
  return Math.max(...declared(table).title.map((title) => likenessOf(name, nameOf(title))))
}

/** The columns of a table that a head can be, and how much it is each; `part`: which part of the head is, where it names two. */
type Likely = { column: string; likeness: number; part: number | null }
type Likenesses = Map<TableName, Likely[]>

/** Documents repeat their heads. */
const likenesses = remembering((head): Likenesses => {
  const whole = nameOf(head)
  // «Износ – 2027», «Рок – од»: heads over one another; «Показатељ (јединица)»: what is in brackets explains.
  const bare = nameOf(head.replace(/\([^()]*\)/g, ' '))
  const found: Likenesses = new Map()
  const parts = partsOf(head)
  const isOrdinal = ORDINAL.test(head)
  for (const { table, column, names } of COLUMNS) {
    if (isOrdinal && column !== 'mark') continue
    const best = Math.max(...names.map((name) => Math.max(likenessOf(whole, name), likenessOf(bare, name))))
    const likely: Likely[] = isOrdinal
      ? [{ column, likeness: 1, part: null }]
      : best >= LEAST
        ? [{ column, likeness: best, part: null }]
        : []
    const ofParts = parts.map((part, at) => ({
      column,
      likeness: Math.max(...part.flatMap((one) => names.map((name) => likenessOf(one, name)))),
      part: at,
    }))
    const all = [...likely, ...ofParts.filter(({ likeness }) => likeness >= LEAST_OF_PART)]
    if (all.length > 0) found.set(table, [...(found.get(table) ?? []), ...all])
  }
  for (const [table, likely] of found)
    if (likely.some(({ part, likeness }) => part === null && likeness >= LEAST_OF_WHOLE))
      found.set(
        table,
        likely.filter(({ part }) => part === null),
      )
  return found
}, 2_000)

/** «Р. б.», «Рбр»: letters that would begin many other words. */
const ORDINAL = /^\s*[рr]\.?\s?[бb](?:[рr])?\.?\s*$/iu

/** «Мера / активност», «Показатељ и извор провере»: what stands in one column for two. */
function partsOf(head: string): Name[][] {
  const parts = head.split(/[/\n]|\s(?:и|i)\s/u)
  if (parts.length !== 2 || parts.some((part) => !/\p{L}{2}/u.test(part))) return []
  // «ОВИ (показатељ)»: either may be the name.
  return parts.map((part) => [part, ...part.split(/[()]/)].filter((one) => /\p{L}{2}/u.test(one)).map(nameOf))
}

/** A part that is less like a column’s name is none; a whole that is as like one is not cut in parts. */
const LEAST_OF_PART = 0.8
const LEAST_OF_WHOLE = 0.95

/** Less than this is another word. */
const LEAST = 0.5

/** The year that a head is, with nothing beside it but words for years and money. */
function yearOfHead(head: string): number | null {
  const years = head.match(/(?<!\d)20\d\d(?!\d)/g) ?? []
  if (years.length !== 1) return null
  const rest = fold(head.replace(/20\d\d/, ' '))
    .split(' ')
    .filter(Boolean)
  const isPlain = rest.every((word) =>
    /^(?:god\w*|iznos\w*|trosk\w*|trosak|budzet\w*|sredstv\w*|rsd|din\w*|po|u|za|g|planiran\w*|ukupn\w*|evr\w*|eur|cena|troskovi|potrebn\w*|hilj\w*|procenjen\w*|finansijsk\w*|izvor\w*|000)$/.test(
      word,
    ),
  )
  return isPlain ? Number(years[0]) : null
}

/** A table that was recognised: which, and the place of each of its columns. */
export type Recognised = { name: TableName; at: Map<string, number>; years: Map<number, number>; score: number }

/** Least share of the heads that must be known, for a table to be that table. */
const ENOUGH = 0.5
/** What titles around a table add at most. */
const TITLE_SHARE = 0.3
/** What a table gains that has all columns of its kind. */
const WHOLE_SHARE = 0.1

/** Which table these heads are of, or `null`; `around` are headings and captions, the nearest last. */
export function recognise(written: readonly string[], around: readonly string[]): Recognised | null {
  const heads = written.map(withTarget)
  const found = TABLE_NAMES.map((name) =>
    likeTable(name, name === 'objectives' ? fromTo(heads) : heads, around),
  ).filter((one) => one !== null)
  return found.toSorted((a, b) => b.score - a.score)[0] ?? null
}

/** «Вредност 2026» and «Вредност 2030»: of two heads that differ by their year alone, the earlier is where one stands, the later where one goes. */
function fromTo(heads: readonly string[]): readonly string[] {
  const dated = heads.flatMap((head, at) => {
    const [year, ...others] = head.match(/(?<!\d)20\d\d(?!\d)/g) ?? []
    return year && others.length === 0 ? [{ at, year, words: fold(head.replace(year, ' ')) }] : []
  })
  const [first, second] = dated.toSorted((a, b) => a.year.localeCompare(b.year))
  if (!first || !second || dated.length > 2 || first.words !== second.words || first.year === second.year) return heads
  return heads.with(first.at, `${BASELINE[0]} ${first.year}`).with(second.at, `${TARGET[0]} ${second.year}`)
}

/** «Циљ 2029» beside an objective: what is aimed at in that year. */
function withTarget(head: string): string {
  return head.replace(/^\s*(?:циљ|cilj)(?=\s*(?:(?:до|за|у|do|za|u)\s+)?\(?20\d\d)/iu, 'циљна вредност')
}

/** «Почетна вредност | Година»: where a table has no year of its own, a bare one is of the column before it. */
function withYearsOf(
  heads: readonly string[],
  columns: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (Object.values(columns).some(([name]) => name === YEAR[0])) return heads
  return heads.map((head, at) => (at > 0 && /^god(?:ina)?$/.test(fold(head)) ? `${head} ${heads[at - 1]}` : head))
}

function likeTable(name: TableName, written: readonly string[], around: readonly string[]): Recognised | null {
  const heads = withYearsOf(written, declared(name).columns)
  const { columns, key, keyUnderTitle, years: mayHaveYears } = declared(name)
  const years = new Map<number, number>()
  if (mayHaveYears)
    heads.forEach((head, at) => {
      // Most heads have no figure.
      const year = /\d/.test(head) ? yearOfHead(head) : null
      if (year !== null) years.set(year, at)
    })
  const yearColumns = new Set(years.values())
  const { at, sum } = assign(name, heads, yearColumns)
  const isThere = (wanted: string | readonly string[]) =>
    typeof wanted === 'string'
      ? at.has(wanted)
      : wanted.some((one) => at.has(one)) || (yearColumns.size > 0 && wanted.includes('cost'))
  // «Када» is no term and an activity's second mark at once.
  const marks = new Set(key.flat().filter((one) => at.has(one) || (one === 'cost' && yearColumns.size > 0)))
  const title = around.length === 0 ? 0 : Math.max(...around.slice(-3).map((text) => titleLikeness(text, name)))
  if (!(key.every(isThere) && marks.size >= key.length) && !(title >= LEAST && keyUnderTitle?.every(isThere)))
    return null
  const said = heads.filter((head, i) => head !== '' && !yearColumns.has(i)).length
  const known = sum / Math.max(1, said)
  const share = at.size / Object.keys(columns).length
  if (known + TITLE_SHARE * (title >= LEAST ? title : 0) < ENOUGH) return null
  return { name, at, years, score: known + TITLE_SHARE * title + WHOLE_SHARE * share }
}

/** Each head to one column, the likeliest pairs first. */
function assign(
  name: TableName,
  heads: readonly string[],
  years: ReadonlySet<number>,
): { at: Map<string, number>; sum: number } {
  const pairs = heads.flatMap((head, place) => {
    if (head === '' || years.has(place)) return []
    return (likenesses(head).get(name) ?? []).map((one) => ({ ...one, place }))
  })
  const at = new Map<string, number>()
  const used = new Map<number, (number | null)[]>()
  let sum = 0
  for (const { column, place, likeness, part } of pairs.toSorted(
    (a, b) => b.likeness - a.likeness || a.place - b.place,
  )) {
    const taken = used.get(place) ?? []
    if (at.has(column) || taken.includes(null) || taken.includes(part) || (part === null && taken.length > 0)) continue
    at.set(column, place)
    used.set(place, [...taken, part])
    if (taken.length === 0) sum += likeness
  }
  nameKey(name, heads, at, new Set([...used.keys(), ...years]))
  return { at, sum }
}

/** So many columns of a table, and all but its first, say what the first is, whatever it is called («Целина», «Ко»). */
const FEWEST_BESIDE_KEY = 4

function nameKey(name: TableName, heads: readonly string[], at: Map<string, number>, known: ReadonlySet<number>): void {
  const [key] = declared(name).key
  if (typeof key !== 'string' || at.has(key) || known.has(0) || at.size < FEWEST_BESIDE_KEY) return
  if (heads.every((head, place) => place === 0 || head === '' || known.has(place))) at.set(key, 0)
}

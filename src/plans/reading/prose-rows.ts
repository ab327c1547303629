import { isSameText, SPECIFIC } from '../rules/objectives.ts'
import type { Row, Table, Tables } from '../rules/plan.ts'
import { recognise } from './heads.ts'
import { measuredIn } from './measured.ts'
import { type PlanPiece, placeInText, type TablePiece, type TextPiece } from './pieces.ts'
import { isGroup, valuesIn } from './table-rows.ts'

type Described = 'activities' | 'objectives'

/** «Активност 1.1. Куповина кућа», «Посебни циљ 2: …»: how the entry of a plan begins that is written as text. */
const BEGINNINGS: Record<Described, RegExp> = {
  activities: /^\s*(?:активност|aktivnost)\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s*[:.–-]?\s+(?=\p{L})/iu,
  objectives: new RegExp(
    String.raw`^\s*(?:${SPECIFIC}\s+(?:циљ|cilj)|(?:пц|сц|pc|sc))\s*(\d{1,2})\.?\s*[:.–-]?\s+(?=[\p{L}\d])`,
    'iu',
  ),
}

/** «Посебан циљ 1», as a heading or a line: its words stand below. */
const BARE: Record<Described, RegExp> = {
  activities: /^\s*(?:активност|aktivnost)\s*(\d{1,2}(?:\.\d{1,2})*)\.?:?\s*$/iu,
  objectives: new RegExp(String.raw`^\s*(?:${SPECIFIC}\s+(?:циљ|cilj)|(?:пц|сц|pc|sc))\s*(\d{1,2})\.?:?\s*$`, 'iu'),
}

/** A part of a text that says which column it is: «Носилац: Комисија за становање», «Почетна вредност износи 5 лица». */
const IS = 'је|су|износи|износе|биће|je|su|iznosi|iznose|biće|bice'
const LABELLED = new RegExp(String.raw`^\s*(\p{L}[\p{L}\s/–-]{1,40}?)(?:\s*[:–]\s*|\s(?:${IS})\s|\s(?=\d))(.+)$`, 'su')
/** Where one part ends and the next begins: a label after a full stop or a new line, or after a semicolon or a comma in small letters, too. */
const BETWEEN = new RegExp(
  String.raw`(?:(?:\.\s+|\n)(?=\p{Lu})|;\s+|,\s(?:а|док|a|dok)\s)(?=\p{L}[\p{L}\s/–-]{1,40}?(?::\s|\s–\s|\s(?:${IS})\s|\s\d))|,\s+(?=\p{L}+(?:\s\p{L}+)?(?::\s|\s\d[\d.,]*\s?[%(]))`,
  'u',
)

/**
 * Activities and objectives of a plan that describes them in paragraphs: what begins an entry, as a heading or as text, and parts with labels in
 * it and in the paragraphs below. Only where the document has no such table, since many repeat a table's rows in their text.
 */
function describedIn(pieces: readonly PlanPiece[], name: Described): Pick<Table, 'rows' | 'totals' | 'parts'> | null {
  const entries = entriesOf(pieces, name)
  const rows = entries.map((entry, at) => rowOf(name, entry, at))
  // One sentence of this kind is a mention; a plan has several activities, and says more of each than its name.
  const isPlan = name === 'objectives' ? rows.length > 1 : rows.some(({ cells }) => Object.keys(cells).length > 2)
  if (!isPlan) return null
  const columns = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  const place = { ...rows[0]!.place, row: null }
  return { rows, totals: [], parts: [{ place, columns, years: new Set() }] }
}

/** `group`: the measure or objective that an activity stands below. */
type Entry = { first: TextPiece; mark: string; parts: [string, string][]; group: string }

function entriesOf(pieces: readonly PlanPiece[], name: Described): Entry[] {
  const entries: Entry[] = []
  let open: Entry | null = null as Entry | null
  let group = ''
  const begin = (first: TextPiece, mark: string, text: string) => {
    const parts = partsOf(text, name, mark)
    // What another chapter names once more is the same one.
    open = entries.find((one) => one.mark === mark && isSameText(one.parts[1]![1], parts[1]![1])) ?? null
    if (open) open.parts.push(...parts.slice(2))
    else {
      open = { first, mark, parts, group }
      entries.push(open)
    }
  }
  /** The mark whose words stand in the next text. */
  let bare: string | null = null
  const isBegun = (piece: TextPiece): boolean => {
    const begun = BEGINNINGS[name].exec(piece.text)
    const [, alone] = BARE[name].exec(piece.text) ?? []
    const known = alone === undefined ? null : entries.find(({ mark }) => mark === alone)
    if (begun && isMention(begun[0], entries, begun[1]!)) open = null
    else if (begun) begin(piece, begun[1]!, piece.text.slice(begun[0].length))
    else if (alone !== undefined) open = known ?? null
    else if (bare !== null) begin(piece, bare, piece.text)
    bare = alone !== undefined && !known ? alone : null
    return begun !== null || alone !== undefined || open?.first === piece
  }
  let headings: readonly string[] = []
  for (const piece of pieces) {
    if (piece.headings !== headings) {
      headings = piece.headings
      group = headings.findLast(isGroup) ?? ''
      open = null
      bare = null
      isBegun({ kind: 'text', text: headings.at(-1) ?? '', headings, isItem: false })
    }
    if (piece.kind === 'text' && isGroup(piece.text) && piece.text.length <= LONGEST_GROUP) group = piece.text
    if (piece.kind === 'text' && !isBegun(piece) && open) (open as Entry).parts.push(...saidBelow(piece.text, name))
  }
  return entries
}

/** A line that is a measure's name; a longer one says something of it. */
const LONGEST_GROUP = 160

/** «Посебни циљ 1 ослања се на …»: of one that was described, without a sign behind its number, a sentence only speaks. */
function isMention(beginning: string, entries: readonly Entry[], mark: string): boolean {
  return !/[.:–-]\s*$/.test(beginning) && entries.some((one) => one.mark === mark)
}

function partsOf(text: string, name: Described, mark: string): [string, string][] {
  const [first = '', ...rest] = text.split(BETWEEN)
  return [['Ознака', mark], [OWN_HEADS[name], first.replace(/\.\s*$/, '')], ...rest.flatMap((part) => labelledIn(part))]
}

const OWN_HEADS: Record<Described, string> = { activities: 'Активност', objectives: 'Посебни циљ' }

/** What a paragraph below an entry says of it: with labels, or else, of objectives, in sentences. */
function saidBelow(text: string, name: Described): [string, string][] {
  const labelled = isPart(text) ? labelledIn(text).map(asTarget) : []
  return labelled.length > 0 || name === 'activities' ? labelled : measuredIn(text)
}

/** «Циљ 27 (2030)»: below an objective its own word with a figure is what is aimed at. */
function asTarget([label, value]: [string, string]): [string, string] {
  return /^\s*(?:циљ|cilj)\s*$/iu.test(label) && /^\D{0,3}\d/.test(value) ? ['циљна вредност', value] : [label, value]
}

const isPart = (text: string) => text.split(BETWEEN).some((part) => LABELLED.test(part)) && text.length < 600

function labelledIn(text: string): [string, string][] {
  return text.split(BETWEEN).flatMap((part): [string, string][] => {
    const [, label, value] = LABELLED.exec(part) ?? []
    return label === undefined || value === undefined ? [] : [[label, value.replace(/\.\s*$/, '')]]
  })
}

/** The entry that a text begins: «Посебан циљ 1: …», over a card. */
export function entryIn(text: string): { head: string; text: string } | null {
  const name = (['objectives', 'activities'] as const).find((one) => BEGINNINGS[one].test(text))
  return name ? { head: OWN_HEADS[name], text } : null
}

/** «Картица 1.1.1 | Постављање кућа»: a number in levels, alone or behind one word, and beside it what has that number. */
export function numberedEntry(label: string, text: string): { head: string; text: string } | null {
  const [, mark] = NUMBERED.exec(label) ?? []
  return mark !== undefined && /\p{L}{3}/u.test(text) ? { head: OWN_HEADS.activities, text: `${mark} ${text}` } : null
}

const NUMBERED = /^\s*(?:\p{L}+\.?\s)?(\d{1,2}(?:\.\d{1,2}){1,3})\.?:?\s*$/u

/** The entry whose name stands over a table that says the rest of it: «Посебан циљ 1: …» over its indicators. Several above are a list. */
export function entryAbove({ above, caption, headings }: TablePiece): { head: string; text: string } | null {
  const heading = headings.at(-1) ?? ''
  for (const name of ['objectives', 'activities'] as const) {
    const begun = [...(above.includes(caption) ? [] : [caption]), ...above].filter((text) =>
      BEGINNINGS[name].test(text),
    )
    const [text = ''] = begun.length > 0 ? begun : [heading].filter((one) => BEGINNINGS[name].test(one))
    if (text !== '' && begun.length <= 1) return { head: OWN_HEADS[name], text }
    const [first] = above
    if (first !== undefined && begun.length === 0 && BARE[name].test(heading))
      return { head: OWN_HEADS[name], text: `${heading.replace(/[.:]\s*$/, '')}: ${first}` }
  }
  return null
}

function rowOf(name: Described, { first, parts, group }: Entry, at: number): Row {
  const heads = parts.map(([label]) => label)
  const known = recognise(heads, [])
  const columns = known?.name === name ? [...known.at] : NAMED[name].map((column, place) => [column, place] as const)
  const place = placeInText(first)
  const label = parts[1]![1]
  const cells: Row['cells'] = Object.fromEntries(columns.map(([column, i]) => [column, parts[i]![1]]))
  const rest = parts.filter((_, i) => !columns.some(([, place]) => place === i)).map(([, said]) => said)
  return {
    cells: name === 'objectives' ? { ...valuesIn({ cells, rest }), ...cells } : cells,
    years: new Map(),
    group: name === 'activities' ? group : '',
    place: { ...place, table: name, row: { number: at + 1, label, text: first.text }, quote: first.text },
    heads: Object.fromEntries(columns.map(([column, i]) => [column, heads[i]!])) as Row['heads'],
    rest,
    at: {},
  }
}

/** What the first two parts are, whatever follows. */
const NAMED: Record<Described, readonly [string, string]> = {
  activities: ['mark', 'activity'],
  objectives: ['mark', 'objective'],
}

/** So many columns an entry has at least that a table of others leaves to the text. */
const WHOLE = 4

/** Of entries in the text those that no table has, where they are more than a name. */
function withoutKnown<T extends Pick<Table, 'rows' | 'totals' | 'parts'>>(table: T, known: readonly Row[]): T {
  const textOf = ({ cells }: Row) => Object.values(cells as Record<string, string>)
  const rows = table.rows.filter(
    (row) =>
      Object.keys(row.cells).length >= WHOLE &&
      !known.some((other) => textOf(other).some((text) => isSameText(text, row.place.row!.label))),
  )
  return { ...table, rows, parts: rows.length > 0 ? table.parts : [] }
}

/** What the text describes beside the tables that a document has. */
export function describedBeside(
  tables: Tables,
  pieces: readonly PlanPiece[],
): { name: Described; table: Pick<Table, 'rows' | 'totals' | 'parts'> }[] {
  return (['activities', 'objectives'] as const).flatMap((name) => {
    const table = describedIn(pieces, name)
    if (!table) return []
    const known = tables[name]
    return [{ name, table: known ? withoutKnown(table, known.rows as Row[]) : table }]
  })
}

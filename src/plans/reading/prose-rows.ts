import { SPECIFIC } from '../rules/objectives.ts'
import type { Row, Table, Tables } from '../rules/plan.ts'
import { recognise } from './heads.ts'
import { type PlanPiece, placeInText, type TextPiece } from './pieces.ts'

type Described = 'activities' | 'objectives'

/** «Активност 1.1. Куповина кућа», «Посебни циљ 2: …»: how the entry of a plan begins that is written as text. */
const BEGINNINGS: Record<Described, RegExp> = {
  activities: /^\s*(?:активност|aktivnost)\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s*[:.–-]?\s+(?=\p{L})/iu,
  objectives: new RegExp(
    String.raw`^\s*(?:${SPECIFIC}\s+(?:циљ|cilj)|(?:пц|сц|pc|sc))\s*(\d{1,2})\.?\s*[:.–-]?\s+(?=[\p{L}\d])`,
    'iu',
  ),
}

/** A part of a text that says which column it is: «Носилац: Комисија за становање». */
const LABELLED = /^\s*([\p{L}][\p{L}\s/–-]{1,40}?)\s*[:–]\s*(.+)$/su
/** Where one part ends and the next begins: a label after a full stop or a new line, or after a semicolon in small letters, too. */
const BETWEEN = /(?:(?:\.\s+|\n)(?=\p{Lu})|;\s+)(?=\p{L}[\p{L}\s/–-]{1,40}?:\s)/u

/**
 * Activities and objectives of a plan that describes them in paragraphs: what begins an entry, and parts with labels in it and in
 * the paragraphs below. Only where the document has no such table, since many repeat a table's rows in their text.
 */
function describedIn(pieces: readonly PlanPiece[], name: Described): Pick<Table, 'rows' | 'totals' | 'parts'> | null {
  const entries: { first: TextPiece; parts: [string, string][] }[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue
    const begun = BEGINNINGS[name].exec(piece.text)
    const last = entries.at(-1)
    if (begun) entries.push({ first: piece, parts: partsOf(piece.text.slice(begun[0].length), name, begun[1]!) })
    else if (last && last.first.headings === piece.headings && isPart(piece.text))
      last.parts.push(...labelledIn(piece.text))
  }
  const rows = entries.map(({ first, parts }, at) => rowOf(name, first, parts, at))
  // One sentence of this kind is a mention; a plan has several activities, and says more of each than its name.
  const isPlan = name === 'objectives' ? rows.length > 1 : rows.some(({ cells }) => Object.keys(cells).length > 2)
  if (!isPlan) return null
  const columns = new Set(rows.flatMap(({ cells }) => Object.keys(cells)))
  const place = { ...rows[0]!.place, row: null }
  return { rows, totals: [], parts: [{ place, columns, years: new Set() }] }
}

function partsOf(text: string, name: Described, mark: string): [string, string][] {
  const [first = '', ...rest] = text.split(BETWEEN)
  const own = name === 'activities' ? 'Активност' : 'Посебни циљ'
  return [['Ознака', mark], [own, first.replace(/\.\s*$/, '')], ...rest.flatMap((part) => labelledIn(part))]
}

const isPart = (text: string) => LABELLED.test(text) && text.length < 300

function labelledIn(text: string): [string, string][] {
  return text.split(BETWEEN).flatMap((part): [string, string][] => {
    const [, label, value] = LABELLED.exec(part) ?? []
    return label === undefined || value === undefined ? [] : [[label, value.replace(/\.\s*$/, '')]]
  })
}

function rowOf(name: Described, first: TextPiece, parts: readonly [string, string][], at: number): Row {
  const heads = parts.map(([label]) => label)
  const known = recognise(heads, [])
  const columns = known?.name === name ? [...known.at] : NAMED[name].map((column, place) => [column, place] as const)
  const place = placeInText(first)
  const label = parts[1]![1]
  return {
    cells: Object.fromEntries(columns.map(([column, i]) => [column, parts[i]![1]])) as Row['cells'],
    years: new Map(),
    group: '',
    place: { ...place, table: name, row: { number: at + 1, label, text: first.text }, quote: first.text },
    heads: Object.fromEntries(columns.map(([column, i]) => [column, heads[i]!])) as Row['heads'],
    rest: [],
    at: {},
  }
}

/** What the first two parts are, whatever follows. */
const NAMED: Record<Described, readonly [string, string]> = {
  activities: ['mark', 'activity'],
  objectives: ['mark', 'objective'],
}

/** What the text describes beside the tables that a document has. */
export function describedBeside(
  tables: Tables,
  pieces: readonly PlanPiece[],
): { name: Described; table: Pick<Table, 'rows' | 'totals' | 'parts'> }[] {
  return (['activities', 'objectives'] as const).flatMap((name) => {
    const table = tables[name] ? null : describedIn(pieces, name)
    return table ? [{ name, table }] : []
  })
}

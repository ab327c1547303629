import { fold } from '../../language/fold.ts'
import { SPECIFIC } from '../rules/objectives.ts'
import type { Place, Row, Table } from '../rules/plan.ts'
import type { TableName } from '../rules/tables.ts'
import { amountOf, markOf, yearsIn } from '../rules/values.ts'
import type { Recognised } from './heads.ts'
import type { TablePiece } from './pieces.ts'
import { quarterOf, termOfMarks, timetableOf } from './quarters.ts'

const TOTAL = /^(?:ukupno|ukupan|ukupni|svega|zbir|zbirno|sve ?ukupno|total|suma|medj?u ?(?:suma|zbir\w*))\b/

/** What a table's rows say, once it is known which table it is. */
export function rowsOfTable(piece: TablePiece, found: Recognised): Pick<Table, 'rows' | 'totals' | 'parts'> {
  const recognised = withTerm(found)
  const rows: Row[] = []
  const totals: Row[] = []
  const timetable = timetableIn(piece, recognised)
  let group = groupAround(piece)
  let objective = isObjective(group) ? group : ''
  const rowsOfPiece = withMerged(piece.rows, recognised)
  rowsOfPiece.forEach((cells, index) => {
    const kind = kindOf(cells, piece.head)
    if (kind === 'head' || kind === 'empty') return
    if (kind === 'group') {
      group = cells.find(Boolean)!
      // «Посебан циљ 2» over «Мера: …»: the measure is of that objective.
      objective = isObjective(group) ? group : isGroup(group) ? objective : ''
      return
    }
    const row = rowOf(piece, recognised, { cells, index, group })
    if (recognised.name === 'objectives') row.cells = { ...valuesIn(row), ...row.cells }
    if (recognised.name === 'activities' && objective !== '' && objective !== group)
      row.cells = { objective, ...row.cells }
    if (recognised.name === 'activities' && row.years.size === 0) row.years = yearsWithin(piece.head, cells)
    if (timetable.size > 0) row.cells = { ...row.cells, term: termOfMarks(cells, timetable) }
    if (isTotal(cells, recognised)) totals.push(row)
    else rows.push(row)
  })
  const headRows = SUMMED.has(recognised.name) ? sumsAboveParts(rows) : new Set<Row>()
  const part = {
    place: placeOfTable(piece, recognised.name),
    columns: new Set([
      ...recognised.at.keys(),
      ...rows.flatMap(({ cells }) => Object.keys(cells)),
      ...(timetable.size > 0 ? ['term'] : []),
    ]),
    years: new Set(recognised.years.keys()),
  }
  return { rows: rows.filter((row) => !headRows.has(row)), totals, parts: [part] }
}

const SUMMED: ReadonlySet<TableName> = new Set(['budget', 'activities'])

/**
 * «Мера 1.1 | 3.000.000» above its activities: what they come to, and no entry of its own. Known by its name, or by its number, which those of
 * several rows below begin with.
 */
function sumsAboveParts(rows: readonly Row[]): Set<Row> {
  const textOf = ({ cells }: Row) => (cells as { activity?: string }).activity ?? ''
  const markFor = (row: Row) => markOf((row.cells as { mark?: string }).mark) ?? markOf(LEADING.exec(textOf(row))?.[0])
  const marks = rows.map(markFor)
  const isAbove = (row: Row, at: number) => {
    if (isGroup(textOf(row)) || isGroup((row.cells as { mark?: string }).mark ?? '')) return true
    const [mark, next] = [marks[at], marks[at + 1]]
    return Boolean(mark && next?.startsWith(`${mark}.`))
  }
  const found = rows.filter(isAbove)
  return new Set(found.length < rows.length ? found : [])
}

const LEADING = /^\s*\d{1,2}(?:\.\d{1,2})*/

/**
 * An objective and its measure that stand beside several activities are written once, merged downwards. Where all columns before the
 * activity are empty, and there are several, they are those above; one empty cell is one that somebody forgot.
 */
function withMerged(rows: readonly string[][], { name, at }: Recognised): readonly string[][] {
  if (name === 'swot') return filledDown(rows, at.get('box'))
  const activity = at.get('activity')
  if (name !== 'activities' || activity === undefined) return rows
  const before = ['objective', 'measure'].flatMap((column) => at.get(column) ?? []).filter((place) => place < activity)
  if (before.length < 2) return rows
  let above: string[] = []
  return rows.map((row) => {
    const isMerged =
      above.length > 0 && (row[activity] ?? '') !== '' && before.every((place) => (row[place] ?? '') === '')
    const whole = isMerged ? row.map((cell, place) => (before.includes(place) ? (above[place] ?? '') : cell)) : row
    if (before.some((place) => whole[place])) above = whole
    return whole
  })
}

/** A box of the SWOT is named once, before its first item. */
function filledDown(rows: readonly string[][], place: number | undefined): readonly string[][] {
  if (place === undefined) return rows
  let above = ''
  return rows.map((row) => {
    above = row[place] || above
    return row.some(Boolean) ? row.with(place, above) : row
  })
}

/** «Број породица: 41 (2026) → 27 (2030)»: from what to what, in the cell of the indicator or in one that was not recognised. */
const VALUES =
  /(\d[\d.,]*\s?%?[^\d→()]{0,20}\(?20\d\d\.?[^\d→]{0,12}?)\s*(?:→|->|⇒|–|-|,|;|на|na|до|do)[^\d]{0,20}(\d[\d.,]*\s?%?[^\d()]{0,20}\(?20\d\d\)?)/u

export function valuesIn({ cells, rest }: Pick<Row, 'cells' | 'rest'>): Record<string, string> {
  if ('baseline' in cells || 'target' in cells) return {}
  const { indicator = '' } = cells as { indicator?: string }
  for (const cell of [indicator, ...rest]) {
    const [, baseline, target] = VALUES.exec(cell) ?? []
    if (baseline && target) return { baseline, target }
  }
  return {}
}

/** «2027: 0; 2028: 6.400.000» in one cell, or «1.500.000 / 600.000» under «2027 / 2028»: what is spent in which year. */
function yearsWithin(head: readonly string[], cells: readonly string[]): Map<number, string> {
  for (const [at, cell] of cells.entries()) {
    const named = Array.from(cell.matchAll(YEAR_AMOUNT), ([, year, amount]) => [Number(year), amount!] as const)
    if (named.length > 1 && cell.replace(YEAR_AMOUNT, '').replace(/[\s;,.]/g, '') === '') return new Map(named)
    const years = yearsIn(head[at] ?? '')
    const amounts = cell.split(/\s?[/;|]\s?/)
    if (years.length > 1 && years.length === amounts.length && amounts.every((one) => amountOf(one) !== null))
      return new Map(years.map((year, i) => [year, amounts[i]!]))
  }
  return new Map()
}

const YEAR_AMOUNT = /(?<!\d)(20\d\d)\.?\s?(?:године|godine)?\s?[:–-]\s?(\d[\d.]*(?:,\d+)?)(?=\s*(?:[;,]|$))/giu

/** The quarters that activities are marked in, where no column says from when to when. */
export function timetableIn({ head }: TablePiece, { name, at }: Recognised): ReadonlyMap<number, string> {
  return name === 'activities' && !at.has('term') && !at.has('from') ? timetableOf(head) : new Map()
}

function kindOf(cells: readonly string[], head: readonly string[]): 'head' | 'group' | 'empty' | 'entry' {
  const said = cells.filter(Boolean)
  if (said.length === 0) return 'empty'
  if (cells.every((cell, at) => cell === head[at]) || isCount(cells)) return 'head'
  const isOne = new Set(said).size === 1 && (said.length === cells.length || said.length === 1) && cells.length > 2
  return isOne && !TOTAL.test(fold(said[0]!)) && /\p{L}{3}/u.test(said[0]!) && said[0]!.length > 3 ? 'group' : 'entry'
}

/** «1 | 2 | 3 | 4»: the numbers of the columns, which models have below their heads. */
function isCount(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((cell, at) => cell.replace(/\D/g, '') === String(at + 1) && cell.length <= 4)
}

/** A row of sums says so in one of its first cells that has words. */
function isTotal(cells: readonly string[], { name }: Recognised): boolean {
  const worded = cells.find((cell) => /\p{L}{3}/u.test(cell)) ?? ''
  return name !== 'profile' && TOTAL.test(fold(worded))
}

/** The objective or measure that stands over a table as its caption or heading. */
function groupAround({ caption, headings }: TablePiece): string {
  return [caption, headings.at(-1) ?? ''].find(isGroup) ?? ''
}

const GROUP = new RegExp(String.raw`^[^\p{L}]*(?:${SPECIFIC}\s)?(?:циљ|мера|cilj|mera)(?!\p{L}{3})`, 'iu')

/** Whether a text is the name of an objective or a measure, under which activities stand. */
export function isGroup(text: string): boolean {
  return GROUP.test(text)
}

function isObjective(text: string): boolean {
  return isGroup(text) && !/^[^\p{L}]*(?:мера|mera)/iu.test(text)
}

function rowOf(
  piece: TablePiece,
  { name, at, years }: Recognised,
  { cells, index, group }: { cells: readonly string[]; index: number; group: string },
): Row {
  const named = [...at].map(([column, place]) => [column, cells[place] ?? ''] as const)
  const known = new Set([...at.values(), ...years.values()])
  const label = [...new Set(cells.filter((cell) => /\p{L}{2}/u.test(cell)))].slice(0, 2).join(' · ')
  const place: Place = {
    headings: piece.headings,
    table: name,
    row: { number: index + 1, label, text: cells.filter(Boolean).join(' ') },
    column: null,
    quote: label,
    cell: { table: piece.number, row: index, column: null },
  }
  return {
    cells: Object.fromEntries(named) as Row['cells'],
    years: new Map([...years].map(([year, place]) => [year, cells[place] ?? ''])),
    group,
    place,
    heads: Object.fromEntries([...at].map(([column, place]) => [column, piece.head[place] ?? ''])) as Row['heads'],
    rest: cells.filter((_, place) => !known.has(place)),
    at: Object.fromEntries(at) as Row['at'],
  }
}

/** «Почетак и крај» in one column says both: it is no beginning without an end. */
function withTerm(known: Recognised): Recognised {
  const { name, at } = known
  if (name !== 'activities' || !at.has('from') || at.has('term')) return known
  if (at.has('to') && at.get('to') !== at.get('from')) return known
  const others = [...at].filter(([column]) => column !== 'to')
  return { ...known, at: new Map(others.map(([column, place]) => [column === 'from' ? 'term' : column, place])) }
}

export function placeOfTable({ headings, caption, head, number }: TablePiece, name: TableName): Place {
  const quote = caption || head.find(Boolean) || ''
  return { headings, table: name, row: null, column: null, quote, cell: { table: number, row: -1, column: null } }
}

/** Years among heads that are merged: «Износ по годинама» over «2027 | 2028 | 2029» in the row below. */
export function withSecondHeads(piece: TablePiece): TablePiece {
  const [first, ...rest] = piece.rows
  if (!first || rest.length === 0 || !isSecondHead(first, piece.head)) return piece
  const head = piece.head.map((text, at) => (first[at] === text || first[at] === '' ? text : `${text} – ${first[at]}`))
  return { ...piece, head, rows: rest }
}

function isSecondHead(row: readonly string[], head: readonly string[]): boolean {
  const merged = head.some((text, at) => text !== '' && text === head[at + 1])
  const repeats = row.some((cell, at) => cell !== '' && cell === head[at])
  const differs = row.filter((cell, at) => cell !== '' && cell !== head[at])
  const isBare =
    differs.length > 0 &&
    differs.every(
      (cell) => cell.length <= 40 && (/^\D*$/.test(cell) || yearsIn(cell).length === 1 || quarterOf(cell) !== null),
    )
  return merged && isBare && (repeats || differs.every((cell) => yearsIn(cell).length === 1))
}

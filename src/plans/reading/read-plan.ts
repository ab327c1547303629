import type { Document } from '../../knowledge/readers/document.ts'
import type { Plan, Said, Table, Tables } from '../rules/plan.ts'
import type { TableName } from '../rules/tables.ts'
import { type Recognised, recognise } from './heads.ts'
import { type PlanPiece, piecesOf, placeInText, type TablePiece, type TextPiece } from './pieces.ts'
import { withProfileHeads } from './profiled.ts'
import { listedBeside } from './prose-lists.ts'
import { describedBeside, entryAbove, entryIn, numberedEntry } from './prose-rows.ts'
import { statementsOf } from './statements.ts'
import { matrixItems, withBoxHead } from './swot-matrix.ts'
import { isGroup, placeOfTable, rowsOfTable, timetableIn, withSecondHeads } from './table-rows.ts'
import { withValueHeads } from './valued.ts'

/** What stands in a document and was not recognised: nothing of it is guessed. */
export type Unread = {
  /** Tables of no kind that a plan has. */
  tables: { head: string[]; headings: readonly string[] }[]
  /** Columns that the table they stand in does not have. */
  columns: { table: TableName; head: string }[]
}

export type PlanReading = { plan: Plan; unread: Unread }

/** A document that somebody made, as a plan. Linear in its length; whatever it holds, something is read. */
export function readPlan(document: Document): PlanReading {
  const pieces = piecesOf(document)
  const found = tablesIn(pieces)
  const inTables = gather(found.recognised)
  const tables = gather([...found.recognised, ...describedBeside(inTables, pieces), ...listedBeside(inTables, pieces)])
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === 'text')
  const prose = texts.map((piece): Said<string> => ({ value: piece.text, place: placeInText(piece) }))
  const lines = pieces.flatMap((piece) => (piece.kind === 'table' ? linesOf(piece) : []))
  const plan: Plan = {
    title: document.title,
    tables,
    prose,
    lines,
    ...statementsOf({ title: document.title, pieces, prose, lines, tables }),
  }
  return { plan, unread: found.unread }
}

type FoundTable = { name: TableName; table: Pick<Table, 'rows' | 'totals' | 'parts'> }

function tablesIn(pieces: readonly PlanPiece[]): { recognised: FoundTable[]; unread: Unread } {
  const recognised: FoundTable[] = []
  const unread: Unread = { tables: [], columns: [] }
  let before: { piece: TablePiece; known: Recognised } | null = null
  let between = false
  let group = { text: '', headings: [] as readonly string[] }
  for (const one of pieces) {
    if (one.kind === 'text') {
      between = true
      continue
    }
    // Each activity a table of its own: the measure above the first is above those that follow at once.
    const goesBelow = one.caption === '' && !between && one.headings === group.headings
    const piece = goesBelow ? { ...one, caption: group.text } : one
    group = { text: isGroup(piece.caption) ? piece.caption : '', headings: piece.headings }
    const table = withBoxHead(withSecondHeads(piece))
    const known = withNames(recogniseByValues(table) ?? recogniseTable(withHeadAbove(piece))) ?? recogniseProfile(table)
    const goesOn =
      !between && before?.piece.head.length === table.head.length && before.piece.headings === table.headings
    if (known) {
      recognised.push({ name: known.name, table: rowsOfTable(known.piece, known) })
      unread.columns.push(...unknownColumns(known.piece, known))
      before = { piece: table, known }
    } else if (goesOn && before) {
      const whole: TablePiece = { ...piece, head: before.piece.head, rows: [piece.head, ...piece.rows] }
      recognised.push({ name: before.known.name, table: rowsOfTable(whole, before.known) })
    } else {
      const matrix = matrixTable(piece)
      if (matrix) recognised.push(matrix)
      else unread.tables.push({ head: piece.head, headings: piece.headings })
      before = null
    }
    between = false
  }
  return { recognised, unread }
}

/** A head that stayed at the foot of the page before: readers give it as a line of text, its cells apart by bars. */
function withHeadAbove(piece: TablePiece): TablePiece {
  const above = [piece.caption, piece.headings.at(-1) ?? ''].map((text) => text.split(' | '))
  const head = above.find((cells) => cells.length > 2 && cells.length === piece.head.length)
  return head ? { ...piece, head, rows: [piece.head, ...piece.rows] } : piece
}

function aroundOf({ headings, caption }: TablePiece): string[] {
  return [...headings, caption].filter(Boolean)
}

/** Activities have names: a table that speaks of them by their numbers alone tells something else of them, which was not recognised. */
function withNames<T extends Recognised & { piece: TablePiece }>(known: T | null): T | null {
  const at = known?.name === 'activities' ? known.at.get('activity') : undefined
  if (at === undefined || known!.piece.rows.length === 0) return known
  return known!.piece.rows.some((row) => /\p{L}{3}/u.test(row[at] ?? '')) ? known : null
}

/** A table by its heads, or else by where its figures with years stand; it keeps its own heads. */
function recogniseByValues(piece: TablePiece): (Recognised & { piece: TablePiece }) | null {
  const known = recogniseTable(piece)
  const valued = withValueHeads(piece, known)
  const found = valued && recognise(valued.head, aroundOf(piece))
  return found && (found.name === 'objectives' || found.name === 'activities') ? { ...found, piece } : known
}

/** A table of figures of the municipality by what its columns hold; it keeps its own heads. */
function recogniseProfile(piece: TablePiece): (Recognised & { piece: TablePiece }) | null {
  const found = recognise(withProfileHeads(piece)?.head ?? [], [])
  return found?.name === 'profile' ? { ...found, piece } : null
}

/** Heads above, or beside when the table is one entry written downwards; whichever says more, above when both say as much. */
function recogniseTable(piece: TablePiece): (Recognised & { piece: TablePiece }) | null {
  const plain = recognise(piece.head, aroundOf(piece))
  if (plain && piece.head.length > 2 && plain.at.size + plain.years.size >= piece.head.filter(Boolean).length)
    return { ...plain, piece }
  const column = (at: number) => [piece.head, ...piece.rows].map((row) => row[at] ?? '')
  const labels = column(0)
  // An entry says each thing once; a list repeats its first column.
  const isEntry = piece.head.length === 2 && new Set(labels).size === labels.length
  const [first, ...others] = labels
  // «Посебан циљ 1: …» over both columns of its card.
  const name = first === column(1)[0] ? entryIn(first ?? '') : numberedEntry(first ?? '', column(1)[0] ?? '')
  const turned = !isEntry
    ? null
    : name
      ? { ...piece, head: [name.head, ...others], rows: [[name.text, ...column(1).slice(1)]] }
      : { ...piece, head: labels, rows: [column(1)] }
  const found = [piece, belowEntry(piece), turned, turned && belowEntry(turned), turned && belowName(turned)].flatMap(
    (one) => {
      const known = one === piece ? plain : one && recognise(one.head, aroundOf(piece))
      if (!one || !known || (one !== piece && known.at.size < 3)) return []
      return [{ ...known, piece: one }]
    },
  )
  // A card of an entry has what an entry has, whatever else its first line may look like.
  const cards = found.filter(({ name, at, piece: one }) => one.head !== piece.head && CARDS.has(name) && at.size >= 4)
  return (cards.length > 0 ? cards : found).toSorted((a, b) => b.score - a.score)[0] ?? null
}

const CARDS: ReadonlySet<TableName> = new Set(['objectives', 'activities'])

/** A card that says who does something and when, and has what is done as the line above it: «А1. Доградња купатила». */
function belowName(piece: TablePiece): TablePiece | null {
  const { caption, head, rows } = piece
  if (!/\p{L}{3}/u.test(caption) || isGroup(caption)) return null
  const named = { ...piece, head: [...head, 'активност'], rows: rows.map((row) => [...row, caption]) }
  return recognise(head, [])?.at.has('activity') ? null : named
}

/** A table that says the rest of what its caption or heading names, with the name as a column behind its own, whose places stay. */
function belowEntry(piece: TablePiece): TablePiece | null {
  const entry = entryAbove(piece)
  if (!entry) return null
  return { ...piece, head: [...piece.head, entry.head], rows: piece.rows.map((row) => [...row, entry.text]) }
}

function unknownColumns(piece: TablePiece, recognised: Recognised): Unread['columns'] {
  const { head } = piece
  const { name, at, years } = recognised
  const known = new Set([...at.values(), ...years.values(), ...timetableIn(piece, recognised).keys()])
  return head.filter((text, place) => text !== '' && !known.has(place)).map((text) => ({ table: name, head: text }))
}

function matrixTable(piece: TablePiece): FoundTable | null {
  const items = matrixItems(piece)
  if (!items) return null
  const place = placeOfTable(piece, 'swot')
  const rows = items.map(({ box, item, row, column }): Table<'swot'>['rows'][number] => ({
    cells: { box, item },
    years: new Map(),
    group: '',
    place: {
      ...place,
      quote: item,
      row: { number: row + 1, label: item, text: item },
      cell: { table: piece.number, row, column },
    },
    heads: { box, item: box },
    rest: [],
    at: { box: column, item: column },
  }))
  return {
    name: 'swot',
    table: { rows, totals: [], parts: [{ place, columns: new Set(['box', 'item']), years: new Set() }] },
  }
}

/** Three times as many as the longest plan has; some checks compare each row with those of another table. */
const MOST_ROWS = 1_000

/** Tables of one kind are one table of the plan. */
function gather(found: readonly FoundTable[]): Tables {
  const tables: Partial<Record<TableName, Table>> = {}
  for (const { name, table } of found) {
    const known = tables[name] ?? { rows: [], totals: [], parts: [] }
    tables[name] = {
      rows: [...known.rows, ...table.rows].slice(0, MOST_ROWS),
      totals: [...known.totals, ...table.totals],
      parts: [...known.parts, ...table.parts],
    }
  }
  return tables as Tables
}

/** The rows of a table as texts; merged cells are said once. */
function linesOf({ head, rows, headings, number }: TablePiece): Said<string>[] {
  return [head, ...rows].map((cells, index) => {
    const value = cells.filter((cell, at) => cell !== '' && cell !== cells[at - 1]).join(' | ')
    const row =
      index === 0 ? null : { number: index, label: cells.find((cell) => /\p{L}{2}/u.test(cell)) ?? '', text: value }
    return {
      value,
      place: {
        headings,
        table: null,
        row,
        column: null,
        quote: value,
        cell: { table: number, row: index - 1, column: null },
      },
    }
  })
}

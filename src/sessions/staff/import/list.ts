import type { Document } from '../../../knowledge/readers/document.ts'
import { readName } from '../../../people/registration/rules.ts'
import { type Columns, columnsOf, emailIn, type Grid, phoneIn, placeIn } from './columns.ts'
import { givenFirst, isFamilyFirst } from './name-order.ts'

/** A person as a list has them; `row` counts the rows with something in them from 1, as one counts them on the screen. */
export type ListedPerson = {
  row: number
  name: string
  municipality: string
  phone: string | null
  email: string | null
}

/** A row that is about a person and cannot be taken; `text` is what stands in it. */
export type Fault = { row: number; why: 'no-name' | 'no-municipality'; text: string }

export type ReadList = { people: ListedPerson[]; faults: Fault[] }

/** More rows are no list of participants. */
export const MOST_ROWS = 5_000

/** Everybody whom the tables of a document list; `null` when no table names people, `too-many` beyond `MOST_ROWS`. */
export function readListOfPeople(document: Document): ReadList | 'too-many' | null {
  const tables = tablesIn(document)
  if (tables.reduce((sum, { grid }) => sum + grid.length, 0) > MOST_ROWS + 100) return 'too-many'
  const read = tables.flatMap(({ grid, first, group }) => {
    const columns = columnsOf(grid)
    return columns ? [readGrid(grid, columns, { first, group })] : []
  })
  const people = read.flatMap((one) => one.people)
  const faults = read.flatMap((one) => one.faults)
  if (people.length > MOST_ROWS) return 'too-many'
  return people.length + faults.length === 0 ? null : { people, faults }
}

/** Everybody whom one table lists. */
export function readTable(grid: Grid): ReadList | 'too-many' | null {
  if (grid.length > MOST_ROWS) return 'too-many'
  const columns = columnsOf(grid)
  const list = columns ? readGrid(grid, columns, { first: 1, group: null }) : null
  return list && list.people.length + list.faults.length > 0 ? list : null
}

/** A table with the number of its first row, and the unit that a heading or a line over it names. */
type Table = { grid: Grid; first: number; group: string | null }

/** A pasted list has its cells parted by tabs or semicolons, a row a line. */
export function tableOfText(text: string): Grid {
  return text
    .split('\n')
    .map((line) => line.split(/\t|;/).map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
}

function tablesIn({ sections }: Document): Table[] {
  const tables: Table[] = []
  let row = 1
  let group: string | null = null
  for (const { headings, blocks } of sections) {
    group = placeIn(headings.at(-1) ?? '') ?? group
    for (const block of blocks) {
      if (block.kind === 'paragraph') group = placeIn(block.text) ?? group
      if (block.kind !== 'table') continue
      const grid = [block.head, ...block.rows]
      tables.push({ grid, first: row, group })
      row += grid.length
    }
  }
  return tables
}

/** A row that names a unit and nothing else is over those who come from it. */
function readGrid(grid: Grid, columns: Columns, { first, group }: Omit<Table, 'grid'>): ReadList {
  const list: ReadList = { people: [], faults: [] }
  const [nameAt, ...others] = columns.name
  const order =
    others.length === 0 && isFamilyFirst(grid.map((cells) => nameIn(cells[nameAt!] ?? ''))) ? givenFirst : String
  let over = group
  for (const [i, cells] of grid.entries()) {
    if (isHead(cells, columns)) continue
    const alone = new Set(cells.map((cell) => cell.trim()).filter(Boolean))
    const place = alone.size === 1 ? placeIn([...alone][0]!) : null
    if (place !== null) over = place
    else readRow(list, { cells, row: first + i, columns, over, order })
  }
  return list
}

/** What stands over the columns is not what stands in them. */
function isHead(cells: readonly string[], { name, municipality, phone, email }: Columns): boolean {
  const known = [municipality, phone, email].filter((at) => at !== null)
  const isNamed = name.every((at) => (cells[at] ?? '').trim() !== '')
  if (known.length === 0 || !isNamed) return false
  const fits = (at: number) => {
    const cell = cells[at] ?? ''
    return /\d/.test(cell) || placeIn(cell) !== null || emailIn(cell) !== null
  }
  return known.every((at) => (cells[at] ?? '').trim() !== '' && !fits(at))
}

function readRow(
  list: ReadList,
  {
    cells,
    row,
    columns,
    over,
    order,
  }: {
    cells: readonly string[]
    row: number
    columns: Columns
    over: string | null
    /** How the name of this list is written as one is called. */
    order: (name: string) => string
  },
): void {
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const written = columns.name.map(at).filter(Boolean).join(' ')
  const name = readName(order(nameIn(written)))
  const place = at(columns.municipality)
  const municipality = place === '' ? over : placeIn(place)
  const phone = phoneIn(at(columns.phone)) ?? firstOf(cells, phoneIn)
  const email = emailIn(at(columns.email)) ?? firstOf(cells, emailIn)
  const text = cells.filter((cell) => cell.trim() !== '').join(' | ')
  const hasContact = phone !== null || email !== null
  if (name.kind === 'refused') {
    // A total, a title, an empty row to be filled in: nobody whom one could mean.
    if (hasContact || (written !== '' && place !== '' && municipality !== null))
      list.faults.push({ row, why: 'no-name', text })
  } else if (municipality === null) {
    if (hasContact || place !== '' || columns.municipality === null)
      list.faults.push({ row, why: 'no-municipality', text })
  } else list.people.push({ row, name: name.name, municipality, phone, email })
}

/** A name without the number of its row. */
function nameIn(cell: string): string {
  return cell.replace(/^\s*\d{1,4}\s{0,2}[.)]?\s+/, '')
}

function firstOf<T>(cells: readonly string[], read: (cell: string) => T | null): T | null {
  for (const cell of cells) {
    const found = read(cell)
    if (found !== null) return found
  }
  return null
}

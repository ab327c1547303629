import { type Found, fault } from '../finding.ts'
import { inRow, type Plan, type Row } from '../plan.ts'
import { declared, type TableName } from '../tables.ts'
import { amountOf, isSameAmount } from '../values.ts'
import { money, sumOf } from './sums.ts'

/** Columns of amounts, in the tables that have rows of sums. */
const AMOUNTS = {
  budget: ['total', 'secured', 'kirs', 'other'],
  activities: ['cost', 'secured', 'kirs', 'other'],
  sums: ['total', 'secured', 'kirs', 'other'],
  firstYear: ['cost'],
} as const

/** Rows of sums that are not the sums of what stands above them. */
export function columnSums(plan: Plan): Found[] {
  return (Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]).flatMap((name) => {
    const table = plan.tables[name]
    if (!table) return []
    const rows = table.rows as Row[]
    return (table.totals as Row[]).flatMap((total) => faultsOf(name, total, rows, table.totals as Row[]))
  })
}

function faultsOf(name: keyof typeof AMOUNTS, total: Row, rows: readonly Row[], totals: readonly Row[]): Found[] {
  const above = rows.filter((row) => isAbove(row, total))
  const since = totals.filter((other) => other !== total && isAbove(other, total)).at(-1)
  const block = since ? above.filter((row) => isAbove(since, row)) : above
  const partsAbove = totals.filter((other) => isAbove(other, total))
  const sets = [above, block, rows, partsAbove].filter((set) => set.length > 0)
  return [...columnsOf(name, sets, total), ...yearsOf(sets, total)]
}

function isAbove(row: Row, other: Row): boolean {
  const [a, b] = [row.place.cell, other.place.cell]
  return a !== null && b !== null && a.table === b.table && a.row < b.row
}

type Sets = readonly (readonly Row[])[]

function columnsOf(name: keyof typeof AMOUNTS, sets: Sets, total: Row): Found[] {
  const columns = AMOUNTS[name] as readonly string[]
  return columns.flatMap((column) => {
    const cells = total.cells as Record<string, string>
    if (sets.some((rows) => rows.some((row) => isUnreadIn(row, column)))) return []
    const fault = disagreement(
      sets.map((rows) => rows.map((row) => (row.cells as Record<string, string>)[column])),
      cells[column],
    )
    return fault ? [inColumn(total, name, column, fault)] : []
  })
}

/** A part of the table in which the column was not recognised cannot be summed. */
function isUnreadIn({ cells, rest }: Row, column: string): boolean {
  return (cells as Record<string, string>)[column] === undefined && rest.some((cell) => amountOf(cell) !== null)
}

function yearsOf(sets: Sets, total: Row): Found[] {
  return [...total.years].flatMap(([year, cell]) => {
    const found = disagreement(
      sets.map((rows) => rows.map(({ years }) => years.get(year))),
      cell,
    )
    return found
      ? [
          fault({ ...total.place, column: String(year), quote: cell }, 'why-e5-column', {
            column: String(year),
            ...found,
          }),
        ]
      : []
  })
}

/** What the first set of rows comes to and what the total says, where no set comes to it; `null` where one does, or cannot be read. */
function disagreement(
  sets: readonly (readonly (string | undefined)[])[],
  cell: string | undefined,
): { sum: string; total: string } | null {
  const said = amountOf(cell)
  const sums = sets.map(sumOf)
  if (
    said === null ||
    sums.length === 0 ||
    sums.some((sum) => sum === null) ||
    sums.some((sum) => isSameAmount(sum!, said))
  )
    return null
  return { sum: money(sums[0]!), total: money(said) }
}

function inColumn(total: Row, name: TableName, column: string, found: { sum: string; total: string }): Found {
  const head = (total.heads as Record<string, string>)[column] ?? declared(name).columns[column]![0]!
  return fault(inRow(total, column as never), 'why-e5-column', { column: head, ...found })
}

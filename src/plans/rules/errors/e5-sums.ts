import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, periodOf, type Row, rowsOf } from '../plan.ts'
import type { ColumnOf } from '../tables.ts'
import { amountOf, isSameAmount, termOf } from '../values.ts'
import { columnSums } from './column-sums.ts'
import { crossSums } from './cross-sums.ts'
import { isUnread, money, nameOf, sumOf, totalOf, yearsSum } from './sums.ts'

/** Rows, columns and totals agree, sources add up to the cost, and years lie in the period. */
export const E5: Check = {
  code: 'E5',
  level: 'error',
  fact: 'F87',
  repair: 'repair-e5',
  find: (plan) => [
    ...rowsOf(plan, 'budget').flatMap(rowSums),
    ...rowsOf(plan, 'activities').flatMap((row) => [
      ...yearsOfActivity(row),
      ...sourcesAddUp(row, 'cost'),
      ...sourcesWithin(row),
    ]),
    ...rowsOf(plan, 'sums').flatMap((row) => [...yearsAddUp(row), ...sourcesAddUp(row, 'total')]),
    ...rowsOf(plan, 'priorities').flatMap(scores),
    ...columnSums(plan),
    ...crossSums(plan),
    ...yearsOutside(plan),
  ],
}

const SOURCES = ['secured', 'kirs', 'other'] as const satisfies readonly ColumnOf<'budget'>[]

function rowSums(row: Row<'budget'>): Found[] {
  return [...pricesMultiply(row), ...yearsAddUp(row), ...sourcesAddUp(row, 'total')]
}

function pricesMultiply(row: Row<'budget'>): Found[] {
  const { cells } = row
  const [quantity, price] = [amountOf(cells.quantity), amountOf(cells.price)]
  const total = totalOf(row)
  if (quantity === null || price === null || total === null || isSameAmount(quantity * price, total)) return []
  return [
    fault(inRow(row, 'total'), 'why-e5-price', {
      sum: money(quantity * price),
      total: money(total),
      name: nameOf(row),
    }),
  ]
}

function yearsAddUp(row: Row<'budget'> | Row<'sums'>): Found[] {
  const total = amountOf(row.cells.total)
  const sum = yearsSum(row)
  if (total === null || sum === null || isSameAmount(sum, total) || isUnread(row, total - sum)) return []
  return [
    fault(inRow<'budget' | 'sums'>(row as never, 'total'), 'why-e5-years', {
      sum: money(sum),
      total: money(total),
      name: nameOf(row),
    }),
  ]
}

function yearsOfActivity(row: Row<'activities'>): Found[] {
  const [total, sum] = [amountOf(row.cells.cost), yearsSum(row)]
  if (total === null || sum === null || isSameAmount(sum, total) || isUnread(row, total - sum)) return []
  return [
    fault(inRow(row, 'cost'), 'why-e5-years', {
      sum: money(sum),
      total: money(total),
      name: named(row.cells.activity ?? ''),
    }),
  ]
}

/** `column`: where the row says what it costs. */
function sourcesAddUp(row: Row<'budget'> | Row<'activities'> | Row<'sums'>, column: 'total' | 'cost'): Found[] {
  const { cells, rest } = row as Row<'budget'> & { cells: { cost?: string } }
  const present = SOURCES.filter((source) => cells[source] !== undefined)
  // With a source in a column that was not recognised nothing can be said.
  if (present.length < 2 || rest.some((cell) => (amountOf(cell) ?? 0) !== 0)) return []
  const total = amountOf(cells[column]) ?? (cells[column] === undefined ? yearsSum(row) : null)
  const sum = sumOf(present.map((source) => cells[source]))
  if (sum === null || total === null || isSameAmount(sum, total)) return []
  return [
    fault(inRow(row as never, column as never), 'why-e5-sources', {
      sum: money(sum),
      total: money(total),
      name: nameOf(row),
    }),
  ]
}

/** «Буџет града (обезбеђено) 2.000 / КИРС (планирано) 17.000» beside the cost: all who pay, in one cell. */
function sourcesWithin(row: Row<'activities'>): Found[] {
  const { cells, place } = row
  const parts = (cells.funds ?? '').split(/[;\n]|\s\/\s/).filter((part) => /\p{L}/u.test(part))
  const amounts = parts.map((part) => amountOf(part.replace(/\([^()]*\)/g, ' ')))
  const total = amountOf(cells.cost)
  if (place.cell === null || total === null || amounts.length < 2 || amounts.includes(null)) return []
  const sum = amounts.reduce<number>((all, amount) => all + amount!, 0)
  if (isSameAmount(sum, total)) return []
  const values = { sum: money(sum), total: money(total), name: nameOf(row) }
  return [fault(inRow(row, 'cost'), 'why-e5-sources', values)]
}

const CRITERIA = ['number', 'gravity', 'urgency', 'duty', 'feasibility', 'cost', 'funding', 'development'] as const

function scores(row: Row<'priorities'>): Found[] {
  const { cells, rest } = row
  const sum = sumOf(CRITERIA.map((criterion) => cells[criterion]))
  const total = amountOf(cells.sum)
  if (sum === null || total === null || sum === total || rest.some((cell) => amountOf(cell) !== null)) return []
  return [
    fault(inRow(row, 'sum'), 'why-e5-scores', {
      sum: String(sum),
      total: String(total),
      name: named(cells.problem ?? ''),
    }),
  ]
}

/** Years of columns and of terms that the plan does not cover. */
function yearsOutside(plan: Plan): Found[] {
  const period = periodOf(plan)
  if (period === null) return []
  const isOutside = (year: number) => year < period.from || year > period.to
  const written = `${period.from}–${period.to}`
  const budget = (plan.tables.budget?.parts ?? []).flatMap(({ place, years }) =>
    [...years].filter(isOutside).map((year) => fault(place, 'why-e5-year', { year: String(year), plan: written })),
  )
  const terms = rowsOf(plan, 'activities').flatMap((row) => {
    // What nobody carries out may be a price, with the day it was asked.
    if (row.cells.holder === undefined && row.cells.measure === undefined && row.group === '') return []
    const year = (['term', 'from', 'to'] as const)
      .flatMap((column) => termOf(row.cells[column] ?? '').years.map((one) => ({ column, one })))
      .find(({ one }) => isOutside(one))
    return year ? [fault(inRow(row, year.column), 'why-e5-year', { year: String(year.one), plan: written })] : []
  })
  return [...budget, ...terms]
}

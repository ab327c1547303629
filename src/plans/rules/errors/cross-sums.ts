import { fold } from '../../../language/fold.ts'
import { type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { amountOf, isSameAmount, markOf, yearsIn } from '../values.ts'
import { isUnread, money, sumOf, totalOf, yearsSum } from './sums.ts'

/** The tables of activities, of the budget and of its sums say the same amounts. */
export function crossSums(plan: Plan): Found[] {
  return [...activitiesAgainstBudget(plan), ...rowsOf(plan, 'sums').flatMap((row) => sumAgainstBudget(row, plan))]
}

function activitiesAgainstBudget(plan: Plan): Found[] {
  const lines = linesByActivity(rowsOf(plan, 'budget'))
  const costOf = ({ cells, ...row }: Row<'activities'>) =>
    amountOf(cells.cost) ?? (cells.cost === undefined ? yearsSum({ cells, ...row }) : null)
  const differs = (row: Row<'activities'>) => {
    const cost = costOf(row)
    return cost === null ? null : differing(lines.get(keyOf(row.cells)) ?? [], cost)
  }
  const rows = rowsOf(plan, 'activities')
  const isAgreed = (row: Row<'activities'>) =>
    rows.some(
      (one) => one !== row && keyOf(one.cells) === keyOf(row.cells) && costOf(one) !== null && differs(one) === null,
    )
  return rows.flatMap((row) => {
    const [cost, sum] = [costOf(row), differs(row)]
    // Where one table agrees with the budget, another that tells less is of something else, as of the first year.
    if (cost === null || sum === null || isUnread(row, sum - cost) || isAgreed(row)) return []
    const values = { cost: money(cost), total: money(sum), name: named(row.cells.activity ?? '') }
    return [fault(inRow(row, row.at.cost === undefined ? 'activity' : 'cost'), 'why-e5-activity', values)]
  })
}

/**
 * What the budget says of an activity where that is not its cost, or `null`. A budget in several tables tells it in each (prices in one, years in
 * another), or a part of it in each (a table a year).
 */
function differing(lines: readonly Row<'budget'>[], cost: number): number | null {
  const sums = sumsByTable(lines)
  if (sums === null || sums.length === 0) return null
  const all = sums.reduce((sum, one) => sum + one, 0)
  const others = sums.filter((sum) => !isSameCost(sum, cost))
  if (others.length === 0 || isSameCost(all, cost)) return null
  const isRepeated = others.length < sums.length || sums.every((sum) => isSameAmount(sum, sums[0]!))
  return isRepeated ? others[0]! : all
}

/** How many dinars a table may count as one, whatever its heads say. */
const UNITS = [1_000, 1_000_000]
/** What is rounded to such a unit may be off by half of its second decimal. */
const ROUNDED = 0.0051

/** The same, or the same in thousands or millions. */
function isSameCost(sum: number, cost: number): boolean {
  return isSameAmount(sum, cost) || UNITS.some((unit) => Math.abs(sum - cost / unit) <= ROUNDED && sum < unit)
}

/** What the lines of each table come to; `null` where one cannot be read. Tables that give no total are left out. */
function sumsByTable(lines: readonly Row<'budget'>[]): number[] | null {
  const sums = new Map<number, number>()
  for (const line of lines) {
    const total = totalOf(line)
    if (total === null && saysNoTotal(line)) continue
    if (total === null) return null
    const table = line.place.cell?.table ?? -1
    sums.set(table, (sums.get(table) ?? 0) + total)
  }
  return [...sums.values()]
}

/** A table of prices alone, or of who pays which share. */
const saysNoTotal = ({ cells, years }: Row<'budget'>) => cells.total === undefined && years.size === 0

function linesByActivity(budget: readonly Row<'budget'>[]): Map<string, Row<'budget'>[]> {
  const lines = new Map<string, Row<'budget'>[]>()
  for (const line of budget) {
    const key = keyOf(line.cells)
    if (key !== '') lines.set(key, [...(lines.get(key) ?? []), line])
  }
  return lines
}

/** An activity by its number, when it has one in levels; otherwise by its words. */
function keyOf(cells: { mark?: string; activity?: string }): string {
  const mark = markOf(cells.mark ?? cells.activity)
  return mark?.includes('.') ? mark : fold(cells.activity ?? '')
}

/** A line of the sums: for a year, for a source, or for everything; sums by objective are those of its activities. */
function sumAgainstBudget(row: Row<'sums'>, plan: Plan): Found[] {
  const said = amountOf(row.cells.total)
  const counted = budgetSum(row.cells.label ?? '', plan)
  if (said === null || counted === null || isSameAmount(said, counted)) return []
  const values = { name: named(row.cells.label ?? ''), total: money(said), sum: money(counted) }
  return [fault(inRow(row, 'total'), 'why-e5-sums', values)]
}

function budgetSum(label: string, plan: Plan): number | null {
  const rows = rowsOf(plan, 'budget')
  if (rows.length === 0) return null
  const folded = fold(label)
  const [year] = yearsIn(label)
  if (year !== undefined && folded.replace(/\d+|godin\w*/g, '').trim() === '')
    return sumOf(rows.map(({ years }) => years.get(year)))
  const source = SOURCES.find(({ names }) => names.test(folded))
  if (source) return sumOf(rows.map(({ cells }) => cells[source.column]))
  return objectiveSum(label, rows)
}

const SOURCES = [
  { column: 'kirs', names: /\b(?:kirs|komesarijat)/ },
  { column: 'other', names: /^(?:ostal|drug)\w* (?:izvor|donator)?|^donator/ },
  { column: 'secured', names: /^(?:budzet )?(?:opstin|grad|jls|lokaln\w+ (?:budzet|samouprav))/ },
] as const

/** «Посебни циљ 1», «ПЦ 2»: the activities whose marks begin with that number. */
function objectiveSum(label: string, rows: readonly Row<'budget'>[]): number | null {
  const number = /^\D{0,20}(\d{1,2})(?![\d.]*\d)/.exec(label)?.[1]
  const marks = rows.map((row) => markOf(row.cells.mark ?? row.cells.activity))
  if (number === undefined || !marks.every((mark) => mark?.includes('.'))) return null
  const sums = sumsByTable(rows.filter((_, i) => marks[i]!.split('.')[0] === number))
  // Tables that tell the same in several ways tell it once.
  if (sums === null || sums.length === 0) return null
  return sums.every((sum) => isSameAmount(sum, sums[0]!)) ? sums[0]! : sums.reduce((all, one) => all + one, 0)
}

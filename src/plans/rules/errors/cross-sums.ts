import { fold } from '../../../language/fold.ts'
import { type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { amountOf, isSameAmount, markOf, yearsIn } from '../values.ts'
import { money, sumOf, totalOf, yearsSum } from './sums.ts'

/** The tables of activities, of the budget and of its sums say the same amounts. */
export function crossSums(plan: Plan): Found[] {
  return [...activitiesAgainstBudget(plan), ...rowsOf(plan, 'sums').flatMap((row) => sumAgainstBudget(row, plan))]
}

function activitiesAgainstBudget(plan: Plan): Found[] {
  const lines = linesByActivity(rowsOf(plan, 'budget'))
  return rowsOf(plan, 'activities').flatMap((row) => {
    const cost = amountOf(row.cells.cost) ?? (row.cells.cost === undefined ? yearsSum(row) : null)
    const totals = (lines.get(keyOf(row.cells)) ?? []).map(totalOf)
    if (cost === null || totals.length === 0 || totals.includes(null)) return []
    const sum = totals.reduce<number>((all, one) => all + one!, 0)
    if (isSameAmount(sum, cost)) return []
    const values = { cost: money(cost), total: money(sum), name: named(row.cells.activity ?? '') }
    return [fault(inRow(row, row.at.cost === undefined ? 'activity' : 'cost'), 'why-e5-activity', values)]
  })
}

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
  const totals = rows.filter((_, i) => marks[i]!.split('.')[0] === number).map(totalOf)
  if (totals.length === 0 || totals.includes(null)) return null
  return totals.reduce<number>((all, one) => all + one!, 0)
}

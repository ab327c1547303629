import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { isSameText } from '../objectives.ts'
import { hasColumn, inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import type { ColumnOf } from '../tables.ts'
import { isEmpty, markOf } from '../values.ts'

/** Each activity has a measure, a holder, a time, an indicator, a cost and a source. */
export const E4: Check = {
  code: 'E4',
  level: 'error',
  fact: 'F82',
  repair: 'repair-e4',
  find: (plan) => {
    const parts = PARTS.filter(
      ({ columns, elsewhere }) => columns.some((column) => hasColumn(plan, 'activities', column)) || elsewhere?.(plan),
    )
    // What is missing may stand in a column that was not recognised.
    const isRead = rowsOf(plan, 'activities').every(({ rest }) => rest.every((cell) => isEmpty(cell)))
    const absent = PARTS.filter((part) => plan.tables.activities && isRead && !parts.includes(part))
    return [
      ...absent.map(({ part }) => fault(placeOf(plan, 'activities'), 'why-e4-column', { part })),
      ...rowsOf(plan, 'activities').flatMap((row) => lacking(plan, row, parts)),
    ]
  },
}

type Part = {
  part: 'measure' | 'holder' | 'term' | 'indicator' | 'cost' | 'funds' | 'verification'
  columns: readonly ColumnOf<'activities'>[]
  /** Whether the plan says it in another way than by such a column. */
  elsewhere?: (plan: Plan) => boolean
  isThere: (row: Row<'activities'>, plan: Plan) => boolean
}

const SOURCES = ['secured', 'kirs', 'other'] as const

const PARTS: readonly Part[] = [
  {
    part: 'measure',
    columns: ['measure'],
    elsewhere: (plan) => rowsOf(plan, 'activities').some(({ group }) => group !== ''),
    isThere: ({ cells, group }) => !isEmpty(cells.measure) || (cells.measure === undefined && group !== ''),
  },
  { part: 'holder', columns: ['holder'], isThere: ({ cells }) => !isEmpty(cells.holder) },
  {
    part: 'term',
    columns: ['term', 'from'],
    isThere: ({ cells }) => !isEmpty(cells.term) || (!isEmpty(cells.from) && !isEmpty(cells.to)),
  },
  { part: 'indicator', columns: ['indicator'], isThere: ({ cells }) => !isEmpty(cells.indicator) },
  {
    part: 'cost',
    columns: ['cost', ...SOURCES],
    elsewhere: (plan) =>
      rowsOf(plan, 'activities').some(({ years }) => years.size > 0) || plan.tables.budget !== undefined,
    isThere: (row, plan) => hasCost(row) || costedInBudget(row, plan),
  },
  {
    part: 'funds',
    columns: ['funds', ...SOURCES],
    elsewhere: (plan) => hasColumn(plan, 'budget', 'secured'),
    isThere: ({ cells }, plan) =>
      !isEmpty(cells.funds) || hasAmounts(cells) || (cells.funds === undefined && hasColumn(plan, 'budget', 'secured')),
  },
  { part: 'verification', columns: ['verification'], isThere: ({ cells }) => !isEmpty(cells.verification) },
]

function lacking(plan: Plan, row: Row<'activities'>, parts: readonly Part[]): Found[] {
  return parts
    .filter((part) => !part.isThere(row, plan) && !mayBeUnread(plan, row, part))
    .map(({ part, columns }) => {
      const column = columns.find((one) => row.at[one] !== undefined)
      return fault(inRow(row, column), 'why-e4-lacks', { part, activity: named(row.cells.activity ?? '') })
    })
}

/**
 * Whether what a row lacks may stand in it unrecognised: its table has no such column, and more that was not recognised than a row that has the
 * part. An empty cell is none.
 */
function mayBeUnread(plan: Plan, row: Row<'activities'>, part: Part): boolean {
  const unread = ({ rest }: Row<'activities'>) => rest.filter((cell) => !isEmpty(cell)).length
  if (part.columns.some((column) => row.cells[column] !== undefined)) return false
  const others = rowsOf(plan, 'activities').filter((other) => part.isThere(other, plan))
  return unread(row) > Math.min(...others.map(unread))
}

function hasCost({ cells, years }: Row<'activities'>): boolean {
  return !isEmpty(cells.cost) || hasAmounts(cells) || [...years.values()].some((cell) => !isEmpty(cell))
}

/** «Буџет ЛС», «Остали извори»: amounts by who pays them are a cost and its source at once. */
function hasAmounts(cells: Row<'activities'>['cells']): boolean {
  return SOURCES.some((source) => !isEmpty(cells[source]))
}

/** Where the table of activities has no costs of its own, the budget's count. */
function costedInBudget({ cells, years }: Row<'activities'>, plan: Plan): boolean {
  if (cells.cost !== undefined || years.size > 0) return false
  const mark = markOf(cells.mark ?? cells.activity)
  return rowsOf(plan, 'budget').some(
    (line) =>
      (mark?.includes('.') && markOf(line.cells.mark ?? line.cells.activity) === mark) ||
      isSameText(line.cells.activity ?? '', cells.activity ?? ''),
  )
}

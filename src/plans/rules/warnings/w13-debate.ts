import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { isEmpty } from '../values.ts'

/** Days that a debate commonly lasts, at least. */
const SHORTEST_DAYS = 15
/** Our own: the days when nobody reads drafts, from Christmas Eve in the west to after the one in the east. */
const HOLIDAYS = { from: { month: 12, day: 25 }, to: { month: 1, day: 10 } }

/** A debate that is short or falls into the holidays, has no report, or left a comment unanswered. */
export const W13: Check = {
  code: 'W13',
  level: 'warning',
  fact: 'F93',
  repair: 'repair-w13',
  find: (plan) => [...length(plan), ...holidays(plan), ...report(plan), ...unanswered(plan)],
}

function length({ debate }: Plan): Found[] {
  if (debate === null) return []
  const { from, to } = debate.value
  const days = from.until(to, { largestUnit: 'days' }).days + 1
  return days >= SHORTEST_DAYS || days < 1 ? [] : [fault(debate.place, 'why-w13-short', { days })]
}

function holidays({ debate }: Plan): Found[] {
  if (debate === null) return []
  const { from, to } = debate.value
  const overlaps = [from.year - 1, from.year, to.year].some((year) => {
    const begins = Temporal.PlainDate.from({ year, ...HOLIDAYS.from })
    const ends = Temporal.PlainDate.from({ year: year + 1, ...HOLIDAYS.to })
    return Temporal.PlainDate.compare(from, ends) <= 0 && Temporal.PlainDate.compare(begins, to) <= 0
  })
  return overlaps ? [fault(debate.place, 'why-w13-holidays')] : []
}

function report(plan: Plan): Found[] {
  const { debate, debateReport } = plan
  return debate !== null && debateReport === null ? [fault(debate.place, 'why-w13-report')] : []
}

function unanswered(plan: Plan): Found[] {
  return rowsOf(plan, 'comments')
    .filter(({ cells }) => !isEmpty(cells.comment))
    .flatMap((row) => {
      const column = unsaid(row)
      return column === null
        ? []
        : [fault(inRow(row, column), 'why-w13-comment', { comment: named(row.cells.comment ?? '') })]
    })
}

/** Which part of an answer is missing: of columns that were recognised; of a table with neither, where nothing else stands in the row. */
function unsaid({ cells, rest }: Row<'comments'>): 'accepted' | 'reason' | null {
  const known = (['accepted', 'reason'] as const).filter((column) => cells[column] !== undefined)
  if (known.length === 0) return rest.every((cell) => isEmpty(cell)) ? 'accepted' : null
  return known.find((column) => isEmpty(cells[column])) ?? null
}

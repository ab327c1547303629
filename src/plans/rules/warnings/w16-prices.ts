import { lastDayIn } from '../days.ts'
import { type Check, dayOf, type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'

/** Our own: a price older than this is no longer asked. */
const OLDEST = { years: 1 }

/** Prices older than a year. */
export const W16: Check = {
  code: 'W16',
  level: 'warning',
  fact: 'F87',
  repair: 'repair-w16',
  find: (plan, today) => rowsOf(plan, 'budget').flatMap((row) => old(plan, row, today)),
}

function old(plan: Plan, row: Row<'budget'>, today: Temporal.PlainDate): Found[] {
  const said = row.cells.priceSource ?? ''
  const day = lastDayIn(said)
  if (day === null || Temporal.PlainDate.compare(day, dayOf(plan, today).subtract(OLDEST)) >= 0) return []
  return [
    fault(inRow(row, 'priceSource'), 'why-w16', { price: named(said), activity: named(row.cells.activity ?? '') }),
  ]
}

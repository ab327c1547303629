import { fold } from '../../../language/fold.ts'
import { lastDayIn } from '../days.ts'
import { type Check, dayOf, type Found, fault, named } from '../finding.ts'
import { inRow, type Place, type Plan, type Row, rowsOf } from '../plan.ts'

/** Our own: a price older than this is no longer asked. */
const OLDEST = { years: 1 }

/** Prices older than a year. */
export const W16: Check = {
  code: 'W16',
  level: 'warning',
  fact: 'F87',
  repair: 'repair-w16',
  find: (plan, today) => [
    ...rowsOf(plan, 'budget').flatMap((row) => old(plan, row, today)),
    ...rowsOf(plan, 'activities').flatMap((row) =>
      row.rest.filter(isPrice).flatMap((said) => oldIn(plan, said, row.place, today)),
    ),
    ...plan.prose.flatMap(({ value, place }) =>
      value
        .split(/;\s|(?<=\p{L}{3}[.!?])\s/u)
        .filter(isPrice)
        .flatMap((said) => oldIn(plan, said, place, today)),
    ),
  ],
}

/** «Понуда продавца из априла 2023», «цена обуке је из ценовника из новембра 2023»: where a price is from. */
function isPrice(said: string): boolean {
  return PRICE.test(fold(said)) && !OTHER.test(fold(said))
}

const PRICE =
  /\b(?:ponud\w*|cenovni\w*|predracun\w*|tarif\w*)\b(?: \w+){0,8} (?:20\d\d)\b|\bcen[aeu]\b(?: \w+){0,6} iz (?:\w+ ){0,2}20\d\d\b/
/** What prices were, or how they have changed. */
const OTHER = /\b(?:porasl\w*|poskup\w*|rast\w*|visa|vise|prethodn\w*|pretnj\w*|plan\w* 20)\b/

function oldIn(plan: Plan, said: string, place: Place, today: Temporal.PlainDate): Found[] {
  const day = lastDayIn(said)
  if (day === null || Temporal.PlainDate.compare(day, dayOf(plan, today).subtract(OLDEST)) >= 0) return []
  return [fault({ ...place, quote: said }, 'why-w16-text', { price: named(said) })]
}

function old(plan: Plan, row: Row<'budget'>, today: Temporal.PlainDate): Found[] {
  const said = row.cells.priceSource ?? ''
  const day = lastDayIn(said)
  if (day === null || Temporal.PlainDate.compare(day, dayOf(plan, today).subtract(OLDEST)) >= 0) return []
  return [
    fault(inRow(row, 'priceSource'), 'why-w16', { price: named(said), activity: named(row.cells.activity ?? '') }),
  ]
}

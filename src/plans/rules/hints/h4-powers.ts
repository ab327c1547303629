import { fold } from '../../../language/fold.ts'
import { type Check, fault, named } from '../finding.ts'
import { inRow, rowsOf } from '../plan.ts'

/** What is decided by the Republic: statuses, permits, borders. A person judges it; this only asks. */
const STATE =
  /\b(?:odluciv\w+ o (?:azil|status|zahtev)|dodel\w+ (?:azil|status|drzavljan)|odobr\w+ azil|izdav\w+ (?:dozvol|viz|legitimacij|pasos|licn)\w*|kontrol\w+ granic|protera\w+|deportac\w+|izmen\w+ zakon\w*|donos\w+ zakon\w*)/

/** An activity that may lie outside of what a municipality may do. */
export const H4: Check = {
  code: 'H4',
  level: 'hint',
  fact: 'F82',
  repair: 'repair-h4',
  find: (plan) =>
    rowsOf(plan, 'activities')
      .filter(({ cells }) => STATE.test(fold(cells.activity ?? '')))
      .map((row) => fault(inRow(row, 'activity'), 'why-h4', { activity: named(row.cells.activity ?? '') })),
}

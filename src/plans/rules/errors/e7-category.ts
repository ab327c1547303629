import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'
import { type Category, categoriesIn, meansAll } from '../categories.ts'
import { type Check, type Found, fault, named } from '../finding.ts'
import { hasColumn, inRow, type Plan, type Row, rowsOf, unreadLines } from '../plan.ts'
import { isEmpty, numberOf, yesOf } from '../values.ts'
import { needIn } from '../wording.ts'

/** A category marked present has a need and an activity, or a reason why not. */
export const E7: Check = {
  code: 'E7',
  level: 'error',
  fact: 'F82',
  repair: 'repair-e7',
  find: (plan) =>
    rowsOf(plan, 'categories')
      .filter((row) => isPresent(row) && isEmpty(row.cells.reason))
      .flatMap((row) => faultOf(row, lacks(plan, row, 'needs'), lacks(plan, row, 'activities'))),
}

/** Marked so; without a mark, counted. */
function isPresent({ cells }: Row<'categories'>): boolean {
  const marked = yesOf(cells.present)
  if (marked !== null) return marked
  return cells.present === undefined && ((numberOf(cells.persons) ?? 0) > 0 || (numberOf(cells.families) ?? 0) > 0)
}

function faultOf(row: Row<'categories'>, need: boolean, activity: boolean): Found[] {
  const place = inRow(row, 'category')
  const category = named(row.cells.category ?? '')
  if (need && activity) return [fault(place, 'why-e7-both', { category })]
  if (need) return [fault(place, 'why-e7-need', { category })]
  return activity ? [fault(place, 'why-e7-activity', { category })] : []
}

function lacks(plan: Plan, row: Row<'categories'>, table: 'needs' | 'activities'): boolean {
  const others = rowsOf(plan, table)
  const own = others.map(wordsOf)
  // A table that names no categories at all cannot tell which one it leaves out.
  if (!own.some((text) => categoriesIn(text).size > 0)) return false
  const categories = categoriesIn(row.cells.category ?? '')
  if (categories.size === 0) return false
  const unread = unreadLines(plan).map(({ value }) => value)
  const said = table === 'activities' ? [...own, ...saidOfObjectives(plan), ...unread] : [...own, ...unread]
  const isThere = said.some((text) => {
    const named = categoriesIn(text)
    return [...categories].some((category) => named.has(category)) || meansAll(text)
  })
  const saysOwn = table === 'needs' && row.rest.some((text) => sentences(text).some((one) => needIn(one) !== null))
  return !isThere && !saysOwn && !plan.prose.some(({ value }) => leavesOut(value, categories))
}

/** «Посебна активност за дијаспору се не планира», in a paragraph that names it: the reason why not. */
function leavesOut(paragraph: string, categories: ReadonlySet<Category>): boolean {
  const named = categoriesIn(paragraph)
  if (![...categories].some((category) => named.has(category))) return false
  return sentences(paragraph)
    .map(fold)
    .some((said) => OWN.test(said) && NOT_PLANNED.test(said))
}

const OWN = /\b(?:aktivnost|mer[aeu]\b|mere\b|potreb)/
const NOT_PLANNED =
  /\b(?:ne|nije|nisu|necemo|nece) (?:\w+ ){0,2}(?:plani|predvid|obuhvat|utvrd|iskazan|uvrst|ukljuc|izdvaj)/

/** Where activities have no column for it, an objective says for whom its activities are. */
function saidOfObjectives(plan: Plan): string[] {
  if (hasColumn(plan, 'activities', 'category')) return []
  return rowsOf(plan, 'objectives').map(({ cells }) => [cells.category, cells.objective].filter(Boolean).join(' '))
}

type Cells = { category?: string; need?: string; activity?: string; measure?: string }

/** Where a row says for whom it is: in its column, or else in its words and in columns that were not recognised («За кога»). */
function wordsOf({ cells, rest }: { cells: Cells; rest: readonly string[] }): string {
  if (!isEmpty(cells.category)) return cells.category!
  return [cells.need, cells.activity, cells.measure, ...rest].filter(Boolean).join(' ')
}

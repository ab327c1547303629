import { fold } from '../../../language/fold.ts'
import { type Check, fault, placeOf } from '../finding.ts'
import { hasColumn, type Plan, rowsOf } from '../plan.ts'
import { isEmpty } from '../values.ts'

/** No data by sex. */
export const W11: Check = {
  code: 'W11',
  level: 'warning',
  fact: 'F63',
  repair: 'repair-w11',
  find: (plan) => (plan.tables.categories && !isBySex(plan) ? [fault(placeOf(plan, 'categories'), 'why-w11')] : []),
}

const SEX = /\b(?:zen[aeiu]?\w{0,3}|muskar\w+|pol(?:u|a|ovima)?|polova)\b/

/** Whether the plan's figures of people are split: in a column, or in words that stand beside a number. */
function isBySex(plan: Plan): boolean {
  const isFilled = rowsOf(plan, 'categories').some(({ cells }) => !isEmpty(cells.women) || !isEmpty(cells.men))
  if (hasColumn(plan, 'categories', 'women') || hasColumn(plan, 'categories', 'men')) return isFilled
  return plan.prose.some(({ value }) => /\d/.test(value) && SEX.test(fold(value)))
}

import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { hasColumn, inRow, type Plan, rowsOf } from '../plan.ts'
import { isEmpty, numberOf } from '../values.ts'

/** No data by sex. */
export const W11: Check = {
  code: 'W11',
  level: 'warning',
  fact: 'F63',
  repair: 'repair-w11',
  find: (plan) => {
    if (!plan.tables.categories) return []
    return isBySex(plan) ? withoutSex(plan) : [fault(placeOf(plan, 'categories'), 'why-w11')]
  },
}

/** Categories left out where others are split. */
function withoutSex(plan: Plan): Found[] {
  return rowsOf(plan, 'categories')
    .filter(({ cells }) => cells.women !== undefined || cells.men !== undefined)
    .filter(({ cells }) => (numberOf(cells.persons) ?? 0) > 0 && isUnsaid(cells.women) && isUnsaid(cells.men))
    .map((row) => fault(inRow(row, 'category'), 'why-w11-row', { category: named(row.cells.category ?? '') }))
}

/** Nothing at all: a dash says that nobody knows, or none. */
function isUnsaid(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === ''
}

const SEX = /\b(?:zen[aeiu]?\w{0,3}|muskar\w+|pol(?:u|a|ovima)?|polova)\b/

/** Whether the plan's figures of people are split: in a column, or in words that stand beside a number. */
function isBySex(plan: Plan): boolean {
  const isFilled = rowsOf(plan, 'categories').some(({ cells }) => !isEmpty(cells.women) || !isEmpty(cells.men))
  if (hasColumn(plan, 'categories', 'women') || hasColumn(plan, 'categories', 'men')) return isFilled
  return plan.prose.some(({ value }) => /\d/.test(value) && SEX.test(fold(value)))
}

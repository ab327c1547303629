import { fold } from '../../../language/fold.ts'
import { categoriesIn } from '../categories.ts'
import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { hasColumn, inRow, type Plan, rowsOf } from '../plan.ts'
import { amountOf, isEmpty, numberOf, numbersIn } from '../values.ts'

/** No data by sex. */
export const W11: Check = {
  code: 'W11',
  level: 'warning',
  fact: 'F63',
  repair: 'repair-w11',
  find: (plan) => {
    if (!plan.tables.categories) return []
    if (isBySex(plan)) return withoutSex(plan)
    return mayBeUnread(plan) ? [] : [fault(placeOf(plan, 'categories'), 'why-w11')]
  },
}

/** Whether figures stand in a column that was not recognised, which may be that of one sex. */
function mayBeUnread(plan: Plan): boolean {
  const rows = rowsOf(plan, 'categories')
  return rows.some(({ rest }) => rest.some((cell) => amountOf(cell) !== null && !isEmpty(cell)))
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
  const around = new Set(plan.tables.categories?.parts.map(({ place }) => place.headings.at(-1)))
  return plan.prose.some(
    ({ value, place }) =>
      SEX.test(fold(value)) &&
      (around.has(place.headings.at(-1)) || categoriesIn(value).size > 0) &&
      countsBySex(value),
  )
}

/** How far from a word for a sex its figure stands, in words. */
const NEAR = 6

/** «193 од 371 лица су жене»: a figure beside it that is no year and no day («1. јуна»). That women were asked counts nobody. */
function countsBySex(text: string): boolean {
  return text.split(/(?<=\p{L}{2,}[.!?])\s+/u).some((sentence) => {
    const words = sentence.split(/\s+/)
    const isFigure = (word: string) => !/^\d+\.$/.test(word) && numbersIn(word.replace(/[,;:()]/g, '')).length > 0
    return words.some(
      (word, at) => SEX.test(fold(word)) && words.slice(Math.max(0, at - NEAR), at + NEAR + 1).some(isFigure),
    )
  })
}

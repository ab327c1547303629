import { fold } from '../../../language/fold.ts'
import { type Check, fault, named, placeOf } from '../finding.ts'
import { isSameText, type Objective, specificObjectives } from '../objectives.ts'
import { hasColumn, type Plan, rowsOf } from '../plan.ts'
import { isEmpty, markOf } from '../values.ts'

/** An objective that names no objective of the development plan. */
export const H2: Check = {
  code: 'H2',
  level: 'hint',
  fact: 'F46',
  repair: 'repair-h2',
  find: (plan) => {
    const aligned = rowsOf(plan, 'alignment').filter(({ cells }) => !isEmpty(cells.development))
    if (!hasColumn(plan, 'objectives', 'developmentGoal'))
      return isSilent(plan) ? [fault(placeOf(plan, 'objectives'), 'why-h2-none')] : []
    return specificObjectives(plan)
      .filter(({ rows }) => rows.every(({ cells }) => isEmpty(cells.developmentGoal)))
      .filter((one) => !aligned.some(({ cells }) => isFor(cells.objective ?? '', one)))
      .map(({ text, place }) => fault(place, 'why-h2', { objective: named(text) }))
  },
}

/** Objectives, and nowhere a word of the development plan. */
function isSilent(plan: Plan): boolean {
  if (!plan.tables.objectives || plan.tables.alignment) return false
  return ![...plan.prose, ...plan.lines].some(({ value }) => /\bplan\w* razvoja\b/.test(fold(value)))
}

/** A row of the annex names an objective by its words or by its number. */
function isFor(named: string, { text, mark }: Objective): boolean {
  return isSameText(named, text) || (mark !== null && markOf(named) === mark)
}

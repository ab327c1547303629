import { type Check, fault, named } from '../finding.ts'
import { isSameText, type Objective, specificObjectives } from '../objectives.ts'
import { hasColumn, rowsOf } from '../plan.ts'
import { isEmpty, markOf } from '../values.ts'

/** An objective that names no objective of the development plan. */
export const H2: Check = {
  code: 'H2',
  level: 'hint',
  fact: 'F46',
  repair: 'repair-h2',
  find: (plan) => {
    const aligned = rowsOf(plan, 'alignment').filter(({ cells }) => !isEmpty(cells.development))
    if (!hasColumn(plan, 'objectives', 'developmentGoal')) return []
    return specificObjectives(plan)
      .filter(({ rows }) => rows.every(({ cells }) => isEmpty(cells.developmentGoal)))
      .filter((one) => !aligned.some(({ cells }) => isFor(cells.objective ?? '', one)))
      .map(({ text, place }) => fault(place, 'why-h2', { objective: named(text) }))
  },
}

/** A row of the annex names an objective by its words or by its number. */
function isFor(named: string, { text, mark }: Objective): boolean {
  return isSameText(named, text) || (mark !== null && markOf(named) === mark)
}

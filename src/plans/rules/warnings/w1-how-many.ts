import { type Check, fault, placeOf } from '../finding.ts'
import { specificObjectives } from '../objectives.ts'

const FEWEST = 3
const MOST = 8

/** Fewer than three specific objectives, or more than eight. */
export const W1: Check = {
  code: 'W1',
  level: 'warning',
  fact: 'F78',
  repair: 'repair-w1',
  find: (plan) => {
    const count = specificObjectives(plan).length
    if (!plan.tables.objectives || (count >= FEWEST && count <= MOST)) return []
    const place = placeOf(plan, 'objectives')
    return [count > MOST ? fault(place, 'why-w1-many', { count }) : fault(place, 'why-w1-few', { count })]
  },
}

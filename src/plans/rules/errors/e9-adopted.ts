import { type Check, type Found, fault } from '../finding.ts'

/** A plan is marked as adopted only with the assembly's decision, its date and number, the Council's opinion and the finance statement. */
export const E9: Check = {
  code: 'E9',
  level: 'error',
  fact: 'F94',
  repair: 'repair-e9',
  find: ({ adopted, decision, opinion, statement }) => {
    if (adopted === null) return []
    const lacking: ('decision' | 'date' | 'number' | 'opinion' | 'statement')[] = []
    if (decision === null) lacking.push('decision')
    else {
      if (decision.value.date === null) lacking.push('date')
      if (decision.value.number === null) lacking.push('number')
    }
    if (opinion === null) lacking.push('opinion')
    if (statement === null) lacking.push('statement')
    return lacking.map((part): Found => fault(adopted.place, 'why-e9', { part }))
  },
}

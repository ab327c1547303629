import { type Check, type Found, fault } from '../finding.ts'
import type { Act, Plan } from '../plan.ts'

/** A plan is marked as adopted only with the assembly's decision, its date and number, the Council's opinion and the finance statement. */
export const E9: Check = {
  code: 'E9',
  level: 'error',
  fact: 'F94',
  repair: 'repair-e9',
  find: (plan) => {
    const { adopted } = plan
    return adopted === null ? [] : lackingIn(plan).map((part): Found => fault(adopted.place, 'why-e9', { part }))
  },
}

export type Lack = 'decision' | 'later' | 'dateAndNumber' | 'date' | 'number' | 'opinion' | 'statement'

/** Whether the day of the assembly's decision is after today. */
export function isToCome({ decision }: Pick<Plan, 'decision'>, today: Temporal.PlainDate): boolean {
  const date = decision?.value.date ?? null
  return date !== null && Temporal.PlainDate.compare(date, today) > 0
}

/** What a plan lacks to be adopted. */
export function lackingIn({ decision, opinion, statement }: Pick<Plan, 'decision' | 'opinion' | 'statement'>): Lack[] {
  return [
    ...(decision === null ? (['decision'] as const) : []),
    ...(decision === null ? [] : lackingInAct(decision.value)),
    ...(opinion === null ? (['opinion'] as const) : []),
    ...(statement === null ? (['statement'] as const) : []),
  ]
}

function lackingInAct({ date, number }: Act): Lack[] {
  if (date === null && number === null) return ['dateAndNumber']
  return date === null ? ['date'] : number === null ? ['number'] : []
}

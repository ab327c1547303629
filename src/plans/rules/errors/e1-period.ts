import { type Check, fault } from '../finding.ts'
import { type Period, type Plan, periodOf } from '../plan.ts'

/** The period in the decision, on the cover, in the budget and in the objectives is the same. */
export const E1: Check = {
  code: 'E1',
  level: 'error',
  fact: 'F58',
  repair: 'repair-e1',
  find: (plan) => {
    const period = commonPeriod(plan)
    if (period === null) return []
    return plan.periods
      .filter(({ said }) => !isSame(said.value, period))
      .map(({ of, said }) => fault(said.place, 'why-e1', { of, here: written(said.value), plan: written(period) }))
  },
}

/** What most places say; where they are of two minds, what the cover says. */
function commonPeriod(plan: Plan): Period | null {
  const cover = plan.periods.find(({ of }) => of === 'cover')?.said.value ?? null
  const most = periodOf(plan)
  if (cover === null || most === null) return most
  const times = (period: Period) => plan.periods.filter(({ said }) => isSame(said.value, period)).length
  return times(most) > times(cover) ? most : cover
}

function isSame(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to
}

function written({ from, to }: Period): string {
  return `${from}–${to}`
}

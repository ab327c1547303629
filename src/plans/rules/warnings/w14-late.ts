import { type Check, type Found, fault } from '../finding.ts'
import { type Plan, periodOf } from '../plan.ts'

/** Adoption after the period began, or a year without a plan after the old one. */
export const W14: Check = {
  code: 'W14',
  level: 'warning',
  fact: 'F95',
  repair: 'repair-w14',
  find: (plan) => [...late(plan), ...planned(plan), ...gap(plan)],
}

function planned(plan: Plan): Found[] {
  const period = periodOf(plan)
  const { plannedOn, adopted } = plan
  if (period === null || plannedOn === null || adopted || plannedOn.value.year < period.from) return []
  const { day, month, year } = plannedOn.value
  const values = { date: `${day}. ${month}. ${year}.`, from: String(period.from) }
  return day === 1 && month === 1 && year === period.from ? [] : [fault(plannedOn.place, 'why-w14-planned', values)]
}

function late(plan: Plan): Found[] {
  const period = periodOf(plan)
  // Without a day of its own, a plan that calls itself adopted was so when its cover says.
  const adopted = plan.decision?.value.date ? plan.decision : null
  const date = adopted?.value.date ?? (plan.adopted ? (plan.datedOn?.value ?? null) : null)
  const place = adopted?.place ?? plan.datedOn?.place
  if (period === null || place === undefined || date === null || date.year < period.from) return []
  const first = Temporal.PlainDate.from({ year: period.from, month: 1, day: 1 })
  if (date.equals(first)) return []
  return [
    fault(place, 'why-w14-late', {
      date: `${date.day}. ${date.month}. ${date.year}.`,
      from: String(period.from),
    }),
  ]
}

function gap(plan: Plan): Found[] {
  const period = periodOf(plan)
  const { previous } = plan
  if (period === null || previous === null || previous.value.to >= period.from - 1) return []
  const years = { until: String(previous.value.to), from: String(period.from) }
  return [fault(previous.place, 'why-w14-gap', years)]
}

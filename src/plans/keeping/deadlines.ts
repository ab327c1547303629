/**
 * What leads to the adoption of a plan (F94), with how many days before it each is due. The order is the material's; the days are ours,
 * counted from how long a debate and the sittings commonly take.
 */
const BEFORE = {
  start: 180,
  analysis: 120,
  objectives: 90,
  draft: 60,
  debateBegins: 52,
  debateEnds: 34,
  opinion: 27,
  statement: 24,
  proposal: 20,
  committee: 8,
  adoption: 0,
} as const

type DeadlineName = keyof typeof BEFORE
export type Deadline = { name: DeadlineName; dueOn: Temporal.PlainDate }

const DEADLINES = Object.keys(BEFORE) as DeadlineName[]

/** Counted back from the day on which the plan should be adopted, the first first. */
export function deadlinesOf(wishedOn: Temporal.PlainDate): Deadline[] {
  return DEADLINES.map((name) => ({ name, dueOn: wishedOn.subtract({ days: BEFORE[name] }) }))
}

/** The first that is not over; `null` when all are. */
export function nextDeadline(wishedOn: Temporal.PlainDate, today: Temporal.PlainDate): Deadline | null {
  return deadlinesOf(wishedOn).find(({ dueOn }) => Temporal.PlainDate.compare(dueOn, today) >= 0) ?? null
}

/** Days before a deadline on which people are reminded, at most. */
const NOTICE_DAYS = 3

/** The deadlines that people are to be reminded of on a day. */
export function dueNotices(wishedOn: Temporal.PlainDate, today: Temporal.PlainDate): Deadline[] {
  return deadlinesOf(wishedOn).filter(({ dueOn }) => {
    const { days } = today.until(dueOn, { largestUnit: 'days' })
    return days >= 0 && days <= NOTICE_DAYS
  })
}

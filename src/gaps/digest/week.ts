import { ZONE } from '../../platform/clock.ts'

/** The digest comes on Monday at this hour of the wall clock in Belgrade. */
const HOUR = 8
/** A digest that could not be sent for longer than this is left out: the next one is nearer. */
const LATEST_HOURS = 36

/** The Monday on which a digest is due now; `null` while none is. */
export function digestDue(now: Temporal.Instant): Temporal.PlainDate | null {
  const here = now.toZonedDateTimeISO(ZONE)
  const monday = here.toPlainDate().subtract({ days: here.dayOfWeek - 1 })
  const due = startOf(monday)
  const hours = due.until(now).total('hours')
  return hours >= 0 && hours < LATEST_HOURS ? monday : null
}

/** The week that a digest tells of. */
export function weekBefore(monday: Temporal.PlainDate): { from: Temporal.Instant; to: Temporal.Instant } {
  return { from: startOf(monday.subtract({ days: 7 })), to: startOf(monday) }
}

function startOf(monday: Temporal.PlainDate): Temporal.Instant {
  return monday.toZonedDateTime({ timeZone: ZONE, plainTime: { hour: HOUR } }).toInstant()
}

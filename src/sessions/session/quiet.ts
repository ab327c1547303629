import { afterQuiet, byDay } from '../../people/notices/rules.ts'
import { type Days, stretchesOf } from './days.ts'
import { type PlanChange, planOf, type Session, type WallTime } from './session.ts'

/** What happens within so many hours is said also at night. */
const NEAR_HOURS = 24

/**
 * From when on others may be told of a session: at once, but at night only where it is held now or within a day, as it is or as it
 * was before `changes`; else from the morning on.
 */
export function toldFrom(
  session: Session,
  now: Temporal.Instant,
  changes: readonly PlanChange[] = [],
): Temporal.Instant {
  return isNearBy(session, now, changes) ? now : afterQuiet(now)
}

/** How what is told of a session leaves: at any hour, or by day alone. */
export function leaving(session: Session, now: Temporal.Instant, changes: readonly PlanChange[] = []) {
  return isNearBy(session, now, changes) ? { byDay: false, notBefore: now } : byDay(now)
}

function isNearBy(session: Session, now: Temporal.Instant, changes: readonly PlanChange[]): boolean {
  const plan = planOf(session)
  const was = { ...plan, ...Object.fromEntries(changes.map(({ field, from }) => [field, from])) }
  const here = now.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDateTime()
  return isNear(plan, here) || isNear(was, here)
}

/** Whether what is told of a session waits for the morning. */
export function isHeld(session: Session, now: Temporal.Instant, changes: readonly PlanChange[] = []): boolean {
  return !toldFrom(session, now, changes).equals(now)
}

function isNear(plan: { starts: WallTime; ends: WallTime; days: Days | null }, here: Temporal.PlainDateTime): boolean {
  const near = here.add({ hours: NEAR_HOURS })
  const compare = Temporal.PlainDateTime.compare
  return stretchesOf(plan).some(({ from, to }) => compare(from, near) <= 0 && compare(here, to) <= 0)
}

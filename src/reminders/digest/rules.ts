import { isQuiet } from '../../people/notices/rules.ts'
import { ZONE } from '../../platform/clock.ts'
import { countPlaces, eligible } from '../../sessions/line/order.ts'
import { isInLine, type Roll, type SignUp, type SignUpEvent } from '../../sessions/line/sign-up.ts'
import { hasStarted, type Session } from '../../sessions/session/session.ts'

/** Hours at which one may have the digest; the usual one is the evening before a day. */
export const HOURS = [7, 8, 12, 16, 18, 20] as const
export const USUAL_HOUR = 18

/** After an outage a digest still comes within so many hours; later the next one says it all. */
const LATE_HOURS = 3

/** Whether the digest of today is due now, for somebody who wants it at `hour`. */
export function isDue(hour: number, now: Temporal.Instant): boolean {
  const here = now.toZonedDateTimeISO(ZONE)
  return here.hour >= hour && here.hour < hour + LATE_HOURS && !isQuiet(now)
}

/** What somebody in charge should know of a session, by who it is about. */
export type SessionDigest = {
  session: Session
  /** Days from today to its first day: 0 is today. */
  days: number
  coming: SignUp[]
  /** Have a place and did not say whether they come. */
  silent: SignUp[]
  /** Gave a place back since the last digest, or sent nobody in their stead. */
  cancelled: SignUp[]
  waiting: SignUp[]
  /** Wait for a decision. */
  requested: SignUp[]
  /** Have a place and cannot be written to. */
  unreachable: SignUp[]
  /** Have a place and no Telegram: they are called. */
  toCall: SignUp[]
  /** Places nobody has and nobody waits for. */
  idle: number
}

/** So many days before a session its digest comes each day; before that only when there is something to decide or to know. */
const NEAR_DAYS = 3
/** So many days before a session it matters that nobody takes a place, or that somebody cannot be reached. */
const AHEAD_DAYS = 14

/** The digest of a session; `null` when there is nothing to say. `coming` holds the sign-ups that said so, `entered` the people without Telegram. */
export function digestOf(
  roll: Roll,
  events: readonly SignUpEvent[],
  coming: ReadonlySet<number>,
  entered: ReadonlySet<number>,
  { since, now }: { since: Temporal.Instant; now: Temporal.Instant },
): SessionDigest | null {
  const { session, signUps } = roll
  if (session.state === 'draft' || session.state === 'cancelled' || hasStarted(session, now)) return null
  const confirmed = signUps.filter(({ status }) => status === 'confirmed')
  const hasNoTelegram = (personId: number | null) => personId !== null && entered.has(personId)
  const free = eligible(roll, now).length > 0 ? 0 : countPlaces(roll).free
  const digest = {
    session,
    days: daysUntil(session, now),
    coming: confirmed.filter(({ id }) => coming.has(id)),
    silent: confirmed.filter(({ id, personId }) => !coming.has(id) && !hasNoTelegram(personId)),
    cancelled: signUps.filter(({ id, status }) => status === 'cancelled' && gaveBack(events, id, since)),
    waiting: signUps.filter(isInLine),
    requested: signUps.filter(({ status }) => status === 'requested'),
    unreachable: confirmed.filter(({ personId }) => personId !== null && roll.unreachable.has(personId)),
    toCall: confirmed.filter(({ personId }) => hasNoTelegram(personId)),
    idle: free,
  }
  return isWorthSaying(digest) ? digest : null
}

function daysUntil({ starts }: Session, now: Temporal.Instant): number {
  const today = now.toZonedDateTimeISO(starts.timeZoneId).toPlainDate()
  return today.until(starts.toPlainDate(), { largestUnit: 'days' }).days
}

/** Whether a confirmed place was given back since. */
function gaveBack(events: readonly SignUpEvent[], signUpId: number, since: Temporal.Instant): boolean {
  return events.some(
    ({ signUpId: id, change, at }) =>
      id === signUpId && change.kind === 'cancelled' && Temporal.Instant.compare(at, since) > 0,
  )
}

function isWorthSaying({ days, requested, cancelled, unreachable, idle, ...digest }: SessionDigest): boolean {
  if (days <= NEAR_DAYS)
    return [requested, cancelled, unreachable, digest.coming, digest.silent, digest.waiting].some(
      (one) => one.length > 0,
    )
  if (requested.length > 0 || cancelled.length > 0) return true
  return days <= AHEAD_DAYS && (unreachable.length > 0 || (days <= NEAR_DAYS * 2 && idle > 0))
}

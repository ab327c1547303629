import type { Session } from '../session/session.ts'
import type { Offer } from './sign-up.ts'

/** Closer to the start than this, several are asked at once and nothing is kept. */
const FIRST_COME_HOURS = 48
/** How long an answer may take: far from the start, in its last week, and in its last days. */
const CALM = { hours: 24 }
const LAST_WEEK = { hours: 12 }
const LAST_DAYS = { hours: 3 }

/** Nobody has to answer in the night: a deadline falls between these hours of the session's zone, or on the next morning. */
const DAY_STARTS = 8
const DAY_ENDS = 21
const MORNING = 10

/**
 * Until when an offer made now may be confirmed, at a full half hour and not in the night, and whether the place is kept
 * until then. Never later than the start.
 */
export function offerUntil(session: Session, now: Temporal.Instant): Offer {
  const here = now.toZonedDateTimeISO(session.starts.timeZoneId)
  const hoursLeft = here.until(session.starts).total('hours')
  const held = hoursLeft > FIRST_COME_HOURS
  const answerWithin = hoursLeft > 7 * 24 ? CALM : held ? LAST_WEEK : LAST_DAYS
  const until = byDay(toHalfHour(here.add(answerWithin)))
  return { until: earlier(until, lastAnswer(session, here)).toInstant(), held }
}

function toHalfHour(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return time.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' })
}

function byDay(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (isByDay(time)) return time
  const day = time.hour < DAY_STARTS ? time : time.add({ days: 1 })
  return day.withPlainTime({ hour: MORNING })
}

function isByDay(time: Temporal.ZonedDateTime): boolean {
  const latest = time.withPlainTime({ hour: DAY_ENDS })
  return time.hour >= DAY_STARTS && Temporal.ZonedDateTime.compare(time, latest) <= 0
}

/** The start, or for one in the night the evening before, unless that has passed too. */
function lastAnswer({ starts }: Session, here: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (isByDay(starts)) return starts
  const day = starts.hour < DAY_STARTS ? starts.subtract({ days: 1 }) : starts
  const evening = day.withPlainTime({ hour: DAY_ENDS })
  return Temporal.ZonedDateTime.compare(here, evening) < 0 ? evening : starts
}

function earlier(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) <= 0 ? a : b
}

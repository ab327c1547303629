import { hasEnded, type Session } from '../session/session.ts'
import type { Sheet as Attendance, SessionDay, State } from './attendance.ts'
import type { NewMark } from './store.ts'

/** People come early: so long before a day begins they can be noted, and note themselves. */
const OPENS_BEFORE = { minutes: 60 }

export function opensAt(session: Pick<Session, 'starts'>, { stretches }: SessionDay): Temporal.ZonedDateTime {
  return stretches[0]!.from.toZonedDateTime(session.starts.timeZoneId).subtract(OPENS_BEFORE)
}

export function hasOpened(session: Session, day: SessionDay, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(opensAt(session, day).toInstant(), now) <= 0
}

/** Whether people are coming, or have come: its first day has opened, and it is not over. */
export function isUnderWay(session: Session, now: Temporal.Instant): boolean {
  const opens = session.starts.subtract(OPENS_BEFORE).toInstant()
  return session.state !== 'cancelled' && !hasEnded(session, now) && Temporal.Instant.compare(opens, now) <= 0
}

/** A day is settled at midnight: what is noted otherwise afterwards is a correction, which wants a reason. */
function isSettled(session: Session, { stretches }: SessionDay, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDate()
  return Temporal.PlainDate.compare(stretches.at(-1)!.to.toPlainDate(), today) < 0
}

/** The day that whoever opens the sheet means: the last that has opened, or else the first. */
export function dayAt<Day extends SessionDay>(session: Session, days: readonly Day[], now: Temporal.Instant): Day {
  return days.findLast((day) => hasOpened(session, day, now)) ?? days[0]!
}

/** `who` is a sign-up; «the rest»: everybody of whom nothing was noted on that day. */
export type Marking = {
  on: Temporal.PlainDate
  state: State
  who: number | 'the-rest'
  staffId: number
  reason: string | null
}

export type MarkRefusal =
  | { kind: 'session-cancelled' }
  /** The session is not held on that date (any more). */
  | { kind: 'no-such-day' }
  | { kind: 'too-early'; opens: Temporal.ZonedDateTime }
  /** They have no place, and never were there. */
  | { kind: 'not-in-it' }
  /** It was noted otherwise, and the day is settled. */
  | { kind: 'needs-reason'; signUpId: number }
  | { kind: 'nothing-changes' }

/** What staff's word adds to the sheet. */
export function decideMarks(
  sheet: Attendance,
  by: Marking,
  now: Temporal.Instant,
): { kind: 'marks'; marks: NewMark[] } | MarkRefusal {
  const day = dayToNote(sheet, by.on, now)
  if ('kind' in day) return day
  const onDay = sheet.people.map((one) => ({ ...one, day: one.days.find(({ on }) => on.equals(by.on))! }))
  const meant = by.who === 'the-rest' ? onDay.filter((one) => one.day.state === null) : onDay.filter(isSignUp(by.who))
  if (by.who !== 'the-rest' && meant.length === 0) return { kind: 'not-in-it' }
  const changed = meant.filter((one) => one.day.state !== by.state)
  if (changed.length === 0) return { kind: 'nothing-changes' }
  const corrects = isSettled(sheet.session, day, now) && changed.some((one) => one.day.state !== null)
  if (corrects && by.reason === null) return { kind: 'needs-reason', signUpId: changed[0]!.signUpId }
  const { on, state, staffId, reason } = by
  const how = corrects ? 'corrected' : 'tapped'
  return {
    kind: 'marks',
    marks: changed.map(({ signUpId }) => ({ signUpId, on, state, how, at: now, actorId: staffId, reason })),
  }
}

const isSignUp =
  (id: number) =>
  ({ signUpId }: { signUpId: number }) =>
    signUpId === id

/** A day on which something can be noted by now, or why not. */
export function dayToNote(
  { session, days }: Pick<Attendance, 'session' | 'days'>,
  on: Temporal.PlainDate,
  now: Temporal.Instant,
): SessionDay | Extract<MarkRefusal, { kind: 'session-cancelled' | 'no-such-day' | 'too-early' }> {
  if (session.state === 'cancelled') return { kind: 'session-cancelled' }
  const day = days.find((one) => one.on.equals(on))
  if (!day) return { kind: 'no-such-day' }
  return hasOpened(session, day, now) ? day : { kind: 'too-early', opens: opensAt(session, day) }
}

/** How many were there, came late, left, were not there, and of how many nothing was noted. */
export type Counts = Record<State | 'unknown', number>

export function countDay({ people }: Pick<Attendance, 'people'>, on: Temporal.PlainDate): Counts {
  const counts: Counts = { present: 0, late: 0, left: 0, absent: 0, unknown: 0 }
  for (const { days } of people) counts[days.find((day) => day.on.equals(on))?.state ?? 'unknown']++
  return counts
}

/** Later than that is late. */
const GRACE = { minutes: 15 }

/** What somebody is who comes now: in time, or late. */
export function stateOnArrival(
  { starts }: Session,
  { stretches }: SessionDay,
  now: Temporal.Instant,
): 'present' | 'late' {
  const arrival = now.toZonedDateTimeISO(starts.timeZoneId).toPlainDateTime()
  const { compare } = Temporal.PlainDateTime
  const isLate = compare(arrival, stretches[0]!.from.add(GRACE)) > 0 && compare(arrival, stretches.at(-1)!.to) <= 0
  return isLate ? 'late' : 'present'
}

/** What was noted of a sign-up on that day; `null`: nothing. */
export function stateOn(
  { people }: Pick<Attendance, 'people'>,
  signUpId: number,
  on: Temporal.PlainDate,
): State | null {
  const person = people.find((one) => one.signUpId === signUpId)
  return person?.days.find((day) => day.on.equals(on))?.state ?? null
}

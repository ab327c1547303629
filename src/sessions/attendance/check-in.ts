import { linkSecret, openLink, sealLink } from '../../bot/links.ts'
import type { Db } from '../../platform/database/database.ts'
import { dateOf, dayNumber } from '../session/days.ts'
import type { Session } from '../session/session.ts'
import { sessionsHeldAround } from '../session/store.ts'
import { lockSheet } from './actions.ts'
import { daysOfSession, isThere, type SessionDay, type Sheet } from './attendance.ts'
import { checkInState, type Day, findCode, isShown, isTaken, stepAt } from './code.ts'
import { opensAt, stateOn, stateOnArrival } from './mark.ts'
import { hasPlaceIn, insertMarks, type NewMark } from './store.ts'

/** What came of somebody's code. */
export type CheckIn =
  | { kind: 'noted'; session: Session; on: Temporal.PlainDate; state: 'present' | 'late' }
  /** Once a person and day, be it by the code or by staff. */
  | { kind: 'already'; session: Session; on: Temporal.PlainDate }
  | { kind: 'too-early'; session: Session; opens: Temporal.ZonedDateTime }
  /** That day is over. */
  | { kind: 'over'; session: Session; on: Temporal.PlainDate }
  /** The code ran out. */
  | { kind: 'expired'; session: Session; on: Temporal.PlainDate }
  /** They have no place in the session. */
  | { kind: 'not-in-it'; session: Session; on: Temporal.PlainDate }
  | { kind: 'session-cancelled'; session: Session }
  /** Nobody's code, or of a session that is no more. */
  | { kind: 'unknown' }

/** Somebody with a code: which day it is of, and from which half minute. */
type Shown = Day & { personId: number; step: number }

/** Notes somebody as there by the code that they saw. */
export async function checkIn(db: Db, by: Shown, now: Temporal.Instant): Promise<CheckIn> {
  const locked = await lockSheet(db, by.sessionId)
  if (!locked) return { kind: 'unknown' }
  const { session } = locked.sheet
  const decision = decideCheckIn(locked.sheet, by, now)
  if (decision.kind !== 'mark') return { session, ...decision }
  const [mark] = await insertMarks(db, session.id, [decision.mark])
  const { on } = by
  return mark ? { kind: 'noted', session, on, state: decision.state } : { kind: 'already', session, on }
}

type Refused = { [K in CheckIn['kind']]: Omit<Extract<CheckIn, { kind: K }>, 'session'> }[Exclude<
  CheckIn['kind'],
  'noted' | 'unknown'
>]

/**
 * What a code comes to. Whoever is noted as absent and comes after all is noted as late; whoever is noted as there stays as they are
 * noted.
 */
export function decideCheckIn(
  sheet: Sheet,
  { personId, on, step }: Shown,
  now: Temporal.Instant,
): { kind: 'mark'; mark: NewMark; state: 'present' | 'late' } | Refused {
  const { session } = sheet
  if (session.state === 'cancelled') return { kind: 'session-cancelled' }
  const day = sheet.days.find((one) => one.on.equals(on))
  if (!day) return { kind: 'expired', on }
  const refusal = refusalOf(session, day, step, now)
  if (refusal) return refusal
  const person = sheet.people.find((one) => one.personId === personId)
  if (!person) return { kind: 'not-in-it', on }
  if (isThere(stateOn(sheet, person.signUpId, on))) return { kind: 'already', on }
  const state = stateOnArrival(session, day, now)
  const noted = { signUpId: person.signUpId, on, state, at: now }
  return { kind: 'mark', mark: { ...noted, how: 'code', actorId: personId, reason: null }, state }
}

function refusalOf(session: Session, day: SessionDay, step: number, now: Temporal.Instant): Refused | null {
  switch (checkInState(session, day, now)) {
    case 'too-early':
      return { kind: 'too-early', opens: opensAt(session, day) }
    case 'over':
      return { kind: 'over', on: day.on }
    case 'open':
      return isTaken(step, now) ? null : { kind: 'expired', on: day.on }
  }
}

/**
 * Whose day six digits are of. «nobody's»: of none that is shown now, though the person has a place where one is. `null`: they
 * mean something else.
 */
export async function codeMeant(
  db: Db,
  { personId, code }: { personId: number; code: string },
  now: Temporal.Instant,
): Promise<(Day & { step: number }) | 'nobody’s' | null> {
  const sessions = await sessionsHeldAround(db, now.subtract(AROUND), now.add(AROUND))
  const days = sessions.flatMap((session) =>
    daysOfSession(session)
      .filter((day) => isShown(session, day, now))
      .map(({ on }) => ({ sessionId: session.id, on })),
  )
  if (days.length === 0) return null
  const found = findCode(await linkSecret(db), days, code, now)
  if (found) return { ...found.day, step: found.step }
  const ids = days.map(({ sessionId }) => sessionId)
  return (await hasPlaceIn(db, personId, ids)) ? 'nobody’s' : null
}

/** Longer than a code is shown before and after a session. */
const AROUND = { hours: 4 }

/** What scanned codes open is of this kind. */
const CHECK_IN_LINK = 'c'

/** What the picture of a day leads to in this half minute. */
export function checkInPayload(secret: Buffer, { sessionId, on }: Day, now: Temporal.Instant): string {
  return sealLink(secret, { kind: CHECK_IN_LINK, data: `${sessionId}-${dayNumber(on)}-${stepAt(now)}` })
}

/** Which day a scanned code is of; `null`: it is none of ours. */
export async function openCheckIn(db: Db, payload: string): Promise<(Day & { step: number }) | null> {
  const link = openLink(await linkSecret(db), payload)
  if (link?.kind !== CHECK_IN_LINK) return null
  const [sessionId, day, step] = link.data.split('-').map(Number)
  return { sessionId: sessionId!, on: dateOf(day!), step: step! }
}

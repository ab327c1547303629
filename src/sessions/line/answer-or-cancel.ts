import { isBefore, type Session } from '../session/session.ts'
import { type Decision, type Missing, ownSignUp } from './decision.ts'
import { offeredInTheMorning, offerFreePlaces } from './free-places.ts'
import { positionOf } from './order.ts'
import { type Recorded, record, unchanged } from './recorded.ts'
import { find, isActive, type Roll, type SignUp, type Status } from './sign-up.ts'

export type CancelResult =
  | { kind: 'cancelled'; session: Session; was: Status; late: boolean }
  /** The deadline has passed: ask why, and call again with the reason. */
  | { kind: 'reason-needed'; session: Session }
  | { kind: 'not-signed-up'; session: Session; status: Status }
  | Missing

/** Gives back a place or leaves the line. Only a confirmed place given back late needs a reason. */
export function decideCancel(
  roll: Roll,
  by: { signUpId: number; personId: number; reason: string | null },
  now: Temporal.Instant,
): Decision<CancelResult> {
  const found = ownSignUp(roll, by, now)
  if ('kind' in found) return { ...unchanged(roll), result: found }
  const { session } = roll
  if (!isActive(found)) {
    return { ...unchanged(roll), result: { kind: 'not-signed-up', session, status: found.status } }
  }
  const late = found.status === 'confirmed' && !isBefore(now, session.cancelUntil)
  if (late && by.reason === null) return { ...unchanged(roll), result: { kind: 'reason-needed', session } }
  const cancelled = record(unchanged(roll), {
    signUpId: found.id,
    at: now,
    actorId: by.personId,
    reason: by.reason,
    change: { kind: 'cancelled', late },
  })
  const done = offerFreePlaces(cancelled, late ? 'late-cancelled' : 'cancelled', now)
  return { ...done, result: { kind: 'cancelled', session, was: found.status, late } }
}

export type AnswerResult =
  | { kind: 'confirmed'; session: Session; signUp: SignUp }
  | { kind: 'declined'; session: Session }
  /** The deadline of the offer has passed. */
  | { kind: 'expired'; session: Session }
  /** Nothing is offered to them now: `status` says where they stand, `position` where in line. */
  | { kind: 'no-offer'; session: Session; status: Status; position: number | null }
  | Missing

/**
 * The answer to an offer. A place of which several were told goes to the first to confirm. `staffId`: who pressed for somebody whom
 * they had called.
 */
export function decideAnswer(
  roll: Roll,
  by: { signUpId: number; personId: number; answer: 'accepted' | 'declined'; staffId?: number },
  now: Temporal.Instant,
): Decision<AnswerResult> {
  const found = ownSignUp(roll, by, now)
  if ('kind' in found) return { ...unchanged(roll), result: found }
  const { session } = roll
  const { offer, id, status } = found
  if (!offer) {
    return { ...unchanged(roll), result: { kind: 'no-offer', session, status, position: positionOf(roll, id) } }
  }
  if (Temporal.Instant.compare(offer.until, now) <= 0)
    return { ...expire(roll, now), result: { kind: 'expired', session } }
  const answered = record(unchanged(roll), {
    signUpId: id,
    at: now,
    actorId: by.staffId ?? by.personId,
    reason: null,
    change: { kind: by.answer },
  })
  const done = offerFreePlaces(answered, by.answer === 'declined' ? 'declined' : 'other', now)
  if (by.answer === 'declined') return { ...done, result: { kind: 'declined', session } }
  return { ...done, result: { kind: 'confirmed', session, signUp: find(done.roll, id)! } }
}

/** Ends the offers nobody answered in time, and offers what is free: also what was reserved until now. */
export function expire(roll: Roll, now: Temporal.Instant): Recorded {
  const late = roll.signUps.filter(({ offer }) => offer !== null && Temporal.Instant.compare(offer.until, now) <= 0)
  const expired = late.reduce(
    (done, { id }) => record(done, { signUpId: id, at: now, actorId: null, reason: null, change: { kind: 'expired' } }),
    unchanged(roll),
  )
  return offerFreePlaces(expired, late.length > 0 ? 'expired' : 'reservation-ended', now)
}

/** When time alone changes something: the next offer ends, the reservation does, or the night. `null`: it will not. */
export function dueAt(roll: Roll, now: Temporal.Instant): Temporal.Instant | null {
  const { session, signUps } = roll
  const offers = signUps.flatMap(({ offer }) => (offer ? [offer.until] : []))
  const reservation = session.reservedUntil && session.reservedPlaces > 0 ? session.reservedUntil.toInstant() : null
  const ends = reservation && Temporal.Instant.compare(reservation, now) > 0 ? [reservation] : []
  const morning = offeredInTheMorning(roll, now)
  return [...offers, ...ends, ...(morning ? [morning] : [])].sort(Temporal.Instant.compare)[0] ?? null
}

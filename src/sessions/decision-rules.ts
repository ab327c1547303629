import { eligible, type Obstacle, obstacleFor, positionOf, type Recorded, record, settle } from './line-rules.ts'
import { hasStarted, isBefore, type Session } from './session-rules.ts'
import { type Cause, find, holdsPlace, isActive, type Roll, type SignUp, type Status } from './sign-up-rules.ts'

/** Somebody who wants a place. `municipality` is `null` until they told us. */
export type Applicant = { personId: number; municipality: string | null; consented: boolean }

/** A result for the reply, and what happened. */
export type Decision<Result> = Recorded & { result: Result }

/** Why somebody waits: an obstacle, or others who wait before them for the places that are free. */
export type WaitReason = Obstacle | 'line'

export type SignUpRefusal =
  /** Never was, or is being prepared. */
  | 'unknown'
  /** Staff closed it. */
  | 'closed'
  /** Its sign-up deadline has passed. */
  | 'deadline-passed'
  | 'started'
  | 'cancelled'
  | 'already-signed-up'
  | 'profile-incomplete'
  | 'no-consent'

export type SignUpResult =
  | { kind: 'confirmed'; session: Session; signUp: SignUp }
  /** The first in line is 1. */
  | { kind: 'waitlisted'; session: Session; signUp: SignUp; position: number; reason: WaitReason }
  /** Waits for the approval of staff. */
  | { kind: 'requested'; session: Session; signUp: SignUp }
  /** `session` is `null` when it is unknown; `signUp` is the one they have already. */
  | { kind: 'refused'; reason: SignUpRefusal; session: Session | null; signUp: SignUp | null }

/** A sign-up that was pressed at `requestedAt` and is decided now. `newId` is for somebody who was never in the session. */
export function decideSignUp(
  roll: Roll,
  applicant: Applicant,
  at: { requestedAt: Temporal.Instant; now: Temporal.Instant; newId: number },
): Decision<SignUpResult> {
  const own = signUpOf(roll, applicant.personId)
  const refused = (reason: SignUpRefusal): Decision<SignUpResult> => ({
    ...unchanged(roll),
    result: { kind: 'refused', reason, session: reason === 'unknown' ? null : roll.session, signUp: own ?? null },
  })
  const closed = whyClosed(roll.session, at.now)
  if (closed) return refused(closed)
  if (own && isActive(own)) return refused('already-signed-up')
  if (applicant.municipality === null) return refused('profile-incomplete')
  if (!applicant.consented) return refused('no-consent')
  const { municipality, personId } = applicant
  const status = roll.session.needsApproval ? 'requested' : enteringStatus(roll, municipality, at.now)
  return enter(roll, own?.id ?? at.newId, at.now, {
    actorId: personId,
    reason: null,
    change: { kind: 'signed-up', status, personId, municipality, requestedAt: storable(at.requestedAt) },
  })
}

/** What forbids new sign-ups now; `null`: nothing. */
export function whyClosed(session: Session, now: Temporal.Instant): SignUpRefusal | null {
  if (session.state === 'draft') return 'unknown'
  if (session.state === 'cancelled') return 'cancelled'
  if (hasStarted(session, now)) return 'started'
  if (session.state === 'closed') return 'closed'
  return isBefore(now, session.signUpUntil) ? null : 'deadline-passed'
}

/** A free place goes to a newcomer only when nobody in line could take it. */
function enteringStatus(roll: Roll, municipality: string, now: Temporal.Instant): 'confirmed' | 'waitlisted' {
  const free = obstacleFor(roll, municipality, now) === null && eligible(roll, now).length === 0
  return free ? 'confirmed' : 'waitlisted'
}

type Entering = Pick<Parameters<typeof record>[1], 'actorId' | 'reason' | 'change'>
type Entered = Exclude<SignUpResult, { kind: 'refused' }>

function enter(roll: Roll, signUpId: number, now: Temporal.Instant, entering: Entering): Decision<Entered> {
  const entered = record(unchanged(roll), { signUpId, at: now, ...entering })
  const done = settle(entered, 'other', now)
  return { ...done, result: enteredAs(done.roll, find(entered.roll, signUpId)!, roll, now) }
}

function enteredAs(after: Roll, signUp: SignUp, before: Roll, now: Temporal.Instant): Entered {
  const { session } = after
  if (signUp.status === 'confirmed' || signUp.status === 'requested') return { kind: signUp.status, session, signUp }
  const reason = obstacleFor(before, signUp.municipality, now) ?? 'line'
  return { kind: 'waitlisted', session, signUp, position: positionOf(after, signUp.id)!, reason }
}

/** What nobody can do anything about: the session or the sign-up is not there, or it is another's. */
export type Missing =
  | { kind: 'unknown' }
  | { kind: 'not-yours' }
  | { kind: 'session-cancelled'; session: Session }
  | { kind: 'started'; session: Session }

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
  const found = own(roll, by, now)
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
  const done = settle(cancelled, late ? 'late-cancelled' : 'cancelled', now)
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

/** The answer to an offer. A place of which several were told goes to the first to confirm. */
export function decideAnswer(
  roll: Roll,
  by: { signUpId: number; personId: number; answer: 'accepted' | 'declined' },
  now: Temporal.Instant,
): Decision<AnswerResult> {
  const found = own(roll, by, now)
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
    actorId: by.personId,
    reason: null,
    change: { kind: by.answer },
  })
  const done = settle(answered, by.answer === 'declined' ? 'declined' : 'other', now)
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
  return settle(expired, late.length > 0 ? 'expired' : 'reservation-ended', now)
}

/** When time alone changes something: the next offer ends, or the reservation does. `null`: it will not. */
export function dueAt({ session, signUps }: Roll, now: Temporal.Instant): Temporal.Instant | null {
  const offers = signUps.flatMap(({ offer }) => (offer ? [offer.until] : []))
  const reservation = session.reservedUntil && session.reservedPlaces > 0 ? session.reservedUntil.toInstant() : null
  const ends = reservation && Temporal.Instant.compare(reservation, now) > 0 ? [reservation] : []
  return [...offers, ...ends].sort(Temporal.Instant.compare)[0] ?? null
}

export type SubstituteResult =
  /** `gave` is the person whose place it was. */
  | { kind: 'took-over'; session: Session; signUp: SignUp; gave: number | null }
  /** The place is not theirs to give any more. */
  | { kind: 'place-gone'; session: Session }
  | { kind: 'own-link'; session: Session }
  | { kind: 'already-has-place'; session: Session }
  | { kind: 'other-municipality'; session: Session; municipality: string }
  | { kind: 'refused'; session: Session; reason: 'profile-incomplete' | 'no-consent' }
  | Exclude<Missing, { kind: 'not-yours' }>

/** A colleague of the same municipality comes instead: the place stays, so nobody moves. */
export function decideSubstitute(
  roll: Roll,
  signUpId: number,
  colleague: Applicant,
  at: { now: Temporal.Instant; newId: number },
): Decision<SubstituteResult> {
  const { session } = roll
  const without = (result: SubstituteResult) => ({ ...unchanged(roll), result })
  const gives = find(roll, signUpId)
  if (!gives) return without({ kind: 'unknown' })
  const over = isOver(session, at.now)
  if (over) return without(over)
  if (gives.personId === colleague.personId) return without({ kind: 'own-link', session })
  if (gives.status !== 'confirmed') return without({ kind: 'place-gone', session })
  const { municipality, personId } = colleague
  if (municipality === null) return without({ kind: 'refused', session, reason: 'profile-incomplete' })
  if (!colleague.consented) return without({ kind: 'refused', session, reason: 'no-consent' })
  if (municipality !== gives.municipality) {
    return without({ kind: 'other-municipality', session, municipality: gives.municipality })
  }
  const had = signUpOf(roll, personId)
  if (had?.status === 'confirmed') return without({ kind: 'already-has-place', session })
  const id = had?.id ?? at.newId
  const done = handOver(roll, gives, { id, personId }, at.now)
  return { ...done, result: { kind: 'took-over', session, signUp: find(done.roll, id)!, gave: gives.personId } }
}

function handOver(roll: Roll, gives: SignUp, to: { id: number; personId: number }, now: Temporal.Instant): Recorded {
  const given = { at: now, actorId: to.personId, reason: null }
  const { municipality, requestedAt } = gives
  const left = record(unchanged(roll), { ...given, signUpId: gives.id, change: { kind: 'substituted', by: to.id } })
  const took = record(left, {
    ...given,
    signUpId: to.id,
    change: { kind: 'took-over', from: gives.id, personId: to.personId, municipality, requestedAt },
  })
  return settle(took, 'other', now)
}

export type StaffRefusal = Exclude<Missing, { kind: 'not-yours' }>

export type ApproveResult =
  | Extract<Entered, { kind: 'confirmed' | 'waitlisted' }>
  | { kind: 'not-requested'; session: Session; status: Status }
  | StaffRefusal

/** Lets somebody in who asked: with a place, or in line by the time of their request. */
export function decideApprove(
  roll: Roll,
  by: { signUpId: number; staffId: number },
  now: Temporal.Instant,
): Decision<ApproveResult> {
  const without = (result: ApproveResult) => ({ ...unchanged(roll), result })
  const signUp = find(roll, by.signUpId)
  if (!signUp) return without({ kind: 'unknown' })
  const over = isOver(roll.session, now)
  if (over) return without(over)
  if (signUp.status !== 'requested') {
    return without({ kind: 'not-requested', session: roll.session, status: signUp.status })
  }
  const status = enteringStatus(roll, signUp.municipality, now)
  const decision = enter(roll, signUp.id, now, {
    actorId: by.staffId,
    reason: null,
    change: { kind: 'approved', status },
  })
  return { ...decision, result: decision.result as Extract<Entered, { kind: 'confirmed' | 'waitlisted' }> }
}

export type AddResult =
  | Extract<Entered, { kind: 'confirmed' | 'waitlisted' }>
  | { kind: 'already-signed-up'; session: Session; signUp: SignUp }
  | { kind: 'profile-incomplete'; session: Session }
  | StaffRefusal

/** Staff sign somebody up: deadlines, closing and approval do not bind them; capacity, quota and the line do. */
export function decideAdd(
  roll: Roll,
  applicant: Applicant,
  by: { staffId: number; reason: string },
  at: { now: Temporal.Instant; newId: number },
): Decision<AddResult> {
  const without = (result: AddResult) => ({ ...unchanged(roll), result })
  const over = isOver(roll.session, at.now)
  if (over) return without(over)
  const had = signUpOf(roll, applicant.personId)
  if (had && isActive(had)) return without({ kind: 'already-signed-up', session: roll.session, signUp: had })
  const { municipality, personId } = applicant
  if (municipality === null) return without({ kind: 'profile-incomplete', session: roll.session })
  const status = enteringStatus(roll, municipality, at.now)
  const decision = enter(roll, had?.id ?? at.newId, at.now, {
    actorId: by.staffId,
    reason: by.reason,
    change: { kind: 'added', status, personId, municipality, requestedAt: storable(at.now) },
  })
  return { ...decision, result: decision.result as Extract<Entered, { kind: 'confirmed' | 'waitlisted' }> }
}

export type RemoveResult =
  | { kind: 'removed'; session: Session; personId: number | null; was: Status }
  | { kind: 'not-signed-up'; session: Session; status: Status }
  | StaffRefusal

export function decideRemove(
  roll: Roll,
  by: { signUpId: number; staffId: number; reason: string },
  now: Temporal.Instant,
): Decision<RemoveResult> {
  const without = (result: RemoveResult) => ({ ...unchanged(roll), result })
  const { session } = roll
  const signUp = find(roll, by.signUpId)
  if (!signUp) return without({ kind: 'unknown' })
  const over = isOver(session, now)
  if (over) return without(over)
  if (!isActive(signUp)) return without({ kind: 'not-signed-up', session, status: signUp.status })
  const event = { signUpId: signUp.id, at: now, actorId: by.staffId, reason: by.reason }
  const done = settle(record(unchanged(roll), { ...event, change: { kind: 'removed' } }), 'removed', now)
  return { ...done, result: { kind: 'removed', session, personId: signUp.personId, was: signUp.status } }
}

export type MoveResult =
  /** `position` is `null` when a place was offered to them at once. */
  | { kind: 'moved'; session: Session; signUp: SignUp; position: number | null }
  | { kind: 'not-in-line'; session: Session; status: Status }
  | StaffRefusal

/** Staff put somebody first or last in line, or back where the rule has them. */
export function decideMove(
  roll: Roll,
  by: { signUpId: number; staffId: number; reason: string; to: 'first' | 'last' | 'rule' },
  now: Temporal.Instant,
): Decision<MoveResult> {
  const without = (result: MoveResult) => ({ ...unchanged(roll), result })
  const { session } = roll
  const signUp = find(roll, by.signUpId)
  if (!signUp) return without({ kind: 'unknown' })
  const over = isOver(session, now)
  if (over) return without(over)
  if (positionOf(roll, signUp.id) === null) return without({ kind: 'not-in-line', session, status: signUp.status })
  const event = { signUpId: signUp.id, at: now, actorId: by.staffId, reason: by.reason }
  const done = settle(record(unchanged(roll), { ...event, change: { kind: 'moved', to: by.to } }), 'moved', now)
  const position = positionOf(done.roll, signUp.id)
  return { ...done, result: { kind: 'moved', session, signUp: find(done.roll, signUp.id)!, position } }
}

/** A session after staff changed it: places that came free are offered, nobody loses one. */
export function decideChange(roll: Roll, session: Session, now: Temporal.Instant): Recorded {
  return settle(unchanged({ ...roll, session }), 'places-added', now)
}

/** Everybody of an erased person's sessions goes on; their place is offered. */
export function decideErase(roll: Roll, signUpId: number, now: Temporal.Instant): Recorded {
  const signUp = find(roll, signUpId)
  if (!signUp || !isActive(signUp) || isOver(roll.session, now)) return unchanged(roll)
  const event = { signUpId, at: now, actorId: null, reason: null }
  const cause: Cause = holdsPlace(signUp) ? 'cancelled' : 'other'
  return settle(record(unchanged(roll), { ...event, change: { kind: 'cancelled', late: false } }), cause, now)
}

/** As exact as the database keeps it. */
function storable(time: Temporal.Instant): Temporal.Instant {
  return time.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
}

export function unchanged(roll: Roll): Recorded {
  return { roll, events: [] }
}

export function isOver(
  session: Session,
  now: Temporal.Instant,
): Exclude<Missing, { kind: 'unknown' | 'not-yours' }> | null {
  if (session.state === 'cancelled') return { kind: 'session-cancelled', session }
  return hasStarted(session, now) ? { kind: 'started', session } : null
}

/** The sign-up when it is this person's and the session is ahead. */
function own(roll: Roll, by: { signUpId: number; personId: number }, now: Temporal.Instant): SignUp | Missing {
  const signUp = find(roll, by.signUpId)
  if (!signUp) return { kind: 'unknown' }
  if (signUp.personId !== by.personId) return { kind: 'not-yours' }
  return isOver(roll.session, now) ?? signUp
}

function signUpOf(roll: Roll, personId: number): SignUp | undefined {
  return roll.signUps.find((signUp) => signUp.personId === personId)
}

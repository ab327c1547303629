import { hasStarted, isBefore, type Session } from '../session/session.ts'
import { type Applicant, type Decision, isOver, type StaffRefusal, signUpOf } from './decision.ts'
import { offerFreePlaces } from './free-places.ts'
import { eligible, type Obstacle, obstacleFor, positionOf } from './order.ts'
import { record, unchanged } from './recorded.ts'
import { find, isActive, type Roll, type SignUp, type Status } from './sign-up.ts'

/** Why somebody waits: an obstacle, or others who wait before them for the places that are free. */
export type WaitReason = Obstacle | 'line'

/** What forbids anybody to sign up. */
export type Closed =
  /** Never was, or is being prepared. */
  | 'unknown'
  /** Staff closed it. */
  | 'closed'
  /** Its sign-up deadline has passed. */
  | 'deadline-passed'
  | 'started'
  | 'cancelled'

export type SignUpRefusal = Closed | 'already-signed-up' | 'profile-incomplete' | 'no-consent'

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
export function whyClosed(session: Session, now: Temporal.Instant): Closed | null {
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
  const done = offerFreePlaces(entered, 'other', now)
  return { ...done, result: enteredAs(done.roll, find(entered.roll, signUpId)!, roll, now) }
}

function enteredAs(after: Roll, signUp: SignUp, before: Roll, now: Temporal.Instant): Entered {
  const { session } = after
  if (signUp.status === 'confirmed' || signUp.status === 'requested') return { kind: signUp.status, session, signUp }
  const reason = obstacleFor(before, signUp.municipality, now) ?? 'line'
  return { kind: 'waitlisted', session, signUp, position: positionOf(after, signUp.id)!, reason }
}

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

/** Several of whom staff have a list, in its order; `newId` is for whoever was never in the session. Whoever is in it already stays as they are. */
export function decideAddAll(
  roll: Roll,
  listed: readonly { personId: number; municipality: string; newId: number }[],
  by: { staffId: number; reason: string },
  now: Temporal.Instant,
): Decision<StaffRefusal | { kind: 'added'; session: Session; signUpIds: number[] }> {
  const over = isOver(roll.session, now)
  if (over) return { ...unchanged(roll), result: over }
  const had = new Map(roll.signUps.map((signUp) => [signUp.personId, signUp]))
  const signUpIds: number[] = []
  let done = unchanged(roll)
  for (const { personId, municipality, newId } of listed) {
    const before = had.get(personId)
    if (before && isActive(before)) continue
    const signUpId = before?.id ?? newId
    const status = enteringStatus(done.roll, municipality, now)
    const change = { kind: 'added', status, personId, municipality, requestedAt: storable(now) } as const
    done = record(done, { signUpId, at: now, actorId: by.staffId, reason: by.reason, change })
    signUpIds.push(signUpId)
  }
  // Nobody who was added could have had a place before those in line, so that it is enough to look at the line once.
  return { ...offerFreePlaces(done, 'other', now), result: { kind: 'added', session: roll.session, signUpIds } }
}

export type AdmitResult =
  | { kind: 'confirmed'; session: Session; signUp: SignUp }
  | { kind: 'profile-incomplete'; session: Session }

/** Whoever is in the room has a place, whatever stood against it: staff let somebody in who came without one. */
export function decideAdmit(
  roll: Roll,
  applicant: Applicant,
  by: { staffId: number; reason: string },
  at: { now: Temporal.Instant; newId: number },
): Decision<AdmitResult> {
  const { session } = roll
  const had = signUpOf(roll, applicant.personId)
  if (had?.status === 'confirmed') return { ...unchanged(roll), result: { kind: 'confirmed', session, signUp: had } }
  const { municipality, personId } = applicant
  if (municipality === null) return { ...unchanged(roll), result: { kind: 'profile-incomplete', session } }
  const signUpId = had?.id ?? at.newId
  const requestedAt = storable(at.now)
  const change = { kind: 'added', status: 'confirmed', personId, municipality, requestedAt } as const
  const event = { signUpId, at: at.now, actorId: by.staffId, reason: by.reason, change }
  const admitted = record(unchanged(roll), event)
  return { ...admitted, result: { kind: 'confirmed', session, signUp: find(admitted.roll, signUpId)! } }
}

/** As exact as the database keeps it. */
function storable(time: Temporal.Instant): Temporal.Instant {
  return time.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
}

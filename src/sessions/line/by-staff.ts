import type { Session } from '../session/session.ts'
import { type Decision, isOver, type StaffRefusal } from './decision.ts'
import { offerFreePlaces } from './free-places.ts'
import { lineOf, positionOf } from './order.ts'
import { type Recorded, record, unchanged } from './recorded.ts'
import { type Cause, find, holdsPlace, isActive, type Roll, type SignUp, type Status } from './sign-up.ts'

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
  const done = offerFreePlaces(record(unchanged(roll), { ...event, change: { kind: 'removed' } }), 'removed', now)
  return { ...done, result: { kind: 'removed', session, personId: signUp.personId, was: signUp.status } }
}

/** Takes several out at once, as if they had never been added; whoever is out already stays so. */
export function decideRemoveAll(
  roll: Roll,
  signUpIds: readonly number[],
  by: { staffId: number; reason: string },
  now: Temporal.Instant,
): Decision<StaffRefusal | { kind: 'removed'; session: Session; removed: number[] }> {
  const over = isOver(roll.session, now)
  if (over) return { ...unchanged(roll), result: over }
  const removed = signUpIds.filter((id) => roll.signUps.some((one) => one.id === id && isActive(one)))
  const out = removed.reduce(
    (done, signUpId) =>
      record(done, { signUpId, at: now, actorId: by.staffId, reason: by.reason, change: { kind: 'removed' } }),
    unchanged(roll),
  )
  return { ...offerFreePlaces(out, 'removed', now), result: { kind: 'removed', session: roll.session, removed } }
}

export type MoveResult =
  /** `position` is `null` when a place was offered to them at once. */
  | { kind: 'moved'; session: Session; signUp: SignUp; position: number | null }
  | { kind: 'not-in-line'; session: Session; status: Status }
  /** Everybody stands where they stood; nothing was changed, and nobody is told. */
  | { kind: 'nobody-moved'; session: Session; position: number }
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
  const stands = positionOf(roll, signUp.id)
  if (stands === null) return without({ kind: 'not-in-line', session, status: signUp.status })
  const event = { signUpId: signUp.id, at: now, actorId: by.staffId, reason: by.reason }
  const moved = record(unchanged(roll), { ...event, change: { kind: 'moved', to: by.to } })
  if (isSameLine(roll, moved.roll)) return without({ kind: 'nobody-moved', session, position: stands })
  const done = offerFreePlaces(moved, 'moved', now)
  const position = positionOf(done.roll, signUp.id)
  return { ...done, result: { kind: 'moved', session, signUp: find(done.roll, signUp.id)!, position } }
}

function isSameLine(before: Roll, after: Roll): boolean {
  const ids = (roll: Roll) => lineOf(roll).map(({ id }) => id)
  return ids(before).join() === ids(after).join()
}

/** A session after staff changed it: places that came free are offered, nobody loses one. */
export function decideChange(roll: Roll, session: Session, now: Temporal.Instant): Recorded {
  return offerFreePlaces(unchanged({ ...roll, session }), 'places-added', now)
}

/** A person whose data is about to be erased leaves a session that is ahead; what they had is passed on. */
export function decideErase(roll: Roll, signUpId: number, now: Temporal.Instant): Recorded {
  const signUp = find(roll, signUpId)
  if (!signUp || !isActive(signUp) || isOver(roll.session, now)) return unchanged(roll)
  const event = { signUpId, at: now, actorId: null, reason: null }
  const cause: Cause = holdsPlace(signUp) ? 'cancelled' : 'other'
  return offerFreePlaces(record(unchanged(roll), { ...event, change: { kind: 'cancelled', late: false } }), cause, now)
}

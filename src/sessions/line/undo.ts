import type { Session } from '../session/session.ts'
import { type Decision, isOver, type StaffRefusal } from './decision.ts'
import { offerFreePlaces } from './free-places.ts'
import { eligible, obstacleFor, positionOf } from './order.ts'
import { record, unchanged } from './recorded.ts'
import { apply, type Change, find, type Roll, type SignUp, type SignUpEvent, type Status } from './sign-up.ts'

/** How long an act of staff on a person can be undone. */
const UNDO_WITHIN = Temporal.Duration.from({ minutes: 10 })

const UNDOABLE: ReadonlySet<Change['kind']> = new Set(['approved', 'added', 'removed', 'moved'])

/** An act of staff that can still be undone. */
export type Undoable = { number: number; kind: Change['kind']; until: Temporal.Instant }

/**
 * The last act on a sign-up, when it was one of staff and may be undone; `null` when the person or somebody else did something
 * since, or it is too late. `events` are those of this sign-up; what a rule or time did since is undone with it.
 */
export function undoableOf(events: readonly SignUpEvent[], signUp: SignUp, now: Temporal.Instant): Undoable | null {
  const last = events.findLast(({ actorId, signUpId }) => actorId !== null && signUpId === signUp.id)
  if (!last || last.actorId === signUp.personId || !UNDOABLE.has(last.change.kind)) return null
  const until = last.at.add(UNDO_WITHIN)
  return Temporal.Instant.compare(now, until) < 0 ? { number: last.number, kind: last.change.kind, until } : null
}

export type UndoResult =
  /** `passedOn`: the place had gone to somebody else, who keeps it. `position` is `null` for whoever is not in line. */
  | { kind: 'undone'; session: Session; signUp: SignUp; position: number | null; passedOn: boolean }
  /** Ten minutes are over, or something else happened to the sign-up. */
  | { kind: 'not-undoable'; session: Session }
  | StaffRefusal

/**
 * Takes back the last act of staff on a person: they are where they were before it. What others got meanwhile stays theirs: whoever
 * had a place that was offered on is first in line. `events` are those of the session, read under its lock.
 */
export function decideUndo(
  roll: Roll,
  by: { signUpId: number; number: number; staffId: number; passedOnReason: string },
  events: readonly SignUpEvent[],
  now: Temporal.Instant,
): Decision<UndoResult> {
  const without = (result: UndoResult) => ({ ...unchanged(roll), result })
  const { session } = roll
  const signUp = find(roll, by.signUpId)
  if (!signUp || signUp.personId === null) return without({ kind: 'unknown' })
  const over = isOver(session, now)
  if (over) return without(over)
  const own = events.filter(({ signUpId }) => signUpId === signUp.id)
  if (undoableOf(own, signUp, now)?.number !== by.number) return without({ kind: 'not-undoable', session })
  const { passedOn, ...to } = restored(roll, signUp, stateBefore(roll, own, by.number), now)
  const event = { signUpId: signUp.id, at: now, actorId: by.staffId, reason: passedOn ? by.passedOnReason : null }
  const undone = record(unchanged(roll), { ...event, change: { kind: 'undone', undoes: by.number, ...to } })
  const done = offerFreePlaces(undone, 'other', now)
  const position = positionOf(done.roll, signUp.id)
  return { ...done, result: { kind: 'undone', session, signUp: find(done.roll, signUp.id)!, position, passedOn } }
}

/** The sign-up as it was before an event; `undefined`: the event made it. */
function stateBefore(roll: Roll, own: readonly SignUpEvent[], number: number): SignUp | undefined {
  const empty: Roll = { ...roll, signUps: [] }
  return own.filter((event) => event.number < number).reduce(apply, empty).signUps[0]
}

type Restored = { status: Exclude<Status, 'offered'>; moved: SignUp['moved']; passedOn: boolean }

/** An offer is not given back: it is made anew if it is still theirs by the rule. */
function restored(roll: Roll, signUp: SignUp, before: SignUp | undefined, now: Temporal.Instant): Restored {
  if (!before) return { status: 'removed', moved: null, passedOn: false }
  const { moved } = before
  if (before.status === 'offered') return { status: 'waitlisted', moved, passedOn: false }
  if (before.status !== 'confirmed' || signUp.status === 'confirmed')
    return { status: before.status, moved, passedOn: false }
  const isFree = obstacleFor(roll, signUp.municipality, now) === null && eligible(roll, now).length === 0
  return isFree
    ? { status: 'confirmed', moved, passedOn: false }
    : { status: 'waitlisted', moved: { to: 'first', number: roll.nextNumber }, passedOn: true }
}

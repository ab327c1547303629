import type { Session } from '../session/session.ts'

/**
 * Where a person stands in a session. `requested` waits for approval; `waitlisted` and `offered` are in line, `offered` and
 * `confirmed` may hold a place; the others are out: by their own word (`cancelled`, `declined`), by silence (`expired`), by
 * staff (`removed`), or since a colleague came instead (`substituted`).
 */
export type Status =
  | 'requested'
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'declined'
  | 'expired'
  | 'cancelled'
  | 'removed'
  | 'substituted'

/** `held`: the place is kept until then. Not held: several were asked, and the first to confirm has it. */
export type Offer = { until: Temporal.Instant; held: boolean }

export type SignUp = {
  id: number
  /** `null`: the person had their data erased. */
  personId: number | null
  municipality: string
  status: Status
  requestedAt: Temporal.Instant
  /** The number of the event that requested; decides between requests of the same millisecond. */
  requestNumber: number
  /** Where staff put the person in line, against the rule, and in which event. */
  moved: { to: 'first' | 'last'; number: number } | null
  /** Given just when `status` is `offered`. */
  offer: Offer | null
}

/** A session with everybody who is in it, and the number of the next event. Read under the lock of the session. */
export type Roll = {
  session: Session
  signUps: readonly SignUp[]
  nextNumber: number
  /** People who blocked us: they keep their place in line, but a place is not offered to them. */
  unreachable: ReadonlySet<number>
}

/** Why a place came free, for those who ask why somebody moved. */
export type Cause =
  | 'cancelled'
  | 'late-cancelled'
  | 'removed'
  | 'declined'
  | 'expired'
  | 'places-added'
  | 'reservation-ended'
  | 'moved'
  | 'other'

/** `personId` is `null` once the person had their data erased. */
type Request = { personId: number | null; municipality: string; requestedAt: Temporal.Instant }
type Entered = 'requested' | 'waitlisted' | 'confirmed'

/** What happens to one sign-up. With the events before it, enough to know the state. */
export type Change =
  | ({ kind: 'signed-up'; status: Entered } & Request)
  /** By staff. */
  | ({ kind: 'added'; status: Entered } & Request)
  | { kind: 'approved'; status: 'waitlisted' | 'confirmed' }
  | { kind: 'offered'; until: Temporal.Instant; held: boolean; cause: Cause }
  | { kind: 'accepted' }
  | { kind: 'declined' }
  | { kind: 'expired' }
  /** Another was faster, or the session is cancelled: back in line. */
  | { kind: 'withdrawn' }
  | { kind: 'cancelled'; late: boolean }
  | { kind: 'removed' }
  | { kind: 'moved'; to: 'first' | 'last' | 'rule' }
  /** The person whom staff wrote down came to the bot; `null`: this was their second sign-up. */
  | { kind: 'joined'; personId: number | null }
  /** Staff took back their last act on this person, the event of that number. */
  | { kind: 'undone'; undoes: number; status: Exclude<Status, 'offered'>; moved: SignUp['moved'] }
  /** Gave the place to a colleague. */
  | { kind: 'substituted'; by: number }
  /** Came instead of a colleague, with the place and the time of their request. */
  | ({ kind: 'took-over'; from: number } & Request)

export type SignUpEvent = {
  number: number
  signUpId: number
  at: Temporal.Instant
  /** `null`: nobody, a rule or time. */
  actorId: number | null
  reason: string | null
  change: Change
}

const ACTIVE: ReadonlySet<Status> = new Set(['requested', 'waitlisted', 'offered', 'confirmed'])

/** In the session: told of changes, and not to sign up twice. */
export function isActive({ status }: SignUp): boolean {
  return ACTIVE.has(status)
}

/** Has a place of the session's capacity, confirmed or kept for an answer. */
export function holdsPlace({ status, offer }: SignUp): boolean {
  return status === 'confirmed' || offer?.held === true
}

/** Waits for a place, whether or not asked to be the first to confirm one. */
export function isInLine({ status, offer }: SignUp): boolean {
  return status === 'waitlisted' || offer?.held === false
}

export function find(roll: Roll, signUpId: number): SignUp | undefined {
  return roll.signUps.find((signUp) => signUp.id === signUpId)
}

/** The roll after an event. The same function writes the state and rebuilds it. */
export function apply(roll: Roll, event: SignUpEvent): Roll {
  const before = find(roll, event.signUpId)
  const after = resulting(before, event)
  const signUps = before ? roll.signUps.map((signUp) => (signUp === before ? after : signUp)) : [...roll.signUps, after]
  return { ...roll, signUps, nextNumber: event.number + 1 }
}

function resulting(before: SignUp | undefined, { change, number, signUpId }: SignUpEvent): SignUp {
  switch (change.kind) {
    case 'signed-up':
    case 'added':
      return entered(signUpId, change, change.status, number)
    case 'took-over':
      return entered(signUpId, change, 'confirmed', number)
    default:
      if (!before) throw new Error(`Event ${number} changes sign-up ${signUpId} before it was made`)
      return changed(before, change, number)
  }
}

function entered(id: number, request: Request, status: Status, number: number): SignUp {
  const { personId, municipality, requestedAt } = request
  return { id, personId, municipality, status, requestedAt, requestNumber: number, moved: null, offer: null }
}

function changed(
  signUp: SignUp,
  change: Exclude<Change, { kind: 'signed-up' | 'added' | 'took-over' }>,
  number: number,
): SignUp {
  switch (change.kind) {
    case 'approved':
      return { ...signUp, status: change.status }
    case 'offered':
      return { ...signUp, status: 'offered', offer: { until: change.until, held: change.held } }
    case 'accepted':
      return { ...signUp, status: 'confirmed', offer: null }
    case 'withdrawn':
      return { ...signUp, status: 'waitlisted', offer: null }
    case 'moved':
      return { ...signUp, moved: change.to === 'rule' ? null : { to: change.to, number } }
    case 'joined':
      return { ...signUp, personId: change.personId }
    case 'undone':
      return { ...signUp, status: change.status, moved: change.moved, offer: null }
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'removed':
    case 'substituted':
      return { ...signUp, status: change.kind, offer: null }
  }
}

import type { Session } from '../session/session.ts'
import { lineOf, type Obstacle, obstacleFor, positionOf } from './order.ts'
import { apply, type Cause, type Change, type Roll, type SignUp, type SignUpEvent, type Status } from './sign-up.ts'

/** Those before somebody in line, by the rule that puts them there. */
export type Ahead = {
  /** Put first by staff, with a reason. */
  byStaff: number
  /** The first of a municipality that has no place yet. */
  firstOfMunicipality: number
  /** Asked earlier. */
  earlier: number
}

/** A move of somebody in line and the event it came with. `to` is `null` when they left the line. */
export type Move = {
  at: Temporal.Instant
  from: number | null
  to: number | null
  because: Change['kind']
  cause: Cause | null
}

/** Why somebody stands where they stand: rules and events, nobody's name. */
export type Explanation = {
  session: Session
  status: Status
  /** `null`: not in line. */
  position: number | null
  ahead: Ahead
  /** What keeps them from a place now, whoever is ahead. `null`: nothing. */
  obstacle: Obstacle | null
  /** Staff put them there, with this reason. */
  movedBecause: string | null
  moves: Move[]
}

export function explain(
  roll: Roll,
  signUp: SignUp,
  events: readonly SignUpEvent[],
  now: Temporal.Instant,
): Explanation {
  return {
    session: roll.session,
    status: signUp.status,
    position: positionOf(roll, signUp.id),
    ahead: aheadOf(roll, signUp),
    obstacle: obstacleFor(roll, signUp.municipality, now),
    movedBecause: signUp.moved ? (events.find(({ number }) => number === signUp.moved!.number)?.reason ?? null) : null,
    moves: movesOf(roll.session, signUp.id, events),
  }
}

function aheadOf(roll: Roll, signUp: SignUp): Ahead {
  const line = lineOf(roll)
  const before = line.slice(0, Math.max(0, line.indexOf(signUp)))
  const byStaff = before.filter(({ moved }) => moved?.to === 'first').length
  const earlier = before.filter((one) => one.moved === null && asked(one, signUp)).length
  return { byStaff, earlier, firstOfMunicipality: before.length - byStaff - earlier }
}

function asked(one: SignUp, before: SignUp): boolean {
  return Temporal.Instant.compare(one.requestedAt, before.requestedAt) <= 0
}

/** Follows a sign-up through everything that happened: each event that changed its position. */
function movesOf(session: Session, signUpId: number, events: readonly SignUpEvent[]): Move[] {
  const moves: Move[] = []
  let roll: Roll = { session, signUps: [], nextNumber: 1, unreachable: new Set() }
  let from: number | null = null
  for (const event of events) {
    roll = apply(roll, event)
    const to = positionOf(roll, signUpId)
    if (to !== from) moves.push(moveBy(event, from, to))
    from = to
  }
  return moves
}

function moveBy({ at, change }: SignUpEvent, from: number | null, to: number | null): Move {
  return { at, from, to, because: change.kind, cause: change.kind === 'offered' ? change.cause : null }
}

/** The roll as its events alone tell it; to be the same as what is kept. */
export function rebuild(session: Session, events: readonly SignUpEvent[]): Roll {
  const empty: Roll = { session, signUps: [], nextNumber: 1, unreachable: new Set() }
  return events.reduce(apply, empty)
}

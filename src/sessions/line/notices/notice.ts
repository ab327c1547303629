import type { PlanChange, Session } from '../../session/session.ts'
import { positionOf } from '../order.ts'
import type { Recorded } from '../recorded.ts'
import { find, type Roll, type SignUp, type SignUpEvent, type Status } from '../sign-up.ts'

/** What a person is told although they did nothing just now. Times are in the session's zone. */
export type Notice =
  /** A place is free for them. Not `held`: several were asked, the first to confirm has it. */
  | { kind: 'offer'; session: Session; signUpId: number; until: Temporal.ZonedDateTime; held: boolean }
  /** They did not answer in time, and are out of the line; they may sign up anew. */
  | { kind: 'offer-expired'; session: Session }
  /** Another was faster; they are still in line. */
  | { kind: 'offer-gone'; session: Session; signUpId: number; position: number | null }
  | ({ kind: 'approved' } & Entry)
  | ({ kind: 'added'; reason: string } & Entry)
  | { kind: 'removed'; session: Session; reason: string }
  /** `position` is `null` when a place was offered to them at once. */
  | {
      kind: 'moved'
      session: Session
      signUpId: number
      to: 'first' | 'last' | 'rule'
      position: number | null
      reason: string
    }
  /** Staff took back what they had done to them; `status` is where they stand again. */
  | { kind: 'undone'; session: Session; signUpId: number; status: Status; position: number | null; reason: string }
  /** A colleague took over the place they gave. */
  | { kind: 'substituted'; session: Session }
  /** `changes` holds only what people are told of. A confirmed person gets the calendar file anew. */
  | { kind: 'session-changed'; session: Session; signUpId: number; status: Status; changes: PlanChange[] }
  | { kind: 'session-cancelled'; session: Session; signUpId: number; status: Status; reason: string }
  /** Words of staff to this person. */
  | { kind: 'message'; session: Session; text: string }

/** `position` in line is `null` for a confirmed person. */
type Entry = { session: Session; signUpId: number; status: 'confirmed' | 'waitlisted'; position: number | null }

/** Whom a notice is for, by their sign-up. `key`: what the notice comes from; it is said once. */
export type Addressed = { personId: number; signUpId: number; municipality: string; key: string; notice: Notice }

/** Whom the events of a decision concern, and what they are told. `presser` reads the reply instead. */
export function noticesOf({ roll, events }: Recorded, presser: number | null): Addressed[] {
  return events.flatMap((event) => {
    const { personId, municipality } = find(roll, event.signUpId)!
    const notice = noticeOf(roll, event)
    if (personId === null || notice === null || (personId === presser && notice.kind !== 'offer')) return []
    const key = keyOfEvent(roll.session.id, event.number)
    return [{ personId, signUpId: event.signUpId, municipality, key, notice }]
  })
}

/** By what is said of an event it is known. */
export function keyOfEvent(sessionId: number, number: number): string {
  return `sign-up-event:${sessionId}:${number}`
}

function noticeOf(roll: Roll, event: SignUpEvent): Notice | null {
  const { session } = roll
  const { change, signUpId } = event
  const reason = event.reason ?? ''
  const position = () => positionOf(roll, signUpId)
  switch (change.kind) {
    case 'offered': {
      const until = change.until.toZonedDateTimeISO(session.starts.timeZoneId)
      return { kind: 'offer', session, signUpId, until, held: change.held }
    }
    case 'expired':
      return { kind: 'offer-expired', session }
    case 'withdrawn':
      return session.state === 'cancelled' ? null : { kind: 'offer-gone', session, signUpId, position: position() }
    case 'approved':
      return { kind: 'approved', session, signUpId, status: change.status, position: position() }
    case 'added':
      if (change.status === 'requested') return null
      return { kind: 'added', session, signUpId, status: change.status, position: position(), reason }
    case 'removed':
      return { kind: 'removed', session, reason }
    case 'moved':
      return { kind: 'moved', session, signUpId, to: change.to, position: position(), reason }
    case 'undone':
      return { kind: 'undone', session, signUpId, status: change.status, position: position(), reason }
    case 'substituted':
      return { kind: 'substituted', session }
    default:
      return null
  }
}

/** What everybody in a session is told of a change to it; one notice a person. */
export function noticesToAll(
  signUps: readonly SignUp[],
  key: string,
  notice: (to: SignUp) => Extract<Notice, { kind: 'session-changed' | 'session-cancelled' }>,
): Addressed[] {
  return signUps.flatMap((to) => {
    const { personId, id: signUpId, municipality } = to
    return personId === null
      ? []
      : [{ personId, signUpId, municipality, key: `${key}:${personId}`, notice: notice(to) }]
  })
}

import { hasStarted, type Session } from '../session/session.ts'
import type { Recorded } from './recorded.ts'
import { find, type Roll, type SignUp } from './sign-up.ts'

/** Somebody who wants a place. `municipality` is `null` until they told us. */
export type Applicant = { personId: number; municipality: string | null; consented: boolean }

/** A result for the reply, and what happened. */
export type Decision<Result> = Recorded & { result: Result }

/** The session is called off or has begun: nobody comes or goes any more. */
export type Over = { kind: 'session-cancelled'; session: Session } | { kind: 'started'; session: Session }

/** Why a person can do nothing with a sign-up: there is none, it is another's, or it is too late. */
export type Missing = { kind: 'unknown' } | { kind: 'not-yours' } | Over

/** Why staff can do nothing with a sign-up. */
export type StaffRefusal = { kind: 'unknown' } | Over

/** `null`: the session is ahead. */
export function isOver(session: Session, now: Temporal.Instant): Over | null {
  if (session.state === 'cancelled') return { kind: 'session-cancelled', session }
  return hasStarted(session, now) ? { kind: 'started', session } : null
}

/** The sign-up when it is this person's and the session is ahead. */
export function ownSignUp(
  roll: Roll,
  by: { signUpId: number; personId: number },
  now: Temporal.Instant,
): SignUp | Missing {
  const signUp = find(roll, by.signUpId)
  if (!signUp) return { kind: 'unknown' }
  if (signUp.personId !== by.personId) return { kind: 'not-yours' }
  return isOver(roll.session, now) ?? signUp
}

export function signUpOf(roll: Roll, personId: number): SignUp | undefined {
  return roll.signUps.find((signUp) => signUp.personId === personId)
}

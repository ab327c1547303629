import type { PlanChange, Session } from './session-rules.ts'
import type { Status } from './sign-up-rules.ts'

/** What a person is told although they did nothing just now. Times are in the session's zone. */
export type Notice =
  /** A place is free for them. Not `held`: several were asked, the first to confirm has it. */
  | { kind: 'offer'; session: Session; signUpId: number; until: Temporal.ZonedDateTime; held: boolean }
  /** They did not answer in time, and are out of the line; they may sign up anew. */
  | { kind: 'offer-expired'; session: Session }
  /** Another was faster; they are still in line. */
  | { kind: 'offer-gone'; session: Session; position: number }
  | {
      kind: 'approved'
      session: Session
      signUpId: number
      status: 'confirmed' | 'waitlisted'
      position: number | null
    }
  | {
      kind: 'added'
      session: Session
      signUpId: number
      status: 'confirmed' | 'waitlisted'
      position: number | null
      reason: string
    }
  | { kind: 'removed'; session: Session; reason: string }
  /** `position` is `null` when a place was offered to them at once. */
  | { kind: 'moved'; session: Session; to: 'first' | 'last' | 'rule'; position: number | null; reason: string }
  /** A colleague took over the place they gave. */
  | { kind: 'substituted'; session: Session }
  /** `changes` holds only what people are told of. A confirmed person gets the calendar file anew. */
  | { kind: 'session-changed'; session: Session; signUpId: number; status: Status; changes: PlanChange[] }
  | { kind: 'session-cancelled'; session: Session; signUpId: number; status: Status; reason: string }
  /** Words of staff to this person. */
  | { kind: 'message'; session: Session; text: string }

/** `key`: what the notice comes from; it is said once. */
export type Addressed = { personId: number; key: string; notice: Notice }

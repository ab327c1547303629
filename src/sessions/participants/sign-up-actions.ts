import type { Database, Db } from '../../platform/database/database.ts'
import { type AnswerResult, type CancelResult, decideAnswer, decideCancel, expire } from '../line/answer-or-cancel.ts'
import { decideErase } from '../line/by-staff.ts'
import { decideIn, decideOf } from '../line/decide-under-lock.ts'
import type { Applicant } from '../line/decision.ts'
import { decideSignUp, type SignUpResult } from '../line/enter.ts'
import { blankPerson, nextSignUpId, signUpIdsOf } from '../line/store.ts'
import { dueSessions } from '../session/store.ts'

/** Signs a person up, or says why not. `requestedAt` is when they pressed, by which the line is ordered. */
export async function signUp(
  db: Db,
  request: { sessionId: number; applicant: Applicant; requestedAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<SignUpResult> {
  const { sessionId, applicant, requestedAt } = request
  const newId = await nextSignUpId(db)
  const result = await decideIn(db, sessionId, (roll) => decideSignUp(roll, applicant, { requestedAt, now, newId }), {
    presser: applicant.personId,
    now,
  })
  return result ?? { kind: 'refused', reason: 'unknown', session: null, signUp: null }
}

export async function cancelSignUp(
  db: Db,
  by: { signUpId: number; personId: number; reason: string | null },
  now: Temporal.Instant,
): Promise<CancelResult> {
  const result = await decideOf(db, by.signUpId, (roll) => decideCancel(roll, by, now), { presser: by.personId, now })
  return result ?? { kind: 'unknown' }
}

export async function answerOffer(
  db: Db,
  by: { signUpId: number; personId: number; answer: 'accepted' | 'declined' },
  now: Temporal.Instant,
): Promise<AnswerResult> {
  const result = await decideOf(db, by.signUpId, (roll) => decideAnswer(roll, by, now), { presser: by.personId, now })
  return result ?? { kind: 'unknown' }
}

/**
 * Ends offers that nobody answered, and passes on what time has freed. Safe in several processes: whoever comes second
 * finds nothing left to do. Returns how many sessions were due.
 */
export async function settleDueSessions(database: Database, now: Temporal.Instant): Promise<number> {
  const due = await dueSessions(database.pool, now)
  for (const id of due) {
    await database.transaction((db) =>
      decideIn(db, id, (roll) => ({ ...expire(roll, now), result: null }), { presser: null, now }),
    )
  }
  return due.length
}

/**
 * Takes a person out of everything, before their data is erased: places ahead are passed on, the sign-ups stay as a count
 * without a name.
 */
export async function eraseSignUps(db: Db, personId: number, now: Temporal.Instant): Promise<void> {
  for (const id of await signUpIdsOf(db, personId)) {
    await decideOf(db, id, (roll) => ({ ...decideErase(roll, id, now), result: null }), { presser: personId, now })
  }
  await blankPerson(db, personId)
}

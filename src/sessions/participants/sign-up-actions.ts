import { markLookedAt, returnedPeople, unreachablePeople } from '../../people/store.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { type AnswerResult, type CancelResult, decideAnswer, decideCancel, expire } from '../line/answer-or-cancel.ts'
import { decideErase } from '../line/by-staff.ts'
import { decideIn, decideOf } from '../line/decide-under-lock.ts'
import type { Applicant } from '../line/decision.ts'
import { decideSignUp, type SignUpResult } from '../line/enter.ts'
import { blankPerson, nextSignUpId, signUpIdsOf } from '../line/store.ts'
import { dueSessions, linesOf, sessionsOfOffers, sessionsWithLine, startingBefore } from '../session/store.ts'

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

/** What changes so soon before a session is said at night too. */
const SOON = Temporal.Duration.from({ hours: 24 })

/**
 * Ends offers that nobody answered or that cannot be read, and passes on what time has freed or who returned may have. Safe
 * in several processes: whoever comes second finds nothing left to do. `soonOnly`: of sessions within a day alone, the others wait.
 * Returns how many sessions were due.
 */
export async function settleDueSessions(
  database: Database,
  now: Temporal.Instant,
  { soonOnly = false } = {},
): Promise<number> {
  const db = database.pool
  const returned = await returnedPeople(db)
  const back = returned.map(({ personId }) => personId)
  const lines = back.length > 0 ? await linesOf(db, back, now) : []
  const inVain = await sessionsOfOffers(db, [...(await unreachablePeople(db))])
  const all = [...new Set([...(await dueSessions(db, now)), ...inVain, ...lines])]
  const due = soonOnly ? await startingBefore(db, all, now.add(SOON)) : all
  await settle(database, due, now)
  if (returned.length > 0 && !soonOnly) await markLookedAt(db, returned)
  return due.length
}

/** Looks at every line once more, whatever happened or was missed: an empty place beside somebody who may have it is offered. */
export async function settleAllLines(database: Database, now: Temporal.Instant): Promise<number> {
  const lines = await sessionsWithLine(database.pool, now)
  await settle(database, lines, now)
  return lines.length
}

async function settle(database: Database, sessionIds: Iterable<number>, now: Temporal.Instant): Promise<void> {
  for (const id of sessionIds) {
    await database.transaction((db) =>
      decideIn(db, id, (roll) => ({ ...expire(roll, now), result: null }), { presser: null, now }),
    )
  }
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

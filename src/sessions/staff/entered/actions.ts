import type { Entry } from '../../../people/entered/rules.ts'
import { findSame, insertEntered, type Known, readEntered, seeEntered } from '../../../people/entered/store.ts'
import type { Db } from '../../../platform/database/database.ts'
import { admit } from '../../attendance/actions.ts'
import { dayAt, isUnderWay } from '../../attendance/mark.ts'
import { readSheet } from '../../attendance/reads.ts'
import { type AnswerResult, decideAnswer } from '../../line/answer-or-cancel.ts'
import { decideIn, decideOf } from '../../line/decide-under-lock.ts'
import type { Applicant } from '../../line/decision.ts'
import { type AddResult, decideAdmit } from '../../line/enter.ts'
import { find, isActive, type Roll, type SignUp } from '../../line/sign-up.ts'
import { nextSignUpId, readRoll, sessionIdOf } from '../../line/store.ts'
import { hasEnded, type Session } from '../../session/session.ts'
import { addPerson } from '../actions.ts'

/** What came of writing somebody down. */
export type EnterResult =
  | Extract<AddResult, { kind: 'confirmed' | 'waitlisted' | 'already-signed-up' }>
  /** Whoever has the same name and municipality; nobody was written down. `today`: the day of a session under way on which they come. */
  | { kind: 'known'; same: Known[]; today: Temporal.PlainDate | null }
  /** They are in the room: the session is under way. `noted`: also that they are there, since a day of it has opened. */
  | { kind: 'let-in'; session: Session; signUp: SignUp; noted: boolean }
  /** There is no such session, it is cancelled or over; nobody was written down. */
  | { kind: 'over' }

/** What is noted as the reason why somebody has a place: before the session, and once it is under way. */
export type WhyEntered = { added: string; letIn: string }

/**
 * Gives somebody without Telegram a place, or puts them in line, as staff do with anybody; once the session is under way they are let in
 * like whoever comes without a place. Whoever may be known already is not written down twice, unless `isAnother` says that it is
 * somebody else.
 */
export async function enterPerson(
  db: Db,
  by: { sessionId: number; entry: Entry; staffId: number; reason: WhyEntered; isAnother: boolean },
  now: Temporal.Instant,
): Promise<EnterResult> {
  const { sessionId, entry, staffId, reason } = by
  const roll = await readRoll(db, sessionId)
  if (!roll || roll.session.state === 'cancelled' || hasEnded(roll.session, now)) return { kind: 'over' }
  const same = await findSame(db, entry)
  const there = roll.signUps.find((one) => isActive(one) && same.some(({ personId }) => personId === one.personId))
  if (there && !by.isAnother) return { kind: 'already-signed-up', session: roll.session, signUp: there }
  const comes = isUnderWay(roll.session, now)
  if (same.length > 0 && !by.isAnother)
    return { kind: 'known', same, today: comes ? (await openDay(db, sessionId, now)).on : null }
  const personId = await insertEntered(db, entry, { staffId, now })
  const applicant = { personId, municipality: entry.municipality, consented: true }
  if (comes) return letIn(db, { sessionId, applicant, staffId, reason: reason.letIn }, now)
  const result = await addPerson(db, { sessionId, applicant, staffId, reason: reason.added }, now)
  if (result.kind === 'confirmed' || result.kind === 'waitlisted') return result
  throw new Error(`Somebody new was not added to session ${sessionId}: ${result.kind}`)
}

/** The last day of a session that has opened, and whether that is today. */
async function openDay(db: Db, sessionId: number, now: Temporal.Instant) {
  const { session, days } = (await readSheet(db, sessionId))!
  const { on } = dayAt(session, days, now)
  return { on, isToday: on.equals(now.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDate()) }
}

/** Whoever is in the room has a place; on a day of the session it is noted that they are there. */
async function letIn(
  db: Db,
  by: { sessionId: number; applicant: Applicant; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<Extract<EnterResult, { kind: 'let-in' | 'over' }>> {
  const { on, isToday: noted } = await openDay(db, by.sessionId, now)
  if (noted) await admit(db, { ...by, on }, now)
  else {
    const newId = await nextSignUpId(db)
    const decide = (roll: Roll) => decideAdmit(roll, by.applicant, by, { now, newId })
    await decideIn(db, by.sessionId, decide, { presser: by.applicant.personId, now })
  }
  const { session, signUps } = (await readRoll(db, by.sessionId))!
  const signUp = signUps.find(({ personId }) => personId === by.applicant.personId)
  if (!signUp) throw new Error(`Somebody new was not let into session ${by.sessionId}`)
  return { kind: 'let-in', session, signUp, noted }
}

/** The sign-up of somebody without Telegram; `null` when it is another's, or nobody's any more. */
export async function enteredSignUp(db: Db, signUpId: number): Promise<(SignUp & { personId: number }) | null> {
  const sessionId = await sessionIdOf(db, signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const signUp = roll ? find(roll, signUpId) : undefined
  if (!signUp || signUp.personId === null) return null
  const { personId } = signUp
  return (await readEntered(db, [personId])).has(personId) ? { ...signUp, personId } : null
}

/** What somebody without Telegram said on the telephone to an offered place. `null`: they have Telegram, or are gone. */
export async function answerForEntered(
  db: Db,
  by: { signUpId: number; staffId: number; answer: 'accepted' | 'declined' },
  now: Temporal.Instant,
): Promise<AnswerResult | null> {
  const signUp = await enteredSignUp(db, by.signUpId)
  if (!signUp) return null
  const { personId } = signUp
  await seeEntered(db, [personId], now)
  return decideOf(db, by.signUpId, (roll) => decideAnswer(roll, { ...by, personId }, now), { presser: personId, now })
}

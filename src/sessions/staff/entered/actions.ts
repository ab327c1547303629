import type { Entry } from '../../../people/entered/rules.ts'
import { findSame, insertEntered, type Known, readEntered, seeEntered } from '../../../people/entered/store.ts'
import type { Db } from '../../../platform/database/database.ts'
import { type AnswerResult, decideAnswer } from '../../line/answer-or-cancel.ts'
import { decideOf } from '../../line/decide-under-lock.ts'
import { isOver } from '../../line/decision.ts'
import type { AddResult } from '../../line/enter.ts'
import { find, isActive, type SignUp } from '../../line/sign-up.ts'
import { readRoll, sessionIdOf } from '../../line/store.ts'
import { addPerson } from '../actions.ts'

/** What came of writing somebody down. */
export type EnterResult =
  | Extract<AddResult, { kind: 'confirmed' | 'waitlisted' | 'already-signed-up' }>
  /** Whoever has the same name and municipality; nobody was written down. */
  | { kind: 'known'; same: Known[] }
  /** There is no such session, it is cancelled or has begun; nobody was written down. */
  | { kind: 'over' }

/**
 * Gives somebody without Telegram a place, or puts them in line, as staff do with anybody. Whoever may be known already is not written
 * down twice, unless `isAnother` says that it is somebody else.
 */
export async function enterPerson(
  db: Db,
  by: { sessionId: number; entry: Entry; staffId: number; reason: string; isAnother: boolean },
  now: Temporal.Instant,
): Promise<EnterResult> {
  const { sessionId, entry, staffId, reason } = by
  const roll = await readRoll(db, sessionId)
  if (!roll || isOver(roll.session, now)) return { kind: 'over' }
  const same = await findSame(db, entry)
  const there = roll.signUps.find((one) => isActive(one) && same.some(({ personId }) => personId === one.personId))
  if (there && !by.isAnother) return { kind: 'already-signed-up', session: roll.session, signUp: there }
  if (same.length > 0 && !by.isAnother) return { kind: 'known', same }
  const personId = await insertEntered(db, entry, { staffId, now })
  const applicant = { personId, municipality: entry.municipality, consented: true }
  const result = await addPerson(db, { sessionId, applicant, staffId, reason }, now)
  if (result.kind === 'confirmed' || result.kind === 'waitlisted') return result
  throw new Error(`Somebody new was not added to session ${sessionId}: ${result.kind}`)
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

import { readEntered } from '../../people/entered/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { decideMove, decideRemove, type MoveResult, type RemoveResult } from '../line/by-staff.ts'
import { decideIn, decideOf, keep } from '../line/decide-under-lock.ts'
import type { Applicant } from '../line/decision.ts'
import { type AddResult, type ApproveResult, decideAdd, decideApprove } from '../line/enter.ts'
import { queueNotices } from '../line/notices/notify.ts'
import { find } from '../line/sign-up.ts'
import { lockRoll, nextSignUpId, readEvents, readRoll, sessionIdOf } from '../line/store.ts'
import { decideUndo, type UndoResult } from '../line/undo.ts'
import type { Session } from '../session/session.ts'
import { insertSessionEvent } from '../session/store.ts'
import { keyOfWord } from './words/actions.ts'
import { insertWord } from './words/store.ts'

export async function approve(
  db: Db,
  by: { signUpId: number; staffId: number },
  now: Temporal.Instant,
): Promise<ApproveResult> {
  const result = await decideOf(db, by.signUpId, (roll) => decideApprove(roll, by, now), { presser: null, now })
  return result ?? { kind: 'unknown' }
}

/** Signs somebody up on staff's word. */
export async function addPerson(
  db: Db,
  by: { sessionId: number; applicant: Applicant; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<AddResult> {
  const newId = await nextSignUpId(db)
  const result = await decideIn(db, by.sessionId, (roll) => decideAdd(roll, by.applicant, by, { now, newId }), {
    presser: null,
    now,
  })
  return result ?? { kind: 'unknown' }
}

export async function removePerson(
  db: Db,
  by: { signUpId: number; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<RemoveResult> {
  const result = await decideOf(db, by.signUpId, (roll) => decideRemove(roll, by, now), { presser: null, now })
  return result ?? { kind: 'unknown' }
}

export async function moveInLine(
  db: Db,
  by: { signUpId: number; staffId: number; to: 'first' | 'last' | 'rule'; reason: string },
  now: Temporal.Instant,
): Promise<MoveResult> {
  const result = await decideOf(db, by.signUpId, (roll) => decideMove(roll, by, now), { presser: null, now })
  return result ?? { kind: 'unknown' }
}

/** Takes back the last act of staff on a person, within ten minutes. `untold`: nobody had heard of it yet, so that they hear nothing. */
export async function undo(
  db: Db,
  by: { signUpId: number; number: number; staffId: number; passedOnReason: string },
  now: Temporal.Instant,
): Promise<UndoResult & { untold?: true }> {
  const sessionId = await sessionIdOf(db, by.signUpId)
  const roll = sessionId === null ? null : await lockRoll(db, sessionId)
  if (!roll) return { kind: 'unknown' }
  const decision = decideUndo(roll, by, await readEvents(db, roll.session.id), now)
  const { unsaid } = await keep(db, roll, decision, { presser: null, now, undoes: true })
  return { ...decision.result, ...(unsaid.size > 0 ? { untold: true } : {}) }
}

export type MessageResult =
  | { kind: 'sent'; session: Session; personId: number }
  /** The person is gone, blocked us, or has no Telegram. */
  | { kind: 'unreachable'; session: Session }
  | { kind: 'unknown' }

/** Passes words of staff on to one person, who may answer. The history notes that it happened, not what was said. */
export async function messagePerson(
  db: Db,
  by: { signUpId: number; staffId: number; text: string },
  now: Temporal.Instant,
): Promise<MessageResult> {
  const sessionId = await sessionIdOf(db, by.signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  if (!roll) return { kind: 'unknown' }
  const { session } = roll
  const { personId = null, municipality = '' } = find(roll, by.signUpId) ?? {}
  if (personId === null || roll.unreachable.has(personId)) return { kind: 'unreachable', session }
  if ((await readEntered(db, [personId])).size > 0) return { kind: 'unreachable', session }
  await insertSessionEvent(db, {
    sessionId: session.id,
    at: now,
    actorId: by.staffId,
    kind: 'message',
    signUpId: by.signUpId,
  })
  const { signUpId, staffId, text } = by
  const wordId = await insertWord(db, { sessionId: session.id, signUpId, staffId, fromStaff: true, text }, now)
  const notice = { kind: 'message', session, text } as const
  await queueNotices(db, [{ personId, signUpId, municipality, key: keyOfWord(wordId), notice }], now)
  return { kind: 'sent', session, personId }
}

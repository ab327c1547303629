import type { Db } from '../../platform/database/database.ts'
import { keep } from '../line/decide-under-lock.ts'
import type { Applicant } from '../line/decision.ts'
import { decideAdmit } from '../line/enter.ts'
import { record, unchanged } from '../line/recorded.ts'
import { find, type Roll } from '../line/sign-up.ts'
import { lockRoll, nextSignUpId } from '../line/store.ts'
import type { Session } from '../session/session.ts'
import { attendanceOf, isThere, type Mark, type Sheet } from './attendance.ts'
import { dayToNote, decideMarks, type Marking, type MarkRefusal, stateOn, stateOnArrival } from './mark.ts'
import { insertMarks, readMarks, undoMarks } from './store.ts'

/** `act` is what takes it back. */
type Noted = { kind: 'noted'; session: Session; act: number; marks: Mark[] }
export type NoteResult = Noted | (MarkRefusal & { session: Session }) | { kind: 'unknown' }

/** Notes on staff's word who was there on a day: one person, or everybody of whom nothing is noted yet. */
export async function noteAttendance(
  db: Db,
  by: Marking & { sessionId: number },
  now: Temporal.Instant,
): Promise<NoteResult> {
  const locked = await lockSheet(db, by.sessionId)
  if (!locked) return { kind: 'unknown' }
  const { session } = locked.sheet
  const decision = decideMarks(locked.sheet, by, now)
  if (decision.kind !== 'marks') return { ...decision, session }
  const marks = await insertMarks(db, session.id, decision.marks)
  return { kind: 'noted', session, act: marks[0]!.act, marks }
}

/** The sheet as nobody else changes it until the transaction ends. */
export async function lockSheet(db: Db, sessionId: number): Promise<{ roll: Roll; sheet: Sheet } | null> {
  const roll = await lockRoll(db, sessionId)
  if (!roll) return null
  const marks = (await readMarks(db, [sessionId])).get(sessionId)!
  return { roll, sheet: attendanceOf(roll.session, roll.signUps, marks) }
}

export type AdmitResult =
  | (Noted & { signUpId: number })
  | { kind: 'profile-incomplete'; session: Session }
  | { kind: 'already-there'; session: Session }
  | (Extract<MarkRefusal, { kind: 'session-cancelled' | 'no-such-day' | 'too-early' }> & { session: Session })
  | { kind: 'unknown' }

/** Lets somebody in who came without a place, and notes that they are there. */
export async function admit(
  db: Db,
  by: { sessionId: number; on: Temporal.PlainDate; applicant: Applicant; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<AdmitResult> {
  const newId = await nextSignUpId(db)
  const locked = await lockSheet(db, by.sessionId)
  if (!locked) return { kind: 'unknown' }
  const { roll, sheet } = locked
  const { session } = roll
  const day = dayToNote(sheet, by.on, now)
  if ('kind' in day) return { ...day, session }
  const { result, ...decision } = decideAdmit(roll, by.applicant, by, { now, newId })
  if (result.kind === 'profile-incomplete') return result
  const signUpId = result.signUp.id
  if (isThere(stateOn(sheet, signUpId, by.on))) return { kind: 'already-there', session }
  // They are in the room: nobody need tell them.
  await keep(db, roll, decision, { presser: by.applicant.personId, now })
  const { on, staffId: actorId, reason } = by
  const state = stateOnArrival(session, day, now)
  const mark = { signUpId, on, state, how: 'walk-in', at: now, actorId, reason } as const
  const marks = await insertMarks(db, session.id, [mark])
  return { kind: 'noted', session, act: marks[0]!.act, marks, signUpId }
}

/**
 * Takes back what somebody of staff noted by one press, and with it the place of whoever was let in by it. Returns how many notes;
 * none when it was taken back before.
 */
export async function undoAttendance(
  db: Db,
  by: { sessionId: number; act: number; staffId: number },
  now: Temporal.Instant,
): Promise<number> {
  const locked = await lockSheet(db, by.sessionId)
  const undone = locked ? await undoMarks(db, by, now) : []
  for (const { signUpId } of undone.filter(({ how }) => how === 'walk-in'))
    await sendAway(db, by.sessionId, { signUpId, staffId: by.staffId }, now)
  return undone.length
}

/** Whoever was let in by mistake has no place any more, unless something else was noted of them. */
async function sendAway(
  db: Db,
  sessionId: number,
  by: { signUpId: number; staffId: number },
  now: Temporal.Instant,
): Promise<void> {
  const { roll, sheet } = (await lockSheet(db, sessionId))!
  const signUp = find(roll, by.signUpId)
  const isNoted = sheet.people.some(({ signUpId, days }) => signUpId === by.signUpId && days.some(({ mark }) => mark))
  if (signUp?.status !== 'confirmed' || isNoted) return
  const event = {
    signUpId: by.signUpId,
    at: now,
    actorId: by.staffId,
    reason: null,
    change: { kind: 'removed' },
  } as const
  await keep(db, roll, record(unchanged(roll), event), { presser: signUp.personId, now })
}

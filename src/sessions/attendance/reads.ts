import type { Db } from '../../platform/database/database.ts'
import type { SignUp } from '../line/sign-up.ts'
import { readRoll, readSignUps } from '../line/store.ts'
import type { Session } from '../session/session.ts'
import { type Attended, attendanceOf, type Sheet } from './attendance.ts'
import { readMarks } from './store.ts'

/** Who attended which days of a session, as it is noted now; `null` when there is no such session. */
export async function readSheet(db: Db, sessionId: number): Promise<Sheet | null> {
  const roll = await readRoll(db, sessionId)
  return roll && attendanceOf(roll.session, roll.signUps, (await readMarks(db, [sessionId])).get(sessionId)!)
}

/** Somebody's own line in the sheet of a session; `own` is missing where they had no place and nothing was noted of them. */
export type OwnAttendance = { sheet: Sheet; own: Attended | undefined }

/** The same for sessions of which one sign-up each is known, by the session's id; `sheet` says of the others only which days were noted. */
export async function readOwnAttendance(
  db: Db,
  signUps: readonly { session: Session; signUp: SignUp }[],
): Promise<Map<number, OwnAttendance>> {
  const marks = await readMarks(
    db,
    signUps.map(({ session }) => session.id),
  )
  return new Map(
    signUps.map(({ session, signUp }) => {
      const sheet = attendanceOf(session, [signUp], marks.get(session.id)!)
      return [session.id, { sheet, own: sheet.people[0] }]
    }),
  )
}

/** The sheets of all of these sessions, in their order, by two statements. */
export async function readSheets(db: Db, sessions: readonly Session[]): Promise<Sheet[]> {
  const ids = sessions.map(({ id }) => id)
  const signUps = await readSignUps(db, ids)
  const marks = await readMarks(db, ids)
  return sessions.map((session) => attendanceOf(session, signUps.get(session.id)!, marks.get(session.id)!))
}

import type { Db } from '../../platform/database/database.ts'
import { readRoll } from '../line/store.ts'
import { attendanceOf, type Sheet } from './attendance.ts'
import { readMarks } from './store.ts'

/** Who attended which days of a session, as it is noted now; `null` when there is no such session. */
export async function readSheet(db: Db, sessionId: number): Promise<Sheet | null> {
  const roll = await readRoll(db, sessionId)
  return roll && attendanceOf(roll.session, roll.signUps, (await readMarks(db, [sessionId])).get(sessionId)!)
}

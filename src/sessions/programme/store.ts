import type { Authored } from '../../bot/message/authored.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { insertSessionEvent } from '../session/store.ts'

/** Gives a session this programme, or none; the history says so. `false`: there is no such session. */
export async function saveProgramme(
  db: Db,
  by: { sessionId: number; staffId: number; programme: Authored | null },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query('update session set programme = $2::jsonb where id = $1::int', [
    by.sessionId,
    by.programme && toJsonb(by.programme),
  ])
  if (rowCount !== 1) return false
  await insertSessionEvent(db, { sessionId: by.sessionId, at: now, actorId: by.staffId, kind: 'programme' })
  return true
}

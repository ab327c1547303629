import type { To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { listPeople } from '../../../people/directory-store.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readRoll } from '../../line/store.ts'
import { listEntries, sessionHistory } from '../reads.ts'
import { exportFiles } from './export.ts'

/** More lines of history than any session has. */
const MOST_HISTORY = 20_000

/** Everybody in a session as files for whoever asks; `null`: there is no such session. */
export async function exportedList(
  db: Db,
  to: To,
  sessionId: number,
  now: Temporal.Instant,
): Promise<Outgoing[] | null> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return null
  const entries = await listEntries(db, sessionId)
  const people = await listPeople(
    db,
    entries.flatMap(({ signUp }) => signUp.personId ?? []),
  )
  const history = await sessionHistory(db, sessionId, MOST_HISTORY)
  return exportFiles(to, { session: roll.session, entries, people, history }, now)
}

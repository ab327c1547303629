import type { Database, Db } from '../platform/database/database.ts'
import { finishedSince } from '../quiz/store.ts'
import { sessionsOf, sheetsChanged } from '../sessions/attendance/changed-store.ts'
import { followAttendance } from './actions.ts'
import type { Issuing } from './paper.ts'
import { givenAmong, givenWanting } from './store.ts'

/** What was corrected while no process ran is found at the start. */
const LOOKS_BACK = { hours: 24 * 60 }
/** A sheet is left alone for so long before its certificates follow. */
const RESTS = { minutes: 1 }
/** Longer than a look takes, and than a transaction that noted something. */
const OVERLAP = { minutes: 10 }

/** Lets certificates follow sheets that were corrected, and quizzes that were passed, after they were given. Each look is repeated in part, which changes nothing. */
export function createFollowing({ database, issuing }: { database: Database; issuing: Issuing }) {
  let since: Temporal.Instant | null = null
  return async (now: Temporal.Instant): Promise<void> => {
    const from = since ?? now.subtract(LOOKS_BACK)
    const corrected = await givenAmong(database.pool, await sheetsChanged(database.pool, from, now.subtract(RESTS)))
    for (const sessionId of new Set([...corrected, ...(await passedLater(database.pool, from))])) {
      await database.transaction((db) => followAttendance(db, { sessionId, issuer: issuing.issuer }, now))
    }
    since = now.subtract(OVERLAP)
  }
}

/** Sessions whose certificates were given, and in which somebody has since finished the quiz that their rule wants. */
async function passedLater(db: Db, since: Temporal.Instant): Promise<number[]> {
  const finished = await finishedSince(db, since)
  if (finished.length === 0) return []
  const sessions = await sessionsOf(
    db,
    finished.map(({ personId }) => personId),
  )
  return givenWanting(
    db,
    sessions,
    finished.map(({ quizId }) => quizId),
  )
}

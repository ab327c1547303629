import type { Database } from '../platform/database/database.ts'
import { sheetsChanged } from '../sessions/attendance/changed-store.ts'
import { followAttendance } from './actions.ts'
import type { Issuing } from './paper.ts'
import { givenAmong } from './store.ts'

/** What was corrected while no process ran is found at the start. */
const LOOKS_BACK = { hours: 24 * 60 }
/** A sheet is left alone for so long before its certificates follow. */
const RESTS = { minutes: 1 }
/** Longer than a look takes, and than a transaction that noted something. */
const OVERLAP = { minutes: 10 }

/** Lets certificates follow sheets that were corrected after they were given. Each look is repeated in part, which changes nothing. */
export function createFollowing({ database, issuing }: { database: Database; issuing: Issuing }) {
  let since: Temporal.Instant | null = null
  return async (now: Temporal.Instant): Promise<void> => {
    const changed = await sheetsChanged(database.pool, since ?? now.subtract(LOOKS_BACK), now.subtract(RESTS))
    for (const sessionId of await givenAmong(database.pool, changed)) {
      await database.transaction((db) => followAttendance(db, { sessionId, issuer: issuing.issuer }, now))
    }
    since = now.subtract(OVERLAP)
  }
}

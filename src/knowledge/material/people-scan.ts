import { tell } from '../../people/roles/notices.ts'
import { coordinatorIds } from '../../people/roles/store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import { nextUnseen, saveSeen, takeUntold } from '../ingest/people-store.ts'
import { judge, listsPeople } from '../personal/judge.ts'
import { foundMessage } from './people-texts.ts'

/** Documents are looked through one at a time, with a pause: it may take half a second each, which questions have to wait. */
const LOOK_MS = 1_000

/**
 * Looks for people in what was published before anybody looked, each document once, and tells the coordinators of lists
 * when there are no more to look through. A process that dies leaves the rest to the next.
 */
export function createPeopleScan(parts: { database: Database; clock: Clock; log: Log; queued: () => void }): {
  start(): void
  /** Looks through one document; `false`: there are no more. */
  look(): Promise<boolean>
  stop(): Promise<void>
} {
  const { database, log } = parts
  let isOver = false
  const look = async () => {
    if (isOver) return false
    isOver = !(await lookThroughNext(database))
    if (isOver && (await tellOfLists(parts)) > 0) parts.queued()
    return !isOver
  }
  return { look, ...interval(LOOK_MS, 'looking for people in the material', log, async () => void (await look())) }
}

async function lookThroughNext({ pool }: Database): Promise<boolean> {
  const next = await nextUnseen(pool)
  if (next) await saveSeen(pool, next.id, judge(next.document))
  return next !== null
}

/** Returns how many lists were found that nobody knew of. */
async function tellOfLists({ database, clock }: { database: Database; clock: Clock }): Promise<number> {
  const now = clock.now()
  return database.transaction(async (db) => {
    const found = (await takeUntold(db, now)).filter(({ people }) => listsPeople(people))
    if (found.length === 0) return 0
    const ids = found.map(({ versionId }) => versionId)
    const key = `people-found:${Math.min(...ids)}-${Math.max(...ids)}`
    await tell(db, await coordinatorIds(db), (to) => foundMessage(to, found), key, now)
    return found.length
  })
}

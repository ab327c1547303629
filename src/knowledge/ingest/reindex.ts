import type { Database } from '../../platform/database/database.ts'
import { rebuildSegment } from '../search/build-segment.ts'
import {
  countIndexed,
  deleteSegments,
  insertSegment,
  listSegments,
  lockSegments,
  nextMissing,
} from '../search/segment-store.ts'
import { mergeAll } from './merge.ts'
import { lockIngestion } from './passages.ts'

/** Passages indexed in one transaction: some two seconds. Whoever is killed meanwhile goes on after the last of them. */
const AT_ONCE = 4_000

/** How many passages are indexed by now, of how many. */
export type IndexProgress = (done: number, all: number) => void

/**
 * Indexes the passages in use that no segment holds: all of them after an older version of the program or a backup, none as
 * a rule, which costs one statement to see.
 */
export async function indexMissing(database: Database, progress?: IndexProgress, atOnce = AT_ONCE): Promise<void> {
  const { passages, indexed } = await countIndexed(database.pool)
  if (passages === indexed) return
  let done = indexed
  for (let added = await indexNext(database, 0, atOnce); added; added = await indexNext(database, added.last, atOnce)) {
    done += added.passages
    progress?.(done, passages)
  }
  const now = await countIndexed(database.pool)
  // It holds what is out of use, or lacks what lies between others.
  if (now.passages !== now.indexed)
    await mendSegments(
      database,
      (await listSegments(database.pool)).map(({ id }) => id),
    )
  await mergeAll(database)
}

function indexNext(
  database: Database,
  after: number,
  most: number,
): Promise<{ last: number; passages: number } | null> {
  return database.transaction(
    async (db) => {
      await lockIngestion(db)
      const run = await nextMissing(db, after, most)
      if (!run) return null
      const { passages, bytes } = await rebuildSegment(db, run)
      await insertSegment(db, { ...run, passages, bytes })
      return { last: run.last, passages }
    },
    { withoutTimeout: true },
  )
}

/** Writes segments anew from their passages. */
export async function mendSegments(database: Database, ids: readonly number[]): Promise<void> {
  await database.transaction(
    async (db) => {
      await lockIngestion(db)
      for (const { id, first, last } of await lockSegments(db, ids)) {
        await deleteSegments(db, [id])
        const { passages, bytes } = await rebuildSegment(db, { first, last })
        if (passages > 0) await insertSegment(db, { first, last, passages, bytes })
      }
    },
    { withoutTimeout: true },
  )
}

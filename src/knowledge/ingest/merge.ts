import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../../platform/database/database.ts'
import { decodeSegment, UnreadableSegment } from '../search/index/decode.ts'
import { type Merged, mergeSegments } from '../search/index/merge.ts'
import { planMerge } from '../search/index/merge-plan.ts'
import { markWithdrawn as withdrawnIn } from '../search/index/passage-index.ts'
import {
  deleteSegments,
  insertSegment,
  listSegments,
  lockSegments,
  readBytes,
  type SegmentRow,
  sizeOf,
} from '../search/segment-store.ts'
import { lockIngestion } from './passages.ts'

/**
 * Merges segments while there are too many, one process at a time, and nobody waits for it: passages may be published and
 * withdrawn meanwhile. Whoever still reads what was merged has it in memory or looks again.
 */
export async function mergeAll(database: Database): Promise<void> {
  let merged = false
  while (await mergeOnce(database)) merged = true
  // An embedded database never frees by itself what rows that are gone took.
  if (merged) await database.maintain('vacuum index_segment')
}

/** Returns whether it merged anything. */
async function mergeOnce(database: Database): Promise<boolean> {
  if (!runToMerge(await listSegments(database.pool))) return false
  const lock = await database.acquireLock('merge the index', () => {})
  if (!lock) return false
  try {
    const run = runToMerge(await listSegments(database.pool))
    return run ? await merge(database, run) : false
  } finally {
    await lock.release()
  }
}

function runToMerge(segments: SegmentRow[]): SegmentRow[] | null {
  const plan = planMerge(segments.map(sizeOf))
  return plan && segments.slice(plan.from, plan.to)
}

async function merge(database: Database, run: readonly SegmentRow[]): Promise<boolean> {
  const read = await readAll(database, run)
  const merged = read && (await whenIdle(mergeSegments(read)))
  return merged ? replace(database, run, merged) : false
}

/** `null` where one is damaged, which is mended first, or is there no more. */
async function readAll(database: Database, run: readonly SegmentRow[]): Promise<Merged[] | null> {
  const read: Merged[] = []
  for (const { id, withdrawn } of run) {
    const bytes = await readBytes(database.pool, id)
    if (!bytes) return null
    try {
      const segment = decodeSegment(bytes)
      read.push({ segment, withdrawn: withdrawnIn(segment, withdrawn) })
    } catch (error) {
      if (error instanceof UnreadableSegment) return null
      throw error
    }
    await nextTurn()
  }
  return read
}

/** Goes through a long work in small pieces, between which everything else has its turn. */
async function whenIdle<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await nextTurn()
  }
}

function replace(database: Database, run: readonly SegmentRow[], bytes: Uint8Array): Promise<boolean> {
  return database.transaction(
    async (db) => {
      await lockIngestion(db)
      const now = await lockSegments(
        db,
        run.map(({ id }) => id),
      )
      if (now.length < run.length) return false
      await deleteSegments(
        db,
        now.map(({ id }) => id),
      )
      const leftOut = new Set(run.flatMap(({ withdrawn }) => withdrawn))
      const passages = run.reduce((sum, one) => sum + one.passages - one.withdrawn.length, 0)
      const withdrawn = now.flatMap((one) => one.withdrawn).filter((id) => !leftOut.has(id))
      if (passages > 0)
        await insertSegment(db, { first: now[0]!.first, last: now.at(-1)!.last, passages, withdrawn, bytes })
      return true
    },
    { withoutTimeout: true },
  )
}

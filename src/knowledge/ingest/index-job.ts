import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import { planMerge } from '../search/index/merge-plan.ts'
import type { Search } from '../search/search.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { sizeOf } from '../search/segment-store.ts'
import { mergeAll } from './merge.ts'
import { mendSegments } from './reindex.ts'

/** How soon a process has in memory what another one published, asked or not. */
const LOOK_MS = 1_000

/**
 * Keeps what this process has of the material in memory up to date beside everything else, mends damaged segments of the index and merges
 * small ones.
 */
export function createIndexJob(parts: {
  database: Database
  index: SearchIndex
  search: Pick<Search, 'warm'>
  log: Log
}): {
  start(): void
  /** Looks now. */
  look(): Promise<void>
  stop(): Promise<void>
} {
  const { database, index, search, log } = parts
  const stopping = new AbortController()
  let warming: Promise<void> | null = null
  // It may wait for long until there is little else to do, and nothing else waits for it.
  const warm = () => {
    warming ??= search
      .warm(stopping.signal)
      .catch((error: unknown) => log.error({ err: error }, 'titles were not read beforehand; it is tried again'))
      .finally(() => {
        warming = null
      })
  }
  const look = async () => {
    await index.refresh()
    const { segments, damaged } = index.state()
    if (damaged.size > 0) await mendSegments(database, [...damaged])
    if (planMerge(segments.map(sizeOf))) await mergeAll(database)
    warm()
  }
  const job = interval(LOOK_MS, 'keeping the search index', log, look)
  return {
    look,
    start: job.start,
    stop: async () => {
      stopping.abort()
      await job.stop()
      await warming
    },
  }
}

import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Db } from '../../platform/database/database.ts'
import { type Log, noLog } from '../../platform/log.ts'
import { rebuildSegment } from './build-segment.ts'
import { decodeSegment, UnreadableSegment } from './index/decode.ts'
import { PassageIndex } from './index/passage-index.ts'
import type { Segment } from './index/segment.ts'
import { readBytes, readNewest, readSegments, type SegmentRow } from './segment-store.ts'

/** The lexical index as a process holds it. */
export type SearchIndex = {
  /**
   * The passages as of `version` of the collection or later. While what is new is being loaded for longer than a question
   * should wait, those it has, and `isBehind`. Throws only while it has none.
   */
  at(version: number): Promise<{ passages: PassageIndex; isBehind: boolean }>
  /** Loads what is new, whether or not anybody asks. */
  refresh(): Promise<void>
  /** The segments it holds, and which of them are damaged where they are stored. */
  state(): { segments: readonly SegmentRow[]; damaged: ReadonlySet<number> }
}

/** How long a question waits for what was just published: so much is loaded in well under that. */
const WAIT_MS = 1_000

type Loaded = {
  version: number
  newest: number
  rows: SegmentRow[]
  segments: Map<number, Segment>
  passages: PassageIndex
}

/** An index that loads the segments in `db` when it is first asked, and afterwards only those that are new. */
export function createSearchIndex(
  db: Db,
  { log = noLog, waitMs = WAIT_MS }: { log?: Log; waitMs?: number } = {},
): SearchIndex {
  const damaged = new Set<number>()
  let loaded: Loaded | null = null
  let loading: Promise<Loaded> | null = null

  const load = () => {
    loading ??= loadSegments(db, { before: loaded, damaged, log })
      .then((now) => {
        loaded = now
        return now
      })
      .finally(() => {
        loading = null
      })
    return loading
  }

  const loadUpTo = async (version: number) => {
    // What is being loaded already may have been looked up before this version was there.
    const now = await load()
    return now.version >= version ? now : load()
  }

  return {
    at: async (version) => {
      if (loaded && loaded.version >= version) return { passages: loaded.passages, isBehind: false }
      const fresh = loadUpTo(version)
      if (!loaded) return { passages: (await fresh).passages, isBehind: false }
      const now = await Promise.race([fresh, wait(waitMs, null, { ref: false })]).catch((error: unknown) => {
        log.warn({ err: error }, 'what is new in the search index was not loaded; questions are answered from the rest')
        return null
      })
      return { passages: (now ?? loaded).passages, isBehind: now === null }
    },
    refresh: async () => {
      const { version, newest } = await readNewest(db)
      if (loaded?.version !== version || loaded.newest !== newest) await load()
    },
    state: () => ({ segments: loaded?.rows ?? [], damaged }),
  }
}

type Loading = { before: Loaded | null; damaged: Set<number>; log: Log }

async function loadSegments(db: Db, loading: Loading): Promise<Loaded> {
  const known = new Map(loading.before?.segments)
  for (;;) {
    const { version, segments: rows } = await readSegments(db)
    const segments = new Map<number, Segment>()
    for (const row of rows) {
      const segment = known.get(row.id) ?? (await readSegment(db, row, loading))
      // Merged since they were listed.
      if (!segment) break
      segments.set(row.id, segment)
      known.set(row.id, segment)
    }
    if (segments.size < rows.length) continue
    for (const id of loading.damaged) if (!segments.has(id)) loading.damaged.delete(id)
    const passages = new PassageIndex(rows.map(({ id, withdrawn }) => ({ segment: segments.get(id)!, withdrawn })))
    return { version, newest: Math.max(0, ...segments.keys()), rows, segments, passages }
  }
}

/** A segment from its bytes or, where those cannot be read, from the passages; `null` when it is there no more. */
async function readSegment(db: Db, row: SegmentRow, { damaged, log }: Loading): Promise<Segment | null> {
  const bytes = await readBytes(db, row.id)
  if (!bytes) return null
  // Others have their turn between two of them: a large one takes some 80 ms to decode.
  await nextTurn()
  try {
    return decodeSegment(bytes)
  } catch (error) {
    if (!(error instanceof UnreadableSegment)) throw error
    log.warn({ segment: row.id, reason: error.message }, 'a segment of the search index is made anew from its passages')
    if (!error.isNewer) damaged.add(row.id)
    return decodeSegment((await rebuildSegment(db, row)).bytes)
  }
}

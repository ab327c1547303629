import type { Db } from '../../platform/database/database.ts'
import { decodeSegment, UnreadableSegment } from './index/decode.ts'
import { PassageIndex } from './index/passage-index.ts'
import type { Segment } from './index/segment.ts'
import { listSegments, readBytes } from './segment-store.ts'

/** How the stored index agrees with the passages in use. */
export type IndexHealth = {
  segments: number
  bytes: number
  passages: number
  postings: number
  /** Passages in use that it lacks, and such that it has though they are out of use. */
  missing: number
  stray: number
  /** Segments that cannot be read. */
  unreadable: number
}

/** Reads the whole index and compares it with the passages, which takes a second for 30,000 of them. */
export async function examineIndex(db: Db): Promise<IndexHealth> {
  const rows = await listSegments(db)
  const read: { segment: Segment; withdrawn: number[] }[] = []
  let bytes = 0
  for (const { id, withdrawn } of rows) {
    const stored = await readBytes(db, id)
    bytes += stored?.length ?? 0
    const segment = stored && decoded(stored)
    if (segment) read.push({ segment, withdrawn })
  }
  const index = new PassageIndex(read)
  const inUse = await passagesInUse(db)
  const found = inUse.filter((id) => index.has(id)).length
  return {
    segments: rows.length,
    bytes,
    passages: inUse.length,
    postings: read.reduce((sum, { segment }) => sum + segment.places.length, 0),
    missing: inUse.length - found,
    stray: index.passages - found,
    unreadable: rows.length - read.length,
  }
}

function decoded(bytes: Uint8Array): Segment | null {
  try {
    return decodeSegment(bytes)
  } catch (error) {
    if (error instanceof UnreadableSegment) return null
    throw error
  }
}

async function passagesInUse(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from chunk where withdrawn_at is null')
  return rows.map(({ id }) => id)
}

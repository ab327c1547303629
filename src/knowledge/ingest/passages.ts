import { type Db, lockForTransaction } from '../../platform/database/database.ts'
import type { Document } from '../readers/document.ts'
import { buildSegment, type Indexed } from '../search/build-segment.ts'
import { MOST_PASSAGES } from '../search/index/segment.ts'
import { insertSegment } from '../search/segment-store.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import {
  changeCollection,
  insertChunks,
  type KnownChunk,
  listChunks,
  moveChunks,
  type NewChunk,
  withdrawChunks,
} from './passage-store.ts'
import { replaceTerms } from './source-store.ts'

/** The passages of a document, each once however often it repeats there. */
export function differentChunks(document: Document): Chunk[] {
  return [...new Map(chunksOf(document).map((chunk) => [chunk.hash, chunk])).values()]
}

/** A source that is put in use, and what it says from now on. */
export type InUse = { sourceId: number; versionId: number; document: Document; chunks: readonly Chunk[] }

/**
 * Makes the passages in use of sources those of `chunks`: unchanged ones stay, others are withdrawn, new ones added under
 * their version and indexed. To be called under `lockIngestion`.
 */
export async function replacePassages(db: Db, sources: readonly InUse[], now: Temporal.Instant): Promise<void> {
  const known = await listChunks(
    db,
    sources.map(({ sourceId }) => sourceId),
  )
  const { fresh, moved, gone } = changesOf(sources, known)
  if (moved.length > 0) await moveChunks(db, moved)
  if (gone.length > 0) await withdrawChunks(db, gone, now)
  if (fresh.length > 0) {
    const ids = await insertChunks(db, fresh)
    await indexPassages(
      db,
      ids.map((id, i) => ({ id, searchText: fresh[i]!.chunk.searchText })),
    )
  }
  await changeCollection(db, fresh.length - gone.length)
  await replaceTerms(
    db,
    sources.map(({ sourceId, document }) => ({ sourceId, terms: document.terms })),
  )
}

/** What has to change for the passages of sources to be those they have now: ids of those that are gone. */
function changesOf(sources: readonly InUse[], known: readonly KnownChunk[]) {
  const left = new Map(known.map((chunk) => [`${chunk.sourceId} ${chunk.hash}`, chunk]))
  const fresh: NewChunk[] = []
  const moved: { id: number; position: number }[] = []
  for (const { sourceId, versionId, chunks } of sources)
    for (const [position, chunk] of chunks.entries()) {
      const key = `${sourceId} ${chunk.hash}`
      const had = left.get(key)
      if (!had) fresh.push({ chunk, sourceId, position, versionId })
      else if (had.position !== position) moved.push({ id: had.id, position })
      left.delete(key)
    }
  return { fresh, moved, gone: [...left.values()].map(({ id }) => id) }
}

/** Makes new passages, by ascending numbers, known to search. */
export async function indexPassages(db: Db, passages: readonly Indexed[]): Promise<void> {
  for (let at = 0; at < passages.length; at += MOST_PASSAGES) {
    const some = passages.slice(at, at + MOST_PASSAGES)
    const bytes = await buildSegment(some)
    await insertSegment(db, { first: some[0]!.id, last: some.at(-1)!.id, passages: some.length, bytes })
  }
}

/** Takes all passages and terms of a source out of search. To be called under `lockIngestion`. */
export async function withdrawPassages(db: Db, sourceId: number, now: Temporal.Instant): Promise<void> {
  const had = await listChunks(db, [sourceId])
  await withdrawChunks(
    db,
    had.map(({ id }) => id),
    now,
  )
  await changeCollection(db, -had.length)
  await replaceTerms(db, [{ sourceId, terms: [] }])
}

/** Lets one process at a time change the material, until the transaction ends. */
export async function lockIngestion(db: Db): Promise<void> {
  await lockForTransaction(db, 'ingest')
}

import { type Db, lockForTransaction } from '../../platform/database/database.ts'
import type { Document } from '../readers/document.ts'
import { buildSegment, type Indexed } from '../search/build-segment.ts'
import { MOST_PASSAGES } from '../search/index/segment.ts'
import { insertSegment } from '../search/segment-store.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import { changeCollection, chunkHashes, insertChunks, moveChunk, withdrawChunks } from './passage-store.ts'
import { replaceTerms } from './source-store.ts'

/** The passages of a document, each once however often it repeats there. */
export function differentChunks(document: Document): Chunk[] {
  return [...new Map(chunksOf(document).map((chunk) => [chunk.hash, chunk])).values()]
}

/**
 * Makes a source's passages in use those of `chunks`: unchanged ones stay, others are withdrawn, new ones added under
 * `versionId`. To be called under `lockIngestion`. Returns the new ones, which the caller indexes in the same transaction.
 */
export async function replacePassages(
  db: Db,
  source: { id: number; versionId: number },
  document: Document,
  chunks: readonly Chunk[],
  now: Temporal.Instant,
): Promise<Indexed[]> {
  const had = await chunkHashes(db, source.id)
  const fresh: { chunk: Chunk; position: number; versionId: number }[] = []
  for (const [position, chunk] of chunks.entries()) {
    const id = had.get(chunk.hash)
    if (id === undefined) fresh.push({ chunk, position, versionId: source.versionId })
    else await moveChunk(db, id, position)
    had.delete(chunk.hash)
  }
  if (had.size > 0) await withdrawChunks(db, [...had.values()], now)
  const ids = fresh.length > 0 ? await insertChunks(db, source.id, fresh) : []
  await changeCollection(db, fresh.length - had.size)
  await replaceTerms(db, source.id, document.terms)
  return ids.map((id, i) => ({ id, searchText: fresh[i]!.chunk.searchText }))
}

/** Makes new passages known to search. To be called under `lockIngestion`, in the transaction that adds them. */
export async function indexPassages(db: Db, passages: readonly Indexed[]): Promise<void> {
  const sorted = passages.toSorted((a, b) => a.id - b.id)
  for (let at = 0; at < sorted.length; at += MOST_PASSAGES) {
    const some = sorted.slice(at, at + MOST_PASSAGES)
    const bytes = await buildSegment(some)
    await insertSegment(db, { first: some[0]!.id, last: some.at(-1)!.id, passages: some.length, bytes })
  }
}

/** Takes all passages and terms of a source out of search. Returns how many passages. To be called under `lockIngestion`. */
export async function withdrawPassages(db: Db, sourceId: number, now: Temporal.Instant): Promise<number> {
  const had = await chunkHashes(db, sourceId)
  await withdrawChunks(db, [...had.values()], now)
  await changeCollection(db, -had.size)
  await replaceTerms(db, sourceId, [])
  return had.size
}

/** Lets one process at a time change the material, until the transaction ends. */
export async function lockIngestion(db: Db): Promise<void> {
  await lockForTransaction(db, 'ingest')
}

import { grams } from '../../language/fold.ts'
import { type Db, lockForTransaction } from '../../platform/database/database.ts'
import type { Document } from '../readers/document.ts'
import { LENGTH_SHARE, SATURATION, weight } from '../search/bm25.ts'
import { readCollection } from '../search/store.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import {
  changeCollection,
  chunkHashes,
  insertChunks,
  insertPostings,
  moveChunk,
  type NewChunk,
  type Posting,
  reweigh,
  withdrawChunks,
} from './passage-store.ts'
import { replaceTerms } from './source-store.ts'

/** A passage with its 4-grams counted, ready to be stored. */
export type CountedChunk = { chunk: Chunk; counts: ReadonlyMap<string, number>; length: number }

/** The passages of a document, each once however often it repeats there. */
export function countedChunks(document: Document): CountedChunk[] {
  const different = new Map(chunksOf(document).map((chunk) => [chunk.hash, chunk]))
  return [...different.values()].map((chunk) => ({ chunk, ...gramsIn(chunk.searchText) }))
}

/** The 4-grams of a text, counted, and how many they are. */
export function gramsIn(text: string): { counts: ReadonlyMap<string, number>; length: number } {
  const counts = new Map<string, number>()
  for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return { counts, length: sum(counts.values()) }
}

/**
 * Makes a source's passages in use those of `chunks`: unchanged ones keep their postings, others are withdrawn, new ones
 * added under `versionId`. To be called under `lockIngestion`.
 */
export async function replacePassages(
  db: Db,
  source: { id: number; versionId: number },
  document: Document,
  chunks: CountedChunk[],
  now: Temporal.Instant,
): Promise<void> {
  const had = await chunkHashes(db, source.id)
  const fresh: NewChunk[] = []
  for (const [position, one] of chunks.entries()) {
    const id = had.get(one.chunk.hash)
    if (id === undefined)
      fresh.push({
        chunk: one.chunk,
        position,
        length: one.length,
        grams: [...one.counts.keys()],
        versionId: source.versionId,
      })
    else await moveChunk(db, id, position)
    had.delete(one.chunk.hash)
  }
  const goneGrams = had.size > 0 ? await withdrawChunks(db, [...had.values()], now) : 0
  const added = sum(fresh.map((one) => one.length))
  await changeCollection(db, { chunks: fresh.length - had.size, grams: added - goneGrams })
  if (fresh.length > 0)
    await addPassages(db, source.id, fresh, new Map(chunks.map((one) => [one.chunk.hash, one.counts])))
  await replaceTerms(db, source.id, document.terms)
}

async function addPassages(
  db: Db,
  sourceId: number,
  fresh: NewChunk[],
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<void> {
  const meanLength = (await readCollection(db)).weighedFor
  const ids = await insertChunks(db, sourceId, fresh)
  const postings: Posting[] = fresh.flatMap(({ chunk, length }, i) =>
    Array.from(counts.get(chunk.hash)!, ([gram, count]) => ({
      gram,
      count: Math.min(count, MOST_COUNTED),
      chunkId: ids[i]!,
      weight: weight(count, length, meanLength),
    })),
  )
  if (postings.length > 0) await insertPostings(db, postings)
}

/** What a `smallint` holds. */
const MOST_COUNTED = 32_767

/** Takes all passages and terms of a source out of search. Returns how many passages. To be called under `lockIngestion`. */
export async function withdrawPassages(db: Db, sourceId: number, now: Temporal.Instant): Promise<number> {
  const had = await chunkHashes(db, sourceId)
  const goneGrams = await withdrawChunks(db, [...had.values()], now)
  await changeCollection(db, { chunks: -had.size, grams: -goneGrams })
  await replaceTerms(db, sourceId, [])
  return had.size
}

/** Lets one process at a time change the material, until the transaction ends. */
export async function lockIngestion(db: Db): Promise<void> {
  await lockForTransaction(db, 'ingest')
}

/** How far the mean length of passages may drift before all stored weights are computed anew. */
const DRIFT = 0.1

/**
 * Keeps the stored weights true to the mean length that the collection will have with `coming` passages more. To be
 * called before they are added, under `lockIngestion`.
 */
export async function prepareWeights(db: Db, coming: readonly { length: number }[]): Promise<void> {
  const collection = await readCollection(db)
  const chunks = collection.chunks + coming.length
  if (chunks === 0) return
  const mean = (collection.grams + sum(coming.map((one) => one.length))) / chunks
  if (collection.weighedFor > 0 && Math.abs(mean / collection.weighedFor - 1) <= DRIFT) return
  await reweigh(db, { meanLength: mean, saturation: SATURATION, lengthShare: LENGTH_SHARE })
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { grams } from '../language/fold.ts'
import type { Clock } from '../platform/clock.ts'
import { type Database, type Db, lockForTransaction } from '../platform/database.ts'
import { messageOf } from '../platform/errors.ts'
import { weight } from './bm25.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import type { Document } from './document.ts'
import { readMarkdown } from './markdown.ts'
import {
  changeCollection,
  chunkHashes,
  insertChunks,
  insertPostings,
  listSources,
  moveChunk,
  type Posting,
  readCollection,
  replaceTerms,
  type Source,
  saveSource,
  setWeighedFor,
  sourceHash,
  withdrawChunks,
  withdrawSource,
} from './store.ts'

/** What happened to each file of a folder, by its path below the folder. */
export type IngestReport = {
  added: string[]
  changed: string[]
  kept: string[]
  removed: string[]
  refused: { path: string; reason: string }[]
  chunks: number
}

export type Progress = (done: number, all: number, path: string) => void

const ENDINGS = new Set(['.md', '.markdown', '.txt'])
/** Files above this size are refused unread. */
const LARGEST_FILE_BYTES = 20_000_000

/**
 * Makes the knowledge base say what the files below `folder` say: new ones are added, changed ones replaced passage by
 * passage, missing ones withdrawn, unchanged ones not touched. Each source changes in one transaction of its own, so a
 * kill leaves every source whole. A file that cannot be read is reported and its older version stays.
 */
export async function ingestFolder(parts: {
  database: Database
  clock: Clock
  folder: string
  progress?: Progress
}): Promise<IngestReport> {
  const { database, clock, folder } = parts
  const report: IngestReport = { added: [], changed: [], kept: [], removed: [], refused: [], chunks: 0 }
  const known = new Map((await listSources(database.pool)).map((source) => [source.path, source]))
  const files = await listFiles(folder)
  const work: Prepared[] = []
  for (const path of files) {
    const prepared = await prepare(folder, path).catch((error: unknown) => messageOf(error))
    if (typeof prepared === 'string') report.refused.push({ path, reason: prepared })
    else if (known.get(path)?.hash === prepared.hash) report.kept.push(path)
    else work.push(prepared)
  }
  const gone = [...known.values()].filter((source) => !files.includes(source.path))
  if (work.length > 0 || gone.length > 0) {
    const meanLength = await chooseMeanLength(database, work)
    let done = 0
    for (const prepared of work) {
      await database.transaction((db) => applySource(db, prepared, meanLength, clock.now()))
      report[known.has(prepared.path) ? 'changed' : 'added'].push(prepared.path)
      parts.progress?.(++done, work.length, prepared.path)
    }
    for (const source of gone) {
      await database.transaction((db) => removeSource(db, source, clock.now()))
      report.removed.push(source.path)
    }
    await database.pool.query('analyze chunk, chunk_gram, gram')
  }
  report.chunks = (await readCollection(database.pool)).chunks
  return report
}

/** Paths below `folder`, with «/», sorted; hidden files and other endings are left out. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && ENDINGS.has(extname(entry.name).toLowerCase()))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

type Prepared = {
  path: string
  hash: string
  document: Document
  chunks: { chunk: Chunk; counts: Map<string, number>; length: number }[]
}

/** Reads a file and cuts it. Throws with a sentence that says what is wrong with it. */
async function prepare(folder: string, path: string): Promise<Prepared> {
  const file = join(folder, path)
  const { size } = await stat(file)
  if (size > LARGEST_FILE_BYTES) throw new Error(`The file has ${size} bytes; at most ${LARGEST_FILE_BYTES} are read.`)
  const bytes = await readFile(file)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const document = readMarkdown(decode(bytes), basename(path, extname(path)))
  const chunks = withoutRepeats(chunksOf(document)).map((chunk) => {
    const counts = countGrams(chunk.searchText)
    return { chunk, counts, length: sum(counts.values()) }
  })
  if (chunks.length === 0 && document.terms.length === 0) throw new Error('The file has no text.')
  return { path, hash, document, chunks }
}

function withoutRepeats(chunks: Chunk[]): Chunk[] {
  return [...new Map(chunks.map((chunk) => [chunk.hash, chunk])).values()]
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('The file is not UTF-8 text. Save it as UTF-8.')
  }
}

function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** How far the mean length may drift before all stored weights are computed anew. */
const DRIFT = 0.1

/** The mean length to weigh with: the stored one, or, when the change moves the real one too far, a new one for everything. */
async function chooseMeanLength(database: Database, work: Prepared[]): Promise<number> {
  const collection = await readCollection(database.pool)
  const chunks = collection.chunks + sum(work.map((prepared) => prepared.chunks.length))
  const total = collection.grams + sum(work.flatMap((prepared) => prepared.chunks.map((chunk) => chunk.length)))
  const mean = chunks > 0 ? total / chunks : 0
  if (collection.weighedFor > 0 && Math.abs(mean / collection.weighedFor - 1) <= DRIFT) return collection.weighedFor
  await database.transaction((db) => reweigh(db, mean))
  return mean
}

async function reweigh(db: Db, mean: number): Promise<void> {
  await lockForTransaction(db, 'ingest')
  await setWeighedFor(db, mean)
  const { rows } = await db.query<{ gram: string; chunk_id: number; count: number; length: number }>(
    'select chunk_gram.gram, chunk_gram.chunk_id, chunk_gram.count, chunk.length from chunk_gram join chunk on chunk.id = chunk_gram.chunk_id',
  )
  if (rows.length === 0) return
  await db.query(
    `update chunk_gram set weight = new.weight
     from unnest($1::text[], $2::int[], $3::real[]) as new (gram, chunk_id, weight)
     where chunk_gram.gram = new.gram collate "C" and chunk_gram.chunk_id = new.chunk_id`,
    [
      rows.map((row) => row.gram),
      rows.map((row) => row.chunk_id),
      rows.map((row) => weight(row.count, row.length, mean)),
    ],
  )
}

async function applySource(db: Db, prepared: Prepared, meanLength: number, now: Temporal.Instant): Promise<void> {
  await lockForTransaction(db, 'ingest')
  // Another process may have done the same since we looked.
  if ((await sourceHash(db, prepared.path)) === prepared.hash) return
  const sourceId = await saveSource(db, prepared.path, prepared.document, prepared.hash, now)
  const had = await chunkHashes(db, sourceId)
  const fresh: { chunk: Chunk; counts: Map<string, number>; length: number; position: number }[] = []
  for (const [position, one] of prepared.chunks.entries()) {
    const id = had.get(one.chunk.hash)
    if (id === undefined) fresh.push({ ...one, position })
    else await moveChunk(db, id, position)
    had.delete(one.chunk.hash)
  }
  const goneGrams = had.size > 0 ? await withdrawChunks(db, [...had.values()], now) : 0
  if (fresh.length > 0) await addChunks(db, sourceId, fresh, meanLength)
  await replaceTerms(db, sourceId, prepared.document.terms)
  await changeCollection(db, {
    chunks: fresh.length - had.size,
    grams: sum(fresh.map((one) => one.length)) - goneGrams,
  })
}

async function addChunks(
  db: Db,
  sourceId: number,
  fresh: { chunk: Chunk; counts: Map<string, number>; length: number; position: number }[],
  meanLength: number,
): Promise<void> {
  const ids = await insertChunks(db, sourceId, fresh)
  const postings: Posting[] = fresh.flatMap((one, i) =>
    Array.from(one.counts, ([gram, count]) => ({
      gram,
      count: Math.min(count, 32_767),
      chunkId: ids[i]!,
      weight: weight(count, one.length, meanLength),
    })),
  )
  if (postings.length > 0) await insertPostings(db, postings)
}

async function removeSource(db: Db, source: Source, now: Temporal.Instant): Promise<void> {
  await lockForTransaction(db, 'ingest')
  const had = await chunkHashes(db, source.id)
  const goneGrams = await withdrawChunks(db, [...had.values()], now)
  await withdrawSource(db, source.id, now)
  await changeCollection(db, { chunks: -had.size, grams: -goneGrams })
}

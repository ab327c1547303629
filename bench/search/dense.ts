import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import { embedMaterial } from '../../src/knowledge/ingest/embed.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createDenseLane } from '../../src/knowledge/search/dense.ts'
import {
  type EmbeddingModel,
  insertEmbeddings,
  modelInUse,
  nearestChunks,
  searchIndexDeeply,
} from '../../src/knowledge/search/embedding-store.ts'
import { createSearch, type Search } from '../../src/knowledge/search/search.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database, Db } from '../../src/platform/database/database.ts'
import { noLog } from '../../src/platform/log.ts'
import type { Embedder } from '../../src/platform/model/model.ts'
import type { Bench } from '../bench.ts'
import { questionsOf } from '../questions.ts'
import { Random } from '../random.ts'
import { type Part, progress, type Row } from '../report.ts'
import { p50, p95, timed } from '../timing.ts'
import { composeCollection } from './collection.ts'

const PASSAGES = 3_000
const MANY_PASSAGES = 30_000
/** As many as text-embedding-3-small gives. */
const DIMENSIONS = 1_536
const QUESTIONS = 60
const NEAREST = 40
const TARGET_P95_MS = { embedded: 120, server: 40 }

/** The dense lane: how long comparing takes beside the words, one by one and by an index, and what the index misses. */
export async function benchDense(bench: Bench): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    const collection = join(folder, 'collection')
    composeCollection(bench.material, collection, bench.tenth(PASSAGES))
    const rows = await withScratchDatabase(null, (database) => measure(database, collection, null))
    if (bench.databaseUrl !== null) {
      const many = bench.tenth(MANY_PASSAGES)
      rows.push(...(await withScratchDatabase(bench.databaseUrl, (database) => measure(database, collection, many))))
    }
    return {
      name: 'dense',
      title: `Comparing by meaning: vectors of ${DIMENSIONS} numbers`,
      rows,
      notes: [
        'The vectors are made up (a hundred clusters), and so cost no time: what a provider takes comes on top.',
        ...(bench.databaseUrl === null
          ? ['No DATABASE_URL: nothing measured on a server, where an index can be.']
          : []),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(database: Database, folder: string, many: number | null): Promise<Row[]> {
  const { kind } = database
  const embedder = madeUpEmbedder(new Random(7))
  progress(`dense: reading in and embedding (${kind})`)
  const { chunks } = await ingestFolder({ database, clock: systemClock, folder })
  const embedding = await timed(() => embed(database, embedder))
  const rows: Row[] = [
    ...(await findRows(database, embedder, chunks)),
    { name: `${kind}: keeping ${chunks} embeddings`, figure: embedding.ms / 1000, unit: 's' },
  ]
  if (many !== null) rows.push(...(await indexRows(database, embedder, many)))
  return rows
}

function embed(database: Database, embedder: Embedder, indexFrom = Number.POSITIVE_INFINITY) {
  return embedMaterial({ database, embedder, clock: systemClock, signal: new AbortController().signal, indexFrom })
}

/** Whole searches: both lanes against words alone. */
async function findRows(database: Database, embedder: Embedder, chunks: number): Promise<Row[]> {
  const { kind, pool } = database
  const lexical = await timesOf(createSearch(pool))
  const both = await timesOf(createSearch(pool, { dense: createDenseLane({ database, embedder, log: noLog }) }))
  const row = (name: string, pick: (times: number[]) => number): Row => ({
    name: `${kind}: find by words and meaning, ${chunks} passages, ${name}`,
    figure: pick(both),
    unit: 'ms',
    baselines: [{ name: 'words alone', figure: pick(lexical) }],
  })
  return [row('p50', p50), { ...row('p95', p95), target: { atMost: TARGET_P95_MS[kind] } }]
}

async function timesOf(search: Search): Promise<number[]> {
  const questions = questionsOf(undefined).slice(0, QUESTIONS)
  const times: number[] = []
  for (const { text } of [...questions.slice(0, 10), ...questions])
    times.push((await timed(() => search.find(text, 10))).ms)
  return times.slice(10)
}

/** Many passages: one by one, and by the index that is built for so many. */
async function indexRows(database: Database, embedder: Embedder, many: number): Promise<Row[]> {
  progress(`dense: ${many} passages (${database.kind})`)
  const model = (await modelInUse(database.pool))!
  await addMadeUp(database, model, embedder, many)
  const questions = await embedder.embed(Array.from({ length: QUESTIONS }, String), new AbortController().signal)
  const exact = await askAll(questions, (vector) => nearestChunks(database.pool, model, vector, NEAREST))
  progress(`dense: building the index (${database.kind})`)
  const building = await timed(() => embed(database, embedder, 1))
  const byIndex = await askAll(questions, (vector) =>
    database.transaction(async (db) => {
      await searchIndexDeeply(db)
      return nearestChunks(db, model, vector, NEAREST)
    }),
  )
  const row = (name: string, pick: (times: number[]) => number): Row => ({
    name: `server: nearest of ${many} by index, ${name}`,
    figure: pick(byIndex.times),
    unit: 'ms',
    baselines: [{ name: 'one by one', figure: pick(exact.times) }],
  })
  return [
    row('p50', p50),
    row('p95', p95),
    {
      name: `server: of the ${NEAREST} nearest, found by index`,
      figure: 100 * recall(byIndex.found, exact.found),
      unit: 'of 100',
      target: { atLeast: 90 },
    },
    { name: `server: building the index of ${many}`, figure: building.ms / 1000, unit: 's' },
  ]
}

type AskedAll = { found: number[][]; times: number[] }

async function askAll(
  vectors: number[][],
  nearest: (vector: number[]) => Promise<{ chunkId: number }[]>,
): Promise<AskedAll> {
  const all: AskedAll = { found: [], times: [] }
  for (const vector of vectors) {
    const { result, ms } = await timed(() => nearest(vector))
    all.found.push(result.map(({ chunkId }) => chunkId))
    all.times.push(ms)
  }
  return all
}

/** The share of what is right that was found, on average. */
function recall(found: number[][], right: number[][]): number {
  const shares = right.map((ids, i) => ids.filter((id) => found[i]!.includes(id)).length / Math.max(1, ids.length))
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}

/** Adds passages of a made-up source, with embeddings, until there are `many`. */
async function addMadeUp({ pool }: Database, model: EmbeddingModel, embedder: Embedder, many: number): Promise<void> {
  const ids = await insertPassages(pool, many)
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500)
    const vectors = await embedder.embed(some, new AbortController().signal)
    await insertEmbeddings(
      pool,
      model,
      some.map((textId, i) => ({ textId, vector: vectors[i]! })),
    )
  }
  await pool.query('vacuum (analyze) chunk, embedding')
}

/** Returns the ids of their texts. */
async function insertPassages(db: Db, many: number): Promise<string[]> {
  const { rows } = await db.query<{ text_id: string }>(
    `with new_source as (
       insert into source (path, title, hash, ingested_at) values ('made-up', 'made-up', '', now()) returning id
     )
     insert into chunk (source_id, position, headings, titles, blocks, body, hash, text_id)
     select new_source.id, n, '{}', '{}', '[]', repeat('текст ', 150), md5(n::text), md5(n::text)::uuid
     from new_source, generate_series((select count(*) from chunk) + 1, $1::int) as n
     returning text_id`,
    [many],
  )
  return rows.map((row) => row.text_id)
}

const CLUSTERS = 100
/** How far a vector lies from the middle of its cluster, in each direction, against that middle's own length there. */
const SPREAD = 1

/** Vectors that lie in clusters, as those of texts about a few matters do. */
function madeUpEmbedder(random: Random): Embedder {
  const scatter = () => Array.from({ length: DIMENSIONS }, () => random.below(2_000_001) / 1_000_000 - 1)
  const middles = Array.from({ length: CLUSTERS }, scatter)
  const vector = () => {
    const middle = random.pick(middles)
    return scatter().map((value, i) => middle[i]! + SPREAD * value)
  }
  const embedder: Embedder = {
    model: 'made-up',
    embed: async (texts) => texts.map(vector),
    withModel: () => embedder,
  }
  return embedder
}

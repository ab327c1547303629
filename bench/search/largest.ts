import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { EvalQuestion } from '../../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { questionsOf } from '../questions.ts'
import { type Part, progress, type Row } from '../report.ts'
import { residentMb, timed } from '../timing.ts'
import { composeCollection } from './collection.ts'
import { tableBytes, warmed } from './sizes.ts'

const READ_IN = 30_000
/** Each passage that only looks like the material is there so often. */
const TIMES = 10
/** One question in so many: each takes long. */
const SHARE = 10

/** Search over some 300,000 passages, more than any ministry has. */
export async function benchLargest(bench: Bench): Promise<Part> {
  const title = `Search over some ${bench.tenth(READ_IN) * TIMES} passages (server)`
  const { databaseUrl } = bench
  if (databaseUrl === null) return { name: 'largest', title, rows: [], notes: ['No DATABASE_URL: not measured.'] }
  if (!bench.full) return { name: 'largest', title, rows: [], notes: ['Measured with --full.'] }
  const questions = questionsOf(bench.questions).filter((_, i) => i % SHARE === 0)
  return {
    name: 'largest',
    title,
    rows: await withScratchDatabase(databaseUrl, (database) => measure(database, bench, questions)),
    notes: [
      `${questions.length} questions. ${bench.tenth(READ_IN)} passages were read in, and those that only look like the material copied ${TIMES - 1} times in the database: reading so many in takes half an hour.`,
    ],
  }
}

async function measure(database: Database, bench: Bench, questions: EvalQuestion[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    const collection = join(folder, 'collection')
    composeCollection(bench.material, collection, bench.tenth(READ_IN))
    progress('largest: reading in')
    await ingestFolder({ database, clock: systemClock, folder: collection })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  progress('largest: copying')
  const copying = await timed(() => copyDistractors(database))
  progress('largest: asking')
  const before = residentMb()
  const pruned = await warmed(database.pool, {}, questions)
  const memory = residentMb() - before
  const whole = await warmed(database.pool, { rarestGrams: Number.POSITIVE_INFINITY }, questions)
  const bytes = await tableBytes(database.pool)
  const { rows } = await database.pool.query<{ chunks: number }>('select chunks from collection')
  return [
    { name: 'passages', figure: rows[0]!.chunks, unit: 'rows' },
    { name: 'find, p50', figure: pruned.p50Ms, unit: 'ms', baselines: [{ name: 'all grams', figure: whole.p50Ms }] },
    { name: 'find, p95', figure: pruned.p95Ms, unit: 'ms', baselines: [{ name: 'all grams', figure: whole.p95Ms }] },
    { name: 'nDCG', figure: pruned.ndcg, unit: 'nDCG', baselines: [{ name: 'all grams', figure: whole.ndcg }] },
    { name: 'memory that asking takes here', figure: memory, unit: 'MB' },
    { name: 'tables of search, with indexes', figure: (bytes.tables + bytes.indexes) / 1e6, unit: 'MB' },
    { name: 'of that, indexes', figure: bytes.indexes / 1e6, unit: 'MB' },
    { name: 'copying', figure: copying.ms / 1000, unit: 's' },
  ]
}

/** Postings are copied without their index, which is built afterwards, as a large import would. */
async function copyDistractors(database: Database): Promise<void> {
  await database.transaction(
    async (db) => {
      const { rows } = await db.query<{ last: number }>('select max(id) as last from chunk')
      const { last } = rows[0]!
      await db.query("set local maintenance_work_mem = '1GB'")
      await db.query('alter table chunk_gram drop constraint chunk_gram_pkey')
      await db.query(
        `create temporary table distractor on commit drop as
         select chunk.id from chunk join source on source.id = source_id where path like 'distractors/%'`,
      )
      await db.query('analyze distractor')
      await db.query(
        `insert into chunk (id, source_id, version_id, position, place, headings, heading_en, titles, asked_as, facts, blocks,
           body, hash, length, grams)
         overriding system value
         select id + $1::int * n, source_id, version_id, position, place, headings, heading_en, titles, asked_as, facts,
           blocks, body, hash, length, grams
         from chunk join distractor using (id) cross join generate_series(1, $2::int) as n`,
        [last, TIMES - 1],
      )
      await db.query(
        `insert into chunk_gram (gram, count, chunk_id, weight)
         select gram, count, chunk_id + $1::int * n, weight
         from chunk_gram join distractor on id = chunk_id cross join generate_series(1, $2::int) as n`,
        [last, TIMES - 1],
      )
      await db.query('alter table chunk_gram add primary key (gram, chunk_id) include (weight)')
      await db.query('truncate gram')
      await db.query('insert into gram (gram, chunks) select gram, count(*) from chunk_gram group by gram')
      await db.query(
        `update collection set version = version + 1, chunks = counted.chunks, grams = counted.grams
         from (select count(*) as chunks, sum(length) as grams from chunk where withdrawn_at is null) as counted`,
      )
    },
    { withoutTimeout: true },
  )
  await database.maintain('vacuum analyze')
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { EvalQuestion } from '../../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { indexMissing } from '../../src/knowledge/ingest/reindex.ts'
import { createSearchIndex } from '../../src/knowledge/search/search-index.ts'
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
  const copying = await timed(async () => {
    await copyDistractors(database)
    await indexMissing(database)
  })
  progress('largest: asking')
  const before = residentMb()
  const loading = await timed(() => createSearchIndex(database.pool).at(0))
  const asked = await warmed(database.pool, questions)
  const memory = residentMb() - before
  const bytes = await tableBytes(database.pool)
  const { rows } = await database.pool.query<{ chunks: number }>('select chunks from collection')
  return [
    { name: 'passages', figure: rows[0]!.chunks, unit: 'rows' },
    { name: 'find, p50', figure: asked.p50Ms, unit: 'ms', target: { atMost: 15 } },
    { name: 'find, p95', figure: asked.p95Ms, unit: 'ms', target: { atMost: 40 } },
    { name: 'nDCG', figure: asked.ndcg, unit: 'nDCG' },
    { name: 'loading the index', figure: loading.ms / 1000, unit: 's' },
    { name: 'memory that asking takes here', figure: memory, unit: 'MB' },
    { name: 'index, stored', figure: bytes.index / 1e6, unit: 'MB' },
    { name: 'passages, stored', figure: bytes.passages / 1e6, unit: 'MB' },
    { name: 'copying and indexing', figure: copying.ms / 1000, unit: 's' },
  ]
}

/** Copies rows alone: their index is made afterwards, as after a backup. */
async function copyDistractors(database: Database): Promise<void> {
  await database.transaction(
    async (db) => {
      const { rows } = await db.query<{ last: number }>('select max(id) as last from chunk')
      const { last } = rows[0]!
      await db.query(
        `create temporary table distractor on commit drop as
         select chunk.id from chunk join source on source.id = source_id where path like 'distractors/%'`,
      )
      await db.query('analyze distractor')
      await db.query(
        `insert into chunk (id, source_id, version_id, position, place, headings, heading_en, titles, asked_as, facts, blocks,
           body, hash)
         overriding system value
         select id + $1::int * n, source_id, version_id, position, place, headings, heading_en, titles, asked_as, facts,
           blocks, body, hash
         from chunk join distractor using (id) cross join generate_series(1, $2::int) as n`,
        [last, TIMES - 1],
      )
      await db.query(
        `update collection set version = version + 1, chunks = (select count(*) from chunk where withdrawn_at is null)`,
      )
    },
    { withoutTimeout: true },
  )
  await database.maintain('vacuum analyze')
}

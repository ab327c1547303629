import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { EvalQuestion } from '../../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database, Db } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { questionsOf } from '../questions.ts'
import { type Part, progress, type Row } from '../report.ts'
import { residentMb, timed } from '../timing.ts'
import { createFullText } from './baselines.ts'
import { composeCollection, passagesOf } from './collection.ts'
import { finderOf, type Judged, judge } from './search.ts'

const SIZES = [3_000, 30_000]
/** How long search may take (p95), by the size from which that holds. */
const TARGET = { passages: 30_000, p95Ms: 60, lost: 1 }
const WARM_UP = 20

/** Search on a server as the material grows: time, memory, size of the tables, and what leaving out common grams costs. */
export async function benchSizes(bench: Bench): Promise<Part> {
  const questions = questionsOf(bench.questions).filter((_, i) => !bench.quick || i % 10 === 0)
  return grown(bench, { name: 'sizes', sizes: SIZES.map(bench.tenth), questions })
}

async function grown(
  bench: Bench,
  { name, sizes, questions }: { name: string; sizes: number[]; questions: EvalQuestion[] },
): Promise<Part> {
  const title = `Search as the material grows: ${sizes.join(', ')} passages (server)`
  const { databaseUrl } = bench
  if (databaseUrl === null) return { name, title, rows: [], notes: ['No DATABASE_URL: not measured.'] }
  const rows: Row[] = []
  for (const size of sizes)
    rows.push(...(await withScratchDatabase(databaseUrl, (database) => measure(database, bench, size, questions))))
  return {
    name,
    title,
    rows,
    notes: [
      `${questions.length} questions. nDCG is nDCG@10 by file. Full text: PostgreSQL, serbian, ts_rank_cd, over the same passages.`,
    ],
  }
}

async function measure(database: Database, bench: Bench, size: number, questions: EvalQuestion[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    const collection = join(folder, 'collection')
    composeCollection(bench.material, collection, size)
    progress(`sizes: reading ${size} passages in`)
    const reading = await timed(() => ingestFolder({ database, clock: systemClock, folder: collection }))
    await database.maintain('vacuum analyze')
    progress(`sizes: asking over ${size}`)
    const before = residentMb()
    const pruned = await warmed(database.pool, {}, questions)
    const memory = residentMb() - before
    const whole = await warmed(database.pool, { rarestGrams: Number.POSITIVE_INFINITY }, questions)
    const bytes = await tableBytes(database.pool)
    const fullText = await createFullText(database.pool, passagesOf(collection))
    const plain = await judge(fullText.find, questions)
    return rowsOf(size, size >= bench.tenth(TARGET.passages) ? TARGET : null, {
      ...{ pruned, whole, plain, memory, bytes },
      ...{ readingMs: reading.ms, plainBytes: fullText.bytes, plainMs: fullText.ms },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function warmed(db: Db, options: { rarestGrams?: number }, questions: EvalQuestion[]): Promise<Judged> {
  const find = finderOf(db, options)
  await judge(find, questions.slice(0, WARM_UP))
  return judge(find, questions)
}

export async function tableBytes(db: Db): Promise<{ tables: number; indexes: number }> {
  const { rows } = await db.query<{ tables: number; indexes: number }>(
    `select sum(pg_table_size(name::regclass))::bigint as tables, sum(pg_indexes_size(name::regclass))::bigint as indexes
     from unnest(array['chunk', 'chunk_gram', 'gram']) as of_search (name)`,
  )
  return rows[0]!
}

type Measured = {
  pruned: Judged
  whole: Judged
  plain: Judged
  memory: number
  bytes: { tables: number; indexes: number }
  readingMs: number
  plainBytes: number
  plainMs: number
}

function rowsOf(size: number, target: typeof TARGET | null, of: Measured): Row[] {
  const { pruned, whole, plain, bytes } = of
  const against = (all: number, fullText: number) => [
    { name: 'all grams', figure: all },
    { name: 'full text', figure: fullText },
  ]
  return [
    {
      name: `${size}: find, p50`,
      figure: pruned.p50Ms,
      unit: 'ms',
      baselines: against(whole.p50Ms, plain.p50Ms),
    },
    {
      name: `${size}: find, p95`,
      figure: pruned.p95Ms,
      unit: 'ms',
      ...(target ? { target: { atMost: target.p95Ms } } : {}),
      baselines: against(whole.p95Ms, plain.p95Ms),
    },
    { name: `${size}: nDCG`, figure: pruned.ndcg, unit: 'nDCG', baselines: against(whole.ndcg, plain.ndcg) },
    {
      name: `${size}: nDCG given up for leaving out common grams`,
      figure: Math.max(0, whole.ndcg - pruned.ndcg),
      unit: 'nDCG',
      ...(target ? { target: { atMost: target.lost } } : {}),
    },
    { name: `${size}: memory that asking takes here`, figure: of.memory, unit: 'MB' },
    {
      name: `${size}: tables of search, with indexes`,
      figure: (bytes.tables + bytes.indexes) / 1e6,
      unit: 'MB',
      baselines: [{ name: 'full text', figure: of.plainBytes / 1e6 }],
    },
    { name: `${size}: of that, indexes`, figure: bytes.indexes / 1e6, unit: 'MB' },
    {
      name: `${size}: reading in`,
      figure: of.readingMs / 1000,
      unit: 's',
      baselines: [{ name: 'full text', figure: of.plainMs / 1000 }],
    },
  ]
}

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
const TARGET = { passages: 30_000, p95Ms: 8 }
const WARM_UP = 20

/** Search on a server as the material grows: time, memory, size of the tables. */
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
    const ours = await warmed(database.pool, questions)
    const memory = residentMb() - before
    const bytes = await tableBytes(database.pool)
    const fullText = await createFullText(database.pool, passagesOf(collection))
    const plain = await judge(fullText.find, questions)
    return rowsOf(size, size >= bench.tenth(TARGET.passages) ? TARGET : null, {
      ...{ ours, plain, memory, bytes },
      ...{ readingMs: reading.ms, plainBytes: fullText.bytes, plainMs: fullText.ms },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function warmed(db: Db, questions: EvalQuestion[]): Promise<Judged> {
  const { find } = await finderOf(db)
  await judge(find, questions.slice(0, WARM_UP))
  return judge(find, questions)
}

/** What the index and the passages take where they are stored, in bytes. */
export async function tableBytes(db: Db): Promise<{ index: number; passages: number }> {
  const { rows } = await db.query<{ index: number; passages: number }>(
    `select pg_total_relation_size('index_segment') as index, pg_total_relation_size('chunk') as passages`,
  )
  return rows[0]!
}

type Measured = {
  ours: Judged
  plain: Judged
  memory: number
  bytes: { index: number; passages: number }
  readingMs: number
  plainBytes: number
  plainMs: number
}

function rowsOf(size: number, target: typeof TARGET | null, of: Measured): Row[] {
  const { ours, plain, bytes } = of
  const against = (fullText: number) => [{ name: 'full text', figure: fullText }]
  return [
    { name: `${size}: find, p50`, figure: ours.p50Ms, unit: 'ms', baselines: against(plain.p50Ms) },
    {
      name: `${size}: find, p95`,
      figure: ours.p95Ms,
      unit: 'ms',
      ...(target ? { target: { atMost: target.p95Ms } } : {}),
      baselines: against(plain.p95Ms),
    },
    { name: `${size}: nDCG`, figure: ours.ndcg, unit: 'nDCG', baselines: against(plain.ndcg) },
    { name: `${size}: memory that asking takes here`, figure: of.memory, unit: 'MB' },
    {
      name: `${size}: index, stored`,
      figure: bytes.index / 1e6,
      unit: 'MB',
      baselines: against(of.plainBytes / 1e6),
    },
    { name: `${size}: passages, stored`, figure: bytes.passages / 1e6, unit: 'MB' },
    { name: `${size}: reading in`, figure: of.readingMs / 1000, unit: 's', baselines: against(of.plainMs / 1000) },
  ]
}

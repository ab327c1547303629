import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import { type EvalQuestion, rankingScores } from '../../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createSearch, RAREST_GRAMS } from '../../src/knowledge/search/search.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database, Db } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { questionsOf, type Spelling, spellingsOf } from '../questions.ts'
import { type Part, progress, type Row } from '../report.ts'
import { p50, p95, timed } from '../timing.ts'
import { createFullText, createMiniSearch, type Finder } from './baselines.ts'
import { composeCollection, type Passage, passagesOf } from './collection.ts'

const PASSAGES = 3_000
const TARGET_P95_MS = { embedded: 45, server: 20 }
/** How many of a question's grams are looked up, to see what leaving out the others costs. */
const PRUNINGS = [...new Set([16, RAREST_GRAMS, 24, 48, Number.POSITIVE_INFINITY])].toSorted((a, b) => a - b)
const WARM_UP = 20
/** Passages an answer asks for: that is what is timed. */
const TIMED_DEPTH = 10
/** Passages ranked: enough for ten different files, as in `npm run eval`. */
const RANKED_DEPTH = 60

/** Search: how fast and how good, against what is at hand elsewhere. */
export async function benchSearch(bench: Bench): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    const collection = bench.knowledge === undefined ? join(folder, 'collection') : resolve(bench.knowledge)
    if (bench.knowledge === undefined) composeCollection(bench.material, collection, bench.tenth(PASSAGES))
    const passages = passagesOf(collection)
    const questions = questionsOf(bench.questions).filter((_, i) => !bench.quick || i % 10 === 0)
    const work: Work = { collection, passages, questions, miniSearch: createMiniSearch(passages) }
    const rows = await withScratchDatabase(null, (database) => measure(database, work, spellingsOf(questions)))
    if (bench.databaseUrl !== null)
      rows.push(...(await withScratchDatabase(bench.databaseUrl, (database) => measure(database, work, []))))
    return {
      name: 'search',
      title: `Search: ${questions.length} questions over ${passages.length} passages`,
      rows,
      notes: [
        'nDCG is nDCG@10 by file, 0 to 100. Full text: PostgreSQL, serbian, ts_rank_cd; both baselines read the same passages.',
        ...(bench.databaseUrl === null ? ['No DATABASE_URL: not measured on a server.'] : []),
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Work = { collection: string; passages: Passage[]; questions: EvalQuestion[]; miniSearch: Finder }

async function measure(database: Database, work: Work, spellings: Spelling[]): Promise<Row[]> {
  const { kind, pool } = database
  progress(`search: reading ${work.passages.length} passages in (${kind})`)
  const folder = work.collection
  const ingestion = await timed(() => ingestFolder({ database, clock: systemClock, folder }))
  const size = await sizes(pool)
  const fullText = await createFullText(pool, work.passages)
  progress(`search: asking (${kind})`)
  const ours = finderOf(pool)
  for (const question of work.questions.slice(0, WARM_UP)) await ours(question.text, TIMED_DEPTH)
  const judged = await judgeAll(ours, fullText.find, work.miniSearch, work.questions)
  const speed = (name: string, pick: (times: Judged) => number): Row => ({
    name: `${kind}: find, ${name}`,
    figure: pick(judged.ours),
    unit: 'ms',
    baselines: judged.baselines.map(({ name, ...times }) => ({ name, figure: pick(times) })),
  })
  const fullTextOnly = (figure: number) => [{ name: 'full text', figure }]
  return [
    speed('p50', (times) => times.p50Ms),
    { ...speed('p95', (times) => times.p95Ms), target: { atMost: TARGET_P95_MS[kind] } },
    quality(`${kind}: nDCG, as people wrote them`, judged),
    ...(await spellingRows(kind, ours, fullText.find, work.miniSearch, spellings)),
    ...(await pruningRows(pool, kind, work.questions)),
    {
      name: `${kind}: reading in`,
      figure: ingestion.ms / 1000,
      unit: 's',
      baselines: fullTextOnly(fullText.ms / 1000),
    },
    {
      name: `${kind}: tables of search`,
      figure: size.search / 1e6,
      unit: 'MB',
      baselines: fullTextOnly(fullText.bytes / 1e6),
    },
    { name: `${kind}: whole database`, figure: size.database / 1e6, unit: 'MB' },
  ]
}

async function sizes(db: Db): Promise<{ search: number; database: number }> {
  const { rows } = await db.query<{ search: number; database: number }>(
    `select pg_total_relation_size('chunk') + pg_total_relation_size('chunk_gram') + pg_total_relation_size('gram') as search,
            pg_database_size(current_database()) as database`,
  )
  return rows[0]!
}

export function finderOf(db: Db, options: { rarestGrams?: number } = {}): Finder {
  const search = createSearch(db, options)
  return async (question, limit) => (await search.find(question, limit)).hits.map((hit) => hit.chunk.path)
}

export type Judged = { ndcg: number; p50Ms: number; p95Ms: number }
type JudgedAll = { ours: Judged; baselines: (Judged & { name: string })[] }

/** Asks every question twice: timed for what an answer takes, and for its ranks. */
export async function judge(find: Finder, questions: EvalQuestion[]): Promise<Judged> {
  const times: number[] = []
  let gain = 0
  for (const question of questions) {
    times.push((await timed(() => find(question.text, TIMED_DEPTH))).ms)
    const paths = await find(question.text, RANKED_DEPTH)
    gain += rankingScores([...new Set(paths)].slice(0, 10), new Set(question.relevant)).gain
  }
  return { ndcg: (100 * gain) / Math.max(1, questions.length), p50Ms: p50(times), p95Ms: p95(times) }
}

async function judgeAll(
  ours: Finder,
  fullText: Finder,
  miniSearch: Finder,
  questions: EvalQuestion[],
): Promise<JudgedAll> {
  return {
    ours: await judge(ours, questions),
    baselines: [
      { name: 'full text', ...(await judge(fullText, questions)) },
      { name: 'minisearch', ...(await judge(miniSearch, questions)) },
    ],
  }
}

function quality(name: string, { ours, baselines }: JudgedAll): Row {
  return {
    name,
    figure: ours.ndcg,
    unit: 'nDCG',
    baselines: baselines.map((baseline) => ({ name: baseline.name, figure: baseline.ndcg })),
  }
}

async function spellingRows(
  kind: string,
  ours: Finder,
  fullText: Finder,
  miniSearch: Finder,
  spellings: Spelling[],
): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, questions } of spellings) {
    const judged = await judgeAll(ours, fullText, miniSearch, questions)
    rows.push(quality(`${kind}: nDCG, ${questions.length} in ${name}`, judged))
  }
  return rows
}

/** What is gained by looking up only a question's rarest grams instead of all. */
async function pruningRows(db: Db, kind: string, questions: EvalQuestion[]): Promise<Row[]> {
  progress(`search: with fewer grams and with more (${kind})`)
  const judged: { grams: number; result: Judged }[] = []
  for (const grams of PRUNINGS)
    judged.push({ grams, result: await judge(finderOf(db, { rarestGrams: grams }), questions) })
  const all = judged.at(-1)!.result
  return judged.flatMap(({ grams, result }) => {
    const looked = grams === Number.POSITIVE_INFINITY ? 'all grams' : `${grams} rarest grams`
    const against = (figure: number) => (result === all ? {} : { baselines: [{ name: 'all grams', figure }] })
    return [
      { name: `${kind}: nDCG, ${looked}`, figure: result.ndcg, unit: 'nDCG', ...against(all.ndcg) },
      { name: `${kind}: find p95, ${looked}`, figure: result.p95Ms, unit: 'ms', ...against(all.p95Ms) },
    ] satisfies Row[]
  })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import { type EvalQuestion, rankingScores } from '../../src/knowledge/evaluation/evaluate.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { idf } from '../../src/knowledge/search/index/bm25.ts'
import { bestPassages } from '../../src/knowledge/search/index/score.ts'
import { createSearch } from '../../src/knowledge/search/search.ts'
import { createSearchIndex } from '../../src/knowledge/search/search-index.ts'
import { grams } from '../../src/language/fold.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database, Db } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { questionsOf, type Spelling, spellingsOf } from '../questions.ts'
import { type Part, progress, type Row } from '../report.ts'
import { p50, p95, timed } from '../timing.ts'
import { createFullText, createMiniSearch, type Finder } from './baselines.ts'
import { composeCollection, type Passage, passagesOf } from './collection.ts'

const PASSAGES = 3_000
const TARGET_P95_MS = { embedded: 4, server: 4 }
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
  const { find: ours, warmingMs } = await finderOf(pool)
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
    ...(await indexRows(pool, kind, work)),
    { name: `${kind}: titles read beforehand`, figure: warmingMs / 1000, unit: 's' },
    {
      name: `${kind}: reading in`,
      figure: ingestion.ms / 1000,
      unit: 's',
      baselines: fullTextOnly(fullText.ms / 1000),
    },
    {
      name: `${kind}: index, stored`,
      figure: size.search / 1e6,
      unit: 'MB',
      baselines: fullTextOnly(fullText.bytes / 1e6),
    },
    { name: `${kind}: passages, stored`, figure: size.passages / 1e6, unit: 'MB' },
    { name: `${kind}: whole database`, figure: size.database / 1e6, unit: 'MB' },
  ]
}

async function sizes(db: Db): Promise<{ search: number; passages: number; database: number }> {
  const { rows } = await db.query<{ search: number; passages: number; database: number }>(
    `select pg_total_relation_size('index_segment') as search, pg_total_relation_size('chunk') as passages,
            pg_database_size(current_database()) as database`,
  )
  return rows[0]!
}

/** Our search, with titles read beforehand as the program does after its start; how long that took. */
export async function finderOf(db: Db): Promise<{ find: Finder; warmingMs: number }> {
  const search = createSearch(db)
  const warming = await timed(() => search.warm(new AbortController().signal))
  return {
    find: async (question, limit) => (await search.find(question, limit)).hits.map((hit) => hit.chunk.path),
    warmingMs: warming.ms,
  }
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

/** The index alone, without reading any passage or title: words to grams, their counts, the best of all. */
async function indexRows(db: Db, kind: string, { questions, miniSearch }: Work): Promise<Row[]> {
  const { passages } = await createSearchIndex(db).at(0)
  const find = (question: string) => {
    const values = new Map<string, number>()
    for (const gram of grams(question)) values.set(gram, idf(passages.count(gram), passages.passages))
    return bestPassages(passages, values, RANKED_DEPTH)
  }
  for (const question of questions.slice(0, WARM_UP)) find(question.text)
  const times = questions.map(({ text }) => timedSync(() => find(text)))
  const others: number[] = []
  for (const { text } of questions) others.push((await timed(() => miniSearch(text, RANKED_DEPTH))).ms)
  const row = (name: string, pick: (times: number[]) => number): Row => ({
    name: `${kind}: index alone, ${name}`,
    figure: pick(times),
    unit: 'ms',
    baselines: [{ name: 'minisearch', figure: pick(others) }],
  })
  return [row('p50', p50), row('p95', p95)]
}

function timedSync(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

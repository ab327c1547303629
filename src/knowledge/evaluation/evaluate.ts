import { z } from 'zod'
import { type Language, writingOf } from '../../language/detect.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { CannotStart, messageOf } from '../../platform/errors.ts'
import { noLog } from '../../platform/log.ts'
import type { Embedder } from '../../platform/model/model.ts'
import { embedMaterial } from '../ingest/embed.ts'
import { ingestFolder } from '../ingest/ingest.ts'
import { createDenseLane, type DenseLane } from '../search/dense.ts'
import { createSearch, type Lanes, type Search } from '../search/search.ts'

const questionSchema = z.object({
  id: z.coerce.string(),
  text: z.string().min(1),
  relevant: z.array(z.string()).default([]),
})

export type EvalQuestion = z.infer<typeof questionSchema>

/** How well a set of questions found its files; percentages 0 to 100 with two decimals, times in milliseconds. */
type Figures = {
  questions: number
  recall1: number
  recall5: number
  recall10: number
  mrr10: number
  ndcg10: number
  p50Ms: number
  p95Ms: number
}

/** The figures of some lanes over the questions of one language. */
export type Share = Figures & { lanes: Lanes; language: Language }

export type EvalReport = Figures & {
  files: number
  chunks: number
  ingestMs: number
  /** What the figures are of. */
  lanes: Lanes
  /** What the passages are embedded with; `null` when words alone are compared. */
  embedding: { model: string; dimensions: number; ms: number } | null
  /** Questions that the provider gave no embedding for, so that words alone decided. */
  unembedded: number
  /** What each lane brings, by language. */
  shares: Share[]
  misses: { id: string; text: string; found: string[] }[]
}

/** Questions from JSON lines; those without a relevant file are left out. Throws `CannotStart` naming the faulty line. */
export function readQuestions(jsonLines: string): EvalQuestion[] {
  return jsonLines.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      const question = questionSchema.parse(JSON.parse(line))
      return question.relevant.length > 0 ? [question] : []
    } catch (error) {
      throw new CannotStart(`Line ${i + 1} of the questions is not {"id", "text", "relevant": [...]}.`, {
        cause: error,
      })
    }
  })
}

/** Passages fetched per question: enough for ten different files, since one file may have many of the best. */
const DEPTH = 60

/** How long an evaluation waits for the embedding of a question. */
const TIMEOUT_MS = 30_000

/**
 * Reads `folder` into an empty database and asks every question. Ranks files by their best passage. With an `embedder`
 * the figures are of `lanes`, both unless said, and every lane is asked, to show its share.
 */
export async function evaluate(
  database: Database,
  folder: string,
  questions: EvalQuestion[],
  { embedder, lanes = embedder ? 'both' : 'lexical' }: { embedder?: Embedder | undefined; lanes?: Lanes } = {},
): Promise<EvalReport> {
  const startedAt = performance.now()
  const report = await ingestFolder({ database, clock: systemClock, folder })
  const ingestMs = Math.round(performance.now() - startedAt)
  const embedding = embedder ? await embed(database, embedder) : null
  const dense = embedder && createDenseLane({ database, embedder, log: noLog, timeoutMs: TIMEOUT_MS })
  const all: Lanes[] = dense ? ['lexical', 'dense', 'both'] : ['lexical']
  const judged = new Map<Lanes, Judged[]>()
  for (const some of new Set([...all, lanes])) judged.set(some, await judgeAll(database, some, dense, questions))
  const chosen = judged.get(lanes)!
  return {
    files: report.added.length,
    chunks: report.chunks,
    ingestMs,
    ...figuresOf(chosen),
    lanes,
    embedding,
    unembedded: chosen.filter((one) => one.dense === 'failed').length,
    shares: all.flatMap((some) => sharesOf(some, judged.get(some)!)),
    misses: chosen
      .filter(({ question, files }) => !question.relevant.includes(files[0] ?? ''))
      .map(({ question, files }) => ({ id: question.id, text: question.text, found: files })),
  }
}

async function embed(database: Database, embedder: Embedder): Promise<EvalReport['embedding']> {
  const startedAt = performance.now()
  const signal = new AbortController().signal
  const report = await embedMaterial({ database, embedder, clock: systemClock, signal }).catch((error: unknown) => {
    throw new CannotStart(`The material could not be embedded. ${messageOf(error)}`, { cause: error })
  })
  if (!report || report.dimensions === null) return null
  return { model: report.model, dimensions: report.dimensions, ms: Math.round(performance.now() - startedAt) }
}

/** A question with the files found for it, best first. */
type Judged = { question: EvalQuestion; files: string[]; ms: number; dense: 'off' | 'used' | 'failed' }

async function judgeAll(
  database: Database,
  lanes: Lanes,
  dense: DenseLane | undefined,
  questions: EvalQuestion[],
): Promise<Judged[]> {
  const search = createSearch(database.pool, { dense, lanes })
  const judged: Judged[] = []
  for (const question of questions) judged.push(await judge(search, question))
  return judged
}

async function judge(search: Search, question: EvalQuestion): Promise<Judged> {
  const askedAt = performance.now()
  const { hits, dense } = await search.find(question.text, DEPTH)
  const ms = performance.now() - askedAt
  return { question, files: [...new Set(hits.map((hit) => hit.chunk.path))].slice(0, 10), ms, dense }
}

function figuresOf(judged: readonly Judged[]): Figures {
  const scores = judged.map(({ question, files }) => rankingScores(files, new Set(question.relevant)))
  const percent = (pick: (score: (typeof scores)[number]) => number) =>
    round((100 * scores.reduce((sum, score) => sum + pick(score), 0)) / Math.max(1, scores.length))
  const times = judged.map((one) => one.ms).toSorted((a, b) => a - b)
  return {
    questions: judged.length,
    recall1: percent((score) => score.recall[0]!),
    recall5: percent((score) => score.recall[1]!),
    recall10: percent((score) => score.recall[2]!),
    mrr10: percent((score) => score.reciprocal),
    ndcg10: percent((score) => score.gain),
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
  }
}

function sharesOf(lanes: Lanes, judged: readonly Judged[]): Share[] {
  return (['sr', 'en'] as const).flatMap((language) => {
    const asked = judged.filter(({ question }) => (writingOf(question.text)?.language ?? 'sr') === language)
    return asked.length > 0 ? [{ lanes, language, ...figuresOf(asked) }] : []
  })
}

/** Recall at 1, 5 and 10, reciprocal rank and nDCG (binary relevance) of the first ten `files`. */
export function rankingScores(
  files: readonly string[],
  relevant: ReadonlySet<string>,
): { recall: number[]; reciprocal: number; gain: number } {
  const found = (most: number) => files.slice(0, most).filter((file) => relevant.has(file)).length / relevant.size
  const first = files.findIndex((file) => relevant.has(file))
  const discount = (rank: number) => 1 / Math.log2(rank + 2)
  const gained = files.reduce((sum, file, rank) => sum + (relevant.has(file) ? discount(rank) : 0), 0)
  const best = Array.from({ length: Math.min(10, relevant.size) }, (_, rank) => discount(rank)).reduce(
    (a, b) => a + b,
    0,
  )
  return {
    recall: [found(1), found(5), found(10)],
    reciprocal: first >= 0 ? 1 / (first + 1) : 0,
    gain: best > 0 ? gained / best : 0,
  }
}

/** The value below which the share `q` of the sorted `values` lies; 0 for none. */
export function quantile(values: readonly number[], q: number): number {
  return values[Math.min(values.length - 1, Math.ceil(q * values.length) - 1)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

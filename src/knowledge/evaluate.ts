import { z } from 'zod'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { CannotStart } from '../platform/errors.ts'
import { ingestFolder } from './ingest.ts'
import { createSearch } from './search.ts'

const questionSchema = z.object({
  id: z.coerce.string(),
  text: z.string().min(1),
  relevant: z.array(z.string()).default([]),
})

export type EvalQuestion = z.infer<typeof questionSchema>

/** Figures of a run; percentages 0 to 100 with two decimals, times in milliseconds. */
export type EvalReport = {
  files: number
  chunks: number
  ingestMs: number
  questions: number
  recall1: number
  recall5: number
  recall10: number
  mrr10: number
  ndcg10: number
  p50Ms: number
  p95Ms: number
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

/** Reads `folder` into an empty database and asks every question. Ranks files by their best passage. */
export async function evaluate(database: Database, folder: string, questions: EvalQuestion[]): Promise<EvalReport> {
  const startedAt = performance.now()
  const report = await ingestFolder({ database, clock: systemClock, folder })
  const ingestMs = performance.now() - startedAt
  const search = createSearch(database.pool)
  const scores: { recall: number[]; reciprocal: number; gain: number; ms: number }[] = []
  const misses: EvalReport['misses'] = []
  for (const question of questions) {
    const askedAt = performance.now()
    const { hits } = await search.find(question.text, DEPTH)
    const ms = performance.now() - askedAt
    const files = [...new Set(hits.map((hit) => hit.chunk.path))].slice(0, 10)
    const relevant = new Set(question.relevant)
    scores.push({ ...rankingScores(files, relevant), ms })
    if (!relevant.has(files[0] ?? '')) misses.push({ id: question.id, text: question.text, found: files })
  }
  const percent = (pick: (score: (typeof scores)[number]) => number) =>
    round((100 * scores.reduce((sum, score) => sum + pick(score), 0)) / Math.max(1, scores.length))
  const times = scores.map((score) => score.ms).toSorted((a, b) => a - b)
  return {
    files: report.added.length,
    chunks: report.chunks,
    ingestMs: Math.round(ingestMs),
    questions: questions.length,
    recall1: percent((score) => score.recall[0]!),
    recall5: percent((score) => score.recall[1]!),
    recall10: percent((score) => score.recall[2]!),
    mrr10: percent((score) => score.reciprocal),
    ndcg10: percent((score) => score.gain),
    p50Ms: round(quantile(times, 0.5)),
    p95Ms: round(quantile(times, 0.95)),
    misses,
  }
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

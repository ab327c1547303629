import type { Term } from '../knowledge/document.ts'
import { textOfBlock } from '../knowledge/document.ts'
import { bareTerm } from '../knowledge/glossary.ts'
import type { Hit, Search } from '../knowledge/search.ts'
import type { Locale } from '../language/locale.ts'
import { coverage, LEAST_COVERAGE } from './evidence.ts'
import { extract, type Quote, textOf } from './extract.ts'
import { type Refusal, scopeOf } from './scope.ts'
import type { Mode, Outcome, Trace } from './store.ts'

/** What a question comes to. */
export type Answer =
  /** Sentences of the material, quoted. */
  | { kind: 'quoted'; quotes: Quote[]; hits: Hit[]; coverage: number }
  /** The glossary's entry, and where the material speaks of it. */
  | { kind: 'term'; term: Term; quotes: Quote[]; hits: Hit[] }
  /** The material does not cover it. `nearest` may be empty. */
  | { kind: 'unknown'; nearest: Hit[]; coverage: number }
  | { kind: 'declined'; reason: Refusal }
  /** Somebody may be in danger: contacts at once, nothing asked. */
  | { kind: 'emergency' }
  /** About the calendar of trainings. */
  | { kind: 'sessions' }

/** How many passages a search brings: some are quoted, the rest wait behind «more». */
const HITS = 10
/** How many of the best passages the evidence gate looks at: the first found need not cover most. */
const GATE_HITS = 3

/** Answers a question from the material. Decides and reads; writes nothing. */
export async function answer(search: Search, question: string): Promise<Answer> {
  const scope = scopeOf(question)
  if (scope.kind !== 'question') return scope
  const { hits, asked, words } = await search.find(question, HITS)
  const term = bareTerm(await search.glossary(), words)
  if (term) return { kind: 'term', term, quotes: termQuotes(hits), hits }
  const best = Math.max(0, ...hits.slice(0, GATE_HITS).map((hit) => coverage(asked, textOf(hit.chunk))))
  if (best < LEAST_COVERAGE) return { kind: 'unknown', nearest: differentTopics(hits, 3), coverage: best }
  return { kind: 'quoted', quotes: extract(asked, hits), hits, coverage: best }
}

/** The first sentences of the passages that speak of a term. */
function termQuotes(hits: Hit[]): Quote[] {
  return differentTopics(hits, 2).map((hit, i) => ({
    n: i + 1,
    chunk: hit.chunk,
    blocks: hit.chunk.blocks.slice(0, 1),
  }))
}

/** The best hits under different headings. */
export function differentTopics(hits: readonly Hit[], most: number): Hit[] {
  const topics = new Map<string, Hit>()
  for (const hit of hits) {
    const topic = `${hit.chunk.sourceId} ${hit.chunk.headings.join(' › ')}`
    if (!topics.has(topic)) topics.set(topic, hit)
  }
  return [...topics.values()].slice(0, most)
}

/** The quotes an answer shows. */
export function quotesOf(answer: Answer): Quote[] {
  return answer.kind === 'quoted' || answer.kind === 'term' ? answer.quotes : []
}

export function outcomeOf(answer: Answer): { outcome: Outcome; mode: Mode } {
  switch (answer.kind) {
    case 'quoted':
      return { outcome: 'answered', mode: 'extractive' }
    case 'term':
      return { outcome: 'answered', mode: 'glossary' }
    case 'unknown':
      return { outcome: 'no-answer', mode: 'extractive' }
    case 'declined':
    case 'emergency':
      return { outcome: 'declined', mode: 'extractive' }
    case 'sessions':
      return { outcome: 'sessions', mode: 'extractive' }
  }
}

/** The trace of an answer, as it is kept. */
export function traceOf(
  answer: Answer,
  asked: { personId: number | null; text: string; locale: Locale; ms: number },
): Trace {
  return {
    ...asked,
    ...outcomeOf(answer),
    evidence: evidenceOf(answer),
    citations: quotesOf(answer).map((quote) => ({
      n: quote.n,
      chunkId: quote.chunk.id,
      quote: quote.blocks.map(textOfBlock).join('\n'),
    })),
  }
}

function evidenceOf(answer: Answer): Trace['evidence'] {
  const scores = (hits: Hit[]) => hits.map((hit) => ({ chunkId: hit.chunk.id, score: hit.score }))
  switch (answer.kind) {
    case 'quoted':
      return { coverage: answer.coverage, hits: scores(answer.hits) }
    case 'term':
      return { term: answer.term.term, hits: scores(answer.hits) }
    case 'unknown':
      return { coverage: answer.coverage, hits: scores(answer.nearest) }
    case 'declined':
      return { reason: answer.reason }
    case 'emergency':
      return { reason: 'emergency' }
    case 'sessions':
      return {}
  }
}

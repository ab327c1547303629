import type { Term } from '../../knowledge/readers/document.ts'
import { textOfBlock } from '../../knowledge/readers/document.ts'
import { bareTerm, definedTerm } from '../../knowledge/search/glossary.ts'
import { questionWords } from '../../knowledge/search/question-words.ts'
import type { Asked, Hit, Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { fold } from '../../language/fold.ts'
import type { Locale } from '../../language/locale.ts'
import { mask } from '../../language/mask.ts'
import type { CheckedBlock } from '../check/check.ts'
import { type Refusal, scopeOf } from '../intent/scope.ts'
import type { Mode, Outcome, Trace } from '../store.ts'
import type { Account } from '../writing/account.ts'
import type { Fallback } from '../writing/writer.ts'
import { Coverage, evidence, LEAST_EVIDENCE } from './evidence.ts'
import { extract, type Quote } from './extract.ts'

/** What a question comes to. */
export type Answer =
  /**
   * Sentences of the material, quoted; with the meaning of a term that the question asks for among other things.
   * `fallback`: why a configured model did not write instead.
   */
  | { kind: 'quoted'; meaning: Term | null; quotes: Quote[]; hits: Hit[]; evidence: number; fallback?: Fallback }
  | WrittenAnswer
  /** The person pressed Stop before anything was written. */
  | { kind: 'stopped'; hits: Hit[] }
  /** The model could not put an answer in another form; the answer itself stands above. */
  | { kind: 'not-formed'; fallback: Fallback | 'no-answer' }
  /** The glossary's entry, and where the material speaks of it. */
  | { kind: 'term'; term: Term; quotes: Quote[]; hits: Hit[] }
  /** The material does not cover it. `nearest`, what was found all the same, best first, may be empty. */
  | { kind: 'unknown'; nearest: Hit[]; evidence: number }
  | { kind: 'declined'; reason: Refusal }
  /** Somebody may be in danger: contacts at once, nothing asked. */
  | { kind: 'emergency' }
  /** About the calendar of trainings. */
  | { kind: 'sessions' }

/** Sentences of the model that passed the check; `quotes` are the passages they cite, whole. */
export type WrittenAnswer = {
  kind: 'written'
  blocks: CheckedBlock[]
  quotes: Quote[]
  meaning: Term | null
  hits: Hit[]
  evidence: number
  ending: 'whole' | 'stopped' | 'cut'
  /** The question we offer to answer next; `null` when there is none near. */
  offer: StoredChunk | null
}

/** How many passages a search brings: some are quoted, the rest wait behind «more». */
const HITS = 10

/** Answers a question from the material. Decides and reads; writes nothing. */
export async function answer(search: Search, put: string | Asked): Promise<Answer> {
  const question = typeof put === 'string' ? put : put.asked[0]
  const scope = scopeOf(question)
  if (scope.kind !== 'question') return scope
  const found = await search.find(put, HITS)
  const { hits } = found
  const glossary = await search.glossary()
  const words = questionWords(question)
  const term = bareTerm(glossary, words)
  if (term) return { kind: 'term', term, quotes: termQuotes(hits), hits }
  const coverage = new Coverage(found.words)
  const sure = evidence(found, coverage)
  if (sure < LEAST_EVIDENCE) return { kind: 'unknown', nearest: hits, evidence: sure }
  const meaning = isDefinition(hits[0]!) ? null : definedTerm(glossary, words)
  return { kind: 'quoted', meaning, quotes: extract(coverage, hits), hits, evidence: sure }
}

/** Whether a passage says itself what something is. */
function isDefinition({ chunk }: Hit): boolean {
  return /^(sta|ko) (je|su|znaci)\b/.test(fold(chunk.headings.at(-1) ?? ''))
}

/** The first sentences of the passages that speak of a term. */
function termQuotes(hits: Hit[]): Quote[] {
  const chunks = differentTopics(
    hits.map((hit) => hit.chunk),
    2,
  )
  return chunks.map((chunk, i) => ({ n: i + 1, chunk, blocks: chunk.blocks.slice(0, 1) }))
}

/** The first passages under different headings. */
export function differentTopics(chunks: readonly StoredChunk[], most: number): StoredChunk[] {
  const topics = new Map<string, StoredChunk>()
  for (const chunk of chunks) {
    const topic = `${chunk.sourceId} ${chunk.headings.join(' › ')}`
    if (!topics.has(topic)) topics.set(topic, chunk)
  }
  return [...topics.values()].slice(0, most)
}

/** The quotes an answer shows. */
export function quotesOf(answer: Answer): Quote[] {
  return answer.kind === 'quoted' || answer.kind === 'term' || answer.kind === 'written' ? answer.quotes : []
}

export function outcomeOf(answer: Answer): { outcome: Outcome; mode: Mode } {
  switch (answer.kind) {
    case 'quoted':
      return { outcome: 'answered', mode: 'extractive' }
    case 'written':
      return { outcome: 'answered', mode: 'model' }
    case 'term':
      return { outcome: 'answered', mode: 'glossary' }
    case 'stopped':
    case 'not-formed':
      return { outcome: 'no-answer', mode: 'model' }
    case 'unknown':
      return { outcome: 'no-answer', mode: 'extractive' }
    case 'declined':
    case 'emergency':
      return { outcome: 'declined', mode: 'extractive' }
    case 'sessions':
      return { outcome: 'sessions', mode: 'extractive' }
  }
}

/** Whether the question may hold somebody's data, so that its words are not kept. */
function isPrivate(answer: Answer): boolean {
  return (
    answer.kind === 'emergency' ||
    (answer.kind === 'declined' && ['personal-data', 'single-case'].includes(answer.reason))
  )
}

/** The trace of an answer, as it is kept: personal numbers masked, and no word of a question that holds more. */
export function traceOf(
  answer: Answer,
  asked: { personId: number | null; chatId: number | null; text: string; locale: Locale; ms: number },
  account: Account | null = null,
): Trace {
  return {
    ...asked,
    account: account && isPrivate(answer) ? { ...account, rewritten: null } : account,
    text: isPrivate(answer) ? '' : mask(asked.text).text,
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
    case 'written':
      return { sure: answer.evidence, hits: scores(answer.hits) }
    case 'stopped':
      return { hits: scores(answer.hits) }
    case 'not-formed':
      return { reason: answer.fallback }
    case 'term':
      return { term: answer.term.term, hits: scores(answer.hits) }
    case 'unknown':
      return { sure: answer.evidence, hits: scores(answer.nearest) }
    case 'declined':
      return { reason: answer.reason }
    case 'emergency':
      return { reason: 'emergency' }
    case 'sessions':
      return {}
  }
}

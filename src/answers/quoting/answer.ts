import { bareTerm, definedTerm } from '../../knowledge/search/glossary.ts'
import { questionWords } from '../../knowledge/search/question-words.ts'
import type { Asked, Found, Hit, Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { fold } from '../../language/fold.ts'
import type { Answer, Quote } from '../answer.ts'
import { intentOf } from '../intent/intent.ts'
import { Coverage, evidence, LEAST_EVIDENCE } from './evidence.ts'
import { extract } from './extract.ts'

/** How many passages a search brings: some are quoted, the rest wait behind «more». */
export const HITS = 10

/** Answers a question from the material. Decides and reads; writes nothing. */
export async function answer(search: Search, put: string | Asked): Promise<Answer> {
  const question = typeof put === 'string' ? put : put.asked[0]
  const intent = intentOf(question)
  if (intent.kind !== 'question' && intent.kind !== 'about') return intent
  return answerFrom(search, question, await search.find(put, HITS))
}

/** The answer to a question from what was found for it. */
export async function answerFrom(search: Search, question: string, found: Found): Promise<Answer> {
  const { hits } = found
  const glossary = await search.glossary()
  const words = questionWords(question)
  const term = bareTerm(glossary, words)
  if (term) return { kind: 'term', term, quotes: termQuotes(hits), hits }
  const coverage = new Coverage(found.words)
  const sure = evidence(found, coverage)
  if (sure < LEAST_EVIDENCE) return { kind: 'unknown', nearest: hits, evidence: sure }
  const meaning = isDefinition(hits[0]!) ? null : definedTerm(glossary, words)
  return { kind: 'quoted', meaning, quotes: extract(coverage, hits, question), hits, evidence: sure }
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

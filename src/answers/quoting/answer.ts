import { type ContentBlock, type Term, textOfBlock } from '../../knowledge/readers/document.ts'
import { bareTerm, definedTerm, findTerms, type Glossary } from '../../knowledge/search/glossary.ts'
import { questionWords } from '../../knowledge/search/question-words.ts'
import type { Asked, Found, Hit, Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { fold, foldedWords } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import type { Answer, Quote } from '../answer.ts'
import { intentOf } from '../intent/intent.ts'
import { tellingWords } from '../reading/conversation.ts'
import { readMessage } from '../reading/read.ts'
import { withAlternatives } from './alternatives.ts'
import { namedTerm, sideBySide } from './compare.ts'
import { Coverage, evidence, isNearby, LEAST_NEAR, LEAST_SURE, textOfHit } from './evidence.ts'
import { extract } from './extract.ts'
import { kindOf, type QuestionKind } from './question-kind.ts'
import { Said } from './said.ts'
import { sidesOf } from './sides.ts'

/** How many passages a search brings: some are quoted, the rest wait behind «more». */
export const HITS = 10

/** How many topics are named to whoever gets no answer. */
const MOST_TOPICS = 3

/** Answers a question from the material: a message as it was written, or one put ready to be searched. Writes nothing. */
export async function answer(search: Search, message: string | Asked): Promise<Answer> {
  const intent = intentOf(typeof message === 'string' ? message : message.asked[0])
  if (intent.kind !== 'question' && intent.kind !== 'about') return intent
  return answerAsked(search, typeof message === 'string' ? askedIn(message) : message)
}

/** The same for what is known to be a question: whoever read the whole message has said what it wants. */
export async function answerAsked(search: Search, put: Asked): Promise<Answer> {
  return answerFrom(search, put.asked[0], await search.find(put, HITS))
}

/** The answer to a question from what was found for it. */
export async function answerFrom(search: Search, question: string, found: Found): Promise<Answer> {
  const { hits } = found
  const glossary = await search.glossary()
  const words = questionWords(question)
  const term = bareTerm(glossary, words)
  if (term) return { kind: 'term', term, quotes: termQuotes(term, hits), hits }
  const coverage = new Coverage(found.words, found.subject)
  const kind = kindOf(question)
  const compared = await comparison(search, kind, question, found)
  if (compared) return compared
  const sure = evidence(found)
  if (sure < LEAST_NEAR)
    return {
      kind: 'unknown',
      nearest: hits.filter((hit) => isNearby(coverage, hit)).slice(0, MOST_TOPICS),
      evidence: sure,
      ...outageOf(found),
    }
  if (sure < LEAST_SURE)
    return {
      kind: 'near',
      quotes: withAlternatives(coverage, question, hits, { quotes: extract(coverage, hits.slice(0, 1), question) }),
      hits,
      evidence: sure,
      ...outageOf(found),
    }
  const passages = hits.filter((hit) => entryOf(glossary, hit) === null)
  const entry = entryMeant(glossary, kind, hits, passages)
  const named = kind === 'definition' ? namedTerm(glossary, words) : null
  const first = passages[0] ?? hits[0]!
  const meaning = entry ?? (isDefinition(first) ? null : (definedTerm(glossary, words) ?? named))
  // What is asked by a description shares words with passages about something else.
  const isMeant = (hit: Hit) => entry === null || entryOf(glossary, hit) !== null || speaksOf(glossary, entry, hit)
  const quoted = extract(coverage, passages.filter(isMeant), question)
  const quotes = withAlternatives(coverage, question, hits.filter(isMeant), { quotes: quoted, entry })
  return { kind: 'quoted', meaning, quotes, hits, evidence: sure }
}

function speaksOf(glossary: Glossary, entry: Term, hit: Hit): boolean {
  return findTerms(glossary, foldedWords(textOfHit(hit))).some(({ term }) => term === entry)
}

/** How much worse than an entry of the glossary a passage may score that is quoted instead of it, when no meaning is asked for. */
const INSTEAD = 0.75

const ASKS_NO_MEANING: ReadonlySet<QuestionKind> = new Set(['yes-no', 'quantity', 'when', 'who'])

/** The entry of the glossary found first, unless something else is asked («да ли Савет усваја ЛАП») and a passage says it as well. */
function entryMeant(
  glossary: Glossary,
  kind: QuestionKind,
  hits: readonly Hit[],
  passages: readonly Hit[],
): Term | null {
  const [first] = hits
  const [instead] = passages
  if (!first) return null
  const isSaidElsewhere = ASKS_NO_MEANING.has(kind) && instead && instead.score >= first.score * INSTEAD
  return isSaidElsewhere ? null : entryOf(glossary, first)
}

/** The entry of the glossary that a passage is, or `null`. */
export function entryOf({ entries }: Glossary, { chunk }: Hit): Term | null {
  const name = chunk.headings.at(-1)
  return entries.find(({ term }) => term.term === name && term.meaning === chunk.body)?.term ?? null
}

/** Whether a part of search was away: what was not found may be there all the same. */
function outageOf({ dense, hits }: Found): { outage?: true } {
  return dense === 'failed' || hits.some((hit) => hit.isBehind) ? { outage: true } : {}
}

/**
 * What a message asks, and beside it what the message tells of that; a greeting, thanks and signature tell nothing. What
 * asks without naming anything («Шта је то?») is asked with the whole message.
 */
export function askedIn(message: string): Asked {
  const { asked, story } = readMessage(message)
  const question = asked.join(' ')
  if (tellingWords(question) === 0) return { asked: [message] }
  return { asked: story === '' ? [question] : [question, `${question}\n${story}`] }
}

/** Two things set side by side that no passage sets beside each other; `null` when one does, or nothing is compared. */
function comparison(search: Search, kind: QuestionKind, question: string, found: Found): Promise<Answer | null> | null {
  const sides = kind === 'comparison' ? sidesOf(question) : null
  return sides && sideBySide(search, found, sides, (side) => evidence(side) >= LEAST_SURE)
}

/** Whether a passage says itself what something is. */
function isDefinition({ chunk }: Hit): boolean {
  return /^(sta|ko) (je|su|znaci)\b/.test(fold(chunk.headings.at(-1) ?? ''))
}

/** How much of a passage that speaks of a term stands under its meaning, in characters, unless its first sentence is longer. */
const TERM_SHARE = 300

/** The first sentences of the passages that speak of a term, of those that say more than its meaning. */
function termQuotes(term: Term, hits: Hit[]): Quote[] {
  const said = new Said()
  said.add(term.meaning)
  const chunks = differentTopics(
    hits.map((hit) => hit.chunk),
    2,
  )
  const quotes = chunks.flatMap((chunk) => {
    const blocks = openingOf(chunk)
    return blocks.every((block) => said.has(textOfBlock(block))) ? [] : [{ chunk, blocks }]
  })
  return quotes.map((quote, i) => ({ n: i + 1, ...quote }))
}

function openingOf({ blocks: [first] }: StoredChunk): ContentBlock[] {
  if (first?.kind !== 'paragraph') return first ? [first] : []
  const all = sentences(first.text)
  const fitting = all.filter((_, at) => all.slice(0, at + 1).join(' ').length <= TERM_SHARE)
  return [{ kind: 'paragraph', text: (fitting.length > 0 ? fitting : all.slice(0, 1)).join(' ') }]
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

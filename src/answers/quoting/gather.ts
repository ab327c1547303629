import type { Asked, Hit, Search } from '../../knowledge/search/search.ts'
import type { Answer, Quote } from '../answer.ts'
import { tellingWords } from '../reading/conversation.ts'
import type { Understood } from '../reading/understand.ts'
import { answer } from './answer.ts'

/** A message with fewer words of its own («а кад?») finds by them only what is beside the point. */
const SEARCHABLE_WORDS = 2

/** What the material says to every part of the question. The message's own words are searched beside a rewriting. */
export async function gather(search: Search, { questions, raw, isRewritten }: Understood): Promise<Answer> {
  const put = (question: string): Asked => ({
    asked: question === raw || tellingWords(raw) < SEARCHABLE_WORDS ? [question] : [question, raw],
  })
  const whole = answer(search, put(isRewritten ? questions.join(' ') : raw))
  if (questions.length === 1) return whole
  const [all, ...parts] = await Promise.all([whole, ...questions.map((question) => answer(search, question))])
  // A message of one's own was judged whole; a rewriting may have put what must not be answered into a line of its own.
  const refusal = isRewritten ? parts.find((part) => part.kind === 'declined' || part.kind === 'emergency') : undefined
  return refusal ?? joinParts(all, parts)
}

type Quoted = Extract<Answer, { kind: 'quoted' }>

const MOST_QUOTES = 4

/** The answer to a question of several parts: found when any part is, with the passages of all of them. */
function joinParts(whole: Answer, parts: readonly Answer[]): Answer {
  const found = [whole, ...parts].filter((one): one is Quoted => one.kind === 'quoted')
  const term = parts.find((part) => part.kind === 'term')
  if (found.length === 0 || (whole.kind !== 'quoted' && whole.kind !== 'unknown' && whole.kind !== 'term')) return whole
  const ofParts = parts.filter((part): part is Quoted => part.kind === 'quoted')
  const quotes = inTurn(ofParts.map((part) => part.quotes)).filter(isFirstOfIts((quote) => quote.chunk.id))
  return {
    kind: 'quoted',
    meaning: found.find((one) => one.meaning)?.meaning ?? term?.term ?? null,
    quotes: (quotes.length > 0 ? quotes : found[0]!.quotes).slice(0, MOST_QUOTES).map(numbered),
    hits: inTurn([...ofParts, ...found].map((one) => one.hits)).filter(isFirstOfIts((hit: Hit) => hit.chunk.id)),
    evidence: Math.max(...found.map((one) => one.evidence)),
  }
}

function numbered(quote: Quote, at: number): Quote {
  return { ...quote, n: at + 1 }
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}

function isFirstOfIts<T>(key: (one: T) => number): (one: T, at: number, all: readonly T[]) => boolean {
  return (one, at, all) => all.findIndex((other) => key(other) === key(one)) === at
}

import type { Term } from '../../knowledge/readers/document.ts'
import type { Asked, Hit, Search } from '../../knowledge/search/search.ts'
import { mask } from '../../language/mask.ts'
import type { Answer, AnsweredPart, Quote } from '../answer.ts'
import { tellingWords } from '../reading/conversation.ts'
import type { Understood } from '../reading/understand.ts'
import { answer } from './answer.ts'

/** Words with fewer telling ones among them («а кад?», «колико траје») find by themselves only what is beside the point. */
const SEARCHABLE_WORDS = 2

/**
 * What the material says to every question of a message. The message's own words are searched beside a rewriting, and
 * beside one of several questions that says too little alone.
 */
export async function gather(search: Search, understood: Understood): Promise<Answer> {
  const { questions, raw, isRewritten } = understood
  if (questions.length === 1) return answer(search, isRewritten ? beside(questions[0], raw) : raw)
  const parts = await answerParts(search, understood)
  // A message of one's own was judged whole; a rewriting may have put what must not be answered into a line of its own.
  const refusal = parts.find((part) => part.kind === 'emergency' || (isRewritten && part.kind === 'declined'))
  if (refusal) return refusal
  if (!parts.some(isAnswered)) return answer(search, isRewritten ? beside(questions.join(' '), raw) : raw)
  return joinParts(parts.map((part, at) => ({ question: mask(questions[at]!).text, answer: part })))
}

function answerParts(search: Search, { questions, raw }: Understood): Promise<Answer[]> {
  return Promise.all(
    questions.map((question) =>
      answer(search, tellingWords(question) < SEARCHABLE_WORDS ? { asked: [question, raw] } : question),
    ),
  )
}

function beside(question: string, raw: string): Asked {
  return { asked: question === raw || tellingWords(raw) < SEARCHABLE_WORDS ? [question] : [question, raw] }
}

type Quoted = Extract<Answer, { kind: 'quoted' }>
type Answered = Extract<Answer, { kind: 'quoted' | 'term' }>

function isAnswered(part: Answer): part is Answered {
  return part.kind === 'quoted' || part.kind === 'term'
}

/** How many passages all parts quote together, if each of them has its first. */
const MOST_QUOTES = 4

/** The parts as one answer, each in turn; a passage that several of them quote has one number. At least one is answered. */
function joinParts(parts: readonly AnsweredPart[]): Quoted {
  const most = Math.max(1, Math.floor(MOST_QUOTES / parts.length))
  const numbers = new Map<number, number>()
  const numbered = (quote: Quote): Quote => {
    const n = numbers.get(quote.chunk.id) ?? numbers.size + 1
    numbers.set(quote.chunk.id, n)
    return { ...quote, n }
  }
  const joined = parts.map((part) => ({
    ...part,
    answer:
      'quotes' in part.answer ? withQuotes(part.answer, part.answer.quotes.slice(0, most).map(numbered)) : part.answer,
  }))
  const answered = parts.map((part) => part.answer).filter(isAnswered)
  return {
    kind: 'quoted',
    meaning: answered.map(meaningOf).find((meaning) => meaning !== null) ?? null,
    quotes: onePerPassage(joined.flatMap(({ answer }) => ('quotes' in answer ? answer.quotes : []))),
    hits: inTurn(answered.map((one) => one.hits)).filter(isFirstOfIts((hit: Hit) => hit.chunk.id)),
    evidence: Math.max(...answered.map((one) => (one.kind === 'quoted' ? one.evidence : 1))),
    parts: joined,
  }
}

function meaningOf(part: Answered): Term | null {
  return part.kind === 'term' ? part.term : part.meaning
}

function withQuotes<A extends { quotes: Quote[] }>(answer: A, quotes: Quote[]): A {
  return { ...answer, quotes }
}

/** Each passage once, with all that the parts quote of it. */
function onePerPassage(quotes: readonly Quote[]): Quote[] {
  return quotes.filter(isFirstOfIts((quote) => quote.chunk.id)).map((quote) => ({
    ...quote,
    blocks: quotes.filter((other) => other.n === quote.n).flatMap((other) => other.blocks),
  }))
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}

function isFirstOfIts<T>(key: (one: T) => number): (one: T, at: number, all: readonly T[]) => boolean {
  return (one, at, all) => all.findIndex((other) => key(other) === key(one)) === at
}

import { type ContentBlock, type Term, textOfBlock } from '../../knowledge/readers/document.ts'
import type { Hit } from '../../knowledge/search/search.ts'
import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import { type Answer, type AnsweredPart, type Quote, quotesOf } from '../answer.ts'

type Quoted = Extract<Answer, { kind: 'quoted' }>
type Answered = Extract<Answer, { kind: 'quoted' | 'term' }>

export function isAnswered(part: Answer): part is Answered {
  return part.kind === 'quoted' || part.kind === 'term'
}

/** How many passages all parts quote together, if each of them has its first. */
const MOST_QUOTES = 4

/**
 * The parts of a message as one answer, each in turn. A passage that several of them quote has one number, and no sentence
 * is said twice: it stands in the part that it answers first. At least one part is answered.
 */
export function joinParts(parts: readonly AnsweredPart[], left: readonly string[] = []): Quoted {
  const most = Math.max(1, Math.floor(MOST_QUOTES / parts.length))
  const joined = numberedParts(joinEmptied(saidOnce(joinSame(parts.map((part) => withMost(termQuoted(part), most))))))
  const answered = parts.map((part) => part.answer).filter(isAnswered)
  const [only, ...others] = joined
  if (only?.answer.kind === 'quoted' && others.length === 0) return { ...only.answer, left }
  return {
    kind: 'quoted',
    meaning: answered.map(meaningOf).find((meaning) => meaning !== null) ?? null,
    quotes: onePerPassage(joined.flatMap(({ answer }) => quotesOf(answer))),
    hits: inTurn(answered.map((one) => one.hits)).filter(isFirstOfIts((hit: Hit) => hit.chunk.id)),
    evidence: Math.max(...answered.map((one) => (one.kind === 'quoted' ? one.evidence : 1))),
    parts: joined,
    left,
  }
}

function meaningOf(part: Answered): Term | null {
  return part.kind === 'term' ? part.term : part.meaning
}

function withQuotes(part: AnsweredPart, quotes: Quote[]): AnsweredPart {
  return 'quotes' in part.answer ? { ...part, answer: { ...part.answer, quotes } } : part
}

function withMost(part: AnsweredPart, most: number): AnsweredPart {
  return withQuotes(part, quotesOf(part.answer).slice(0, most))
}

/** A term among other parts: its meaning, without the title that it has alone. */
function termQuoted(part: AnsweredPart): AnsweredPart {
  const { answer } = part
  if (answer.kind !== 'term') return part
  const { term: meaning, quotes, hits } = answer
  return { ...part, answer: { kind: 'quoted', meaning, quotes, hits, evidence: 1 } }
}

/** What a part answers first; `null` for one that quotes nothing or says something before that. */
function leadOf({ answer }: AnsweredPart): string | null {
  const [quote] = answer.kind === 'quoted' && !answer.meaning ? answer.quotes : []
  const [sentence] = sentences(quote?.blocks[0] ? textOfBlock(quote.blocks[0]) : '')
  return sentence === undefined ? null : fold(sentence)
}

/** Parts that the same sentence answers are answered together, under both questions. */
function joinSame(parts: readonly AnsweredPart[]): AnsweredPart[] {
  const joined: AnsweredPart[] = []
  for (const part of parts) {
    const lead = leadOf(part)
    const same = lead === null ? -1 : joined.findIndex((other) => leadOf(other) === lead)
    if (same < 0) joined.push(part)
    else joined[same] = { ...joined[same]!, question: `${joined[same]!.question} ${part.question}` }
  }
  return joined
}

/** A part of which all has been said is answered by the part before, or behind it where it is the first. */
function joinEmptied(parts: readonly AnsweredPart[]): AnsweredPart[] {
  const joined: AnsweredPart[] = []
  let waiting = ''
  for (const part of parts) {
    const last = joined.at(-1)
    if (!isEmptied(part)) joined.push({ ...part, question: `${waiting}${part.question}` })
    else if (last) joined[joined.length - 1] = { ...last, question: `${last.question} ${part.question}` }
    if (!last) waiting = isEmptied(part) ? `${part.question} ` : ''
  }
  return joined.length > 0 ? joined : [...parts]
}

function isEmptied({ answer }: AnsweredPart): boolean {
  if (answer.kind !== 'near' && (answer.kind !== 'quoted' || answer.meaning)) return false
  return answer.quotes.every(({ instead }) => instead)
}

/** Every sentence in one part only: the one that it answers first, or the earliest. */
function saidOnce(parts: readonly AnsweredPart[]): AnsweredPart[] {
  const leads = parts.map(leadOf)
  const said = new Set<string>()
  return parts.map((part, at) => {
    const isNew = (text: string) => !said.has(text) && !leads.some((lead, other) => other !== at && lead === text)
    const quotes = quotesOf(part.answer).flatMap((quote) => {
      const blocks = quote.blocks.flatMap((block) => withoutSaid(block, isNew))
      return blocks.length > 0 ? [{ ...quote, blocks }] : []
    })
    for (const { blocks } of quotes) for (const block of blocks) for (const one of linesOf(block)) said.add(fold(one))
    return withQuotes(part, quotes)
  })
}

function linesOf(block: ContentBlock): string[] {
  return block.kind === 'paragraph' ? sentencesOf(block.text) : [textOfBlock(block)]
}

/** A gap between sentences is marked; it is no sentence. */
const GAP = ' […] '

function sentencesOf(text: string): string[] {
  return text.split(GAP).flatMap(sentences)
}

function withoutSaid(block: ContentBlock, isNew: (text: string) => boolean): ContentBlock[] {
  const lines = linesOf(block)
  const left = lines.filter((line) => isNew(fold(line)))
  if (left.length === lines.length) return [block]
  if (left.length === 0) return []
  const kept = lines.map((line) => (isNew(fold(line)) ? line : null))
  return [{ kind: 'paragraph', text: withGaps(kept) }]
}

/** Sentences in their order, a gap marked where one between them is left out. */
function withGaps(kept: readonly (string | null)[]): string {
  const places = kept.flatMap((line, at) => (line === null ? [] : [{ line, at }]))
  return places
    .map(({ line, at }, i) => (i === 0 ? line : `${at === places[i - 1]!.at + 1 ? ' ' : GAP}${line}`))
    .join('')
}

function numberedParts(parts: readonly AnsweredPart[]): AnsweredPart[] {
  const numbers = new Map<number, number>()
  const numbered = (quote: Quote): Quote => {
    const n = numbers.get(quote.chunk.id) ?? numbers.size + 1
    numbers.set(quote.chunk.id, n)
    return { ...quote, n }
  }
  return parts.map((part) => withQuotes(part, quotesOf(part.answer).map(numbered)))
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

import type { AskedWord, Found, Hit } from '../knowledge/search.ts'
import { foldedWords, gramsOfWord } from '../language/fold.ts'

/** The words of a text, made ready to be compared with those of a question. */
export type WordBag = readonly ReadonlySet<string>[]

export function bagOf(text: string): WordBag {
  return [...new Set(foldedWords(text))].map((word) => new Set(gramsOfWord(word)))
}

/** Share of a word's grams that a single word of the text must have to count as that word, inflected or mistyped. */
const SAME_WORD = 0.5

/** How much of `word` (folded) the nearest word of the text has, from 0 to 1; less than half counts as nothing. */
function presence(word: string, bag: WordBag): number {
  const grams = gramsOfWord(word)
  let best = 0
  for (const other of bag) {
    let shared = 0
    for (const gram of grams) if (other.has(gram)) shared++
    if (shared > best) best = shared
  }
  return best / grams.length >= SAME_WORD ? best / grams.length : 0
}

/**
 * The share of a question's information that a text covers, from 0 to 1: its words weighed by how much each tells in
 * the whole material, function words left out. A question of function words only has nothing to cover: 0.
 */
export function coverage(words: readonly AskedWord[], bag: WordBag): number {
  const telling = words.filter((word) => !word.isFunction)
  const all = telling.reduce((sum, word) => sum + word.information, 0)
  if (all === 0) return 0
  return telling.reduce((sum, word) => sum + word.information * presence(word.word, bag), 0) / all
}

/** How many of the best passages may cover the question: the first found need not cover most. */
const PASSAGES = 3

/**
 * How sure we are, from 0 to 1, that the passages found answer the question: a logistic regression on the best
 * coverage and on the best score in units of what an unknown word tells (so that it holds for collections of any size).
 * Fitted on half of `test/answers/questions` and checked on the other half.
 */
export function evidence(found: Found, bags: readonly WordBag[]): number {
  const [best] = found.hits
  if (!best) return 0
  const covered = Math.max(...bags.slice(0, PASSAGES).map((bag) => coverage(found.words, bag)))
  if (covered === 0) return 0
  const score = Math.min(best.score / found.mostInformation, HIGHEST_SCORE)
  return 1 / (1 + Math.exp(-(INTERCEPT + PER_COVERAGE * covered + PER_SCORE * score)))
}

const INTERCEPT = -6.45
const PER_COVERAGE = 4.4
const PER_SCORE = 0.746
const HIGHEST_SCORE = 15

/** Least evidence at which we answer. Its errors on both sides are a test, `test/answers/gate.test.ts`. */
export const LEAST_EVIDENCE = 0.42

/** Everything that a passage is found by. */
export function textOfHit({ chunk }: Hit): string {
  return [chunk.title, ...chunk.headings, chunk.headingEn, ...chunk.askedAs, chunk.body].join('\n')
}

import type { AskedWord, Found, Hit } from '../knowledge/search.ts'
import { bagOfWords, presences, type WordBag } from '../language/word-match.ts'

/**
 * The share of a question's information that a text covers, from 0 to 1: its words weighed by how much each tells in
 * the whole material, function words left out. A question of function words only has nothing to cover: 0.
 */
export function coverage(words: readonly AskedWord[], bag: WordBag): number {
  const telling = words.filter((word) => !word.isFunction)
  const all = telling.reduce((sum, word) => sum + word.information, 0)
  if (all === 0) return 0
  const present = presences(bagOfWords(telling.map((word) => word.word)), bag)
  return telling.reduce((sum, word, i) => sum + word.information * present[i]!, 0) / all
}

/** How many of the best passages may cover the question: the first found need not cover most. */
const PASSAGES = 3

/**
 * How sure we are, from 0 to 1, that the passages found answer the question: a logistic regression on the best
 * coverage, on the best score in units of what an unknown word tells (so that it holds for collections of any size), and on
 * how nearly a title of the best passage says what is asked. Fitted on `test/answers/questions`; fitted on one half of
 * them it kept 91 % of the answerable questions of the other and turned down 75 % of those without an answer.
 */
export function evidence(found: Found, bags: readonly WordBag[]): number {
  const [best] = found.hits
  if (!best) return 0
  const covered = Math.max(...bags.slice(0, PASSAGES).map((bag) => coverage(found.words, bag)))
  if (covered === 0) return 0
  const score = Math.min(best.score / found.mostInformation, HIGHEST_SCORE)
  const sum = INTERCEPT + PER_COVERAGE * covered + PER_SCORE * score + PER_TITLE_MATCH * best.titleMatch
  return 1 / (1 + Math.exp(-sum))
}

const INTERCEPT = -5.13
const PER_COVERAGE = 4.33
const PER_SCORE = 0.379
const PER_TITLE_MATCH = 3.16
const HIGHEST_SCORE = 15

/** Least evidence at which we answer. Its errors on both sides are a test, `test/answers/gate.test.ts`. */
export const LEAST_EVIDENCE = 0.33

/** Everything that a passage is found by. */
export function textOfHit({ chunk }: Hit): string {
  return [chunk.title, ...chunk.headings, chunk.headingEn, ...chunk.askedAs, chunk.body].join('\n')
}

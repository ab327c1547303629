import type { AskedWord } from '../../knowledge/search/question-words.ts'
import type { Found, Hit } from '../../knowledge/search/search.ts'
import { foldedWords } from '../../language/fold.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'

/**
 * What texts cover of a question, from 0 to 1: the share of its information that stands in them, its words weighed by
 * how much each tells in the whole material, function words left out. A question of function words only has nothing to
 * cover: 0. `before` are the presences of texts that were read already, to tell what one adds.
 */
export class Coverage {
  readonly #values: readonly number[]
  readonly #all: number
  readonly #index: ReturnType<typeof indexWords>
  readonly #read = new Map<string, readonly number[]>()

  constructor(asked: readonly AskedWord[]) {
    const telling = asked.filter((word) => !word.isFunction)
    this.#values = telling.map((word) => word.information)
    this.#all = this.#values.reduce((sum, value) => sum + value, 0)
    this.#index = indexWords(telling.map((word) => word.word))
  }

  /** How much of each telling word stands in `text`, 0 to 1. Texts are read once, however often they are asked about. */
  presences(text: string): readonly number[] {
    const known = this.#read.get(text)
    if (known) return known
    const presences = compareWords(this.#index, [...new Set(foldedWords(text))]).asked
    this.#read.set(text, presences)
    return presences
  }

  /** The share covered by texts with these presences. */
  share(presences: readonly number[]): number {
    if (this.#all === 0) return 0
    return this.#values.reduce((sum, value, i) => sum + value * presences[i]!, 0) / this.#all
  }

  of(text: string): number {
    return this.share(this.presences(text))
  }
}

/** The presences in several texts taken together. */
export function together(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => Math.max(value, b[i]!))
}

/** How many of the best passages may cover the question: the first found need not cover most. */
const PASSAGES = 3

/**
 * How sure we are, from 0 to 1, that the passages found answer the question: a logistic regression on the best
 * coverage, on the best score in units of what an unknown word tells (so that it holds for collections of any size), and on
 * how nearly a title of the best passage says what is asked. Fitted on `test/answers/questions`; fitted on one half of
 * them it kept 92 % of the answerable questions of the other and turned down 81 % of those without an answer.
 */
export function evidence(found: Found, coverage: Coverage): number {
  if (found.hits.length === 0) return 0
  // Not always among the first: those may have been found by their meaning alone.
  const best = found.hits.reduce((best, hit) => (hit.score > best.score ? hit : best))
  const read = [best, ...found.hits.slice(0, PASSAGES)]
  const covered = Math.max(...read.map((hit) => coverage.of(textOfHit(hit))))
  if (covered === 0) return 0
  const score = Math.min(best.score / found.mostInformation, HIGHEST_SCORE)
  const sum = INTERCEPT + PER_COVERAGE * covered + PER_SCORE * score + PER_TITLE_MATCH * best.titleMatch
  return 1 / (1 + Math.exp(-sum))
}

const INTERCEPT = -5.89
const PER_COVERAGE = 4.58
const PER_SCORE = 0.385
const PER_TITLE_MATCH = 2.29
const HIGHEST_SCORE = 15

/** Least evidence at which we answer. Its errors on both sides are a test, `test/answers/questions.db.test.ts`. */
export const LEAST_EVIDENCE = 0.35

/** Everything that a passage is found by. */
export function textOfHit({ chunk }: Hit): string {
  return [chunk.title, ...chunk.headings, chunk.headingEn, ...chunk.askedAs, chunk.body].join('\n')
}

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

/** What tells how sure we may be that the passages found answer a question. All but the last are from 0 to 1. */
export type Signs = {
  /** The most that one of the best passages covers of the question: a word that the material does not have leaves most open. */
  covered: number
  /** How likely the passage is the one meant, among those found. */
  chance: number
  /** How nearly a title of one of the best passages says what is asked. */
  title: number
  /** 1 for a question after an amount: of all that people ask, this is what the material has least of. */
  amount: number
  /** How many different telling words it has, as a logarithm: what is said at length and still found is what was meant. */
  length: number
}

/** A question with fewer telling words («шта да урадим?») is judged by all that was written. */
const TELLING = 3

/** The signs, of the passages found by their words; `null` where there are none, or nothing that they say is asked. */
export function signsOf(found: Found): Signs | null {
  // Those found by their meaning alone say nothing of the words.
  const read = found.hits.filter((hit) => hit.score > 0).slice(0, PASSAGES)
  const asked = tellingOf(found.words)
  const words = asked.length < TELLING ? tellingOf(found.told) : asked
  if (read.length === 0 || words.length === 0) return null
  const coverage = new Coverage(words)
  const covered = Math.max(...read.map((hit) => coverage.of(textOfHit(hit))))
  if (covered === 0) return null
  return {
    covered,
    chance: Math.max(...read.map((hit) => hit.chance)),
    title: Math.max(...read.map((hit) => hit.titleMatch)),
    amount: found.words.some(({ word }) => AMOUNT.test(word)) ? 1 : 0,
    length: Math.log(1 + Math.min(words.length, MOST_WORDS)),
  }
}

function tellingOf(words: readonly AskedWord[]): AskedWord[] {
  return words.filter((word) => !word.isFunction)
}

const AMOUNT = /^(kolik|many$|much$)/
const MOST_WORDS = 12

/**
 * How sure we are, from 0 to 1, that the passages found answer a question: a logistic regression on its signs, fitted on 827
 * questions that the material answers, 430 near to it that it does not, and 440 about something else, by six hands. Area under the curve
 * 0.957 in cross-validation; 0.952 with the question's own words alone. How rare its words are in the material would add 0.004, and take
 * an answer from whoever asks about the one document that speaks of something new.
 */
export function evidence(found: Found): number {
  const signs = signsOf(found)
  if (!signs) return 0
  const sum = SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], INTERCEPT)
  return 1 / (1 + Math.exp(-sum))
}

const INTERCEPT = -12.38
const WEIGHTS: Record<keyof Signs, number> = { covered: 7.9, chance: 2.85, title: 6, amount: -0.95, length: 2.4 }
const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[]

/**
 * Least evidence for an answer, and least for a passage that is called the nearest and not an answer. An answer to what
 * the material does not say costs more than one called near; «не знам» to what it does say costs most. In five-fold cross-validation
 * 80, 77 and 93 % of what three hands ask is sure at 0.5, and 19 % of what is near to the subject and not answered, 3 % of what is about
 * something else (19 and 8 % before); at 0.12 96, 91 and 99 % are at least near, and 20 % of what is about something else.
 */
export const LEAST_SURE = 0.5
export const LEAST_NEAR = 0.12

/** Passages that cover less of a question than this themselves are not named as near. */
const LEAST_SHARE = 0.25

/**
 * Whether a passage is near enough to be named to whoever gets no answer: by what it says itself, since somewhere among
 * forty ways of asking for it there is a word of any question.
 */
export function isNearby(coverage: Coverage, hit: Hit): boolean {
  return coverage.of(ownTextOf(hit)) >= LEAST_SHARE
}

/** What a passage says itself, under its titles. */
export function ownTextOf({ chunk }: Hit): string {
  return [chunk.title, ...chunk.headings, chunk.headingEn, chunk.body].join('\n')
}

/** Everything that a passage is found by. */
export function textOfHit({ chunk }: Hit): string {
  return [chunk.title, ...chunk.headings, chunk.headingEn, ...chunk.askedAs, chunk.body].join('\n')
}

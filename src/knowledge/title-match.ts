import { gramsOfWord } from '../language/fold.ts'
import { isFunctionWord } from '../language/function-words.ts'
import { bagOfWords, presences, type WordBag } from '../language/word-match.ts'
import type { AskedWord } from './search.ts'

/** What a function word counts in a title against the others: «ко» and «колико» do tell questions apart. */
const FUNCTION_SHARE = 0.5
/** In a title even a common word counts, in nats: it was put there to tell this section from its neighbours. */
const EVEN_SHARE = 1

/**
 * How nearly one of a passage's titles says what is asked, from 0 to 1. `titles` are folded: its last heading, the
 * English one, the ways of asking that its section lists. The square of the harmonic mean of how much of the question
 * the title has (by information) and how much of the title the question has (by words), so that only near matches count.
 */
export function titleMatch(asked: readonly AskedWord[], titles: readonly string[]): number {
  const question: WordBag = asked.map(({ word }) => ({ word, grams: gramsOfWord(word) }))
  const values = asked.map((one) => (EVEN_SHARE + one.information) * (one.isFunction ? FUNCTION_SHARE : 1))
  let best = 0
  for (const title of titles) best = Math.max(best, match(question, values, bagOfWords(title.split(' '))))
  return best
}

function match(question: WordBag, values: readonly number[], title: WordBag): number {
  const recall = share(values, presences(question, title))
  if (recall === 0) return 0
  const precision = share(
    title.map(({ word }) => (isFunctionWord(word) ? FUNCTION_SHARE : 1)),
    presences(title, question),
  )
  return recall + precision > 0 ? ((2 * recall * precision) / (recall + precision)) ** 2 : 0
}

function share(values: readonly number[], present: readonly number[]): number {
  let all = 0
  let found = 0
  for (const [i, value] of values.entries()) {
    all += value
    found += value * present[i]!
  }
  return all > 0 ? found / all : 0
}

import { isFunctionWord } from '../../language/function-words.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'
import type { AskedWord } from './question-words.ts'

/** What a function word counts in a title against the others: «ко» and «колико» do tell questions apart. */
const FUNCTION_SHARE = 0.5
/** In a title even a common word counts, in nats: it was put there to tell this section from its neighbours. */
const EVEN_SHARE = 1

/**
 * A measure of how nearly one of a passage's titles says what is asked, from 0 to 1. Titles are folded: the last
 * heading, the English one, the ways of asking that the section lists. It is the square of the harmonic mean of how
 * much of the question the title has (by information) and how much of the title the question has (by words), so that
 * only near matches count.
 */
export function titleMatcher(asked: readonly AskedWord[]): (titles: readonly string[]) => number {
  const index = indexWords(asked.map((one) => one.word))
  const values = asked.map((one) => (EVEN_SHARE + one.information) * (one.isFunction ? FUNCTION_SHARE : 1))
  return (titles) => {
    let best = 0
    for (const title of titles) {
      const words = title.split(' ')
      const present = compareWords(index, words)
      const recall = share(values, present.asked)
      if (recall === 0) continue
      const precision = share(
        words.map((word) => (isFunctionWord(word) ? FUNCTION_SHARE : 1)),
        present.others,
      )
      best = Math.max(best, ((2 * recall * precision) / (recall + precision)) ** 2)
    }
    return best
  }
}

function share(values: readonly number[], present: readonly number[]): number {
  let all = 0
  let found = 0
  for (let i = 0; i < values.length; i++) {
    all += values[i]!
    found += values[i]! * present[i]!
  }
  return all > 0 ? found / all : 0
}

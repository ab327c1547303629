import { indexWords, MetWords } from '../../../language/word-match.ts'
import type { AskedWord } from '../question-words.ts'
import { END, type Titles, type TitleWords } from './titles.ts'

/** What a function word counts in a title against the others: «ко» and «колико» do tell questions apart. */
const FUNCTION_SHARE = 0.5
/** How near the second title of the right passage is against its nearest: said of uploaded passages, which have a heading only. */
const USUAL_SECOND = 0.57
/** In a title even a common word counts, in nats: it was put there to tell this section from its neighbours. */
const EVEN_SHARE = 1

/**
 * How nearly a passage's titles say what is asked, each from 0 to 1: the nearest title, and the second nearest. Ways of
 * asking stand beside the heading, so that a passage two of whose titles are near is the likelier one.
 */
export type TitleMatch = { nearest: number; second: number }

/**
 * A measure of how nearly a passage's titles say what is asked. Titles are folded: the last heading, the English one, the
 * ways of asking that the section lists. It is the harmonic mean of how much of the question the title has (by
 * information) and how much of the title the question has (by words), so that only near matches count. Titles are numbered before.
 */
export function titleMatcher(
  asked: readonly AskedWord[],
  { vocabulary, isFunction }: TitleWords,
): (titles: Titles) => TitleMatch {
  const index = indexWords(asked.map((one) => one.word))
  const values = asked.map((one) => (EVEN_SHARE + one.information) * (one.isFunction ? FUNCTION_SHARE : 1))
  const all = values.reduce((sum, value) => sum + value, 0)
  const likenesses = vocabulary.likenesses(index)
  const met = new MetWords(index)
  const matchOf = (present: number, size: number) => {
    if (present === 0) return 0
    let recalled = 0
    for (let at = 0; at < values.length; at++) recalled += values[at]! * met.presence(at)
    const recall = recalled / all
    const precision = present / size
    return (2 * recall * precision) / (recall + precision)
  }
  return ({ words }) => {
    let [nearest, second, titles, size, present] = [0, 0, 0, 0, 0]
    let isMet = false
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      if (word !== END) {
        const share = isFunction[word] ? FUNCTION_SHARE : 1
        size += share
        const likeness = likenesses.of(word)
        if (likeness === null) continue
        present += share * met.add(likeness)
        isMet = true
        continue
      }
      const match = matchOf(present, size)
      second = Math.max(second, Math.min(match, nearest))
      nearest = Math.max(nearest, match)
      titles++
      if (isMet) met.clear()
      isMet = false
      size = 0
      present = 0
    }
    return { nearest, second: titles > 1 ? second : nearest * USUAL_SECOND }
  }
}

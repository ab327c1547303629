import { isFunctionWord } from '../../language/function-words.ts'

/** Two letters begin too many words to tell. */
const SHORTEST = 3
const LONGEST = 5

/** The first letters of every few folded words that stand together, grammar aside, with those words. */
export function initialsIn(words: readonly string[]): Map<string, string[]> {
  const telling = words.filter((word) => !isFunctionWord(word))
  const found = new Map<string, string[]>()
  for (let from = 0; from < telling.length; from++)
    for (let length = SHORTEST; length <= LONGEST && from + length <= telling.length; length++) {
      const run = telling.slice(from, from + length)
      found.set(run.map((word) => word[0]).join(''), run)
    }
  return found
}

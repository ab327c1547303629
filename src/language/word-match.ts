import { foldedWords, gramsOfWord } from './fold.ts'

/** A folded word with its 4-grams, ready to be compared with others. */
export type BagWord = { word: string; grams: readonly string[] }

/** The different words of a text. */
export type WordBag = readonly BagWord[]

export function bagOf(text: string): WordBag {
  return bagOfWords(foldedWords(text))
}

/** The same from words that are folded already. */
export function bagOfWords(words: readonly string[]): WordBag {
  return [...new Set(words)].map((word) => ({ word, grams: gramsOfWord(word) })).filter(({ grams }) => grams.length > 0)
}

/** Share of a word's 4-grams that another must have to count as the same word, inflected. */
const SAME_WORD = 0.5
/** What a word counts that is the same but for one typing error. */
const MISTYPED = 0.75
/** Shorter words differ by one letter too often to be taken for one another. */
const SHORTEST_MISTYPED = 5

/**
 * How much of each of `asked` the nearest word of `bag` has, from 0 to 1: the share of its 4-grams; less than half
 * counts as nothing, unless the two differ by one typing error.
 */
export function presences(asked: WordBag, bag: WordBag): number[] {
  return asked.map((one) => presence(one, bag))
}

function presence(one: BagWord, bag: WordBag): number {
  let best = 0
  for (const other of bag) {
    if (other.word === one.word) return 1
    let shared = 0
    for (const gram of one.grams) if (other.grams.includes(gram)) shared++
    if (shared > best) best = shared
  }
  const share = best / one.grams.length
  if (share >= SAME_WORD) return share
  return one.word.length >= SHORTEST_MISTYPED && bag.some((other) => isMistyped(one.word, other.word)) ? MISTYPED : 0
}

/** Whether two words differ by one letter: missing, added, changed, or two neighbours swapped. */
export function isMistyped(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let endA = a.length - 1
  let endB = b.length - 1
  while (endA >= from && endB >= from && a[endA] === b[endB]) {
    endA--
    endB--
  }
  const leftA = endA - from + 1
  const leftB = endB - from + 1
  if (leftA <= 1 && leftB <= 1) return leftA + leftB > 0
  return leftA === 2 && leftB === 2 && a[from] === b[endB] && a[endA] === b[from]
}

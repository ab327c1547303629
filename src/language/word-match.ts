import { gramsOfWord } from './fold.ts'

/** The words of a question made ready to be found in many texts: each with its number of 4-grams, and which words a gram is of. */
export type WordIndex = {
  words: readonly string[]
  sizes: readonly number[]
  byGram: ReadonlyMap<string, readonly number[]>
}

/** `words` are folded; repeated ones count once. */
export function indexWords(words: readonly string[]): WordIndex {
  const different = [...new Set(words)]
  const byGram = new Map<string, number[]>()
  const sizes = different.map((word, at) => {
    const grams = new Set(gramsOfWord(word))
    for (const gram of grams) byGram.set(gram, [...(byGram.get(gram) ?? []), at])
    return grams.size
  })
  return { words: different, sizes, byGram }
}

/** Share of a word's 4-grams that another must have to count as the same word, inflected. */
const SAME_WORD = 0.5
/** What a word counts that is the same but for one typing error. */
const MISTYPED = 0.75
/** Shorter words differ by one letter too often to be taken for one another. */
const SHORTEST_MISTYPED = 5

/**
 * How much of each indexed word the nearest of `others` (folded) has, and the other way round, each from 0 to 1: the
 * share of its 4-grams; less than half counts as nothing, unless the two differ by one typing error.
 */
export function compareWords(index: WordIndex, others: readonly string[]): { asked: number[]; others: number[] } {
  const asked = new Array<number>(index.words.length).fill(0)
  const present = new Array<number>(others.length).fill(0)
  const shared = new Array<number>(index.words.length)
  for (let other = 0; other < others.length; other++) {
    const grams = gramsOfWord(others[other]!)
    let met = false
    for (const gram of grams) {
      const ofGram = index.byGram.get(gram)
      if (!ofGram) continue
      if (!met) shared.fill(0)
      met = true
      for (const at of ofGram) shared[at]!++
    }
    if (!met) continue
    for (let at = 0; at < shared.length; at++) {
      const count = shared[at]!
      if (count === 0) continue
      asked[at] = Math.max(asked[at]!, Math.min(1, count / index.sizes[at]!))
      present[other] = Math.max(present[other]!, Math.min(1, count / grams.length))
    }
  }
  return {
    asked: asked.map((share, at) => settled(share, index.words[at]!, others)),
    others: present.map((share, at) => settled(share, others[at]!, index.words)),
  }
}

/** How much of a folded `word` the nearest indexed word has, as in `compareWords`. */
export function presenceOf(index: WordIndex, word: string): number {
  const grams = gramsOfWord(word)
  const shared = new Map<number, number>()
  for (const gram of grams) for (const at of index.byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const most = shared.size === 0 ? 0 : Math.max(...shared.values())
  return settled(grams.length === 0 ? 0 : Math.min(1, most / grams.length), word, index.words)
}

function settled(share: number, word: string, among: readonly string[]): number {
  if (share >= SAME_WORD) return share
  return word.length >= SHORTEST_MISTYPED && among.some((other) => isMistyped(word, other)) ? MISTYPED : 0
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

import { gramsOfWord } from './fold.ts'

/**
 * The words of a question made ready to be found in many texts: each with its number of 4-grams, and which words a gram is of.
 * Words that texts have are compared once, however many texts have them.
 */
export type WordIndex = {
  words: readonly string[]
  sizes: readonly number[]
  byGram: ReadonlyMap<string, readonly number[]>
  compared: Map<string, Likeness | null>
}

/** What a word of a text has in common with indexed ones. */
export type Likeness = {
  /** Places of the indexed words with which it shares 4-grams, and the share of theirs that it has. */
  shares: readonly { at: number; share: number }[]
  /** Places of those that differ from it by one typing error. */
  mistyped: readonly number[]
  /** How much of it the nearest has. */
  present: number
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
  return { words: different, sizes, byGram, compared: new Map() }
}

/** Share of a word's 4-grams that another must have to count as the same word, inflected. */
export const SAME_WORD = 0.5
/** What a word counts that is the same but for one typing error. */
export const MISTYPED = 0.75
/** Shorter words differ by one letter too often to be taken for one another. */
export const SHORTEST_MISTYPED = 5

/**
 * How much of each indexed word the nearest of `others` (folded) has, and the other way round, each from 0 to 1: the
 * share of its 4-grams; less than half counts as nothing, unless the two differ by one typing error.
 */
export function compareWords(index: WordIndex, others: readonly string[]): { asked: number[]; others: number[] } {
  const met = new MetWords(index)
  const present = others.map((other) => met.add(likenessOf(index, other)))
  return { asked: index.words.map((_, at) => met.presence(at)), others: present }
}

/** How much of indexed words a text has, which is read word by word. */
export class MetWords {
  readonly #shares: Float64Array
  readonly #typos: Uint8Array

  constructor({ words }: WordIndex) {
    this.#shares = new Float64Array(words.length)
    this.#typos = new Uint8Array(words.length)
  }

  /** Adds a word of the text; how much of it the nearest indexed word has. */
  add(likeness: Likeness | null): number {
    if (likeness === null) return 0
    for (const { at, share } of likeness.shares) this.#shares[at] = Math.max(this.#shares[at]!, share)
    for (const at of likeness.mistyped) this.#typos[at] = 1
    return likeness.present
  }

  /** How much of the indexed word at this place the text has. */
  presence(at: number): number {
    const share = this.#shares[at]!
    if (share >= SAME_WORD) return share
    return this.#typos[at] === 1 ? MISTYPED : 0
  }

  /** Begins another text. */
  clear(): void {
    this.#shares.fill(0)
    this.#typos.fill(0)
  }
}

/** What a folded word has in common with the indexed ones; `null`: nothing. */
function likenessOf(index: WordIndex, other: string): Likeness | null {
  const known = index.compared.get(other)
  if (known !== undefined) return known
  const likeness = compare(index, other)
  index.compared.set(other, likeness)
  return likeness
}

/** `null` when the word has nothing in common with any. */
function compare({ words, sizes, byGram }: WordIndex, other: string): Likeness | null {
  const grams = gramsOfWord(other)
  const shared = new Map<number, number>()
  for (const gram of grams) for (const at of byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const mistyped = [...words.keys()].filter((at) => isMistyped(words[at]!, other))
  if (shared.size === 0 && mistyped.length === 0) return null
  const shares = Array.from(shared, ([at, count]) => ({ at, share: Math.min(1, count / sizes[at]!) }))
  return likeness(other, words, { shares, mistyped, most: Math.max(0, ...shared.values()) / grams.length })
}

function likeness(
  other: string,
  words: readonly string[],
  { shares, mistyped, most }: { shares: Likeness['shares']; mistyped: readonly number[]; most: number },
): Likeness {
  const isTypo = mistyped.length > 0 && other.length >= SHORTEST_MISTYPED
  return {
    shares,
    mistyped: mistyped.filter((at) => words[at]!.length >= SHORTEST_MISTYPED),
    present: most >= SAME_WORD ? Math.min(1, most) : isTypo ? MISTYPED : 0,
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
  const shorter = Math.min(a.length, b.length)
  let from = 0
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++
  let endA = a.length - 1
  let endB = b.length - 1
  while (endA >= from && endB >= from && a.charCodeAt(endA) === b.charCodeAt(endB)) {
    endA--
    endB--
  }
  const leftA = endA - from + 1
  const leftB = endB - from + 1
  if (leftA <= 1 && leftB <= 1) return leftA + leftB > 0
  return (
    leftA === 2 && leftB === 2 && a.charCodeAt(from) === b.charCodeAt(endB) && a.charCodeAt(endA) === b.charCodeAt(from)
  )
}

import { gramsOfWord } from './fold.ts'
import { isMistyped, type Likeness, MISTYPED, SAME_WORD, SHORTEST_MISTYPED, type WordIndex } from './word-match.ts'

/** Many words, numbered as they are met, in which those like a question's are found without looking at each. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #byGram = new Map<string, number[]>()
  readonly #byEnds = new Map<string, number[]>()
  readonly #grams: number[] = []
  /** By number. */
  readonly words: string[] = []

  /** The number of a folded word. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.words.push(word) - 1
    this.#numbers.set(word, number)
    const grams = gramsOfWord(word)
    this.#grams.push(grams.length)
    for (const gram of grams) listIn(this.#byGram, gram).push(number)
    listIn(this.#byEnds, beginning(word, word.length)).push(number)
    listIn(this.#byEnds, ending(word, word.length)).push(number)
    return number
  }

  /** What each word has in common with the indexed ones, where that is enough to count, by its number. */
  likenesses(index: WordIndex): Likenesses {
    const found = new Likenesses(this.words.length)
    index.words.forEach((word, at) => {
      this.#addShares(found, word, { at, size: index.sizes[at]! })
    })
    index.words.forEach((word, at) => {
      this.#addMistyped(found, word, at)
    })
    return found
  }

  /** Whether `is` holds for the number of some word that begins with `letters`, three at least. */
  hasBeginning(letters: string, is: (number: number) => boolean): boolean {
    const some = this.#byGram.get(gramsOfWord(letters)[0] ?? '') ?? []
    return some.some((number) => is(number) && this.words[number]!.startsWith(letters))
  }

  #addShares(found: Likenesses, word: string, { at, size }: { at: number; size: number }): void {
    const counts = new Map<number, number>()
    for (const gram of new Set(gramsOfWord(word)))
      for (const number of this.#byGram.get(gram) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1)
    for (const [number, count] of counts) {
      const share = Math.min(1, count / size)
      const present = Math.min(1, count / this.#grams[number]!)
      if (share < SAME_WORD && present < SAME_WORD) continue
      const likeness = found.made(number)
      if (share >= SAME_WORD) likeness.shares.push({ at, share })
      if (present >= SAME_WORD) likeness.present = Math.max(present, likeness.present)
    }
  }

  /** Two words that differ by one error have their first or their last letters in common. */
  #addMistyped(found: Likenesses, word: string, at: number): void {
    if (word.length < SHORTEST_MISTYPED - 1) return
    for (let length = word.length - 1; length <= word.length + 1; length++)
      for (const ends of [beginning(word, length), ending(word, length)])
        for (const number of this.#byEnds.get(ends) ?? []) {
          const other = this.words[number]!
          if (isMistyped(word, other)) found.addMistyped(number, { at, word, other })
        }
  }
}

/** What words of a vocabulary have in common with those of a question. */
export class Likenesses {
  readonly #slots: Uint32Array
  readonly #made: Made[] = []

  constructor(words: number) {
    this.#slots = new Uint32Array(words)
  }

  /** `null`: nothing that counts; also of a word that the vocabulary did not have then. */
  of(number: number): Likeness | null {
    const slot = this.#slots[number] ?? 0
    return slot === 0 ? null : this.#made[slot - 1]!
  }

  made(number: number): Made {
    if (this.#slots[number] === 0) this.#slots[number] = this.#made.push({ shares: [], mistyped: [], present: 0 })
    return this.#made[this.#slots[number]! - 1]!
  }

  addMistyped(number: number, { at, word, other }: { at: number; word: string; other: string }): void {
    const likeness = this.made(number)
    if (word.length >= SHORTEST_MISTYPED) likeness.mistyped.push(at)
    if (other.length >= SHORTEST_MISTYPED && likeness.present < SAME_WORD) likeness.present = MISTYPED
  }
}

type Made = { shares: { at: number; share: number }[]; mistyped: number[]; present: number }

const ENDS = 2

/** By what words of a length are listed that begin so … */
function beginning(word: string, length: number): string {
  return `${length}${word.slice(0, ENDS)}-`
}

/** … or end so. */
function ending(word: string, length: number): string {
  return `${length}-${word.slice(-ENDS)}`
}

function listIn<K>(lists: Map<K, number[]>, key: K): number[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

import { featureHash } from './feature-hash.ts'
import { gramsOfWord } from './fold.ts'
import { isMistyped, type Likeness, MISTYPED, SAME_WORD, SHORTEST_MISTYPED, type WordIndex } from './word-match.ts'

/** Many words, numbered as they are met, in which those like a question's are found without looking at each. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>()
  readonly #ofGrams = new Lists()
  /** Where the list of words with a gram begins. */
  readonly #byGram = new Map<string, number>()
  readonly #ofEnds = new Lists()
  /** Where the list of words with such a beginning or ending begins; a word or two with another one is among them. */
  readonly #byEnd = new Int32Array(END_NUMBERS).fill(NOWHERE)
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
    for (const gram of grams) this.#byGram.set(gram, this.#ofGrams.add(this.#byGram.get(gram) ?? NOWHERE, number))
    for (const end of endsOf(word, word.length)) this.#byEnd[end] = this.#ofEnds.add(this.#byEnd[end]!, number)
    return number
  }

  /** What each word has in common with the indexed ones, where that is enough to count, by its number. */
  likenesses(index: WordIndex): Likenesses {
    const found = new Likenesses(this.words.length)
    const counts = new Uint16Array(this.words.length)
    index.words.forEach((word, at) => {
      this.#addShares(found, counts, word, { at, size: index.sizes[at]! })
    })
    index.words.forEach((word, at) => {
      this.#addMistyped(found, word, at)
    })
    return found
  }

  /** Whether `is` holds for the number of some word that begins with `letters`, three at least. */
  hasBeginning(letters: string, is: (number: number) => boolean): boolean {
    const { values, before } = this.#ofGrams
    for (let at = this.#byGram.get(gramsOfWord(letters)[0] ?? '') ?? NOWHERE; at !== NOWHERE; at = before[at]!)
      if (is(values[at]!) && this.words[values[at]!]!.startsWith(letters)) return true
    return false
  }

  /** `counts` are zeros, and are so again afterwards. */
  #addShares(found: Likenesses, counts: Uint16Array, word: string, { at, size }: { at: number; size: number }): void {
    const { values, before } = this.#ofGrams
    const met: number[] = []
    for (const gram of new Set(gramsOfWord(word)))
      for (let place = this.#byGram.get(gram) ?? NOWHERE; place !== NOWHERE; place = before[place]!)
        if (counts[values[place]!]!++ === 0) met.push(values[place]!)
    for (const number of met) {
      const count = counts[number]!
      counts[number] = 0
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
    const { values, before } = this.#ofEnds
    for (let length = word.length - 1; length <= word.length + 1; length++)
      for (const end of endsOf(word, length))
        for (let place = this.#byEnd[end]!; place !== NOWHERE; place = before[place]!) {
          const other = this.words[values[place]!]!
          if (isMistyped(word, other)) found.addMistyped(values[place]!, { at, word, other })
        }
  }
}

const NOWHERE = -1

/** Many short lists of numbers in two rows, each entry with the place of the one before it. */
class Lists {
  values = new Int32Array(1_024)
  before = new Int32Array(1_024)
  #size = 0

  /** Adds a value to the list whose last entry stands at `last`, `NOWHERE` for a new one; where its own stands. */
  add(last: number, value: number): number {
    if (this.#size === this.values.length) {
      this.values = doubled(this.values)
      this.before = doubled(this.before)
    }
    this.values[this.#size] = value
    this.before[this.#size] = last
    return this.#size++
  }
}

function doubled(row: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * row.length)
  longer.set(row)
  return longer
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

/** Beginnings and endings are numbered by hashing. */
const END_NUMBERS = 2 ** 14

/**
 * By what a word of `length` letters is listed, where it begins or ends as `word` does: as many letters as are in common at least, on one
 * side or the other, where a letter was missed, added or changed, or two were swapped in the middle.
 */
function endsOf(word: string, length: number): readonly [number, number] {
  const letters = Math.max(SHORTEST_END, Math.ceil((length - 2) / 2))
  return [
    featureHash('b', word, 0, Math.min(letters, word.length)) + length,
    featureHash('e', word, Math.max(0, word.length - letters)) + length,
  ].map((hash) => hash % END_NUMBERS) as [number, number]
}

const SHORTEST_END = 2

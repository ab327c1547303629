import { isFunctionWord } from '../../../language/function-words.ts'
import { Vocabulary } from '../../../language/vocabulary.ts'
import { bytesOf, centreOf, encoder } from '../encoder/encoder.ts'

/**
 * A passage's titles: its last heading, folded, the numbers of the words of one title after another, each ended by `END`, and what
 * they are about together; whether there are ways of asking among them, and what each title is about then, as `bytesOf` has it.
 */
export type Titles = {
  heading: string
  words: Int32Array
  subject: Float32Array
  listsWays: boolean
  vectors: Int8Array
}

/** Passages that list ways of asking have more titles than these: a heading, and an English one. */
const HEADINGS = 2

export const END = -1

/**
 * How much of a word tells which it is, and how much at most is the ending of the one asked and of the one in a title, in letters:
 * «sarama», which «sarma» was mended to, begins as «saradnja» does and is none of its forms.
 */
const SHORTEST_STEM = 4
const LONGEST_ENDING = 2
const LONGEST_REST = 3

/**
 * All words met in titles: a question looks at some 3,000 titles of passages, and finds the words like its own once for all of
 * them.
 */
export class TitleWords {
  readonly vocabulary = new Vocabulary()
  /** By number. */
  readonly isFunction: boolean[] = []

  /** Folded titles, the heading first, with their words numbered; `encode` is one for several passages with much the same words. */
  numbered(titles: readonly string[], encode = encoder()): Titles {
    const split = titles.map((title) => title.split(' '))
    const words: number[] = []
    for (const title of split) {
      for (const word of title) words.push(this.#numberOf(word))
      words.push(END)
    }
    const vectors = split.map(encode)
    const listsWays = titles.length > HEADINGS
    return {
      heading: titles[0] ?? '',
      words: Int32Array.from(words),
      subject: centreOf(vectors),
      listsWays,
      vectors: bytesOf(listsWays ? vectors : []),
    }
  }

  /** Whether a folded word stands in some of these titles, or begins as one there does and differs in its ending only. */
  among(all: readonly Titles[]): (word: string) => boolean {
    const isThere = new Uint8Array(this.vocabulary.words.length)
    for (const { words } of all) for (const number of words) if (number !== END) isThere[number] = 1
    return (word) => {
      const beginning = word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING))
      const isForm = (number: number) =>
        isThere[number] === 1 && this.vocabulary.words[number]!.length <= beginning.length + LONGEST_REST
      return beginning.length >= SHORTEST_STEM && this.vocabulary.hasBeginning(beginning, isForm)
    }
  }

  #numberOf(word: string): number {
    const number = this.vocabulary.numberOf(word)
    if (number === this.isFunction.length) this.isFunction.push(isFunctionWord(word))
    return number
  }
}

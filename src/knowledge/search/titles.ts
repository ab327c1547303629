import { isFunctionWord } from '../../language/function-words.ts'
import { Vocabulary } from '../../language/word-match.ts'

/** A passage's titles: its last heading, folded, and of each title the numbers of its words. */
export type Titles = { heading: string; words: readonly Int32Array[] }

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

  /** Folded titles, the heading first, with their words numbered. */
  numbered(titles: readonly string[]): Titles {
    const words = titles.map((title) => Int32Array.from(title.split(' '), (word) => this.#numberOf(word)))
    return { heading: titles[0] ?? '', words }
  }

  /** Whether a folded word stands in some of these titles, or begins as one there does and differs in its ending only. */
  among(all: readonly Titles[]): (word: string) => boolean {
    const beginnings = new Set<string>()
    for (const number of new Set(all.flatMap(({ words }) => words.flatMap((title) => [...title])))) {
      const word = this.vocabulary.words[number]!
      const shortest = Math.max(SHORTEST_STEM, word.length - LONGEST_REST)
      for (let length = shortest; length <= word.length; length++) beginnings.add(word.slice(0, length))
    }
    return (word) => beginnings.has(word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING)))
  }

  #numberOf(word: string): number {
    const number = this.vocabulary.numberOf(word)
    if (number === this.isFunction.length) this.isFunction.push(isFunctionWord(word))
    return number
  }
}

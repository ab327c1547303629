import { isFunctionWord } from '../../language/function-words.ts'
import { Vocabulary } from '../../language/word-match.ts'

/** A passage's titles: its last heading, folded, and of each title the numbers of its words. */
export type Titles = { heading: string; words: readonly Int32Array[] }

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

  #numberOf(word: string): number {
    const number = this.vocabulary.numberOf(word)
    if (number === this.isFunction.length) this.isFunction.push(isFunctionWord(word))
    return number
  }
}

import { isFunctionWord } from '../../language/function-words.ts'

/** A passage's titles: its last heading, folded, and of each title the numbers of its words. */
export type Titles = { heading: string; words: readonly Int32Array[] }

/**
 * All words met in titles, numbered: a question looks at some 3,000 titles, and with words compared by their numbers that
 * takes half the time.
 */
export class TitleWords {
  readonly #numbers = new Map<string, number>()
  /** By number. */
  readonly words: string[] = []
  readonly isFunction: boolean[] = []

  /** Folded titles, the heading first, with their words numbered. */
  numbered(titles: readonly string[]): Titles {
    const words = titles.map((title) => Int32Array.from(title.split(' '), (word) => this.#numberOf(word)))
    return { heading: titles[0] ?? '', words }
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.words.length)
    this.isFunction.push(isFunctionWord(word))
    return this.words.push(word) - 1
  }
}

import { tellingWordsOf } from '../../language/function-words.ts'

/** The share of a sentence's telling words that one said before must have, for it to say nothing new. */
const SAME = 0.85
/** As much of a word as its inflection leaves alone. */
const STEM = 6

/** What an answer has said so far, so that nothing is said twice. */
export class Said {
  readonly #texts: ReadonlySet<string>[] = []

  add(text: string): void {
    this.#texts.push(stemsOf(text))
  }

  /** Whether one text that was said has nearly all words of this one, and all its numbers. */
  has(text: string): boolean {
    const stems = [...stemsOf(text)]
    return this.#texts.some((said) => {
      const missing = stems.filter((stem) => !said.has(stem))
      return missing.length <= stems.length * (1 - SAME) && !missing.some((stem) => /^\d/.test(stem))
    })
  }
}

function stemsOf(text: string): Set<string> {
  return new Set(tellingWordsOf(text).map((word) => word.slice(0, STEM)))
}

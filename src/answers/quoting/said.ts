import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'

/** The share of a sentence's telling words that one said before must have, for it to say nothing new. */
const SAME = 0.85

/** What an answer has said so far, so that nothing is said twice. */
export class Said {
  readonly #texts: { words: readonly string[]; numbers: ReadonlySet<string> }[] = []

  add(text: string): void {
    const words = foldedWords(text)
    this.#texts.push({ words, numbers: new Set(words.filter(isNumber)) })
  }

  /** Whether one text that was said has nearly all words of this one, and all its numbers. */
  has(text: string): boolean {
    const words = [...new Set(foldedWords(text))].filter((word) => !isFunctionWord(word))
    if (words.length === 0) return true
    const index = indexWords(words)
    return this.#texts.some(
      (said) => words.every((word) => !isNumber(word) || said.numbers.has(word)) && sharedOf(index, said.words) >= SAME,
    )
  }
}

function sharedOf(index: ReturnType<typeof indexWords>, words: readonly string[]): number {
  const { asked } = compareWords(index, words)
  return asked.reduce((sum, presence) => sum + presence, 0) / asked.length
}

function isNumber(word: string): boolean {
  return /^\d/.test(word)
}

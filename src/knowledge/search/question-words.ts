import { foldedWords } from '../../language/fold.ts'

/** A word of the question with what it tells, in nats; `isFunction` for one that carries grammar only. */
export type AskedWord = { word: string; information: number; isFunction: boolean }

/** Spoken forms of question words, as people type them. */
const SPOKEN: Record<string, string> = { kolko: 'koliko', kolka: 'kolika', kolki: 'koliki', jel: 'li', dal: 'li' }

/** The folded words of a question, spoken forms written out. */
export function questionWords(question: string): string[] {
  return foldedWords(question).map((word) => SPOKEN[word] ?? word)
}

import type { AskedGram } from '../knowledge/search.ts'
import { foldedWords, gramsOfWord } from '../language/fold.ts'

/**
 * The share of a question's information, from 0 to 1, that a text covers: its 4-grams weighed by how much each tells in
 * the whole material. Words the material never uses tell most, so a question about something else scores low.
 */
export function coverage(asked: readonly AskedGram[], text: string): number {
  const all = asked.reduce((sum, gram) => sum + gram.information, 0)
  if (all === 0) return 0
  const has = gramSet(text)
  return asked.reduce((sum, gram) => sum + (has.has(gram.gram) ? gram.information : 0), 0) / all
}

/** The different 4-grams of a text. */
export function gramSet(text: string): ReadonlySet<string> {
  return new Set(foldedWords(text).flatMap(gramsOfWord))
}

/**
 * Least coverage by the best passage at which we answer. Calibrated on questions with and without an answer in the
 * material; the calibration is a test, `test/answers/gate.test.ts`.
 */
export const LEAST_COVERAGE = 0.5

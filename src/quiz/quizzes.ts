import { readFileSync } from 'node:fs'
import { type Quiz, readQuizzes } from './rules.ts'

// Beside the material, not in it: what is searched is shown to everybody, and here stand the answers.
const FILE = new URL('../../exercises/kviz.md', import.meta.url)

let known: readonly Quiz[] | undefined

/** The quizzes that there are, read once. */
export function allQuizzes(): readonly Quiz[] {
  known ??= readQuizzes(readFileSync(FILE, 'utf8'))
  return known
}

/** `undefined`: it was taken out since. */
export function quizOf(id: number): Quiz | undefined {
  return allQuizzes().find((quiz) => quiz.id === id)
}

import type { Db } from '../../platform/database/database.ts'
import { find, isActive } from '../line/sign-up.ts'
import { readRoll, sessionIdOf } from '../line/store.ts'
import { mayAnswer, readWritten, usualAnswers } from '../questions/questions.ts'
import { saveAnswer } from '../questions/store.ts'
import type { Question } from '../session/asked.ts'

export type AnswersResult =
  /** `unclear` are the keys of questions whose answer could not be one; the others are kept. */
  | { kind: 'saved'; unclear: string[] }
  /** It is too late to change them. */
  | { kind: 'over' }
  /** It is not their sign-up, or one that is not active. */
  | { kind: 'none' }

type Written = {
  signUpId: number
  personId: number
  /** What somebody chose or wrote; `null`: they left the question alone. */
  written: (question: Question) => string | null
}

/** Keeps somebody's answers to the questions of a session in which they take part. */
export async function saveAnswers(
  db: Db,
  { signUpId, personId, written }: Written,
  now: Temporal.Instant,
): Promise<AnswersResult> {
  const sessionId = await sessionIdOf(db, signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const signUp = roll ? find(roll, signUpId) : undefined
  if (!roll || signUp?.personId !== personId || !isActive(signUp)) return { kind: 'none' }
  if (!mayAnswer(roll.session, now)) return { kind: 'over' }
  const unclear: string[] = []
  for (const question of roll.session.questions) {
    const said = written(question)
    if (said === null) continue
    const answer = usualAnswers(question).includes(said) ? said : readWritten(question, said)
    if (answer === null) unclear.push(question.key)
    else await saveAnswer(db, { signUpId, question: question.key, answer }, now)
  }
  return { kind: 'saved', unclear }
}

import { queueAll } from '../bot/send/outbox.ts'
import { localeOf, type Person } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { currentRequest } from '../platform/request.ts'
import { listInSession } from '../sessions/audience-store.ts'
import { leaving } from '../sessions/session/quiet.ts'
import type { Session } from '../sessions/session/session.ts'
import { quizOf } from './quizzes.ts'
import { hasPassed, type Next, nextOf, type Quiz } from './rules.ts'
import { insertRun, listFinishedBy, lockRun, type Run, updateRun } from './store.ts'
import { inviteMessage } from './texts.ts'

/** Where somebody is in a quiz. */
export type Going = { kind: 'going'; run: Run; quiz: Quiz; next: Next }

/** Begins a quiz, in place of the one they are in. For a session it counts of those alone who have a place there: buttons are forged. */
export async function begin(
  db: Db,
  by: Pick<Run, 'personId' | 'quizId' | 'sessionId'>,
  now: Temporal.Instant,
): Promise<Going | { kind: 'gone' }> {
  const quiz = quizOf(by.quizId)
  if (!quiz) return { kind: 'gone' }
  const sessionId = by.sessionId !== null && (await isConfirmed(db, by.sessionId, by.personId)) ? by.sessionId : null
  const run = await insertRun(db, { ...by, sessionId }, now)
  return { kind: 'going', run, quiz, next: nextOf(quiz, run.answers) }
}

/** What somebody says to a question: the place of an answer, or `null` to pass it over. */
export type Said = { runId: number; at: number; answer: number | null }

/** Takes an answer, once; `passed`: to a question that is not the one they are asked. */
export async function answer(
  db: Db,
  personId: number,
  { runId, at, answer: said }: Said,
  now: Temporal.Instant,
): Promise<Going | { kind: 'gone' | 'over' | 'passed' }> {
  const before = await lockRun(db, runId, personId)
  if (!before) return { kind: 'over' }
  const quiz = quizOf(before.quizId)
  if (!quiz) return { kind: 'gone' }
  if (before.answers.length !== at) return { kind: 'passed' }
  const run = { ...before, answers: [...before.answers, said] }
  const next = nextOf(quiz, run.answers)
  await updateRun(db, run, { finishedAt: next.kind === 'over' ? now : null })
  return { kind: 'going', run, quiz, next }
}

/** People with a confirmed place in a session who can be written to. */
export async function confirmedPeople(db: Db, sessionId: number): Promise<Person[]> {
  return reachablePeople(db, await confirmedIn(db, sessionId))
}

async function isConfirmed(db: Db, sessionId: number, personId: number): Promise<boolean> {
  return (await confirmedIn(db, sessionId)).includes(personId)
}

async function confirmedIn(db: Db, sessionId: number): Promise<number[]> {
  const people = await listInSession(db, sessionId)
  return people.flatMap(({ group, personId }) => (group === 'confirmed' ? [personId] : []))
}

/** Offers a quiz to the confirmed of a session, each once. Returns how many messages are new. */
export async function sendQuiz(db: Db, session: Session, quiz: Quiz, now: Temporal.Instant): Promise<number> {
  const invites = (await confirmedPeople(db, session.id)).map((person) => ({
    message: inviteMessage({ chatId: person.telegramId, locale: localeOf(person) }, session, quiz),
    key: `quiz-invite:${session.id}:${quiz.id}:${person.id}`,
    request: currentRequest(),
  }))
  return queueAll(db, invites, { lane: 'bulk', now, ...leaving(session, now) })
}

/** Who of these people passed a quiz, in the best of their tries; a quiz that there is no more is asked of nobody. */
export async function passedAmong(db: Db, personIds: readonly number[], quizId: number): Promise<Set<number>> {
  const quiz = quizOf(quizId)
  if (!quiz) return new Set(personIds)
  const finished = await listFinishedBy(db, personIds, quizId)
  return new Set(finished.flatMap(({ personId, answers }) => (hasPassed(quiz, answers) ? [personId] : [])))
}

import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Question } from '../session/asked.ts'
import type { Answers } from './questions.ts'

/** What people answered in their own words. */
export const ANSWER_WORDS: Words = { table: 'sign_up_answer', text: ['answer'] }

/** What a session asks; nobody else changes it until the transaction ends. */
export async function lockQuestions(db: Db, sessionId: number): Promise<Question[] | null> {
  const { rows } = await db.query<{ questions: Question[] }>(
    'select questions from session where id = $1::int for update',
    [sessionId],
  )
  return rows[0]?.questions ?? null
}

export async function saveQuestions(db: Db, sessionId: number, questions: readonly Question[]): Promise<void> {
  await db.query('update session set questions = $2::jsonb where id = $1::int', [sessionId, toJsonb(questions)])
}

/** Lets a session ask what another asks. */
export async function copyQuestions(db: Db, from: number, to: number): Promise<void> {
  await db.query(
    `update session set questions = other.questions from session as other
     where session.id = $2::int and other.id = $1::int`,
    [from, to],
  )
}

/** Keeps an answer in place of the one before. */
export async function saveAnswer(
  db: Db,
  answer: { signUpId: number; question: string; answer: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into sign_up_answer (sign_up_id, question, answer, at) values ($1::int, $2::text, $3::text, $4::timestamptz)
     on conflict (sign_up_id, question) do update set answer = excluded.answer, at = excluded.at`,
    [answer.signUpId, answer.question, answer.answer, now.toString()],
  )
}

/** What was answered to the questions of these sign-ups. */
export async function readAnswers(db: Db, signUpIds: readonly number[]): Promise<Map<number, Answers>> {
  const { rows } = await db.query<{ sign_up_id: number; question: string; answer: string }>(
    'select sign_up_id, question, answer from sign_up_answer where sign_up_id = any ($1::int[])',
    [signUpIds],
  )
  const bySignUp = Map.groupBy(rows, (row) => row.sign_up_id)
  return new Map(
    signUpIds.map((id) => [id, new Map((bySignUp.get(id) ?? []).map(({ question, answer }) => [question, answer]))]),
  )
}

/** A person's answers, for them to read. */
export async function readAskedOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select sign_up.session_id as session, question, answer, at
     from sign_up_answer join sign_up on sign_up.id = sign_up_id
     where sign_up.person_id = $1::bigint order by sign_up_id, question`,
    [personId],
  )
  return rows
}

export async function deleteAskedOf(db: Db, personId: number): Promise<void> {
  await db.query(
    'delete from sign_up_answer where sign_up_id in (select id from sign_up where person_id = $1::bigint)',
    [personId],
  )
}

/** Forgets what was answered for sessions that ended before `before`. Returns how many answers. */
export function deleteAnswers(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from sign_up_answer using sign_up, session
     where sign_up.id = sign_up_answer.sign_up_id and session.id = sign_up.session_id
       and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countAnswersHeld(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from sign_up_answer')
}

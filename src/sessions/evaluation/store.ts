import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Answers, Progress } from './rules.ts'

/** What people answered in their own words, and what trainers asked. */
export const EVALUATION_WORDS: readonly Words[] = [
  { table: 'evaluation_answer', json: ['answers'] },
  { table: 'evaluation', json: ['questions'] },
]

/** `questions` are what is rated; `null`: as is usual. */
export type Evaluation = Progress & { questions: string[] | null }

type EvaluationRow = {
  session_id: number
  is_on: boolean
  questions: string[] | null
  asked_at: string | null
  reminded_at: string | null
  reported_at: string | null
}

const COLUMNS = 'session_id, is_on, questions, asked_at::text, reminded_at::text, reported_at::text'

const instantOf = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

function evaluationOf(row: EvaluationRow | undefined): Evaluation {
  return {
    isOn: row?.is_on ?? true,
    questions: row?.questions ?? null,
    askedAt: instantOf(row?.asked_at ?? null),
    remindedAt: instantOf(row?.reminded_at ?? null),
    reportedAt: instantOf(row?.reported_at ?? null),
  }
}

/** How each of these sessions is evaluated. */
export async function readEvaluations(db: Db, sessionIds: readonly number[]): Promise<Map<number, Evaluation>> {
  const { rows } = await db.query<EvaluationRow>(
    `select ${COLUMNS} from evaluation where session_id = any ($1::int[])`,
    [sessionIds],
  )
  const known = new Map(rows.map((row) => [row.session_id, row]))
  return new Map(sessionIds.map((id) => [id, evaluationOf(known.get(id))]))
}

/** Asks for something else, or not at all, unless people were asked before. Returns whether it was so. */
export async function changeEvaluation(
  db: Db,
  sessionId: number,
  { isOn, questions }: Pick<Evaluation, 'isOn' | 'questions'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into evaluation as kept (session_id, is_on, questions)
     select id, $2::boolean, $3::jsonb from session where id = $1::int
     on conflict (session_id) do update set is_on = excluded.is_on, questions = excluded.questions
     where kept.asked_at is null`,
    [sessionId, isOn, questions && toJsonb(questions)],
  )
  return rowCount === 1
}

/** Claims a step for this transaction; `false`: somebody else took it, or it was switched off meanwhile. */
export async function claimStep(
  db: Db,
  sessionId: number,
  step: 'ask' | 'remind' | 'report',
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into evaluation as kept (session_id, asked_at, reminded_at, reported_at)
     values (
       $1::int,
       case when $2::text = 'ask' then $3::timestamptz end,
       case when $2::text = 'remind' then $3::timestamptz end,
       case when $2::text = 'report' then $3::timestamptz end
     )
     on conflict (session_id) do update
     set asked_at = coalesce(kept.asked_at, excluded.asked_at),
         reminded_at = coalesce(kept.reminded_at, excluded.reminded_at),
         reported_at = coalesce(kept.reported_at, excluded.reported_at)
     where kept.is_on and case $2::text
       when 'ask' then kept.asked_at is null
       when 'remind' then kept.reminded_at is null
       else kept.reported_at is null
     end`,
    [sessionId, step, now.toString()],
  )
  return rowCount === 1
}

export async function insertInvites(db: Db, sessionId: number, signUpIds: readonly number[]): Promise<void> {
  await db.query(
    `insert into evaluation_invite (sign_up_id, session_id) select unnest($2::int[]), $1::int on conflict do nothing`,
    [sessionId, signUpIds],
  )
}

/** Who was asked and has not answered. */
export async function listSilent(db: Db, sessionId: number): Promise<{ signUpId: number; personId: number }[]> {
  const { rows } = await db.query<{ sign_up_id: number; person_id: number }>(
    `select sign_up_id, person_id from evaluation_invite join sign_up on sign_up.id = sign_up_id
     where evaluation_invite.session_id = $1::int and not answered and person_id is not null order by sign_up_id`,
    [sessionId],
  )
  return rows.map((row) => ({ signUpId: row.sign_up_id, personId: row.person_id }))
}

export async function countInvites(db: Db, sessionId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from evaluation_invite where session_id = $1::int',
    [sessionId],
  )
  return rows[0]!.count
}

/** Somebody's being asked; `null` when they were not. */
export type Invite = { sessionId: number; personId: number | null; answered: boolean }

export async function readInvite(db: Db, signUpId: number): Promise<Invite | null> {
  const { rows } = await db.query<{ session_id: number; person_id: number | null; answered: boolean }>(
    `select evaluation_invite.session_id, person_id, answered
     from evaluation_invite join sign_up on sign_up.id = sign_up_id where sign_up_id = $1::int`,
    [signUpId],
  )
  const [row] = rows
  return row ? { sessionId: row.session_id, personId: row.person_id, answered: row.answered } : null
}

/** Notes that somebody answered; `false`: they had before. */
export async function markAnswered(db: Db, signUpId: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'update evaluation_invite set answered = true where sign_up_id = $1::int and not answered',
    [signUpId],
  )
  return rowCount === 1
}

/**
 * Adds what somebody answered. All answers of the session are written anew in random order, in one transaction: neither their order nor
 * the transaction that wrote them says whose they are. For callers that hold a lock of the session's evaluation.
 */
export async function addAnswers(db: Db, sessionId: number, answers: Answers): Promise<void> {
  const { rows } = await db.query<{ answers: Answers }>(
    'delete from evaluation_answer where session_id = $1::int returning answers',
    [sessionId],
  )
  await db.query(
    `insert into evaluation_answer (session_id, answers)
     select $1::int, value from jsonb_array_elements($2::jsonb) as value order by random()`,
    [sessionId, toJsonb([...rows.map((row) => row.answers), answers])],
  )
}

export async function listAnswers(db: Db, sessionId: number): Promise<Answers[]> {
  const { rows } = await db.query<{ answers: Answers }>(
    'select answers from evaluation_answer where session_id = $1::int order by id',
    [sessionId],
  )
  return rows.map((row) => row.answers)
}

/** What is kept of a person: of which sessions they were asked, and whether they answered. */
export async function readInvitesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select evaluation_invite.session_id as session, answered from evaluation_invite join sign_up on sign_up.id = sign_up_id
     where person_id = $1::bigint order by sign_up_id`,
    [personId],
  )
  return rows
}

/** Before sign-ups lose their people. */
export async function deleteInvitesOf(db: Db, personId: number): Promise<void> {
  await db.query(
    'delete from evaluation_invite where sign_up_id in (select id from sign_up where person_id = $1::bigint)',
    [personId],
  )
}

/** Forgets who was asked about sessions that ended before `before`. Returns how many. */
export function deleteInvites(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from evaluation_invite using session
     where session.id = evaluation_invite.session_id and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countInvitesHeld(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(session.ends_at) as oldest
     from evaluation_invite join session on session.id = evaluation_invite.session_id`,
  )
}

/** Forgets what was answered about sessions that ended before `before`. Returns how many answers. */
export async function deleteAnswers(db: Db, before: Temporal.Instant): Promise<number> {
  await forgetBefore(
    db,
    `update evaluation set questions = null from session
     where session.id = evaluation.session_id and evaluation.questions is not null and session.ends_at < $1::timestamptz`,
    before,
  )
  return forgetBefore(
    db,
    `delete from evaluation_answer using session
     where session.id = evaluation_answer.session_id and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countAnswersHeld(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(session.ends_at) as oldest
     from evaluation_answer join session on session.id = evaluation_answer.session_id`,
  )
}

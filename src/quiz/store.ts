import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, type Held } from '../platform/database/retention.ts'
import type { Answers } from './rules.ts'

/** A quiz that somebody takes. */
export type Run = { id: number; personId: number; quizId: number; sessionId: number | null; answers: Answers }

type Row = { id: number; person_id: number; quiz: number; session_id: number | null; answers: Answers }

const COLUMNS = 'id, person_id, quiz, session_id, answers'

function runOf(row: Row): Run {
  return { id: row.id, personId: row.person_id, quizId: row.quiz, sessionId: row.session_id, answers: row.answers }
}

/** Begins a quiz, in place of the one that the person is in. */
export async function insertRun(
  db: Db,
  run: Pick<Run, 'personId' | 'quizId' | 'sessionId'>,
  now: Temporal.Instant,
): Promise<Run> {
  await db.query('update quiz_run set ended_at = $2::timestamptz where person_id = $1::int and ended_at is null', [
    run.personId,
    now.toString(),
  ])
  const { rows } = await db.query<Row>(
    `insert into quiz_run (person_id, quiz, session_id, started_at)
     values ($1::int, $2::int, $3::int, $4::timestamptz)
     returning ${COLUMNS}`,
    [run.personId, run.quizId, run.sessionId, now.toString()],
  )
  return runOf(rows[0]!)
}

/** A quiz that is still open, kept from others until the transaction ends; `null` for one that is over or not this person's. */
export async function lockRun(db: Db, id: number, personId: number): Promise<Run | null> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from quiz_run where id = $1::int and person_id = $2::int and ended_at is null for update`,
    [id, personId],
  )
  return rows[0] ? runOf(rows[0]) : null
}

export async function updateRun(
  db: Db,
  { id, answers }: Run,
  { finishedAt }: { finishedAt: Temporal.Instant | null },
): Promise<void> {
  await db.query(
    `update quiz_run set answers = $2::jsonb, ended_at = $3::timestamptz, finished = $3::timestamptz is not null
     where id = $1::int`,
    [id, toJsonb(answers), finishedAt?.toString() ?? null],
  )
}

/** What people of a session answered who finished a quiz, the earliest first. */
export async function listFinished(
  db: Db,
  sessionId: number,
  quizId: number,
): Promise<{ personId: number; answers: Answers }[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from quiz_run
     where session_id = $1::int and quiz = $2::int and finished order by ended_at, id`,
    [sessionId, quizId],
  )
  return rows.map(runOf)
}

/** What these people answered who finished a quiz, however they came to it. */
export async function listFinishedBy(
  db: Db,
  personIds: readonly number[],
  quizId: number,
): Promise<{ personId: number; answers: Answers }[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from quiz_run where person_id = any ($1::int[]) and quiz = $2::int and finished order by id`,
    [personIds, quizId],
  )
  return rows.map(runOf)
}

/** Who finished which quiz since `since`. */
export async function finishedSince(db: Db, since: Temporal.Instant): Promise<{ personId: number; quizId: number }[]> {
  const { rows } = await db.query<{ person_id: number; quiz: number }>(
    'select distinct person_id, quiz from quiz_run where finished and ended_at >= $1::timestamptz',
    [since.toString()],
  )
  return rows.map(({ person_id: personId, quiz: quizId }) => ({ personId, quizId }))
}

export async function readRunsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select quiz, session_id as "sessionId", answers, started_at as "startedAt", finished
     from quiz_run where person_id = $1::int order by id`,
    [personId],
  )
  return rows
}

export async function deleteRunsOf(db: Db, personId: number): Promise<void> {
  await db.query('delete from quiz_run where person_id = $1::int', [personId])
}

export async function deleteRuns(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from quiz_run where started_at < $1::timestamptz', [before.toString()])
  return rowCount ?? 0
}

export function countRuns(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(started_at) as oldest from quiz_run')
}

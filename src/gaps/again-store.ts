import type { Db } from '../platform/database/database.ts'
import type { GapQuestionState } from './rules.ts'

/** What is needed to tell somebody what became of their question. */
export type ForAsker = {
  id: number
  personId: number | null
  text: string
  state: GapQuestionState
  wantsNews: boolean
  origin: string
  sourceId: number | null
  chunkId: number | null
}

export async function listForAskers(db: Db, ids: readonly number[]): Promise<ForAsker[]> {
  const { rows } = await db.query<ForAsker>(
    `select gap_question.id, person_id as "personId", gap_question.text, gap_question.state, wants_news as "wantsNews",
            coalesce(gap_answer.origin, '') as origin, gap_answer.source_id as "sourceId", gap_answer.chunk_id as "chunkId"
     from gap_question left join gap_answer on gap_answer.id = answer_id
     where gap_question.id = any ($1::int[]) order by gap_question.id`,
    [ids],
  )
  return rows
}

/** A question to be asked again, and where its answer should come from. */
export type Checking = { id: number; answerId: number; text: string; sourceId: number | null; chunkId: number | null }

/** The first questions that are to be asked again. */
export async function listChecking(db: Db, limit: number): Promise<Checking[]> {
  const { rows } = await db.query<Checking>(
    `select gap_question.id, answer_id as "answerId", gap_question.text, gap_answer.source_id as "sourceId",
            gap_answer.chunk_id as "chunkId"
     from gap_question join gap_answer on gap_answer.id = answer_id
     where gap_question.state = 'checking' order by gap_question.id limit $1::int`,
    [limit],
  )
  return rows
}

/** A question is answered now. `false`: another process was faster, or it is forgotten. */
export async function settleAnswered(db: Db, id: number, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update gap_question set state = 'answered', settled_at = $2::timestamptz where id = $1::int and state = 'checking'`,
    [id, now.toString()],
  )
  return rowCount === 1
}

/** Locks a question that is still to be asked again, until the transaction ends. */
export async function lockChecking(db: Db, id: number): Promise<boolean> {
  const { rowCount } = await db.query(`select from gap_question where id = $1::int and state = 'checking' for update`, [
    id,
  ])
  return rowCount === 1
}

/** The open group of the questions that an answer did not serve; `null` while there is none. */
export async function groupOfLeft(db: Db, answerId: number): Promise<number | null> {
  const { rows } = await db.query<{ gap_id: number }>(
    `select gap_id from gap_question join gap on gap.id = gap_id
     where answer_id = $1::int and gap_question.state = 'waiting' and gap.state = 'open' limit 1`,
    [answerId],
  )
  return rows[0]?.gap_id ?? null
}

/** A question waits again. */
export async function putBack(db: Db, id: number, gapId: number): Promise<void> {
  await db.query(`update gap_question set state = 'waiting', gap_id = $2::int where id = $1::int`, [id, gapId])
}

/** Published answers all of whose questions were asked again, and whose authors were not told. */
export async function listUntold(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from gap_answer where state = 'published' and told_at is null
       and not exists (select from gap_question where answer_id = gap_answer.id and gap_question.state = 'checking')
     order by id`,
  )
  return rows.map(({ id }) => id)
}

/** What asking again came to. */
export type Outcome = {
  authorId: number | null
  question: string
  answered: number
  left: number
  leftIn: number | null
}

/** Notes that the author of an answer is told now. `null`: they were told, or a question is still to be asked again. */
export async function claimTelling(db: Db, answerId: number, now: Temporal.Instant): Promise<Outcome | null> {
  const { rows } = await db.query<Outcome>(
    `update gap_answer set told_at = $2::timestamptz
     where id = $1::int and told_at is null
       and not exists (select from gap_question where answer_id = gap_answer.id and gap_question.state = 'checking')
     returning author_id as "authorId", question,
       (select count(*) from gap_question where answer_id = gap_answer.id and gap_question.state = 'answered') as answered,
       (select count(*) from gap_question where answer_id = gap_answer.id and gap_question.state = 'waiting') as left,
       (select min(gap_id) from gap_question where answer_id = gap_answer.id and gap_question.state = 'waiting') as "leftIn"`,
    [answerId, now.toString()],
  )
  return rows[0] ?? null
}

/** The questions that were answered, in their words and with where the answer stands; those without words are left out. */
export async function listAnswered(db: Db): Promise<Omit<Checking, 'answerId'>[]> {
  const { rows } = await db.query<Omit<Checking, 'answerId'>>(
    `select gap_question.id, gap_question.text, gap_answer.source_id as "sourceId", gap_answer.chunk_id as "chunkId"
     from gap_question join gap_answer on gap_answer.id = answer_id
     where gap_question.state = 'answered' and gap_question.text <> '' order by gap_question.id`,
  )
  return rows
}

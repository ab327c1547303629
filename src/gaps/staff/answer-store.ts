import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'

type AnswerState = 'draft' | 'review' | 'published' | 'discarded'

/** What a trainer answers to a group: words, or a passage of the material (`chunkId`). */
export type GapAnswer = {
  id: number
  gapId: number
  authorId: number | null
  question: string
  text: string
  origin: string
  /** YYYY-MM-DD; `null`: no last day. */
  validUntil: string | null
  chunkId: number | null
  state: AnswerState
}

const COLUMNS = `id, gap_id as "gapId", author_id as "authorId", question, text, origin,
  to_char(valid_until, 'YYYY-MM-DD') as "validUntil", chunk_id as "chunkId", state`

/** Begins an answer. Returns its id. */
export async function insertAnswer(
  db: Db,
  answer: Omit<GapAnswer, 'id' | 'state' | 'authorId'> & { authorId: number },
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into gap_answer (gap_id, author_id, question, text, origin, valid_until, chunk_id, made_at)
     values ($1::int, $2::bigint, $3::text, $4::text, $5::text, $6::date, $7::int, $8::timestamptz) returning id`,
    [
      ...[answer.gapId, answer.authorId, answer.question, answer.text, answer.origin],
      ...[answer.validUntil, answer.chunkId, now.toString()],
    ],
  )
  return rows[0]!.id
}

/** An answer, locked until the transaction ends; `null`: there is none. */
export async function lockAnswer(db: Db, id: number): Promise<GapAnswer | null> {
  const { rows } = await db.query<GapAnswer>(`select ${COLUMNS} from gap_answer where id = $1::int for update`, [id])
  return rows[0] ?? null
}

/** What somebody began last to answer to a group, and has not sent; `null`: nothing. */
export async function findDraft(db: Db, gapId: number, authorId: number): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `select id from gap_answer where gap_id = $1::int and author_id = $2::bigint and state = 'draft' order by id desc limit 1`,
    [gapId, authorId],
  )
  return rows[0]?.id ?? null
}

export type Field = 'question' | 'text' | 'origin' | 'until'

const STATEMENTS: Record<Field, string> = {
  question: 'update gap_answer set question = $2::text where id = $1::int',
  text: 'update gap_answer set text = $2::text where id = $1::int',
  origin: 'update gap_answer set origin = $2::text where id = $1::int',
  until: 'update gap_answer set valid_until = $2::date where id = $1::int',
}

export async function changeField(db: Db, id: number, field: Field, value: string): Promise<void> {
  await db.query(STATEMENTS[field], [id, value])
}

export async function markAnswer(db: Db, id: number, state: 'draft' | 'review' | 'discarded'): Promise<void> {
  await db.query('update gap_answer set state = $2::text where id = $1::int', [id, state])
}

/** Notes that an answer is published, as which source (`null`: a passage that was there answers) and by whose second look, if any. */
export async function markPublished(
  db: Db,
  published: { id: number; sourceId: number | null; chunkId: number | null; reviewerId: number | null },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `update gap_answer set state = 'published', source_id = $2::int, chunk_id = $3::int, reviewer_id = $4::bigint,
                           published_at = $5::timestamptz
     where id = $1::int`,
    [published.id, published.sourceId, published.chunkId, published.reviewerId, now.toString()],
  )
}

/** A group has its answer, and the questions that waited in it are to be asked again. Returns how many. */
export async function closeAnswered(
  db: Db,
  { gapId, id }: { gapId: number; id: number },
  now: Temporal.Instant,
): Promise<number> {
  await db.query(`update gap set state = 'answered', settled_at = $2::timestamptz where id = $1::int`, [
    gapId,
    now.toString(),
  ])
  const { rowCount } = await db.query(
    `update gap_question set state = 'checking', answer_id = $2::int where gap_id = $1::int and state = 'waiting'`,
    [gapId, id],
  )
  return rowCount ?? 0
}

/** The words of the questions that wait in a group, with those who asked, where they are known. */
export async function askedIn(db: Db, gapId: number): Promise<{ text: string; personId: number | null }[]> {
  const { rows } = await db.query<{ text: string; personId: number | null }>(
    `select text, person_id as "personId" from gap_question where gap_id = $1::int and state = 'waiting' order by id`,
    [gapId],
  )
  return rows
}

/** Answers of others that wait for a second pair of eyes. */
export async function listInReview(db: Db, personId: number): Promise<{ id: number; question: string }[]> {
  const { rows } = await db.query<{ id: number; question: string }>(
    `select id, question from gap_answer where state = 'review' and author_id is distinct from $1::bigint order by id limit 10`,
    [personId],
  )
  return rows
}

export async function wantsSecondEyes(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ second_eyes: boolean }>('select second_eyes from gap_setting')
  return rows[0]?.second_eyes ?? false
}

export async function chooseSecondEyes(db: Db, wanted: boolean): Promise<void> {
  await db.query('update gap_setting set second_eyes = $1::boolean', [wanted])
}

/** Everything that somebody of staff answered, for them to see. */
export async function readAnswersOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select question, text, origin, valid_until::text, state, made_at, published_at from gap_answer
     where author_id = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/** Forgets what somebody began to answer; what was published stays, of nobody. */
export async function forgetAnswersOf(db: Db, personId: number): Promise<void> {
  await db.query(`delete from gap_answer where author_id = $1::bigint and state in ('draft', 'review', 'discarded')`, [
    personId,
  ])
  await db.query('update gap_answer set author_id = null where author_id = $1::bigint', [personId])
  await db.query('update gap_answer set reviewer_id = null where reviewer_id = $1::bigint', [personId])
}

/** Forgets answers begun before `before` and never published. Returns how many. */
export function deleteDrafts(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from gap_answer where state in ('draft', 'discarded') and made_at < $1::timestamptz`,
    before,
  )
}

/** How many answers are begun and not published. */
export function countDrafts(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(made_at) as oldest from gap_answer where state in ('draft', 'discarded')`,
  )
}

import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'
import type { Phase } from './phases.ts'
import type { GapQuestionState, NearHit, Sent } from './rules.ts'

/** What people sent to trainers, and what those answer, in their words. */
export const GAP_WORDS: readonly Words[] = [
  { table: 'gap_question', text: ['text'] },
  { table: 'gap_answer', text: ['question', 'text', 'origin'] },
]

/** A question that somebody hands to trainers. */
export type NewQuestion = {
  gapId: number
  questionId: number
  personId: number
  municipalityCode: string | null
  text: string
  locale: Locale
  hits: readonly NearHit[]
  phase: Phase | null
  signed: boolean
}

/** Makes a group for questions that are like no others. Returns its id. */
export async function insertGap(db: Db, now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ id: number }>('insert into gap (made_at) values ($1::timestamptz) returning id', [
    now.toString(),
  ])
  return rows[0]!.id
}

/** Returns the id of a question; `null` when this trace was sent before. */
export async function insertQuestion(db: Db, question: NewQuestion, now: Temporal.Instant): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    `insert into gap_question (gap_id, question_id, person_id, municipality_code, sent_at, text, locale, hits, signed, phase)
     values ($1::int, $2::bigint, $3::bigint, $4::text, $5::timestamptz, $6::text, $7::text, $8::jsonb, $9::boolean, $10::text)
     on conflict (question_id) do nothing
     returning id`,
    [
      question.gapId,
      question.questionId,
      question.personId,
      question.municipalityCode,
      now.toString(),
      question.text,
      question.locale,
      toJsonb(question.hits),
      question.signed,
      question.phase,
    ],
  )
  return rows[0]?.id ?? null
}

/** Everything that a person sent and that is kept. */
export async function readSent(db: Db, personId: number): Promise<Sent[]> {
  const { rows } = await db.query<{ text: string; sent_at: Date; state: GapQuestionState }>(
    'select text, sent_at, state from gap_question where person_id = $1::bigint',
    [personId],
  )
  return rows.map(({ text, state, sent_at }) => ({
    text,
    state,
    sentAt: Temporal.Instant.fromEpochMilliseconds(sent_at.getTime()),
  }))
}

/** What somebody may change of a question that they sent; `null` for anybody else's, and for one that is settled. */
export type OwnQuestion = { id: number; text: string; signed: boolean; wantsNews: boolean }

const OWN_COLUMNS = 'id, text, signed, wants_news as "wantsNews"'

/** Whether they are told of the answer. */
export async function chooseNews(
  db: Db,
  own: { id: number; personId: number },
  wanted: boolean,
): Promise<OwnQuestion | null> {
  const { rows } = await db.query<OwnQuestion>(
    `update gap_question set wants_news = $3::boolean
     where id = $1::int and person_id = $2::bigint and state in ('waiting', 'checking')
     returning ${OWN_COLUMNS}`,
    [own.id, own.personId, wanted],
  )
  return rows[0] ?? null
}

/** Forgets a question that nobody has answered yet. `false` when there is no such one of this person. */
export async function takeBackQuestion(db: Db, own: { id: number; personId: number }): Promise<boolean> {
  const { rowCount } = await db.query(
    `delete from gap_question where id = $1::int and person_id = $2::bigint and state = 'waiting'`,
    [own.id, own.personId],
  )
  return rowCount === 1
}

/** Everything that a person sent, for them to see. */
export async function readQuestionsSent(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select sent_at, text, locale, municipality_code, signed, wants_news, state, settled_at
     from gap_question where person_id = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/** Takes the person out of what they sent. Words that name them, or that they signed, go; others are nobody's from now on. */
export async function forgetQuestionsSent(db: Db, personId: number, names: (text: string) => boolean): Promise<void> {
  const { rows } = await db.query<{ id: number; text: string; signed: boolean }>(
    'select id, text, signed from gap_question where person_id = $1::bigint for update',
    [personId],
  )
  const gone = rows.filter(({ text, signed }) => signed || names(text)).map(({ id }) => id)
  await db.query('delete from gap_question where id = any ($1::int[])', [gone])
  await db.query(
    `update gap_question set person_id = null, question_id = null, municipality_code = null, wants_news = false
     where person_id = $1::bigint`,
    [personId],
  )
}

/** Forgets what was sent before `before`, and groups that nobody's question is left of. Returns how many questions. */
export async function deleteQuestionsSent(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from gap_question where sent_at < $1::timestamptz', [before.toString()])
  await db.query(
    `delete from gap where made_at < $1::timestamptz and not exists (select from gap_question where gap_id = gap.id)`,
    [before.toString()],
  )
  return rowCount ?? 0
}

/** How many questions that were sent are kept. */
export function countQuestionsSent(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(sent_at) as oldest from gap_question')
}

import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'

/** Notes that a week's digest is sent now. `false`: another process did, or this one before it died. */
export async function claimDigest(db: Db, weekOn: string, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into gap_digest (week_on, decided_at) values ($1::date, $2::timestamptz) on conflict do nothing',
    [weekOn, now.toString()],
  )
  return rowCount === 1
}

export async function countRecipients(db: Db, weekOn: string, people: number): Promise<void> {
  await db.query('update gap_digest set people = $2::int where week_on = $1::date', [weekOn, people])
}

/** Those of these people who do not want the digest. */
export async function withoutDigest(db: Db, personIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ person_id: number }>(
    'select person_id from gap_digest_off where person_id = any ($1::bigint[])',
    [personIds],
  )
  return new Set(rows.map((row) => row.person_id))
}

export async function chooseDigest(db: Db, personId: number, wanted: boolean): Promise<void> {
  if (wanted) await db.query('delete from gap_digest_off where person_id = $1::bigint', [personId])
  else await db.query('insert into gap_digest_off (person_id) values ($1::bigint) on conflict do nothing', [personId])
}

/** The municipalities of the questions that were sent to trainers in a time, one for each that has one. */
export async function municipalitiesBetween(db: Db, from: Temporal.Instant, to: Temporal.Instant): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select municipality_code as code from gap_question
     where sent_at >= $1::timestamptz and sent_at < $2::timestamptz and municipality_code is not null`,
    [from.toString(), to.toString()],
  )
  return rows.map(({ code }) => code)
}

/** The questions that were answered in a time, as their answers have them. */
export async function answeredBetween(db: Db, from: Temporal.Instant, to: Temporal.Instant): Promise<string[]> {
  const { rows } = await db.query<{ question: string }>(
    `select question from gap_answer
     where state = 'published' and published_at >= $1::timestamptz and published_at < $2::timestamptz order by id`,
    [from.toString(), to.toString()],
  )
  return rows.map(({ question }) => question)
}

/** Seconds from sending a question to the answer of a trainer, for half of those answered since `since`; `null` without any. */
export async function medianSeconds(db: Db, since: Temporal.Instant): Promise<number | null> {
  const { rows } = await db.query<{ seconds: number | null }>(
    `select percentile_cont(0.5) within group (order by extract(epoch from published_at - sent_at))::float8 as seconds
     from gap_question join gap_answer on gap_answer.id = answer_id
     where gap_question.state = 'answered' and published_at >= $1::timestamptz`,
    [since.toString()],
  )
  return rows[0]?.seconds ?? null
}

export function deleteDigests(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from gap_digest where decided_at < $1::timestamptz', before)
}

export function countDigests(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(decided_at) as oldest from gap_digest')
}

import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'

/** What staff write in forms, which may name others. */
export const DRAFT_WORDS: Words = { table: 'form_draft', text: [], json: ['fields'] }

/** Notes that a form took effect. `false`: it did so before, or does in another transaction that ended meanwhile. */
export async function noteSent(db: Db, personId: number, key: string, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into form_sent (person_id, key, at) values ($1::bigint, $2::uuid, $3::timestamptz)
     on conflict (person_id, key) do nothing`,
    [personId, key, now.toString()],
  )
  return rowCount === 1
}

/** The fields of a form as somebody left them, by name. */
export type Fields = Record<string, string[]>

export async function readDraft(db: Db, personId: number, form: string): Promise<Fields | null> {
  const { rows } = await db.query<{ fields: Fields }>(
    'select fields from form_draft where person_id = $1::bigint and form = $2::text',
    [personId, form],
  )
  return rows[0]?.fields ?? null
}

export async function keepDraft(
  db: Db,
  { personId, form, fields }: { personId: number; form: string; fields: Fields },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into form_draft (person_id, form, fields, at) values ($1::bigint, $2::text, $3::jsonb, $4::timestamptz)
     on conflict (person_id, form) do update set fields = excluded.fields, at = excluded.at`,
    [personId, form, toJsonb(fields), now.toString()],
  )
}

export async function dropDraft(db: Db, personId: number, form: string): Promise<void> {
  await db.query('delete from form_draft where person_id = $1::bigint and form = $2::text', [personId, form])
}

/** All that somebody began to write, for them to see. */
export async function readDraftsOf(db: Db, personId: number): Promise<{ form: string; fields: Fields }[]> {
  const { rows } = await db.query<{ form: string; fields: Fields }>(
    'select form, fields from form_draft where person_id = $1::bigint order by form',
    [personId],
  )
  return rows
}

export async function forgetFormsOf(db: Db, personId: number): Promise<void> {
  await db.query('delete from form_draft where person_id = $1::bigint', [personId])
  await db.query('delete from form_sent where person_id = $1::bigint', [personId])
}

export function deleteSent(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from form_sent where at < $1::timestamptz', before)
}

export function deleteDrafts(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from form_draft where at < $1::timestamptz', before)
}

export function countSent(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from form_sent')
}

export function countDrafts(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from form_draft')
}

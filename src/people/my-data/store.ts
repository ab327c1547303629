import type { Db } from '../../platform/database/database.ts'
import type { Person } from '../rules.ts'
import { PERSON_COLUMNS, type PersonRow, personOf } from '../store.ts'

/** The person's row as it stands, for them to see. */
export async function readPersonRow(db: Db, personId: number): Promise<Record<string, unknown>> {
  const { rows } = await db.query<Record<string, unknown>>('select * from person where id = $1::bigint', [personId])
  return rows[0] ?? {}
}

/** Takes everything out of a person's row that says who it was; the row stays for counts and histories. */
export async function erasePerson(db: Db, personId: number, now: Temporal.Instant): Promise<void> {
  await db.query(
    `update person
     set erased_at = $2::timestamptz, telegram_id = null, name = '', role = 'member', locale_chosen = null,
         entered_at = null, entered_by = null, phone = null, unreachable_since = null, returned_at = null,
         full_name = null, municipality_code = null, council_role = null, email = null, experience = null,
         consent_at = null, consent_version = null, last_seen_at = null
     where id = $1::bigint and erased_at is null`,
    [personId, now.toString()],
  )
}

/** Somebody of whom data are held, also whoever has no Telegram and was written down by staff. */
export type Held = Omit<Person, 'telegramId'> & {
  telegramId: number | null
  phone: string | null
  email: string | null
}

/** Whoever has not written since before `before`, nor been written down by staff; at most `limit` of them. */
export async function silentSince(db: Db, before: Temporal.Instant, limit: number): Promise<Held[]> {
  const { rows } = await db.query<HeldRow>(
    `select ${PERSON_COLUMNS}, phone from person
     where erased_at is null and last_seen_at < $1::timestamptz
     order by last_seen_at limit $2::int`,
    [before.toString(), limit],
  )
  return rows.map(heldOf)
}

/** Somebody whom staff wrote down; `null` for everybody else. */
export async function heldOfEntered(db: Db, personId: number): Promise<Held | null> {
  const { rows } = await db.query<HeldRow>(
    `select ${PERSON_COLUMNS}, phone from person where id = $1::bigint and entered_at is not null`,
    [personId],
  )
  return rows[0] ? heldOf(rows[0]) : null
}

type HeldRow = PersonRow & { phone: string | null }

function heldOf(row: HeldRow): Held {
  return { ...personOf(row), telegramId: row.telegram_id, phone: row.phone, email: row.email }
}

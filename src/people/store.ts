import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database.ts'
import { countHeld, type Held } from '../platform/retention.ts'
import type { Person, Role } from './rules.ts'

type PersonRow = {
  id: number
  telegram_id: number
  name: string
  role: Role
  locale_chosen: Locale | null
  locale_seen: Locale
}

const COLUMNS = 'id, telegram_id, name, role, locale_chosen, locale_seen'

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    telegramId: row.telegram_id,
    name: row.name,
    role: row.role,
    localeChosen: row.locale_chosen,
    localeSeen: row.locale_seen,
  }
}

/**
 * The person behind a Telegram user, made on first sight; name and reachability are brought up to date. `localeSeen`
 * replaces the one seen before when given, and `localeFirst` is the guess for somebody new.
 */
export async function meetPerson(
  db: Db,
  seen: { telegramId: number; name: string; localeSeen: Locale | null; localeFirst: Locale; now: Temporal.Instant },
): Promise<Person> {
  const { rows } = await db.query<PersonRow>(
    `insert into person as known (telegram_id, name, locale_seen, first_seen_at)
     values ($1::bigint, $2::text, coalesce($3::text, $4::text), $5::timestamptz)
     on conflict (telegram_id) do update
     set name = excluded.name, locale_seen = coalesce($3::text, known.locale_seen), unreachable_since = null
     returning ${COLUMNS}`,
    [seen.telegramId, seen.name, seen.localeSeen, seen.localeFirst, seen.now.toString()],
  )
  return personOf(rows[0]!)
}

/** Gives a Telegram user a role, whether or not they have written yet. */
export async function grantRole(
  db: Db,
  grant: { telegramId: number; name: string; role: Role; now: Temporal.Instant },
): Promise<void> {
  await db.query(
    `insert into person (telegram_id, name, role, locale_seen, first_seen_at)
     values ($1::bigint, $2::text, $3::text, 'sr-Cyrl', $4::timestamptz)
     on conflict (telegram_id) do update set role = excluded.role`,
    [grant.telegramId, grant.name, grant.role, grant.now.toString()],
  )
}

export async function chooseLocale(db: Db, personId: number, locale: Locale): Promise<void> {
  await db.query('update person set locale_chosen = $2::text where id = $1::bigint', [personId, locale])
}

/** The person blocked us or is gone: nothing is sent on our own accord until they write again. */
export async function markUnreachable(db: Db, telegramId: number, now: Temporal.Instant): Promise<void> {
  await db.query(
    'update person set unreachable_since = coalesce(unreachable_since, $2::timestamptz) where telegram_id = $1::bigint',
    [telegramId, now.toString()],
  )
}

/** How many people are known. */
export function countPeople(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(first_seen_at) as oldest from person')
}

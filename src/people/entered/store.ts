import type { Db } from '../../platform/database/database.ts'
import { toPlainArray } from '../../platform/database/parameter.ts'
import { type Contact, type Entry, nameKey } from './rules.ts'

/** Somebody whom staff wrote down, and how they are reached. */
export type Entered = Contact & { personId: number; name: string; municipality: string }

/** Writes somebody down who has no Telegram. Returns the id of their row. */
export async function insertEntered(
  db: Db,
  entry: Entry,
  by: { staffId: number; now: Temporal.Instant },
): Promise<number> {
  return (await insertAllEntered(db, [entry], by))[0]!
}

/** Writes several down at once. Returns the ids of their rows, in the order of `entries`. */
export async function insertAllEntered(
  db: Db,
  entries: readonly Entry[],
  by: { staffId: number; now: Temporal.Instant },
): Promise<number[]> {
  const column = (name: keyof Entry) => toPlainArray(entries.map((one) => one[name]))
  const { rows } = await db.query<{ id: number }>(
    `with made as (
       insert into person (name, full_name, municipality_code, phone, email, locale_seen, first_seen_at, last_seen_at,
         entered_at, entered_by)
       select name, name, municipality, phone, email, 'sr-Cyrl', $5::timestamptz, $5::timestamptz, $5::timestamptz, $6::bigint
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
         as listed (name, municipality, phone, email, place)
       order by place
       returning id
     ) select id from made order by id`,
    [column('name'), column('municipality'), column('phone'), column('email'), by.now.toString(), by.staffId],
  )
  return rows.map(({ id }) => id)
}

/** Puts right what was written about somebody; `false` when they are not somebody whom staff wrote down. */
export async function mendEntered(db: Db, personId: number, entry: Entry): Promise<boolean> {
  const { rowCount } = await db.query(
    `update person set name = $2::text, full_name = $2::text, municipality_code = $3::text, phone = $4::text, email = $5::text
     where id = $1::bigint and entered_at is not null`,
    [personId, entry.name, entry.municipality, entry.phone, entry.email],
  )
  return rowCount === 1
}

/** Those of these people who have no Telegram, by their ids. */
export async function readEntered(db: Db, personIds: readonly number[]): Promise<Map<number, Entered>> {
  const { rows } = await db.query<Entered>(
    `select id as "personId", full_name as name, municipality_code as municipality, phone, email from person
     where id = any ($1::bigint[]) and entered_at is not null`,
    [personIds],
  )
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Somebody of a municipality whom we know by name: they told us, or staff did. */
export type Known = Contact & { personId: number; name: string; municipality: string; hasTelegram: boolean }

/** Everybody of these municipalities who is known by name. */
export async function peopleKnownIn(db: Db, municipalities: readonly string[]): Promise<Known[]> {
  const { rows } = await db.query<Known>(
    `select id as "personId", full_name as name, municipality_code as municipality, telegram_id is not null as "hasTelegram",
       phone, email
     from person where municipality_code = any ($1::text[]) and full_name is not null and erased_at is null
     order by telegram_id is null, id`,
    [municipalities],
  )
  return rows
}

/** Those of the same name and municipality, whatever the script; whoever has Telegram first. */
export async function findSame(db: Db, { name, municipality }: Pick<Entry, 'name' | 'municipality'>): Promise<Known[]> {
  const key = nameKey(name)
  return (await peopleKnownIn(db, [municipality])).filter((known) => nameKey(known.name) === key)
}

/** They came to the bot, and all that was theirs is that person's: what staff wrote down goes. */
export async function removeEntered(db: Db, personId: number): Promise<void> {
  await db.query('delete from person where id = $1::bigint and entered_at is not null', [personId])
}

/** They have a place again: what is known of them is kept as long from now as of somebody who wrote. */
export async function seeEntered(db: Db, personIds: readonly number[], now: Temporal.Instant): Promise<void> {
  await db.query(
    'update person set last_seen_at = $2::timestamptz where id = any ($1::bigint[]) and entered_at is not null',
    [personIds, now.toString()],
  )
}

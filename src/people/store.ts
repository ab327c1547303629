import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { toPlainArray } from '../platform/database/parameter.ts'
import { type Held as Count, countHeld } from '../platform/database/retention.ts'
import type { CouncilRole, Experience, Person, Profile, Role } from './rules.ts'

export type PersonRow = {
  id: number
  telegram_id: number
  name: string
  role: Role
  locale_chosen: Locale | null
  locale_seen: Locale
  full_name: string | null
  municipality_code: string | null
  council_role: CouncilRole | null
  email: string | null
  experience: Experience | null
  consent_version: number | null
}

/** What makes a `PersonRow`. */
export const PERSON_COLUMNS =
  'id, telegram_id, name, role, locale_chosen, locale_seen, ' +
  'full_name, municipality_code, council_role, email, experience, consent_version'

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    telegramId: row.telegram_id,
    name: row.name,
    role: row.role,
    localeChosen: row.locale_chosen,
    localeSeen: row.locale_seen,
    profile: profileOf(row),
  }
}

/** A profile is written as a whole, so that one column says whether there is one. */
function profileOf(row: PersonRow): Profile | null {
  if (row.consent_version === null) return null
  return {
    fullName: row.full_name!,
    municipalityCode: row.municipality_code!,
    councilRole: row.council_role!,
    email: row.email,
    experience: row.experience!,
    consentVersion: row.consent_version,
  }
}

/** What an update tells of its sender. */
export type Seen = {
  telegramId: number
  name: string
  /** How they write; `null` when this message does not show it. */
  localeSeen: Locale | null
  /** The guess for somebody new. */
  localeFirst: Locale
  now: Temporal.Instant
}

/**
 * Of whoever writes, those about whom nothing is new, in the order asked for; `null` for the others, whom `meetPerson`
 * brings up to date. When somebody was last seen is news after an hour: it serves to forget who is silent for years.
 */
export async function findUnchanged(db: Db, seen: readonly Seen[]): Promise<(Person | null)[]> {
  const { rows } = await db.query<PersonRow & { place: number }>(
    `select ${PERSON_COLUMNS}, place
     from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) with ordinality
       as seen (seen_id, seen_name, seen_locale, seen_at, place)
     join person on telegram_id = seen_id
     where name = seen_name and (seen_locale is null or locale_seen = seen_locale) and unreachable_since is null
       and last_seen_at between seen_at - interval '1 hour' and seen_at + interval '1 hour'`,
    [
      toPlainArray(seen.map(({ telegramId }) => telegramId)),
      seen.map(({ name }) => name),
      toPlainArray(seen.map(({ localeSeen }) => localeSeen)),
      toPlainArray(seen.map(({ now }) => now.toString())),
    ],
  )
  const found = new Map(rows.map((row) => [row.place, personOf(row)]))
  return seen.map((_, i) => found.get(i + 1) ?? null)
}

/** The same of somebody who does not write, but presses or blocks: nobody is met by that. `null`: we do not know them. */
export async function seeAgain(db: Db, seen: Seen): Promise<Person | null> {
  const { rows } = await db.query<PersonRow>(
    `update person
     set name = $2::text, last_seen_at = $3::timestamptz, unreachable_since = null,
         returned_at = case when unreachable_since is null then returned_at else $3::timestamptz end
     where telegram_id = $1::bigint
     returning ${PERSON_COLUMNS}`,
    [seen.telegramId, seen.name, seen.now.toString()],
  )
  return rows[0] ? personOf(rows[0]) : null
}

/** Whose private chat it is; `null` when nobody is known there. */
export async function personOfChat(db: Db, chatId: number): Promise<Person | null> {
  const { rows } = await db.query<PersonRow>(`select ${PERSON_COLUMNS} from person where telegram_id = $1::bigint`, [
    chatId,
  ])
  return rows[0] ? personOf(rows[0]) : null
}

/** How a private chat is written to; `null` when nobody is known there. */
export async function localeOfChat(db: Db, chatId: number): Promise<Locale | null> {
  const { rows } = await db.query<{ locale: Locale }>(
    'select coalesce(locale_chosen, locale_seen) as locale from person where telegram_id = $1::bigint',
    [chatId],
  )
  return rows[0]?.locale ?? null
}

/** The person behind a Telegram user, made on first sight; what is seen of them now replaces what was known. */
export async function meetPerson(db: Db, seen: Seen): Promise<Person> {
  const { rows } = await db.query<PersonRow>(
    `insert into person as known (telegram_id, name, locale_seen, first_seen_at, last_seen_at)
     values ($1::bigint, $2::text, coalesce($3::text, $4::text), $5::timestamptz, $5::timestamptz)
     on conflict (telegram_id) do update
     set name = excluded.name, locale_seen = coalesce($3::text, known.locale_seen), unreachable_since = null,
         last_seen_at = excluded.last_seen_at,
         returned_at = case when known.unreachable_since is null then known.returned_at else excluded.last_seen_at end
     returning ${PERSON_COLUMNS}`,
    [seen.telegramId, seen.name, seen.localeSeen, seen.localeFirst, seen.now.toString()],
  )
  return personOf(rows[0]!)
}

/** Those of these people who can be written to: the others blocked us, or are gone. */
export async function reachablePeople(db: Db, ids: readonly number[]): Promise<Person[]> {
  const { rows } = await db.query<PersonRow>(
    `select ${PERSON_COLUMNS} from person where id = any ($1::bigint[]) and unreachable_since is null and telegram_id is not null`,
    [ids],
  )
  return rows.map(personOf)
}

/** Everybody who ever wrote to us and did not erase their data. */
export async function allPeople(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from person where telegram_id is not null order by id')
  return rows.map((row) => row.id)
}

/** Everybody who told us who they are and did not erase it. */
export async function registeredPeople(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from person where consent_at is not null and erased_at is null order by id',
  )
  return rows.map((row) => row.id)
}

/** The private chats of these people, by their ids; those without Telegram and those who had their data erased have none. */
export async function chatsOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; telegram_id: number }>(
    'select id, telegram_id from person where id = any ($1::bigint[]) and telegram_id is not null',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.telegram_id]))
}

/** Everybody registered for one of these municipalities. */
export async function peopleOfMunicipalities(db: Db, codes: readonly string[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from person where municipality_code = any ($1::text[]) and telegram_id is not null order by id',
    [codes],
  )
  return rows.map((row) => row.id)
}

/** Everybody who blocked us or is gone: few, and found by an index of their own. */
export async function unreachablePeople(db: Db): Promise<Set<number>> {
  const { rows } = await db.query<{ id: number }>('select id from person where unreachable_since is not null')
  return new Set(rows.map((row) => row.id))
}

/** Whoever can be written to again and has not been looked for in the lines since: who, and since when. */
export async function returnedPeople(db: Db): Promise<Returned[]> {
  const { rows } = await db.query<{ id: number; returned_at: string }>(
    'select id, returned_at::text from person where returned_at is not null order by returned_at limit 100',
  )
  return rows.map((row) => ({ personId: row.id, at: row.returned_at }))
}

/** `at` as the database writes it, to the microsecond. */
export type Returned = { personId: number; at: string }

/** The lines of these people were looked at; whoever blocked us and returned once more meanwhile stays to be looked at. */
export async function markLookedAt(db: Db, returned: readonly Returned[]): Promise<void> {
  await db.query(
    `update person set returned_at = null
     from unnest($1::bigint[], $2::text[]) as seen (seen_id, seen_at)
     where id = seen_id and returned_at = seen_at::timestamptz`,
    [toPlainArray(returned.map(({ personId }) => personId)), toPlainArray(returned.map(({ at }) => at))],
  )
}

/** Gives a Telegram user a role as the sandbox does, whether or not they have written yet; whatever made them staff before ends. */
export async function grantRole(
  db: Db,
  grant: { telegramId: number; name: string; role: Role; now: Temporal.Instant },
): Promise<void> {
  await db.query(
    `with met as (
       insert into person (telegram_id, name, role, locale_seen, first_seen_at, last_seen_at)
       values ($1::bigint, $2::text, $3::text, 'sr-Cyrl', $4::timestamptz, $4::timestamptz)
       on conflict (telegram_id) do update set role = excluded.role
       returning id
     ), ended as (
       delete from role_grant using met where person_id = met.id and (source <> 'sandbox' or $3::text = 'member')
     )
     insert into role_grant (person_id, source, role, at)
     select id, 'sandbox', $3::text, $4::timestamptz from met where $3::text <> 'member'
     on conflict (person_id, source) do update set role = excluded.role`,
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

/** Keeps what a person told of themselves; `now` is when they consented. */
export async function saveProfile(db: Db, personId: number, profile: Profile, now: Temporal.Instant): Promise<void> {
  await db.query(
    `update person
     set full_name = $2::text, municipality_code = $3::text, council_role = $4::text, email = $5::text,
         experience = $6::text, consent_version = $7::smallint, consent_at = $8::timestamptz
     where id = $1::bigint`,
    [
      personId,
      profile.fullName,
      profile.municipalityCode,
      profile.councilRole,
      profile.email,
      profile.experience,
      profile.consentVersion,
      now.toString(),
    ],
  )
}

/** Changes what a registered person told; what they consented to, and when, stays. */
export async function changeProfile(db: Db, personId: number, profile: Profile): Promise<void> {
  await db.query(
    `update person
     set full_name = $2::text, municipality_code = $3::text, council_role = $4::text, email = $5::text,
         experience = $6::text
     where id = $1::bigint and consent_version is not null`,
    [personId, profile.fullName, profile.municipalityCode, profile.councilRole, profile.email, profile.experience],
  )
}

/** Those of these private chats that belong to nobody we know. */
export async function strangersAmong(db: Db, chatIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from unnest($1::bigint[]) as asked (id)
     where not exists (select from person where telegram_id = asked.id) order by id`,
    [chatIds],
  )
  return rows.map((row) => row.id)
}

/** How many people are known; the oldest is who has been silent for longest. */
export function countPeople(db: Db): Promise<Count> {
  return countHeld(db, 'select count(*) as rows, min(last_seen_at) as oldest from person where erased_at is null')
}

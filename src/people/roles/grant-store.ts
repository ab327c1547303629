import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Role } from '../rules.ts'

/** What makes somebody staff. */
export type Source = 'configuration' | 'invitation' | 'sandbox'

export type Grant = { personId: number; role: Exclude<Role, 'member'>; source: Source; givenBy: number | null }

/** Adds a reason why somebody is staff. Their role follows by `settleRole`. */
export async function insertGrant(db: Db, grant: Grant, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into role_grant (person_id, source, role, given_by, at)
     values ($1::bigint, $2::text, $3::text, $4::bigint, $5::timestamptz)
     on conflict (person_id, source) do update set role = excluded.role, given_by = excluded.given_by, at = excluded.at`,
    [grant.personId, grant.source, grant.role, grant.givenBy, now.toString()],
  )
}

/** Takes every reason away, or those of one source. */
export async function deleteGrants(db: Db, personId: number, source: Source | null): Promise<void> {
  await db.query('delete from role_grant where person_id = $1::bigint and ($2::text is null or source = $2::text)', [
    personId,
    source,
  ])
}

/** What gives or takes a role: a reason of `role_grant`, or a coordinator in the chat. */
export type Cause = { source: Source | 'chat'; actorId: number | null }

/**
 * Makes a person's role what their reasons say, and notes who did it. Returns the role they have now; `null` when it is what
 * it was. («coordinator» comes before «trainer» in the alphabet, so the highest role is the least word.)
 */
export async function settleRole(
  db: Db,
  personId: number,
  { source, actorId }: Cause,
  now: Temporal.Instant,
): Promise<Role | null> {
  const { rows } = await db.query<{ role: Role }>(
    `with owed as (
       select coalesce(min(role), 'member') as role from role_grant where person_id = $1::bigint
     ), changed as (
       update person set role = owed.role from owed where id = $1::bigint and person.role <> owed.role
       returning id, person.role
     )
     insert into role_event (person_id, role, source, actor_id, at)
     select id, role, $2::text, $3::bigint, $4::timestamptz from changed
     returning role`,
    [personId, source, actorId, now.toString()],
  )
  return rows[0]?.role ?? null
}

/** People whom the configuration made coordinators, by their Telegram ids. */
export async function readConfigured(db: Db): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; telegram_id: number }>(
    `select id, telegram_id from role_grant join person on person.id = person_id
     where source = 'configuration' and telegram_id is not null order by id`,
  )
  return new Map(rows.map((row) => [row.telegram_id, row.id]))
}

/** Those of these Telegram users who wrote to us, with their ids here. */
export async function findKnown(db: Db, telegramIds: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; telegram_id: number }>(
    'select id, telegram_id from person where telegram_id = any ($1::bigint[]) order by id',
    [telegramIds],
  )
  return new Map(rows.map((row) => [row.telegram_id, row.id]))
}

/** Keeps the mark of the list that was applied last. */
export async function keepListMark(db: Db, mark: Buffer, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into coordinator_list (mark, applied_at) values ($1::bytea, $2::timestamptz)
     on conflict (only_one) do update set mark = excluded.mark, applied_at = excluded.applied_at`,
    [mark, now.toString()],
  )
}

export async function readListMark(db: Db): Promise<Buffer | null> {
  const { rows } = await db.query<{ mark: Buffer }>('select mark from coordinator_list')
  return rows[0]?.mark ?? null
}

/** The configuration gives somebody nothing from now on. */
export async function insertBar(db: Db, mark: Buffer, now: Temporal.Instant): Promise<void> {
  await db.query('insert into role_bar (mark, made_at) values ($1::bytea, $2::timestamptz) on conflict do nothing', [
    mark,
    now.toString(),
  ])
}

export async function isBarred(db: Db, mark: Buffer): Promise<boolean> {
  const { rows } = await db.query('select from role_bar where mark = $1::bytea', [mark])
  return rows.length > 0
}

/** Lifts the bars of everybody but those with these marks. */
export async function keepBarsOf(db: Db, marks: readonly Buffer[]): Promise<void> {
  await db.query('delete from role_bar where mark <> all ($1::bytea[])', [marks])
}

/** The reasons why a person is staff, for them to see. */
export async function readGrantsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    'select role, source, at from role_grant where person_id = $1::bigint order by source',
    [personId],
  )
  return rows
}

export function countBars(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(made_at) as oldest from role_bar')
}

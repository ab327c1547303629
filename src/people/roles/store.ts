import { type Db, lockForTransaction } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Role } from '../rules.ts'
import type { Source } from './grant-store.ts'

/**
 * Keeps every other change of roles out until the transaction ends, so that two coordinators cannot take each other's role.
 * To be taken before any row of a person is, or two would wait for each other.
 */
export function lockRoles(db: Db): Promise<void> {
  return lockForTransaction(db, 'roles')
}

/** The role a person has now; it stays so until the transaction ends. */
export async function readRole(db: Db, personId: number): Promise<Role> {
  const { rows } = await db.query<{ role: Role }>('select role from person where id = $1::bigint for share', [personId])
  return rows[0]?.role ?? 'member'
}

export type StaffLine = {
  personId: number
  telegramId: number
  name: string
  role: Role
  /** What made them so; `null` when that is not known. */
  source: Source | null
  /** Who invited them, by name; `null` when nobody did, or their data are erased. */
  givenBy: string | null
}

/** Trainers and coordinators, the coordinators first. */
export async function listStaff(db: Db): Promise<StaffLine[]> {
  const { rows } = await db.query<{
    id: number
    telegram_id: number
    name: string
    role: Role
    source: Source | null
    given_by: string | null
  }>(
    `select person.id, person.telegram_id, coalesce(person.full_name, person.name) as name, person.role, reason.source,
            coalesce(giver.full_name, giver.name) as given_by
     from person
     left join lateral (
       select source, given_by from role_grant
       where person_id = person.id and role_grant.role = person.role order by at, source limit 1
     ) as reason on true
     left join person as giver on giver.id = reason.given_by and giver.erased_at is null
     where person.role <> 'member' and person.telegram_id is not null
     order by person.role, name, person.id`,
  )
  return rows.map(({ id, telegram_id, given_by, ...row }) => ({
    ...row,
    personId: id,
    telegramId: telegram_id,
    givenBy: given_by,
  }))
}

/** The roles a person had, for them to see. */
export async function readRolesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query('select role, source, at from role_event where person_id = $1::bigint order by id', [
    personId,
  ])
  return rows
}

/** Forgets who gave or took a role before `before`; the roles stay. Returns how many changes. */
export function deleteRoleEvents(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from role_event where at < $1::timestamptz', before)
}

export function countRoleEvents(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from role_event')
}

/** Whoever decides where a trainer may not. */
export async function coordinatorIds(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from person where role = 'coordinator' and telegram_id is not null order by id`,
  )
  return rows.map((row) => row.id)
}

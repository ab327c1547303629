import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Role } from '../rules.ts'

/** The role a person has now; it stays so until the transaction ends. */
export async function readRole(db: Db, personId: number): Promise<Role> {
  const { rows } = await db.query<{ role: Role }>('select role from person where id = $1::bigint for share', [personId])
  return rows[0]?.role ?? 'member'
}

export type StaffLine = { personId: number; telegramId: number; name: string; role: Role }

/** Trainers and coordinators, the coordinators first. */
export async function listStaff(db: Db): Promise<StaffLine[]> {
  const { rows } = await db.query<{ id: number; telegram_id: number; name: string; role: Role }>(
    `select id, telegram_id, coalesce(full_name, name) as name, role from person
     where role <> 'member' and telegram_id is not null
     order by role, name, id`,
  )
  return rows.map((row) => ({ personId: row.id, telegramId: row.telegram_id, name: row.name, role: row.role }))
}

/** Gives a person another role, and notes who did it. `false` when they have it already, or are not `from` any more. */
export async function changeRole(
  db: Db,
  change: { personId: number; from: Role; to: Role; actorId: number; now: Temporal.Instant },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `with changed as (
       update person set role = $3::text where id = $1::bigint and role = $2::text returning id
     )
     insert into role_event (person_id, role, actor_id, at)
     select id, $3::text, $4::bigint, $5::timestamptz from changed`,
    [change.personId, change.from, change.to, change.actorId, change.now.toString()],
  )
  return rowCount === 1
}

export async function insertInvite(
  db: Db,
  invite: { tokenHash: Uint8Array; madeBy: number; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await db.query(
    `insert into trainer_invite (token_hash, made_by, made_at, expires_at)
     values ($1::bytea, $2::bigint, $3::timestamptz, $4::timestamptz)`,
    [Buffer.from(invite.tokenHash), invite.madeBy, invite.now.toString(), invite.expiresAt.toString()],
  )
}

export type Invite = {
  id: number
  /** Who made it; `null` when their data are erased. */
  madeBy: number | null
  madeByName: string
  expiresAt: Temporal.Instant
  usedAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
}

const INVITE_COLUMNS = `trainer_invite.id, trainer_invite.made_by, coalesce(person.full_name, person.name, '') as made_by_name,
  trainer_invite.expires_at::text, trainer_invite.used_at::text, trainer_invite.revoked_at::text`

type InviteRow = {
  id: number
  made_by: number | null
  made_by_name: string
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

function inviteOf(row: InviteRow): Invite {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  return {
    id: row.id,
    madeBy: row.made_by,
    madeByName: row.made_by_name,
    expiresAt: Temporal.Instant.from(row.expires_at),
    usedAt: instant(row.used_at),
    revokedAt: instant(row.revoked_at),
  }
}

/** The invitation behind a link, nobody else using it until the transaction ends; `null` when there never was one. */
export async function lockInvite(db: Db, tokenHash: Uint8Array): Promise<Invite | null> {
  const { rows } = await db.query<InviteRow>(
    `select ${INVITE_COLUMNS} from trainer_invite left join person on person.id = trainer_invite.made_by
     where token_hash = $1::bytea for update of trainer_invite`,
    [Buffer.from(tokenHash)],
  )
  return rows[0] ? inviteOf(rows[0]) : null
}

/** Invitations that can still be used, the newest first. */
export async function listOpenInvites(db: Db, now: Temporal.Instant): Promise<Invite[]> {
  const { rows } = await db.query<InviteRow>(
    `select ${INVITE_COLUMNS} from trainer_invite left join person on person.id = trainer_invite.made_by
     where used_at is null and revoked_at is null and expires_at > $1::timestamptz
     order by trainer_invite.id desc limit 20`,
    [now.toString()],
  )
  return rows.map(inviteOf)
}

export async function markInviteUsed(db: Db, id: number, personId: number, now: Temporal.Instant): Promise<void> {
  await db.query('update trainer_invite set used_by = $2::bigint, used_at = $3::timestamptz where id = $1::int', [
    id,
    personId,
    now.toString(),
  ])
}

/** Takes an invitation back. `false` when it was used or taken back before. */
export async function revokeInvite(db: Db, id: number, by: number, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update trainer_invite set revoked_at = $2::timestamptz, revoked_by = $3::bigint
     where id = $1::int and used_at is null and revoked_at is null`,
    [id, now.toString(), by],
  )
  return rowCount === 1
}

/** The roles a person had, for them to see. */
export async function readRolesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query('select role, at from role_event where person_id = $1::bigint order by id', [
    personId,
  ])
  return rows
}

export async function deleteRolesOf(db: Db, personId: number): Promise<void> {
  await db.query('delete from role_event where person_id = $1::bigint', [personId])
}

/** Forgets invitations that could not be used any more before `before`. Returns how many. */
export function deleteInvites(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    'delete from trainer_invite where least(expires_at, used_at, revoked_at) < $1::timestamptz',
    before,
  )
}

export function countInvites(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(made_at) as oldest from trainer_invite')
}

/** Forgets who gave or took a role before `before`; the roles stay. Returns how many changes. */
export function deleteRoleEvents(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from role_event where at < $1::timestamptz', before)
}

export function countRoleEvents(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from role_event')
}

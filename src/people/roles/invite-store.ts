import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'

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
  /** The coordinator who made it; `null` when they are one no more, or their data are erased. */
  madeBy: number | null
  madeByName: string
  expiresAt: Temporal.Instant
  usedAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
}

const INVITES = `select trainer_invite.id, maker.id as made_by, coalesce(maker.full_name, maker.name, '') as made_by_name,
    trainer_invite.expires_at::text, trainer_invite.used_at::text, trainer_invite.revoked_at::text
  from trainer_invite left join person as maker on maker.id = trainer_invite.made_by and maker.role = 'coordinator'`

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
    `${INVITES} where trainer_invite.token_hash = $1::bytea for update of trainer_invite`,
    [Buffer.from(tokenHash)],
  )
  return rows[0] ? inviteOf(rows[0]) : null
}

/** Invitations that can still be used, the newest first. */
export async function listOpenInvites(db: Db, now: Temporal.Instant): Promise<Invite[]> {
  const { rows } = await db.query<InviteRow>(
    `${INVITES}
     where trainer_invite.used_at is null and trainer_invite.revoked_at is null and maker.id is not null
       and trainer_invite.expires_at > $1::timestamptz
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

/** Takes back whatever a person made and nobody used; `by` is whoever ended their role, `null` for nobody in the chat. */
export async function revokeInvitesOf(db: Db, madeBy: number, by: number | null, now: Temporal.Instant): Promise<void> {
  await db.query(
    `update trainer_invite set revoked_at = $2::timestamptz, revoked_by = $3::bigint
     where made_by = $1::bigint and used_at is null and revoked_at is null`,
    [madeBy, now.toString(), by],
  )
}

/** The invitations that a person made or followed, for them to see. */
export async function readInvitesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select case made_by when $1::bigint then 'made' else 'used' end as what, made_at, expires_at, used_at, revoked_at
     from trainer_invite where made_by = $1::bigint or used_by = $1::bigint order by id`,
    [personId],
  )
  return rows
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

import { createHash } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'

/** Keeps a new link of a sign-up in place of older ones. */
export async function insertSubstituteLink(
  db: Db,
  signUpId: number,
  token: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.query('delete from substitute_link where sign_up_id = $1::int and used_at is null', [signUpId])
  await db.query(
    'insert into substitute_link (token_hash, sign_up_id, made_at) values ($1::bytea, $2::int, $3::timestamptz)',
    [hashOf(token), signUpId, now.toString()],
  )
}

export async function findSubstituteLink(db: Db, token: string): Promise<{ signUpId: number; used: boolean } | null> {
  const { rows } = await db.query<{ sign_up_id: number; used: boolean }>(
    'select sign_up_id, used_at is not null as used from substitute_link where token_hash = $1::bytea',
    [hashOf(token)],
  )
  return rows[0] ? { signUpId: rows[0].sign_up_id, used: rows[0].used } : null
}

/** `false`: somebody used it before. */
export async function useSubstituteLink(db: Db, token: string, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'update substitute_link set used_at = $2::timestamptz where token_hash = $1::bytea and used_at is null',
    [hashOf(token), now.toString()],
  )
  return rowCount === 1
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

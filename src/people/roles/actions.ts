import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import { changeRole, type Invite, insertInvite, lockInvite, markInviteUsed, readRole } from './store.ts'

/** How long an invitation can be used. */
const INVITE_LIFE = Temporal.Duration.from({ hours: 7 * 24 })

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Makes an invitation that turns one person into a trainer. Returns its token, which is kept nowhere. */
export async function inviteTrainer(
  db: Db,
  madeBy: number,
  now: Temporal.Instant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const token = randomBytes(16).toString('base64url')
  const expiresAt = now.add(INVITE_LIFE)
  await insertInvite(db, { tokenHash: hashOf(token), madeBy, now, expiresAt })
  return { token, expiresAt }
}

export type AcceptResult =
  /** `madeBy` is to be told. */
  { kind: 'accepted'; madeBy: number | null } | { kind: 'already' | 'used' | 'expired' | 'revoked' | 'unknown' }

/** Makes a person a trainer by an invitation. Somebody who is staff already does not use it up. */
export async function acceptInvite(
  db: Db,
  token: string,
  personId: number,
  now: Temporal.Instant,
): Promise<AcceptResult> {
  const invite = await lockInvite(db, hashOf(token))
  if (!invite) return { kind: 'unknown' }
  if ((await readRole(db, personId)) !== 'member') return { kind: 'already' }
  const fault = whyUseless(invite, now)
  if (fault) return { kind: fault }
  await changeRole(db, { personId, from: 'member', to: 'trainer', actorId: invite.madeBy ?? personId, now })
  await markInviteUsed(db, invite.id, personId, now)
  return { kind: 'accepted', madeBy: invite.madeBy }
}

function whyUseless(invite: Invite, now: Temporal.Instant): 'used' | 'expired' | 'revoked' | null {
  if (invite.usedAt) return 'used'
  if (invite.revokedAt) return 'revoked'
  return Temporal.Instant.compare(invite.expiresAt, now) <= 0 ? 'expired' : null
}

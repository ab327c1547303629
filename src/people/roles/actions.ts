import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import { markOf } from '../marks.ts'
import type { Role } from '../rules.ts'
import {
  type Cause,
  deleteGrants,
  insertBar,
  insertGrant,
  readConfigured,
  type Source,
  settleRole,
} from './grant-store.ts'
import { type Invite, insertInvite, lockInvite, markInviteUsed, revokeInvitesOf } from './invite-store.ts'
import { listStaff, lockRoles, readRole, type StaffLine } from './store.ts'

/** The purpose of the marks of those the configuration gives nothing. */
export const BARRED = 'coordinator'

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
  | { kind: 'accepted'; madeBy: number; madeByName: string }
  | { kind: 'expired'; expiresAt: Temporal.Instant }
  /** `revoked` also when whoever made it is a coordinator no more. */
  | { kind: 'already' | 'used' | 'revoked' | 'unknown' }

/** Makes a person a trainer by an invitation. Somebody who is staff already does not use it up. */
export async function acceptInvite(
  db: Db,
  token: string,
  personId: number,
  now: Temporal.Instant,
): Promise<AcceptResult> {
  await lockRoles(db)
  const invite = await lockInvite(db, hashOf(token))
  if (!invite) return { kind: 'unknown' }
  if ((await readRole(db, personId)) !== 'member') return { kind: 'already' }
  const { madeBy, madeByName, expiresAt } = invite
  if (invite.usedAt) return { kind: 'used' }
  if (invite.revokedAt || madeBy === null) return { kind: 'revoked' }
  if (hasExpired(invite, now)) return { kind: 'expired', expiresAt }
  await insertGrant(db, { personId, role: 'trainer', source: 'invitation', givenBy: madeBy }, now)
  await settleRole(db, personId, { source: 'invitation', actorId: madeBy }, now)
  await markInviteUsed(db, invite.id, personId, now)
  return { kind: 'accepted', madeBy, madeByName }
}

const hasExpired = ({ expiresAt }: Invite, now: Temporal.Instant) => Temporal.Instant.compare(expiresAt, now) <= 0

export type TakeResult =
  /** `others` are the coordinators who are left; `isListed`: the configuration names the person still. */
  | { kind: 'taken'; person: StaffLine; others: StaffLine[]; isListed: boolean }
  /** They are no `role` (any more). */
  | { kind: 'nothing' }
  /** Nobody would be a coordinator then. */
  | { kind: 'last' }

/** Takes whatever makes a person staff, when their role is `role`. With the lock of roles. */
export async function takeRole(
  db: Db,
  taking: { personId: number; role: Exclude<Role, 'member'>; actorId: number },
  now: Temporal.Instant,
): Promise<TakeResult> {
  const staff = await listStaff(db)
  const person = staff.find((one) => one.personId === taking.personId && one.role === taking.role)
  if (!person) return { kind: 'nothing' }
  const others = staff.filter((one) => one.role === 'coordinator' && one !== person)
  if (others.length === 0) return { kind: 'last' }
  const isListed = await bar(db, person, now)
  await endGrants(db, person.personId, null, { source: 'chat', actorId: taking.actorId }, now)
  return { kind: 'taken', person, others, isListed }
}

/** Has the configuration give somebody nothing, where it gave them their role. Returns whether it did. */
async function bar(db: Db, { telegramId }: StaffLine, now: Temporal.Instant): Promise<boolean> {
  if (!(await readConfigured(db)).has(telegramId)) return false
  await insertBar(db, await markOf(db, BARRED, telegramId), now)
  return true
}

/** Takes reasons away, and with the role of a coordinator the invitations they made. Returns the role that is left. */
export async function endGrants(
  db: Db,
  personId: number,
  source: Source | null,
  cause: Cause,
  now: Temporal.Instant,
): Promise<Role> {
  await deleteGrants(db, personId, source)
  const left = (await settleRole(db, personId, cause, now)) ?? (await readRole(db, personId))
  if (left !== 'coordinator') await revokeInvitesOf(db, personId, cause.actorId, now)
  return left
}

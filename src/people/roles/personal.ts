import type { Db } from '../../platform/database/database.ts'
import { markOf } from '../marks.ts'
import type { Person } from '../rules.ts'
import { BARRED } from './actions.ts'
import { deleteGrants, isBarred, readConfigured, readGrantsOf } from './grant-store.ts'
import { readInvitesOf, revokeInvitesOf } from './invite-store.ts'
import { tellOfErasing } from './notices.ts'
import { listStaff, lockRoles, readRolesOf } from './store.ts'

/** What somebody may do, why, and what they could do before. */
export async function readRoles(db: Db, { id }: Pick<Person, 'id'>): Promise<unknown> {
  return {
    now: await readGrantsOf(db, id),
    before: await readRolesOf(db, id),
    invitations: await readInvitesOf(db, id),
  }
}

/** What erasing has to say of somebody's role. */
export type Standing = {
  /** The configuration makes them a coordinator, and will again when they write. */
  isListed: boolean
  /** The configuration does not give them the role, though it names them. */
  isBarred: boolean
  wasStaff: boolean
  /** Nobody else is a coordinator. */
  isLast: boolean
}

export async function readStanding(db: Db, { id, telegramId }: Person): Promise<Standing> {
  const configured = await readConfigured(db)
  const coordinators = (await listStaff(db)).filter(({ role }) => role === 'coordinator')
  return {
    isListed: configured.has(telegramId),
    isBarred: await isBarred(db, await markOf(db, BARRED, telegramId)),
    wasStaff: (await readRolesOf(db, id)).length > 0,
    isLast: coordinators.length === 1 && coordinators[0]!.personId === id,
  }
}

/**
 * Takes whatever makes a person staff, with the invitations they made, and tells the coordinators who are left. What they
 * gave and took stays, by a row that says no more who it was. Before the row itself is erased.
 */
export async function eraseRoles(db: Db, { id }: Pick<Person, 'id'>, now: Temporal.Instant): Promise<void> {
  await lockRoles(db)
  const coordinators = (await listStaff(db)).filter(({ role }) => role === 'coordinator')
  const others = coordinators.filter(({ personId }) => personId !== id)
  await deleteGrants(db, id, null)
  await revokeInvitesOf(db, id, null, now)
  if (others.length < coordinators.length) await tellOfErasing(db, { personId: id, others }, now)
}

import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { markOf, markOfAll, marksOf } from '../marks.ts'
import type { Person, Role } from '../rules.ts'
import { BARRED, endGrants } from './actions.ts'
import {
  findKnown,
  insertGrant,
  isBarred,
  keepBarsOf,
  keepListMark,
  readConfigured,
  readListMark,
  settleRole,
} from './grant-store.ts'
import { tellOfLeaving } from './notices.ts'
import { listStaff, lockRoles } from './store.ts'

/** The coordinators that the configuration names: they are so while they stand there. */
export type CoordinatorList = {
  /**
   * Once at the start: whoever joined the list gets the role, whoever left it loses it and is told, as are the coordinators
   * left. Returns the chats of those who are members now.
   */
  apply(): Promise<number[]>
  /** The role of somebody who writes: the list may name them though they are new to us. */
  recognise(person: Person): Promise<Role>
}

export function createCoordinatorList(parts: {
  database: Database
  clock: Clock
  log: Log
  telegramIds: ReadonlySet<number>
}): CoordinatorList {
  const { database, clock, log, telegramIds } = parts
  return {
    apply: async () => {
      const { gone, barred } = await database.transaction((db) => applyList(db, telegramIds, clock.now()))
      if (barred > 0)
        log.warn(
          { barred },
          'COORDINATOR_IDS names people whom a coordinator took the role from; it is not given back. To give it back: ' +
            'start once without their numbers, then again with them',
        )
      return gone
    },
    recognise: async (person) => {
      if (person.role === 'coordinator' || !telegramIds.has(person.telegramId)) return person.role
      return database.transaction((db) => recognise(db, person, telegramIds, clock.now()))
    },
  }
}

async function applyList(db: Db, telegramIds: ReadonlySet<number>, now: Temporal.Instant) {
  await lockRoles(db)
  await keepListMark(db, await markOfAll(db, LIST, telegramIds), now)
  await keepBarsOf(db, await marksOf(db, BARRED, telegramIds))
  const configured = await readConfigured(db)
  let barred = 0
  for (const [telegramId, personId] of await findKnown(db, [...telegramIds])) {
    if (await isBarred(db, await markOf(db, BARRED, telegramId))) barred++
    else if (!configured.has(telegramId)) await appoint(db, personId, now)
  }
  const gone: number[] = []
  for (const [telegramId, personId] of configured) {
    if (telegramIds.has(telegramId)) continue
    if ((await dismiss(db, personId, now)) === 'member') gone.push(telegramId)
  }
  return { gone, barred }
}

/** The purpose of the mark of the whole list. */
const LIST = 'coordinators'

const BY_CONFIGURATION = { source: 'configuration', actorId: null } as const

async function appoint(db: Db, personId: number, now: Temporal.Instant): Promise<Role | null> {
  await insertGrant(db, { personId, role: 'coordinator', source: 'configuration', givenBy: null }, now)
  return settleRole(db, personId, BY_CONFIGURATION, now)
}

async function dismiss(db: Db, personId: number, now: Temporal.Instant): Promise<Role> {
  const person = (await listStaff(db)).find((one) => one.personId === personId)
  const left = await endGrants(db, personId, 'configuration', BY_CONFIGURATION, now)
  if (person && left !== 'coordinator') {
    const others = (await listStaff(db)).filter(({ role }) => role === 'coordinator')
    await tellOfLeaving(db, { person, left, others }, now)
  }
  return left
}

/** Nobody gets anything from a process whose list is not the one that was applied last, nor after a coordinator took it. */
async function recognise(
  db: Db,
  person: Person,
  telegramIds: ReadonlySet<number>,
  now: Temporal.Instant,
): Promise<Role> {
  await lockRoles(db)
  const applied = await readListMark(db)
  if (!applied?.equals(await markOfAll(db, LIST, telegramIds))) return person.role
  if (await isBarred(db, await markOf(db, BARRED, person.telegramId))) return person.role
  return (await appoint(db, person.id, now)) ?? person.role
}

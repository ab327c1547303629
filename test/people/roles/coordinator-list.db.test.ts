import { expect, test } from 'vitest'
import { listStaffActs } from '../../../src/audit.ts'
import { acceptInvite, inviteTrainer, takeRole } from '../../../src/people/roles/actions.ts'
import { createCoordinatorList } from '../../../src/people/roles/coordinator-list.ts'
import { lockRoles } from '../../../src/people/roles/store.ts'
import type { Person } from '../../../src/people/rules.ts'
import { grantRole, meetPerson } from '../../../src/people/store.ts'
import { noLog } from '../../../src/platform/log.ts'
import { queuedFor } from '../../sessions/people.ts'
import { atOnce } from '../../support/database/at-once.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const { pool } = database
const clock = aClock()

const listOf = (...telegramIds: number[]) =>
  createCoordinatorList({ database, clock, log: noLog, telegramIds: new Set(telegramIds) })

const meet = (telegramId: number, name: string) =>
  meetPerson(pool, { telegramId, name, localeSeen: null, localeFirst: 'sr-Cyrl', now: clock.now() })

const roleOf = async ({ id }: Person) =>
  (await pool.query<{ role: string }>('select role from person where id = $1', [id])).rows[0]!.role

const take = (person: Person, actor: Person) =>
  database.transaction(async (db) => {
    await lockRoles(db)
    return takeRole(db, { personId: person.id, role: 'coordinator', actorId: actor.id }, clock.now())
  })

test('who leaves the list loses the role at the next start, which the audit, they and the others are told', async () => {
  const [ana, vera] = [await meet(11, 'Ана'), await meet(12, 'Вера')]
  await listOf(11, 12).apply()
  expect(await Promise.all([ana, vera].map(roleOf))).toEqual(['coordinator', 'coordinator'])
  expect(await listOf(11).apply()).toEqual([12])
  expect(await Promise.all([ana, vera].map(roleOf))).toEqual(['coordinator', 'member'])
  expect((await listStaffActs(pool, clock.now().subtract({ hours: 1 }))).map(({ what }) => what)).toEqual([
    'Ана is now a coordinator (COORDINATOR_IDS)',
    'Вера is now a coordinator (COORDINATOR_IDS)',
    'Вера is now a member (COORDINATOR_IDS)',
  ])
  expect([(await queuedFor(database, 11)).length, (await queuedFor(database, 12)).length]).toEqual([1, 1])
  // A start that changes nothing tells nobody anything.
  expect(await listOf(11).apply()).toEqual([])
  expect(await queuedFor(database, 12)).toHaveLength(1)
})

test('whoever the list names is recognised when they first write, but not by a process of an older list', async () => {
  const older = listOf(11, 21)
  await older.apply()
  const newer = listOf(11, 22)
  await newer.apply()
  const [removed, added] = [await meet(21, 'Уклоњен'), await meet(22, 'Додат')]
  expect(await older.recognise(removed)).toBe('member')
  expect(await newer.recognise(added)).toBe('coordinator')
  expect([await roleOf(removed), await roleOf(added)]).toEqual(['member', 'coordinator'])
})

test('what a coordinator took the list does not give back, until it named the person no more', async () => {
  const [ana, petar] = [await meet(11, 'Ана'), await meet(31, 'Петар')]
  const list = listOf(11, 31)
  await list.apply()
  expect((await take(petar, ana)).kind).toBe('taken')
  await list.apply()
  expect(await list.recognise({ ...petar, role: 'member' })).toBe('member')
  expect(await roleOf(petar)).toBe('member')
  await listOf(11).apply()
  await list.apply()
  expect(await roleOf(petar)).toBe('coordinator')
  await listOf(11).apply()
})

test('of two coordinators who take each other’s role at once, one stays', async () => {
  const [first, second] = [await meet(41, 'Прва'), await meet(42, 'Друга')]
  await listOf(41, 42).apply()
  const kinds: string[] = []
  const taking = (person: Person, actor: Person) => async (db: Parameters<typeof lockRoles>[0]) => {
    await lockRoles(db)
    kinds.push((await takeRole(db, { personId: person.id, role: 'coordinator', actorId: actor.id }, clock.now())).kind)
  }
  await atOnce(database, taking(second, first), taking(first, second))
  expect(kinds).toEqual(['taken', 'last'])
  expect([await roleOf(first), await roleOf(second)]).toEqual(['coordinator', 'member'])
})

test('an invitation ends with the role of whoever made it, and does not come back with it', async () => {
  const [maker, keeper] = [await meet(51, 'Стваралац'), await meet(52, 'Чувар')]
  await listOf(51, 52).apply()
  const { token } = await database.transaction((db) => inviteTrainer(db, maker.id, clock.now()))
  const guest = await meet(53, 'Гост')
  const accept = () => database.transaction((db) => acceptInvite(db, token, guest.id, clock.now()))
  await listOf(52).apply()
  expect(await accept()).toEqual({ kind: 'revoked' })
  await listOf(51, 52).apply()
  expect(await accept()).toEqual({ kind: 'revoked' })
  const another = await database.transaction((db) => inviteTrainer(db, maker.id, clock.now()))
  await take(maker, keeper)
  expect(await database.transaction((db) => acceptInvite(db, another.token, guest.id, clock.now()))).toEqual({
    kind: 'revoked',
  })
  expect(await roleOf(guest)).toBe('member')
})

test('a coordinator of the sandbox is not the list’s to take', async () => {
  await grantRole(pool, { telegramId: 61, name: 'Пешчаник', role: 'coordinator', now: clock.now() })
  const person = await meet(61, 'Пешчаник')
  await listOf().apply()
  expect(await roleOf(person)).toBe('coordinator')
})

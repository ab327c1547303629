import { beforeEach, describe, expect, test } from 'vitest'
import { claimUpdates, finishUpdate, postponeUpdate } from '../../../src/bot/receive/inbox.ts'
import { endLeases, endLeasesRunOut, renewLeases } from '../../../src/bot/receive/leases.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { inboxOf, ONE, TWO } from './stored.ts'

const database = await aDatabase()
const db = database.pool
beforeEach(() => emptyFrame(database))

const { stored, claimedIds, claimOne } = inboxOf(db)

describe('giving back', () => {
  test('it is as if it had not been tried, its chat waiting until the time said', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 7])
    await postponeUpdate(db, await claimOne(clock, ONE), clock.now().add({ seconds: 1 }))
    expect(await claimedIds({ clock })).toEqual([])
    clock.advance({ seconds: 1 })
    expect(await claimOne(clock, TWO)).toMatchObject({ updateId: 1, suspected: false, attempts: 0 })
  })

  test('a renewal that comes late leaves its time as it is', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    await postponeUpdate(db, await claimOne(clock, ONE), clock.now().add({ seconds: 2 }))
    await renewLeases(db, [1], ONE, clock.now())
    clock.advance({ seconds: 2 })
    expect(await claimedIds({ clock })).toEqual([1])
  })

  test.skipIf(database.kind === 'embedded')('a renewal waits for nothing that is being ended', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8])
    const [ending] = await claimUpdates(db, { limit: 2, suspected: 1, lease: ONE, now: clock.now() })
    clock.advance({ seconds: 50 })
    await database.transaction(async (transaction) => {
      await finishUpdate(transaction, ending!, clock.now())
      await renewLeases(db, [1, 2], ONE, clock.now())
    })
    clock.advance({ seconds: 20 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(0)
    clock.advance({ seconds: 41 })
    expect(await endLeasesRunOut(db, clock.now())).toBe(1)
    expect(await claimedIds({ clock, lease: TWO })).toEqual([2])
  })

  test('only whoever holds the lease may give it back', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    const first = await claimOne(clock, ONE)
    clock.advance({ seconds: 60 })
    await endLeasesRunOut(db, clock.now())
    await claimOne(clock, TWO)
    await postponeUpdate(db, first, clock.now())
    expect(await claimedIds({ clock })).toEqual([])
  })
})

describe('what was in work when a process died', () => {
  /** As if the process died: everything that it held is left behind. */
  const die = () => endLeases(db)
  const one = async (clock: ReturnType<typeof aClock>, suspected: 0 | 1 = 1) =>
    (await claimUpdates(db, { limit: 10, suspected, lease: ONE, now: clock.now() })).map(({ updateId }) => updateId)

  test('is tried again one after another, the others beside it', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8], [3, 9])
    await claimedIds({ clock })
    await die()
    await stored(clock, [4, 7], [5, 10])
    expect(await one(clock)).toEqual([1, 5])
    expect(await one(clock, 0)).toEqual([])
    expect(await one(clock)).toEqual([2])
    expect(await one(clock)).toEqual([3])
    expect(await one(clock)).toEqual([])
  })

  test('is charged with a death only when it was suspected already, and then goes last', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8], [3, 9])
    await claimedIds({ clock })
    await die()
    expect(await one(clock)).toEqual([1])
    await die()
    expect(await one(clock)).toEqual([2])
    expect(await one(clock)).toEqual([3])
    expect(await claimOne(clock, ONE)).toMatchObject({ updateId: 1, suspected: true, attempts: 1 })
  })

  test('is not charged with what a database away put off', async () => {
    const clock = aClock()
    await stored(clock, [1, 7])
    await claimedIds({ clock })
    await die()
    for (let time = 0; time < 10; time++) await postponeUpdate(db, await claimOne(clock, ONE), clock.now())
    expect(await claimOne(clock, ONE)).toMatchObject({ updateId: 1, attempts: 0 })
  })

  test('takes no place when none is free', async () => {
    const clock = aClock()
    await stored(clock, [1, 7], [2, 8])
    await claimedIds({ clock, limit: 1 })
    await die()
    expect(await claimedIds({ clock, limit: 0 })).toEqual([])
    expect(await claimedIds({ clock, limit: 1 })).toEqual([1])
  })
})

test('ended leases free what the dead held; one who was not dead finds that the lease is lost', async () => {
  const clock = aClock()
  await stored(clock, [1, 7], [2, 8])
  const held = await claimOne(clock, ONE)
  await endLeases(db)
  expect(await claimedIds({ clock, lease: TWO })).toEqual([1, 2])
  expect(await finishUpdate(db, held, clock.now())).toBe(false)
})

import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createHeartbeat } from '../../../src/bot/receive/heartbeat.ts'
import { type Claimed, claimUpdates, finishUpdate, storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { endLeasesOfDead, holderName } from '../../../src/bot/receive/leases.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()
const db = database.pool
const clock = aClock()
let updates = 0

/** An update of a chat of its own, held under `lease`. */
async function heldUnder(lease: string): Promise<Claimed> {
  updates++
  await storeUpdates(db, [aMessageUpdate(updates, updates)], clock.now())
  const [claimed] = await claimUpdates(db, { limit: 1, suspected: 1, lease, now: clock.now() })
  return claimed!
}

// An embedded database has one process.
describe.skipIf(database.kind === 'embedded')('what a process holds', () => {
  test('stays with it while it lives, and is free for others at once when it is dead', async () => {
    const [living, dying, ours] = [randomUUID(), randomUUID(), randomUUID()]
    const rights = await Promise.all([living, dying].map((lease) => database.acquireLock(holderName(lease), () => {})))
    const [kept, left, own] = [await heldUnder(living), await heldUnder(dying), await heldUnder(ours)]
    expect(await endLeasesOfDead(db, ours)).toBe(0)
    await rights[1]!.release()
    expect(await endLeasesOfDead(db, ours)).toBe(1)
    expect(await finishUpdate(db, kept, clock.now())).toBe(true)
    expect(await finishUpdate(db, left, clock.now())).toBe(false)
    const [taken] = await claimUpdates(db, { limit: 1, suspected: 1, lease: ours, now: clock.now() })
    expect(taken).toMatchObject({ updateId: left.updateId, suspected: true, attempts: 0 })
    expect(await finishUpdate(db, taken!, clock.now())).toBe(true)
    expect(await finishUpdate(db, own, clock.now())).toBe(true)
    await rights[0]!.release()
  })

  test('is given back by whoever looks first, who is told so', async () => {
    const ours = randomUUID()
    const freed = vi.fn()
    const presence = createHeartbeat({ database, lease: ours, log: noLog, freed })
    onTestFinished(() => presence.stop())
    await heldUnder(randomUUID())
    await presence.start()
    await vi.waitFor(() => expect(freed).toHaveBeenCalledTimes(1))
    expect(await claimUpdates(db, { limit: 9, suspected: 1, lease: ours, now: clock.now() })).toHaveLength(1)
  })

  test('a process that starts is seen before it holds anything, and no more once it stopped', async () => {
    const lease = randomUUID()
    const presence = createHeartbeat({ database, lease, log: noLog, freed: () => {} })
    await presence.start()
    expect(await database.acquireLock(holderName(lease), () => {})).toBeNull()
    await presence.stop()
    const right = await database.acquireLock(holderName(lease), () => {})
    expect(right).not.toBeNull()
    await right!.release()
  })
})

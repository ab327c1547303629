import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { endLeases } from '../../../../src/bot/receive/leases.ts'
import { aClock, aDatabase, emptyFrame, type SettableClock } from '../../../support/database/database.ts'
import { aGate, soon, workersOn } from './some-workers.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { someWorkers, store, inbox, said, allDone } = workersOn(database)

describe('what was in work when a process died', () => {
  const leftBehind = async (clock: SettableClock, ...updates: [number, number][]) => {
    await store(clock, ...updates)
    await database.pool.query(
      `update inbox set leased_by = '${randomUUID()}', leased_until = now() + interval '9 years'`,
    )
    await endLeases(database.pool)
  }

  test('is handled one at a time, and what nobody suspects beside it', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => {
      begun.push(update_id)
      if (update_id === 1) await gate.opened
    })
    await leftBehind(clock, [1, 7], [2, 8], [3, 9])
    await store(clock, [4, 10], [5, 8])
    workers.start()
    await vi.waitFor(() => expect(begun).toEqual([1, 4]), soon)
    gate.open()
    await allDone()
    expect(begun).toEqual([1, 4, 2, 3, 5].toSorted((a, b) => begun.indexOf(a) - begun.indexOf(b)))
    expect(begun.indexOf(2)).toBeLessThan(begun.indexOf(3))
  })

  test('lets the next begin while it waits outside, unless it was charged before', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun: number[] = []
    const workers = someWorkers(clock, async ({ update_id }, turn) => {
      begun.push(update_id)
      await turn.outside(() => gate.opened)
    })
    await leftBehind(clock, [1, 7], [2, 8], [3, 9])
    await database.pool.query('update inbox set attempts = 1 where update_id = 2')
    workers.start()
    await vi.waitFor(() => expect(begun).toEqual([1, 3, 2]), soon)
    gate.open()
    await allDone()
    await workers.stop()
    await leftBehind(clock, [4, 7], [5, 8])
    await database.pool.query('update inbox set attempts = 1 where update_id > 3')
    const shut = aGate()
    const others = someWorkers(clock, async ({ update_id }, turn) => {
      begun.push(update_id)
      await turn.outside(() => shut.opened)
    })
    others.start()
    await vi.waitFor(() => expect(begun).toContain(4), soon)
    for (let time = 0; time < 3; time++) others.wake()
    expect(begun).not.toContain(5)
    shut.open()
    await allDone()
  })

  test('the one that kills each process is found, and of its neighbours none is charged or apologised to', async () => {
    const clock = aClock()
    const handled: number[] = []
    const end = aGate()
    await leftBehind(clock, ...Array.from({ length: 6 }, (_, i): [number, number] => [i + 1, i + 1]))
    for (let deaths = 0; deaths < 5; deaths++) {
      const dead = aGate()
      // It is left as it is, since it is dead to the others; nothing that it does later counts.
      someWorkers(clock, async ({ update_id }) => {
        if (update_id !== 2) return void handled.push(update_id)
        dead.open()
        await end.opened
      }).start()
      await dead.opened
      await endLeases(database.pool)
    }
    someWorkers(clock, async ({ update_id }) => void handled.push(update_id)).start()
    await allDone()
    expect(handled.toSorted((a, b) => a - b)).toEqual([1, 3, 4, 5, 6])
    expect(await said()).toEqual(['извињење'])
    expect(await inbox()).toEqual(
      [1, 2, 3, 4, 5, 6].map((id) => ({
        update_id: id,
        done: true,
        attempts: id === 2 ? 5 : 0,
        failure: id === 2 ? 'Error' : null,
      })),
    )
  })
})

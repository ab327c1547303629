import { beforeEach, describe, expect, test, vi } from 'vitest'
import { storeUpdates } from '../../../../src/bot/receive/inbox.ts'
import type { Workers } from '../../../../src/bot/receive/workers.ts'
import { aClock, aDatabase, emptyFrame, type SettableClock } from '../../../support/database/database.ts'
import { aMessageUpdate } from '../updates.ts'
import { aGate, type Handle, meet, message, soon, workersOn } from './some-workers.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { someWorkers, store, inbox, said, leasedUntil, peopleCount, allDone } = workersOn(database)

describe('order', () => {
  test('within a chat is kept, one at a time, and a slow chat does not hold up another', async () => {
    const clock = aClock()
    const gate = aGate()
    const handled: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => {
      handled.push(update_id)
      if (update_id === 1) await gate.opened
      handled.push(-update_id)
    })
    await store(clock, [1, 7], [2, 7], [3, 8], [4, 8], [5, 7])
    workers.start()
    await vi.waitFor(() => expect(handled).toContain(-4), soon)
    expect(handled).not.toContain(2)
    gate.open()
    await allDone()
    expect(handled.filter((id) => [1, 2, 5].includes(Math.abs(id)))).toEqual([1, -1, 2, -2, 5, -5])
    expect(handled.filter((id) => [3, 4].includes(Math.abs(id)))).toEqual([3, -3, 4, -4])
  })

  test('no more chats are in work at once than allowed, and all are served', async () => {
    const clock = aClock()
    const gate = aGate()
    let inWork = 0
    let most = 0
    const workers = someWorkers(
      clock,
      async () => {
        most = Math.max(most, ++inWork)
        if (inWork === 2) gate.open()
        await gate.opened
        inWork--
      },
      { concurrency: 2 },
    )
    await store(clock, ...Array.from({ length: 9 }, (_, i): [number, number] => [i + 1, i + 1]))
    workers.start()
    await allDone()
    expect(most).toBe(2)
  })
})

describe('updates that are received here', () => {
  /** Has the workers receive updates, `[id, chat]` each. */
  const receive = (workers: Workers, clock: SettableClock, ...updates: [number, number][]) => {
    const batch = updates.map(([id, chat]) => aMessageUpdate(id, chat))
    return workers.receive(batch.length, async (hold) => {
      return (await storeUpdates(database.pool, batch, clock.now(), hold)).held
    })
  }

  test('are handled without being looked for, and the next of a chat after the one before', async () => {
    const clock = aClock()
    const handled: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => void handled.push(update_id))
    await receive(workers, clock, [1, 7], [2, 8], [3, 7])
    await allDone()
    expect(handled.toSorted()).toEqual([1, 2, 3])
    expect(handled.indexOf(1)).toBeLessThan(handled.indexOf(3))
    expect((await inbox()).map(({ attempts }) => attempts)).toEqual([0, 0, 0])
  })

  test('are left to others beyond the free slots there are', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun: number[] = []
    const here = someWorkers(
      clock,
      async ({ update_id }) => {
        begun.push(update_id)
        await gate.opened
      },
      { concurrency: 2 },
    )
    await receive(here, clock, [1, 7], [2, 8], [3, 9])
    await vi.waitFor(() => expect(begun).toEqual([1, 2]), soon)
    const elsewhere: number[] = []
    someWorkers(clock, async ({ update_id }) => void elsewhere.push(update_id)).start()
    await vi.waitFor(() => expect(elsewhere).toEqual([3]), soon)
    // All slots are taken here: what comes is stored all the same, after a moment.
    await receive(here, clock, [4, 10])
    expect((await inbox()).map((row) => row.update_id)).toEqual([1, 2, 3, 4])
    gate.open()
    await allDone()
  })

  test('wait their turn behind those that wait already', async () => {
    const clock = aClock()
    const handled: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => void handled.push(update_id), { concurrency: 1 })
    await store(clock, [1, 7], [2, 8], [3, 9])
    workers.wake()
    await receive(workers, clock, [4, 10])
    await allDone()
    expect(handled).toEqual([1, 2, 3, 4])
  })

  test('are not handled when they could not be stored, and others find their slots', async () => {
    const clock = aClock()
    const handled: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => void handled.push(update_id), { concurrency: 1 })
    await expect(workers.receive(1, () => Promise.reject(new Error('the database is away')))).rejects.toThrow('away')
    await receive(workers, clock, [1, 7])
    await allDone()
    expect(handled).toEqual([1])
  })
})

describe('two workers on one database', () => {
  test('share the updates and never handle one twice', async () => {
    const clock = aClock()
    const both = aGate()
    const handled: { by: string; id: number; chat: number }[] = []
    const handleBy =
      (by: string): Handle =>
      async ({ update_id }, turn) => {
        handled.push({ by, id: update_id, chat: turn.chatId })
        if (new Set(handled.map((one) => one.by)).size === 2) both.open()
        await both.opened
        await turn.finish(async () => [message(turn.chatId, `одговор ${update_id}`)])
      }
    const updates = Array.from({ length: 120 }, (_, i): [number, number] => [i + 1, i % 15])
    await store(clock, ...updates)
    for (const by of ['one', 'two']) someWorkers(clock, handleBy(by), { sweepMs: 20 }).start()
    await allDone()
    expect(handled.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(updates.map(([id]) => id))
    for (let chat = 0; chat < 15; chat++) {
      const order = handled.filter((one) => one.chat === chat).map(({ id }) => id)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }
    expect((await said()).toSorted()).toEqual(updates.map(([id]) => `одговор ${id}`).toSorted())
  })

  test('when a lease runs out, the other takes over, and what the late one does is undone', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun = aGate()
    const lateEnd = Promise.withResolvers<unknown>()
    const slow = someWorkers(clock, async (_, turn) => {
      begun.open()
      await gate.opened
      const finishing = turn.finish(async (db) => {
        await meet(db, clock)
        return [message(turn.chatId, 'касно')]
      })
      finishing.then(() => lateEnd.resolve(null), lateEnd.resolve)
      await finishing
    })
    await store(clock, [1, 7])
    slow.start()
    await begun.opened
    clock.advance({ seconds: 61 })
    const quick = someWorkers(clock, (_, turn) =>
      turn.finish(async () => [message(turn.chatId, 'на време')]).then(() => {}),
    )
    quick.start()
    await allDone()
    gate.open()
    expect(await lateEnd.promise).toMatchObject({ name: 'LeaseLost' })
    await slow.stop()
    expect(await said()).toEqual(['на време'])
    expect(await peopleCount()).toBe(0)
    expect(await inbox()).toEqual([{ update_id: 1, done: true, attempts: 0, failure: null }])
  })

  test('an update that takes long stays with its worker, however many leases that takes', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun = aGate()
    const slow = someWorkers(
      clock,
      async (_, turn) => {
        begun.open()
        await gate.opened
        await turn.finish(async () => [message(turn.chatId, 'на крају')])
      },
      { renewMs: 10 },
    )
    const other = someWorkers(clock, (_, turn) => turn.say([message(turn.chatId, 'двапут')]))
    await store(clock, [1, 7])
    slow.start()
    await begun.opened
    other.start()
    for (let minutes = 0; minutes < 5; minutes++) {
      clock.advance({ seconds: 50 })
      await vi.waitFor(async () => expect(await leasedUntil()).toBe(clock.now().add({ seconds: 60 }).toString()))
      other.wake()
    }
    await other.stop()
    gate.open()
    await allDone()
    expect(await said()).toEqual(['на крају'])
    expect(await inbox()).toEqual([{ update_id: 1, done: true, attempts: 0, failure: null }])
  })

  test('a late handler that throws does not apologise for an update that is no longer its own', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun = aGate()
    const slow = someWorkers(clock, async () => {
      begun.open()
      await gate.opened
      throw new Error('no')
    })
    await store(clock, [1, 7])
    slow.start()
    await begun.opened
    clock.advance({ seconds: 61 })
    someWorkers(clock, (_, turn) => turn.finish(async () => [message(7, 'на време')]).then(() => {})).start()
    await allDone()
    gate.open()
    await slow.stop()
    expect(await said()).toEqual(['на време'])
    expect((await inbox())[0]!.failure).toBeNull()
  })
})

describe('an update put off', () => {
  test('waits with its chat until its time, then is handled as if for the first time', async () => {
    const clock = aClock()
    const handled: number[] = []
    const workers = someWorkers(
      clock,
      async ({ update_id }, turn) => {
        handled.push(update_id)
        if (update_id === 1 && handled.length === 1) await turn.postpone(clock.now().add({ minutes: 1 }))
      },
      { concurrency: 1 },
    )
    await store(clock, [1, 7], [2, 7], [3, 8])
    workers.start()
    await vi.waitFor(async () => expect((await inbox()).map((row) => row.done)).toEqual([false, false, true]), soon)
    expect(handled).toEqual([1, 3])
    clock.advance({ minutes: 1 })
    workers.wake()
    await allDone()
    expect(handled).toEqual([1, 3, 1, 2])
    expect((await inbox()).map((row) => row.attempts)).toEqual([0, 0, 0])
  })
})

describe('stopping', () => {
  test('finishes what runs and takes nothing new', async () => {
    const clock = aClock()
    const gate = aGate()
    const begun = aGate()
    const workers = someWorkers(clock, async (_, turn) => {
      begun.open()
      await gate.opened
      await turn.finish(async () => [message(7, 'одговор')])
    })
    await store(clock, [1, 7], [2, 7])
    workers.start()
    await begun.opened
    const stopping = workers.stop()
    workers.wake()
    gate.open()
    await stopping
    expect(await said()).toEqual(['одговор'])
    expect((await inbox()).map((row) => row.done)).toEqual([true, false])
  })
})

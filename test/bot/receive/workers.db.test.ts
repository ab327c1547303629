import { randomUUID } from 'node:crypto'
import type { Update } from 'grammy/types'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { paragraph } from '../../../src/bot/message/rich.ts'
import { storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { endLeases } from '../../../src/bot/receive/leases.ts'
import type { Turn } from '../../../src/bot/receive/turn.ts'
import { createWorkers, type Workers } from '../../../src/bot/receive/workers.ts'
import type { Outgoing } from '../../../src/bot/send/outbox.ts'
import { meetPerson } from '../../../src/people/store.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aClock, aDatabase, emptyFrame, type SettableClock } from '../../support/database.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const message = (chatId: number, text: string): Outgoing => ({ chatId, content: [paragraph(text)] })

type Handle = (update: Update, turn: Turn) => Promise<void>

/** Workers that stop with the test. They look into the database only when asked, unless `sweepMs` is short. */
function someWorkers(
  clock: SettableClock,
  handle: Handle,
  options: Partial<Parameters<typeof createWorkers>[0]> = {},
): Workers {
  const workers = createWorkers({
    database,
    clock,
    log: noLog,
    lease: randomUUID(),
    concurrency: 4,
    sweepMs: 3_600_000,
    handle,
    apologise: (update) => [message(update.message!.chat.id, 'извињење')],
    queued: () => {},
    ...options,
  })
  onTestFinished(() => {
    for (const open of doors.splice(0)) open()
    return workers.stop()
  })
  return workers
}

async function store(clock: SettableClock, ...updates: [number, number][]): Promise<void> {
  for (const [id, chat] of updates) await storeUpdates(database.pool, [aMessageUpdate(id, chat)], clock.now())
}

type InboxRow = { update_id: number; done: boolean; attempts: number; failure: string | null }

async function inbox(): Promise<InboxRow[]> {
  const { rows } = await database.pool.query<InboxRow>(
    'select update_id, done_at is not null as done, attempts, failure from inbox order by update_id',
  )
  return rows
}

async function said(): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>(
    `select payload #>> '{content,0,text}' as text from outbox order by id`,
  )
  return rows.map((row) => row.text)
}

async function leasedUntil(): Promise<string> {
  const { rows } = await database.pool.query<{ until: Date }>('select leased_until as until from inbox')
  return Temporal.Instant.fromEpochMilliseconds(rows[0]!.until.getTime()).toString()
}

async function peopleCount(db: Db = database.pool): Promise<number> {
  const { rows } = await db.query<{ count: number }>('select count(*) as count from person')
  return rows[0]!.count
}

const meet = (db: Db, clock: SettableClock) =>
  meetPerson(db, { telegramId: 7, name: 'Ана', localeSeen: null, localeFirst: 'en', now: clock.now() })

const soon = { timeout: 10_000, interval: 10 }
const allDone = () => vi.waitFor(async () => expect((await inbox()).filter((row) => !row.done)).toEqual([]), soon)

/** Doors of this test, opened at its end, or a test that fails would never stop its workers. */
const doors: (() => void)[] = []

/** A door that handlers wait at. */
function aGate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  doors.push(resolve)
  return { opened: promise, open: resolve }
}

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

describe('what an update changes and says', () => {
  test('comes with the mark that it is done, and the sender is woken', async () => {
    const clock = aClock()
    const queued = vi.fn()
    const counts: number[] = []
    const workers = someWorkers(
      clock,
      async (_, turn) => {
        counts.push(
          await turn.finish(async (db) => {
            await meet(db, clock)
            return [message(7, 'а'), message(7, 'б')]
          }),
        )
      },
      { queued },
    )
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(counts).toEqual([2])
    expect(await said()).toEqual(['а', 'б'])
    expect(await peopleCount()).toBe(1)
    expect(queued).toHaveBeenCalledTimes(1)
  })

  test('when one message cannot be queued, nothing at all has happened', async () => {
    const clock = aClock()
    const seen: unknown[] = []
    const workers = someWorkers(clock, async (_, turn) => {
      const finishing = turn.finish(async (db) => {
        await meet(db, clock)
        return [message(7, 'прва'), message(Number.NaN, 'друга')]
      })
      const error = await finishing.catch((thrown: unknown) => thrown)
      seen.push(error instanceof Error, await said(), await peopleCount(), (await inbox())[0]!.done)
      throw error
    })
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    expect(seen).toEqual([true, [], 0, false])
    expect(await said()).toEqual(['извињење'])
  })

  test('a handler that says nothing is done all the same', async () => {
    const clock = aClock()
    const queued = vi.fn()
    const workers = someWorkers(clock, async () => {}, { queued })
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(await said()).toEqual([])
    expect(queued).not.toHaveBeenCalled()
  })

  test('a second effect of one update is refused, and the first stands', async () => {
    const clock = aClock()
    const workers = someWorkers(clock, async (_, turn) => {
      await turn.finish(async () => [message(7, 'прва')])
      await turn.finish(async () => [message(7, 'друга')])
    })
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(await said()).toEqual(['прва'])
  })
})

describe('a handler that throws', () => {
  test('leads to one apology, and the chat goes on', async () => {
    const clock = aClock()
    const handled: number[] = []
    const workers = someWorkers(clock, async ({ update_id }) => {
      handled.push(update_id)
      if (update_id === 1) throw new TypeError('words of a person')
    })
    await store(clock, [1, 7], [2, 7])
    workers.start()
    await allDone()
    expect(handled).toEqual([1, 2])
    expect(await said()).toEqual(['извињење'])
    expect(await inbox()).toEqual([
      { update_id: 1, done: true, attempts: 0, failure: 'TypeError' },
      { update_id: 2, done: true, attempts: 0, failure: null },
    ])
  })

  test('after its effect stands leads to no apology', async () => {
    const clock = aClock()
    const workers = someWorkers(clock, async (_, turn) => {
      await turn.finish(async () => [message(7, 'одговор')])
      throw new Error('no')
    })
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(await said()).toEqual(['одговор'])
  })

  const coded = (code: string) => Object.assign(new Error('away'), { code })
  test.each<[string, unknown]>([
    ['a connection that broke', coded('ECONNRESET')],
    ['a server that shuts down', coded('57P01')],
    ['a server that has no connection left', coded('53300')],
    ['a serialization failure', coded('40001')],
    ['a deadlock', coded('40P01')],
    ['a connection the pool lost', new Error('Connection terminated unexpectedly')],
    ['one of these as a cause', new Error('query failed', { cause: coded('08006') })],
  ])('for %s is tried again a little later, without an apology', async (_, error) => {
    const clock = aClock()
    let attempts = 0
    const failed = aGate()
    const workers = someWorkers(
      clock,
      async (_, turn) => {
        attempts++
        if (attempts === 1) {
          failed.open()
          throw error
        }
        await turn.finish(async () => [message(7, 'одговор')])
      },
      { sweepMs: 10 },
    )
    await store(clock, [1, 7])
    workers.start()
    await failed.opened
    await vi.waitFor(async () => {
      const [row] = await inbox()
      if (attempts === 1) clock.advance({ seconds: 2 })
      expect(row!.done).toBe(true)
    }, soon)
    expect(await said()).toEqual(['одговор'])
    expect(await inbox()).toEqual([{ update_id: 1, done: true, attempts: 0, failure: null }])
  })

  test('a refusal of the database is not tried again', async () => {
    const clock = aClock()
    let attempts = 0
    const workers = someWorkers(clock, async () => {
      attempts++
      throw coded('23505')
    })
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    expect(attempts).toBe(1)
    expect(await said()).toEqual(['извињење'])
  })

  test('whose apology fails as well ends its update without a word, and the chat goes on', async () => {
    const clock = aClock()
    const handled: number[] = []
    const results = vi.fn()
    const workers = someWorkers(
      clock,
      async ({ update_id }) => {
        handled.push(update_id)
        if (update_id === 1) throw new TypeError('no')
      },
      {
        apologise: () => [message(Number.NaN, 'извињење')],
        metrics: { updateWait: { observe: () => {} }, updateHandling: { startTimer: () => results } } as never,
      },
    )
    await store(clock, [1, 7], [2, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(handled).toEqual([1, 2])
    expect(await said()).toEqual([])
    expect((await inbox()).map(({ failure }) => failure)).toEqual(['TypeError', null])
    expect(results.mock.calls).toEqual([[{ result: 'failed' }], [{ result: 'done' }]])
  })

  test('because the database was away counts as tried again, not as failed, and is told nobody', async () => {
    const clock = aClock()
    const results: string[] = []
    const workers = someWorkers(
      clock,
      async () => {
        if (results.length < 20) throw coded('53100')
      },
      {
        sweepMs: 10,
        metrics: {
          updateWait: { observe: () => {} },
          updateHandling: {
            startTimer: () => (labels: { result: string }) => {
              results.push(labels.result)
              clock.advance({ seconds: 3 })
            },
          },
        } as never,
      },
    )
    await store(clock, [1, 7])
    workers.start()
    await allDone()
    await workers.stop()
    expect(results).toEqual([...Array.from({ length: 20 }, () => 'again'), 'done'])
    expect(await said()).toEqual([])
  })

  test('cannot be given back while the database is away, so it is given back when that is over', async () => {
    const clock = aClock()
    let handled = 0
    let failures = 0
    const query: Db['query'] = async (text, values) => {
      if (!text.includes('set leased_by = null') || handled !== 1 || failures > 0)
        return database.pool.query(text, values)
      failures++
      throw coded('ECONNRESET')
    }
    const workers = someWorkers(
      clock,
      async () => {
        if (++handled === 1) throw coded('ECONNRESET')
      },
      { sweepMs: 10, database: { ...database, pool: { query } } },
    )
    await store(clock, [1, 7])
    workers.start()
    await vi.waitFor(() => {
      clock.advance({ seconds: 1 })
      expect(handled).toBe(2)
    }, soon)
    await allDone()
    expect(failures).toBe(1)
    expect(await inbox()).toEqual([{ update_id: 1, done: true, attempts: 0, failure: null }])
  })

  test('an update that ended its process again and again is put aside with an apology, unhandled', async () => {
    const clock = aClock()
    const handle = vi.fn(async () => {})
    const workers = someWorkers(clock, handle)
    await store(clock, [1, 7], [2, 7])
    await database.pool.query('update inbox set suspected = true, attempts = 5 where update_id = 1')
    workers.start()
    await allDone()
    expect(handle).toHaveBeenCalledTimes(1)
    expect(await said()).toEqual(['извињење'])
  })
})

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

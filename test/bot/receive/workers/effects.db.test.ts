import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Db } from '../../../../src/platform/database/database.ts'
import { aClock, aDatabase, emptyFrame } from '../../../support/database/database.ts'
import { aGate, meet, message, soon, workersOn } from './some-workers.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { someWorkers, store, inbox, said, peopleCount, allDone } = workersOn(database)

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

import fc from 'fast-check'
import { Api } from 'grammy'
import { expect, test, vi } from 'vitest'
import type { Sender } from '../../src/bot/send/sender.ts'
import { controlBroadcast } from '../../src/broadcasts/actions.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { TOKEN } from '../sandbox/support.ts'
import { aDatabase, emptyFrame } from '../support/database.ts'
import { runs } from '../support/runs.ts'
import { aTown, copies, EVERYONE, order, SEE_YOU, senderOf, type Town } from './town.ts'

const database = await aDatabase()
const { pool } = database
const PEOPLE = 8

/** What may happen while a broadcast runs. */
type Step =
  | { do: 'feed' }
  | { do: 'wait'; calls: number }
  | { do: 'kill' }
  | { do: 'clock'; seconds: number }
  | { do: 'control'; control: 'pause' | 'resume' }
  | { do: 'fault'; error: 429 | 400 | 403 | 500 | 'drop' | 'lost'; times: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'feed' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), calls: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clock' as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('control' as const),
      control: fc.constantFrom('pause' as const, 'resume' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      error: fc.constantFrom(429 as const, 400 as const, 403 as const, 500 as const, 'drop' as const, 'lost' as const),
      times: fc.integer({ min: 1, max: 2 }),
    }),
  },
)

/** The sender as a process that can die between any two of its steps: then it reaches neither database nor Telegram. */
function aMortalSender(town: Town): { sender: Sender; kill(): Promise<void> } {
  const dying = new AbortController()
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    dying.signal.aborted ? Promise.reject(new Error('killed')) : work()
  const rights: { release(): Promise<void> }[] = []
  const mortal: Database = {
    ...database,
    pool: { query: (text: string, values?: unknown[]) => alive(() => pool.query(text, values)) } as never,
    acquireLock: (name, lost) =>
      alive(async () => {
        const right = await database.acquireLock(name, lost)
        if (!right) return null
        let isReleased = false
        const once = {
          release: async () => {
            if (!isReleased) await right.release()
            isReleased = true
          },
        }
        rights.push(once)
        return once
      }),
  }
  const mortalFetch: typeof fetch = (input, init) => alive(() => fetch(input, { ...init, signal: dying.signal }))
  const api = new Api(TOKEN, { apiRoot: town.telegram.apiRoot, fetch: mortalFetch as never })
  const sender = senderOf(mortal, town, { bulkRate: 1_000, api })
  sender.start()
  const kill = async () => {
    dying.abort()
    await sender.stop()
    for (const right of rights) await right.release()
  }
  return { sender, kill }
}

const countCalls = async ({ telegram }: Town) => (await telegram.get<unknown[]>('/calls')).length

async function run(steps: readonly Step[]): Promise<void> {
  await emptyFrame(database)
  await pool.query('truncate broadcast restart identity cascade')
  const town = await aTown(database, PEOPLE)
  const id = await order(database, town, { audiences: [...EVERYONE, { kind: 'never-attended' }] })
  let process = aMortalSender(town)
  const feed = () => feedBroadcasts({ database, bulkRate: 2, queued: () => process.sender.wake() }, town.clock.now())
  for (const one of steps) {
    switch (one.do) {
      case 'feed':
        await feed()
        break
      case 'wait': {
        const before = await countCalls(town)
        const enough = async () => expect(await countCalls(town)).toBeGreaterThanOrEqual(before + one.calls)
        // Nothing may be left to send; then there is nothing to wait for.
        await vi.waitFor(enough, { timeout: 60, interval: 3 }).catch(() => {})
        break
      }
      case 'kill':
        await process.kill()
        process = aMortalSender(town)
        break
      case 'clock':
        town.clock.advance({ seconds: one.seconds })
        break
      case 'control':
        await controlBroadcast(
          pool,
          { broadcastId: id, staffId: town.author.id, control: one.control },
          town.clock.now(),
        )
        break
      case 'fault':
        await town.telegram.post('/faults', { method: '*', error: one.error, times: one.times, retryAfter: 20 })
    }
  }
  await town.telegram.request('DELETE', '/faults')
  await controlBroadcast(pool, { broadcastId: id, staffId: town.author.id, control: 'resume' }, town.clock.now())
  await vi.waitFor(
    async () => {
      town.clock.advance({ seconds: 20 })
      await feed()
      expect((await readBroadcast(pool, id))?.result).not.toBeNull()
    },
    { timeout: 30_000, interval: 10 },
  )
  await process.sender.stop()
  await everybodyIsAccountedFor(town, id)
  await town.telegram.stop()
}

async function everybodyIsAccountedFor(town: Town, id: number): Promise<void> {
  const { rows } = await pool.query<{ telegram_id: number; state: string }>(
    `select telegram_id, state from broadcast_recipient join person on person.id = person_id where broadcast_id = $1`,
    [id],
  )
  expect(rows).toHaveLength(PEOPLE + 1)
  for (const { telegram_id, state } of rows) {
    if (telegram_id === town.author.telegramId) continue
    const has = await copies(town.telegram, telegram_id, SEE_YOU)
    const possible: Record<string, number[]> = { sent: [1], unknown: [0, 1], failed: [0], dropped: [0] }
    expect(possible[state], `${state}, ${has} copies`).toContain(has)
  }
  const { result } = (await readBroadcast(pool, id))!
  const count = (state: string) => rows.filter((row) => row.state === state).length
  expect(result).toMatchObject({ waiting: 0, sent: count('sent'), unknown: count('unknown') })
}

test('over any faults and kills each person gets a broadcast at most once, and has it or is accounted for', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), run), runs(6))
}, 240_000)

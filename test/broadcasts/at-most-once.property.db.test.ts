import fc from 'fast-check'
import { Api } from 'grammy'
import { expect, test, vi } from 'vitest'
import type { Sender } from '../../src/bot/send/sender.ts'
import { controlBroadcast } from '../../src/broadcasts/actions.ts'
import { correctBroadcast, withdrawBroadcast } from '../../src/broadcasts/amend/actions.ts'
import { readChange } from '../../src/broadcasts/amend/store.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { TOKEN } from '../sandbox/support.ts'
import { aDatabase, emptyFrame } from '../support/database/database.ts'
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
  | { do: 'correct' }
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
  { weight: 2, arbitrary: fc.constant({ do: 'correct' as const }) },
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

/** The words after so many corrections. */
const wordsOf = (corrections: number) => (corrections === 0 ? SEE_YOU : `${SEE_YOU}, исправка ${corrections}.`)

async function run({ steps, ending }: { steps: readonly Step[]; ending: 'stays' | 'is withdrawn' }): Promise<void> {
  await emptyFrame(database)
  await pool.query('truncate broadcast restart identity cascade')
  const town = await aTown(database, PEOPLE)
  const id = await order(database, town, { audiences: [...EVERYONE, { kind: 'never-attended' }] })
  let process = aMortalSender(town)
  const feed = () => feedBroadcasts({ database, bulkRate: 2, queued: () => process.sender.wake() }, town.clock.now())
  let corrections = 0
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
      case 'correct': {
        corrections += 1
        const words = { text: wordsOf(corrections), entities: [] }
        const order = { broadcastId: id, staffId: town.author.id, words }
        if ((await correctBroadcast(pool, order, town.clock.now())).kind === 'nobody') corrections -= 1
        break
      }
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
      expect((await readChange(pool, id))?.result).not.toBeNull()
    },
    { timeout: 30_000, interval: 10 },
  )
  await everybodyIsAccountedFor(town, id, corrections)
  if (ending === 'is withdrawn') {
    await withdrawBroadcast(pool, { broadcastId: id, staffId: town.author.id }, town.clock.now())
    await vi.waitFor(
      async () => {
        await feed()
        expect((await readChange(pool, id))?.result).toEqual(expect.objectContaining({ left: 0 }))
      },
      { timeout: 30_000, interval: 10 },
    )
    await nobodyHasIt(town, id)
  }
  await process.sender.stop()
  await town.telegram.stop()
}

async function everybodyIsAccountedFor(town: Town, id: number, corrections: number): Promise<void> {
  const { rows } = await pool.query<{ telegram_id: number; state: string; change: string | null }>(
    `select telegram_id, state, change from broadcast_recipient join person on person.id = person_id where broadcast_id = $1`,
    [id],
  )
  expect(rows).toHaveLength(PEOPLE + 1)
  for (const { telegram_id, state, change } of rows) {
    if (telegram_id === town.author.telegramId) continue
    const has = await copies(town.telegram, telegram_id, SEE_YOU)
    const possible: Record<string, number[]> = { sent: [1], unknown: [0, 1], failed: [0], dropped: [0] }
    expect(possible[state], `${state}, ${has} copies`).toContain(has)
    if (state === 'sent' && change !== 'failed')
      expect(await copies(town.telegram, telegram_id, wordsOf(corrections)), `${change} of ${corrections}`).toBe(1)
  }
  const { result } = (await readBroadcast(pool, id))!
  const count = (state: string) => rows.filter((row) => row.state === state).length
  expect(result).toMatchObject({ waiting: 0, sent: count('sent'), unknown: count('unknown') })
}

async function nobodyHasIt(town: Town, id: number): Promise<void> {
  const { rows } = await pool.query<{ telegram_id: number; change: string | null }>(
    `select telegram_id, change from broadcast_recipient join person on person.id = person_id
     where broadcast_id = $1 and state = 'sent'`,
    [id],
  )
  for (const { telegram_id, change } of rows)
    if (telegram_id !== town.author.telegramId && change !== 'failed')
      expect(await copies(town.telegram, telegram_id, SEE_YOU), `${change}`).toBe(0)
}

const life = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 25 }),
  ending: fc.constantFrom('stays' as const, 'is withdrawn' as const),
})

test('over any faults, kills and corrections each person gets a broadcast at most once, in its last words, and has it or is accounted for', async () => {
  await fc.assert(fc.asyncProperty(life, run), runs(6))
}, 240_000)

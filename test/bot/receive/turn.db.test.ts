import { beforeEach, expect, test, vi } from 'vitest'
import { paragraph } from '../../../src/bot/message/rich.ts'
import { type Claimed, claimUpdates, postponeUpdate, storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { createTurns } from '../../../src/bot/receive/turn.ts'
import type { Outgoing } from '../../../src/bot/send/outbox.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()
const db = database.pool
const clock = aClock()
const ONE = '11111111-1111-4111-8111-111111111111'
const TWO = '22222222-2222-4222-8222-222222222222'
beforeEach(() => emptyFrame(database))

const queued = vi.fn()
const turns = createTurns({ database, clock, queued, outside: (_, work) => work() })

/** Updates of the chats 1, 2, …, held by us. */
async function held(count: number): Promise<Claimed[]> {
  const updates = Array.from({ length: count }, (_, i) => aMessageUpdate(i + 1, i + 1))
  await storeUpdates(db, updates, clock.now())
  return claimUpdates(db, { limit: count, suspected: 1, lease: ONE, now: clock.now() })
}

const words = (chatId: number, text: string): Outgoing => ({ chatId, content: [paragraph(text)] })

async function outbox(): Promise<[number, string][]> {
  const { rows } = await db.query<{ chat_id: number; text: string }>(
    `select chat_id, payload #>> '{content,0,text}' as text from outbox order by id`,
  )
  return rows.map((row) => [row.chat_id, row.text])
}

async function finished(): Promise<number[]> {
  const { rows } = await db.query<{ update_id: number }>(
    'select update_id from inbox where done_at is not null order by update_id',
  )
  return rows.map((row) => row.update_id)
}

test('what several chats are told at once shares a statement; each is told its own, in order', async () => {
  const claimed = await held(3)
  const query = vi.spyOn(database.prepared, 'query')
  await Promise.all(
    claimed.map((one) => turns.of(one).say([words(one.chatId, `прво ${one.chatId}`), words(one.chatId, 'друго')])),
  )
  expect(query).toHaveBeenCalledTimes(1)
  query.mockRestore()
  expect((await outbox()).filter(([chatId]) => chatId === 2)).toEqual([
    [2, 'прво 2'],
    [2, 'друго'],
  ])
  expect(await outbox()).toHaveLength(6)
  expect(await finished()).toEqual([1, 2, 3])
  expect(queued).toHaveBeenCalled()
})

test('an update that another process took over says nothing here; the others do', async () => {
  const claimed = await held(3)
  await postponeUpdate(db, claimed[1]!, clock.now())
  await claimUpdates(db, { limit: 1, suspected: 1, lease: TWO, now: clock.now() })
  const said = await Promise.allSettled(claimed.map((one) => turns.of(one).say([words(one.chatId, 'одговор')])))
  expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await outbox()).toEqual([
    [1, 'одговор'],
    [3, 'одговор'],
  ])
  expect(await finished()).toEqual([1, 3])
})

/** What the table refuses. */
const NOWHERE = null as unknown as number

test('a message that cannot be stored fails its own update only', async () => {
  const claimed = await held(3)
  const said = await Promise.allSettled(
    claimed.map((one) => turns.of(one).say([words(one.chatId === 2 ? NOWHERE : one.chatId, 'одговор')])),
  )
  expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await finished()).toEqual([1, 3])
})

test('an update has one effect', async () => {
  const [claimed] = await held(1)
  const turn = turns.of(claimed!)
  await turn.say([words(1, 'одговор')])
  await expect(turn.finish(async () => [words(1, 'још један')])).rejects.toThrow(/ended twice/)
  expect(turn.committed()).toBe(true)
  expect(await outbox()).toEqual([[1, 'одговор']])
})

import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { forgetChat } from '../../../src/bot/chat-data.ts'
import { claimUpdates, finishUpdate, storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { endUpdates } from '../../../src/bot/receive/turn-store.ts'
import { queue } from '../../../src/bot/send/outbox.ts'
import {
  claimRows,
  giveUpInterrupted,
  listInterrupted,
  markOutcomes,
  type Row,
} from '../../../src/bot/send/sender-store.ts'
import { forgetUnknown } from '../../../src/bot/send/unknown-store.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()
const { pool } = database
const clock = aClock()
beforeEach(() => emptyFrame(database))

const WORDS = 'Милица Јовић'
const stored = async (table: 'inbox' | 'outbox') =>
  (await pool.query<{ payload: string }>(`select payload::text from ${table} order by 1`)).rows.map(
    (row) => row.payload,
  )

test('an update is emptied when it is handled, however it ends; one that failed stays to be looked into', async () => {
  const lease = randomUUID()
  await storeUpdates(
    pool,
    [1, 2, 3].map((id) => aMessageUpdate(id, id, WORDS)),
    clock.now(),
  )
  const [changes, says, fails] = await claimUpdates(pool, { limit: 3, suspected: 1, lease, now: clock.now() })
  expect((await stored('inbox')).every((payload) => payload.includes(WORDS))).toBe(true)
  await finishUpdate(pool, changes!, clock.now())
  const ending = { said: [], failure: null }
  await endUpdates(
    pool,
    [
      { ...ending, claimed: says! },
      { ...ending, claimed: fails!, failure: 'Error' },
    ],
    clock.now(),
  )
  const { rows } = await pool.query<{ payload: string }>('select payload::text from inbox order by update_id')
  expect(rows.map(({ payload }) => payload)).toEqual(['{}', '{}', expect.stringContaining(WORDS)])
})

const say = (chatId: number, forget: boolean) =>
  queue(
    pool,
    { chatId, content: [{ type: 'paragraph', text: WORDS }], ...(forget ? { forget } : {}) },
    { key: `${chatId}`, lane: 'reply', now: clock.now() },
  )
const claim = () => claimRows(pool, 'reply', { limit: 9, resting: [], now: clock.now() })
const end = (rows: Row[], outcome: Parameters<typeof markOutcomes>[1][number]['outcome']) =>
  markOutcomes(
    pool,
    rows.map((row) => ({ row, outcome, now: clock.now() })),
  )

test('a last word of an update that changes nothing goes when it has left', async () => {
  await storeUpdates(pool, [aMessageUpdate(1, 1)], clock.now())
  const [claimed] = await claimUpdates(pool, { limit: 1, suspected: 1, lease: randomUUID(), now: clock.now() })
  const message = { chatId: 1, content: [{ type: 'paragraph' as const, text: WORDS }], forget: true as const }
  const said = [{ message, key: 'last', request: null }]
  await endUpdates(pool, [{ claimed: claimed!, said, failure: null }], clock.now())
  await end(await claim(), { kind: 'sent', messageId: 5 })
  expect(await stored('outbox')).toEqual([])
})

test('a message is emptied when it has left, and not while it is tried again', async () => {
  await say(1, false)
  await end(await claim(), { kind: 'later', reason: 'flood', waitSeconds: 0 })
  expect(await stored('outbox')).toEqual([expect.stringContaining(WORDS)])
  await end(await claim(), { kind: 'sent', messageId: 5 })
  expect(await stored('outbox')).toEqual(['{}'])
})

test('a reply of which it is not known whether it left keeps its words for whoever asks for them, a day at most', async () => {
  await say(1, false)
  await claim()
  await giveUpInterrupted(pool, await listInterrupted(pool), clock.now())
  expect(await stored('outbox')).toEqual([expect.stringContaining(WORDS)])
  await forgetUnknown(pool, clock.now().add({ seconds: 1 }))
  expect(await stored('outbox')).toEqual(['{}'])
})

test('of a chat that is forgotten a message on its way goes when it has left, as does a last word', async () => {
  await say(1, false)
  const onItsWay = await claim()
  await forgetChat(pool, 1)
  await say(2, true)
  expect(await stored('outbox')).toHaveLength(2)
  await end([...onItsWay, ...(await claim())], { kind: 'sent', messageId: 5 })
  expect(await stored('outbox')).toEqual([])
  await say(3, true)
  await claim()
  await giveUpInterrupted(pool, await listInterrupted(pool), clock.now())
  expect(await stored('outbox')).toEqual([])
})

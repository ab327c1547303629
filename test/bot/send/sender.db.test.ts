import { beforeEach, describe, expect, test, vi } from 'vitest'
import { paragraph } from '../../../src/bot/message/rich.ts'
import { REPLIES_AT_ONCE } from '../../../src/bot/send/pace/concurrency.ts'
import {
  claimRows,
  deleteSent,
  giveUpInterrupted,
  listInterrupted,
  markOutcomes,
} from '../../../src/bot/send/sender-store.ts'
import { aSandbox } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame, failingAt } from '../../support/database/database.ts'
import { aSlowTelegram } from './other-telegrams.ts'
import { aTold, aWatchedClock, calls, fault, heard, methods, sendersOn, soon } from './some-senders.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

const { aSender, put, putDeferred, rows, states, settled } = sendersOn(database)

describe('sending', () => {
  test('delivers what is queued and notes under which number', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'Савет')
    aSender(telegram, aClock()).start()
    await settled()
    const last = (await telegram.messages(id)).at(-1)!
    expect(await heard(telegram, id)).toEqual(['Савет'])
    expect(await rows()).toEqual([{ state: 'sent', attempts: 1, failure: null, message_id: last.message_id }])
  })

  test('shows what a person typed as typed, in no form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const typed = '<b>x</b> &amp; https://example.rs @ana /start [x](y)'
    await put(id, typed)
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)!.rich_message).toMatchObject({
      blocks: [{ type: 'paragraph', text: typed }],
    })
  })

  test('begins at once when woken, however long it would sleep', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { clock, rounds } = aWatchedClock()
    const looked = rounds(2)
    const sender = aSender(telegram, clock, { pollMs: 3_600_000 })
    sender.start()
    await looked
    await put(id, 'Савет')
    sender.wake()
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })

  test('keeps the order within each chat', async () => {
    const telegram = await aSandbox()
    const people = [await telegram.person(), await telegram.person(), await telegram.person()]
    const lines = Array.from({ length: 8 }, (_, i) => `ред ${i}`)
    for (const line of lines) for (const id of people) await put(id, line)
    aSender(telegram, aClock()).start()
    await settled()
    for (const id of people) expect(await heard(telegram, id)).toEqual(lines)
  })

  test('keeps the order within a chat when the first has to be tried again', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500 })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ seconds: 2 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['прво', 'друго'])
  })

  test('replies go before bulk that waits longer, also in the same chat', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    for (const line of ['позив 1', 'позив 2']) await put(one, line, { lane: 'bulk' })
    await put(two, 'одговор 1')
    await put(one, 'одговор 2')
    aSender(telegram, aClock()).start()
    await settled()
    const order = (await calls(telegram)).map(
      ({ payload }) => JSON.stringify(payload).match(/(?:позив|одговор) \d/)![0],
    )
    expect(order.slice(0, 2).toSorted()).toEqual(['одговор 1', 'одговор 2'])
    expect(order.slice(2)).toEqual(['позив 1', 'позив 2'])
  })

  test('bulk waits for replies that wait for room', async () => {
    const telegram = await aSlowTelegram()
    await put(99, 'позив', { lane: 'bulk' })
    const room = REPLIES_AT_ONCE[database.kind]
    for (let chat = 1; chat <= room + 32; chat++) await put(chat, 'одговор')
    aSender(telegram, aClock()).start()
    await vi.waitFor(() => expect(telegram.chats).toHaveLength(room), soon)
    telegram.answerOne()
    await vi.waitFor(() => expect(telegram.chats.length).toBeGreaterThan(room), soon)
    expect(telegram.chats).not.toContain(99)
    telegram.answerAll()
    await settled()
    expect(telegram.chats).toHaveLength(room + 33)
    expect(telegram.chats).toContain(99)
  })

  test('a fate that is written down once more does not undo what came after', async () => {
    const now = aClock().now()
    await put(7, 'одговор')
    const [first] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    const later = { row: first!, outcome: { kind: 'later', reason: 'no', waitSeconds: 0 }, now } as const
    await markOutcomes(database.pool, [later])
    const [second] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    await markOutcomes(database.pool, [{ row: second!, outcome: { kind: 'sent', messageId: 5 }, now }])
    await markOutcomes(database.pool, [later])
    expect(await states()).toEqual(['sent'])
  })

  test('a fate that comes late says that a row given up was sent, and begins nothing anew', async () => {
    const now = aClock().now()
    await put(7, 'одговор')
    const [row] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    await giveUpInterrupted(database.pool, await listInterrupted(database.pool), now)
    await markOutcomes(database.pool, [{ row: row!, outcome: { kind: 'later', reason: 'no', waitSeconds: 0 }, now }])
    expect(await states()).toEqual(['unknown'])
    await markOutcomes(database.pool, [{ row: row!, outcome: { kind: 'sent', messageId: 5 }, now }])
    expect(await states()).toEqual(['sent'])
  })

  test('changes a message in place, and one that is so already counts as changed', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await put(id, 'одговор', { edits: message_id })
    await put(id, 'одговор', { edits: message_id })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await heard(telegram, id)).toEqual(['одговор'])
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await methods(telegram)).toEqual(['sendMessage', 'editMessageText', 'editMessageText'])
  })
})

describe('a deferred message', () => {
  test('is put into words when it leaves, for whom it goes to', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const told: unknown[] = []
    await putDeferred(id, 'weather', { town: 'Ада' })
    aSender(telegram, aClock(), {
      renderers: {
        weather: async (_db, data, chatId) => {
          told.push([data, chatId])
          return { content: [paragraph('Сунчано')] }
        },
      },
    }).start()
    await settled()
    expect(told).toEqual([[{ town: 'Ада' }, id]])
    expect(await heard(telegram, id)).toEqual(['Сунчано'])
  })

  test('is dropped when there is nothing to say any more, and the next goes', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await putDeferred(id, 'weather', null)
    await put(id, 'После', { lane: 'bulk' })
    aSender(telegram, aClock(), { renderers: { weather: async () => null } }).start()
    await settled()
    expect(await states()).toEqual(['dropped', 'sent'])
    expect(await heard(telegram, id)).toEqual(['После'])
  })

  test('that cannot be put into words for now is tried again', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    let fails = 1
    await putDeferred(id, 'weather', null)
    const weather = async () => {
      if (fails-- > 0) throw new Error('no window')
      return { content: [paragraph('Сунчано')] }
    }
    aSender(telegram, clock, { renderers: { weather } }).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ minutes: 2 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['Сунчано'])
  })
})

describe('what became of a message is written down', () => {
  test.each([
    ['after a moment', 3],
    ['after long', 10],
  ])('once the database is back %s, and the chat goes on', async (_, failures) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'прва')
    const told = aTold()
    const away = failingAt(database, 'message_id = fate.message_id', { failures })
    aSender(telegram, aClock(), { database: away, tell: told.tell }).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'sent' }), soon)
    await put(id, 'друга')
    await settled()
    expect(await heard(telegram, id)).toEqual(['прва', 'друга'])
    expect(await states()).toEqual(['sent', 'sent'])
    expect(told.what).toEqual([])
  })
})

test.runIf(database.kind === 'server')('a second sender stands by until the first ends', async () => {
  const telegram = await aSandbox()
  const id = await telegram.person()
  const first = aWatchedClock()
  const second = aWatchedClock()
  const holder = aSender(telegram, first.clock)
  holder.start()
  await first.rounds(2)
  aSender(telegram, second.clock).start()
  await put(id, 'прво')
  await settled()
  await holder.stop()
  await put(id, 'друго')
  await second.rounds(2)
  await settled()
  expect(await heard(telegram, id)).toEqual(['прво', 'друго'])
})

test('only messages finished long enough ago are forgotten', async () => {
  const telegram = await aSandbox()
  const id = await telegram.person()
  const clock = aClock()
  await put(id, 'а')
  aSender(telegram, clock).start()
  await settled()
  expect(await deleteSent(database.pool, clock.now())).toBe(0)
  expect(await deleteSent(database.pool, clock.now().add({ seconds: 1 }))).toBe(1)
})

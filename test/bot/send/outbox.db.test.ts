import { beforeEach, describe, expect, test } from 'vitest'
import { paragraph, plainOfBlocks, table } from '../../../src/bot/message/rich.ts'
import { RICH_CHARACTERS } from '../../../src/bot/message/rich-limits.ts'
import { holdByDay, type Outgoing, type Payload, queue, releaseHeld } from '../../../src/bot/send/outbox.ts'
import { claimRows } from '../../../src/bot/send/sender-store.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'

const database = await aDatabase()
const clock = aClock()
beforeEach(() => emptyFrame(database))

const say = (message: Partial<Outgoing>, key = 'one') =>
  queue(database.pool, { chatId: 7, content: [paragraph('а')], ...message }, { key, lane: 'reply', now: clock.now() })

async function rows() {
  const { rows } = await database.pool.query<{ key: string; chat_id: number; method: string; payload: Payload }>(
    'select key, chat_id, method, payload from outbox order by id',
  )
  return rows
}

describe('queueing a message', () => {
  test('with a key used before drops it without a word', async () => {
    expect(await say({ content: [paragraph('прво')] })).toBe(1)
    expect(await say({ content: [paragraph('друго')] })).toBe(0)
    expect((await rows()).map(({ payload }) => payload.content)).toEqual([[paragraph('прво')]])
  })

  test('to be said once is said once in each chat, whatever the update', async () => {
    expect(await say({ onceKey: 'welcome' }, 'update 1')).toBe(1)
    expect(await say({ onceKey: 'welcome' }, 'update 2')).toBe(0)
    expect(await say({ onceKey: 'welcome', chatId: 8 }, 'update 3')).toBe(1)
  })

  test('too long for Telegram makes several rows in order, the reply first and the buttons last', async () => {
    const long = Array.from({ length: 3 }, (_, i) => paragraph(`${i}`.repeat(RICH_CHARACTERS - 10)))
    const buttons = [[{ text: 'Даље', callback_data: 'next' }]]
    expect(await say({ content: long, buttons, replyTo: 5 })).toBe(3)
    expect((await rows()).map(({ key, payload }) => ({ key, ...payload }))).toEqual([
      { key: 'one#1', content: [long[0]], replyTo: 5 },
      { key: 'one#2', content: [long[1]] },
      { key: 'one#3', content: [long[2]], buttons },
    ])
    expect(await say({ content: long })).toBe(0)
  })

  test('that changes a message edits it, and sends what does not fit there', async () => {
    const long = [paragraph('а'.repeat(RICH_CHARACTERS)), paragraph('б')]
    await say({ content: long, edits: 5 })
    expect((await rows()).map(({ method, payload }) => [method, payload.edits])).toEqual([
      ['editMessageText', 5],
      ['sendMessage', undefined],
    ])
  })

  test('with characters jsonb refuses keeps all the others', async () => {
    await say({ content: [paragraph('пре\u0000\ud83dпосле \\u0000 😀')] })
    expect((await rows())[0]!.payload.content).toEqual([paragraph('пре\ufffdпосле \\u0000 😀')])
  })

  test('is undone with its transaction', async () => {
    const failed = database.transaction(async (db) => {
      await queue(db, { chatId: 7, content: [paragraph('а')] }, { key: 'one', lane: 'bulk', now: clock.now() })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await rows()).toEqual([])
  })

  test('with a file puts a short text under it, and a long one or a table before it', async () => {
    const file = { name: 'обука.ics', base64: 'AAAA' }
    const buttons = [[{ text: 'У реду', callback_data: 'ok' }]]
    expect(await say({ file, buttons }, 'short')).toBe(1)
    expect(await say({ file, buttons, content: [paragraph('а'.repeat(2_000))] }, 'long')).toBe(2)
    expect(await say({ file, content: [table(['а'], [['б']])] }, 'table')).toBe(2)
    expect(
      (await rows()).map(({ method, payload }) => [
        method,
        payload.content.length,
        payload.file?.toString() !== undefined,
        payload.buttons !== undefined,
      ]),
    ).toEqual([
      ['sendDocument', 1, true, true],
      ['sendMessage', 1, false, false],
      ['sendDocument', 0, true, true],
      ['sendMessage', 1, false, false],
      ['sendDocument', 0, true, false],
    ])
  })
})

describe('what is held until a moment', () => {
  const held = (key: string, chatId = 7) => {
    const options = { lane: 'reply', now: clock.now(), notBefore: clock.now().add({ hours: 2 }) } as const
    return queue(database.pool, { chatId, content: [paragraph(key)] }, { key, ...options })
  }
  const claimed = async (lane: 'reply' | 'bulk') =>
    (await claimRows(database.pool, lane, { limit: 9, resting: [], now: clock.now() })).map(({ payload }) =>
      'content' in payload ? plainOfBlocks(payload.content) : '',
    )

  test('leaves then, and stands in the way of nothing that is said meanwhile', async () => {
    await held('јутро')
    await say({ content: [paragraph('ноћ')] })
    expect([await claimed('reply'), await claimed('bulk')]).toEqual([['ноћ'], []])
    await emptyFrame(database)

    await held('прво')
    await held('друго')
    clock.advance({ minutes: 119 })
    expect(await releaseHeld(database.pool, clock.now())).toBe(0)
    clock.advance({ minutes: 1 })
    expect(await releaseHeld(database.pool, clock.now())).toBe(2)
    expect(await claimed('bulk')).toEqual(['прво'])
  })

  test('of one chat may leave before, and is said once all the same', async () => {
    await held('једно')
    await held('друго', 8)
    expect(await held('једно')).toBe(0)
    expect(await releaseHeld(database.pool, clock.now(), 7)).toBe(1)
    expect(await claimed('bulk')).toEqual(['једно'])
  })

  test('does not wait for longer when the clock was set back', async () => {
    await held('сат')
    clock.advance({ hours: -3 })
    expect(await releaseHeld(database.pool, clock.now())).toBe(1)
  })
})

test('what may leave by day alone and still waits when the night begins is held; what may leave at any hour, or has begun to, is not', async () => {
  const says = (key: string, byDay: boolean) =>
    queue(
      database.pool,
      { chatId: 7, content: [paragraph(key)] },
      { key, lane: 'bulk', now: clock.now(), byDay, notBefore: clock.now() },
    )
  await says('даљу обуку', true)
  await says('сутрашњу', false)
  await says('у деловима', true)
  await database.pool.query(`update outbox set payload = payload || '{"sent": 1}' where key = 'у деловима'`)
  const morning = clock.now().add({ hours: 11 })
  expect(await holdByDay(database.pool, morning)).toBe(1)
  expect(await holdByDay(database.pool, morning)).toBe(0)
  const lanes = async () =>
    (await database.pool.query<{ lane: string }>('select lane from outbox order by id')).rows.map(({ lane }) => lane)
  expect(await lanes()).toEqual(['held', 'bulk', 'bulk'])
  expect(await releaseHeld(database.pool, morning)).toBe(1)
  expect(await lanes()).toEqual(['bulk', 'bulk', 'bulk'])
})

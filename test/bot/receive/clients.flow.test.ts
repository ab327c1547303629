import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot, wordsOf } from '../../support/bot.ts'

// What real clients and groups do beside writing and pressing.

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const soon = { timeout: 15_000 }
const QUESTION = 'Ко усваја ЛАП?'

const aGroup = async (person: { id: number }) =>
  (await bot.call<{ id: number }>('POST', '/groups', { title: 'Савет', members: [person.id] })).id
const inGroup = async (group: number) =>
  (await bot.call<Message[]>('GET', `/groups/${group}/messages?after=0&wait=0`)).filter(({ from }) => from?.is_bot)

describe('topics', () => {
  test('a question in a topic of a private chat is answered there, buttons too', async () => {
    const ana = await bot.person()
    await bot.call('POST', `/people/${ana.id}/messages`, { text: QUESTION, thread: 12 })
    await expect.poll(async () => (await ana.messages()).at(-1)?.from?.is_bot, soon).toBe(true)
    const answer = (await ana.messages()).at(-1)!
    expect(answer).toMatchObject({ message_thread_id: 12, is_topic_message: true })
    await ana.tap(answer.message_id, 'Цео одељак')
    await expect.poll(async () => (await ana.messages()).at(-1)!.message_id, soon).toBeGreaterThan(answer.message_id)
    expect((await ana.messages()).at(-1)).toMatchObject({ message_thread_id: 12 })
    expect((await ana.ask('/pomoc')).message_thread_id).toBeUndefined()
  })

  test('in a forum too, and what is said to a topic that is gone is said in the chat', async () => {
    const ana = await bot.person()
    const group = await aGroup(ana)
    const ask = (thread: number) =>
      bot.call('POST', `/people/${ana.id}/messages`, { text: `@lap_savetnik_bot ${QUESTION}`, group, thread })
    await ask(5)
    await expect.poll(async () => (await inGroup(group)).at(-1)?.message_thread_id, soon).toBe(5)
    await bot.call('POST', '/faults', { method: 'sendMessage', error: 500, times: 1 })
    await ask(6)
    await bot.call('DELETE', `/groups/${group}/topics/6`)
    await bot.call('POST', '/clock', { advance: 'PT1M' })
    await expect.poll(async () => (await inGroup(group)).length, soon).toBeGreaterThanOrEqual(3)
    expect((await inGroup(group)).at(-1)!.message_thread_id).toBeUndefined()
  })
})

describe('what clients send', () => {
  test('a command that the client did not mark is one', async () => {
    const ana = await bot.person()
    await bot.call('POST', `/people/${ana.id}/messages`, { text: '/pomoc', unmarked: true })
    await expect.poll(async () => wordsOf((await ana.messages()).at(-1)!), soon).toContain('/obuke')
  })

  test('what is written under a picture is answered', async () => {
    const ana = await bot.person()
    const form = new FormData()
    form.set('file', new File([PNG], 'slika.png', { type: 'image/png' }))
    form.set('caption', QUESTION)
    await bot.call('POST', `/people/${ana.id}/photos`, form)
    await expect.poll(async () => wordsOf((await ana.messages()).at(-1)!), soon).toContain('скупштина')
  })

  test.each(['pinned', 'joined', 'timer'])('what Telegram itself tells of is not answered: %s', async (kind) => {
    const ana = await bot.person()
    await ana.ask('/start')
    const { messageId } = await bot.call<{ messageId: number }>('POST', `/people/${ana.id}/service`, { kind })
    const answer = await ana.ask('/pomoc')
    const after = (await ana.messages()).filter(({ message_id, from }) => message_id > messageId && from?.is_bot)
    expect(after.map(({ message_id }) => message_id)).toEqual([answer.message_id])
  })
})

describe('a corrected question', () => {
  const correct = (ana: { id: number }, messageId: number, text: string) =>
    bot.call('PUT', `/people/${ana.id}/messages/${messageId}`, { text })

  test('is asked anew once, below itself', async () => {
    const ana = await bot.person()
    const asked = await ana.write('Шта је ЛАП?')
    await ana.fromBot(asked)
    await correct(ana, asked, QUESTION)
    const last = async () => (await ana.messages()).at(-1)!
    await expect.poll(async () => (await last()).reply_to_message?.message_id, soon).toBe(asked)
    const anew = await last()
    expect(wordsOf(anew)).toContain('скупштина')
    await correct(ana, asked, 'Колико често се састаје савет?')
    const help = await ana.ask('/pomoc')
    expect(
      (await ana.messages()).filter(({ message_id }) => message_id > anew.message_id).map((m) => m.message_id),
    ).toEqual([help.message_id - 1, help.message_id])
  })

  test('is left alone after two minutes, and so is what was no question', async () => {
    const ana = await bot.person()
    const command = await ana.write('/pomoc')
    await ana.fromBot(command)
    const asked = await ana.write('Шта је ЛАП?')
    const [answer] = await ana.fromBot(asked)
    await correct(ana, command, QUESTION)
    await bot.call('POST', '/clock', { advance: 'PT3M' })
    await correct(ana, asked, QUESTION)
    const last = await ana.ask('/jezik')
    expect((await ana.messages()).filter(({ from }) => from?.is_bot).map(({ message_id }) => message_id)).toEqual([
      expect.any(Number),
      answer!.message_id,
      last.message_id,
    ])
  })
})

describe('a group that becomes a supergroup', () => {
  test('keeps its conversation, and what was on its way arrives there', async () => {
    const ana = await bot.person()
    const group = await aGroup(ana)
    await bot.call('POST', `/people/${ana.id}/messages`, { text: `@lap_savetnik_bot ${QUESTION}`, group })
    await expect.poll(async () => (await inGroup(group)).length, soon).toBe(2)
    const buttonOf = (message: Message) => message.reply_markup!.inline_keyboard[0]![0]!.text
    const answer = (await inGroup(group)).at(-1)!
    expect(buttonOf(answer)).toBe('Цео одељак')

    await bot.call('POST', '/faults', { method: 'sendMessage', error: 500, times: 1 })
    await bot.call('POST', `/people/${ana.id}/messages`, { text: '@lap_savetnik_bot Шта је ЛАП?', group })
    await expect
      .poll(async () => {
        const { rows } = await bot.database.pool.query(`select from outbox where state = 'waiting' and attempts = 1`)
        return rows.length
      }, soon)
      .toBe(1)
    const { id: moved } = await bot.call<{ id: number }>('POST', `/groups/${group}/migrate`)
    await bot.call('POST', '/clock', { advance: 'PT1M' })
    await expect.poll(async () => (await inGroup(moved)).length, soon).toBe(1)
    const { rows } = await bot.database.pool.query<{ place: string }>(
      `select 'conversation' as place from conversation where chat_id = $1::bigint
       union all select 'question' from question where chat_id = $1::bigint
       union all select 'outbox' from outbox where chat_id = $1::bigint and finished_at is null`,
      [group],
    )
    expect(rows).toEqual([])
  })

  test('is found by the answer to a message, too', async () => {
    const ana = await bot.person()
    const group = await aGroup(ana)
    await bot.call('POST', '/faults', { method: 'sendMessage', error: 'drop', times: 0 + 1 })
    await expect.poll(async () => (await inGroup(group)).length + 1, soon).toBeGreaterThan(0)
    const { id: moved } = await bot.call<{ id: number }>('POST', `/groups/${group}/migrate`)
    await bot.database.pool.query(
      `insert into outbox (key, chat_id, lane, method, payload, queued_at)
       values ('test', $1::bigint, 'reply', 'sendMessage', '{"content":[{"type":"paragraph","text":"Савет"}]}', now())`,
      [group],
    )
    await bot.call('DELETE', '/faults')
    await bot.call('POST', '/clock', { advance: 'PT1M' })
    await expect.poll(async () => (await inGroup(moved)).map(wordsOf), soon).toContain('Савет')
  })
})

/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

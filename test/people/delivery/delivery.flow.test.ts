import { beforeAll, expect, test } from 'vitest'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../support/bot.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const AGAIN = 'Покажи поново'
const lose = (method: string, afterAccept: boolean) =>
  bot.call('POST', '/faults', { method, error: 'page', status: 502, times: 1, afterAccept })

test('an answer that may be lost is told of, shown again where it was told of, and only once', async () => {
  const ana = await bot.person({ name: 'Ана' })
  await ana.ask('/start')
  await lose('sendMessage', false)
  const asked = await ana.write('/kontakt')
  const [notice] = await ana.fromBot(asked)
  expect(wordsOf(notice!)).toContain('не знам да ли је стигла')
  expect(buttonsOf(notice!)).toEqual([AGAIN])
  await ana.tap(notice!.message_id, AGAIN)
  await expect.poll(async () => wordsOf((await ana.messages()).at(-1)!), { timeout: 15_000 }).toContain('КИРС')
  expect((await ana.messages()).filter((message) => message.message_id > asked)).toHaveLength(1)
  // What was shown is kept no longer, once it is written down that it was.
  await expect
    .poll(async () => (await bot.database.pool.query(`select from outbox where payload <> '{}'`)).rows, {
      timeout: 15_000,
    })
    .toEqual([])
})

test('of a file that may be lost it is said how to get it again, since it is not kept', async () => {
  const ana = await bot.person({ name: 'Ана' })
  await ana.ask('/start')
  await lose('sendDocument', false)
  const asked = await ana.write('/mojipodaci')
  const notice = async () =>
    (await ana.messages()).find((one) => one.message_id > asked && wordsOf(one).includes('затражите је још једном'))
  await expect.poll(notice, { timeout: 15_000 }).toBeDefined()
  expect(buttonsOf((await notice())!)).toEqual([])
})

test('whoever asks for it after a day is told that it is gone', async () => {
  const ana = await bot.person({ name: 'Ана' })
  await ana.ask('/start')
  await lose('sendMessage', false)
  const [notice] = await ana.fromBot(await ana.write('/kontakt'))
  await bot.call('POST', '/clock', { advance: 'P2D' })
  await expect
    .poll(async () => (await bot.database.pool.query(`select from outbox where payload <> '{}'`)).rows.length, {
      timeout: 15_000,
    })
    .toBe(0)
  await ana.tap(notice!.message_id, AGAIN)
  await expect
    .poll(async () => wordsOf((await ana.messages()).at(-1)!), { timeout: 15_000 })
    .toContain('Ту поруку више немам')
})

test('nobody else is shown it', async () => {
  const [ana, marko] = [await bot.person({ name: 'Ана' }), await bot.person({ name: 'Марко' })]
  await ana.ask('/start')
  const first = await marko.ask('/start')
  await lose('sendMessage', false)
  const [notice] = await ana.fromBot(await ana.write('/kontakt'))
  const data = JSON.stringify(notice!.reply_markup).match(/again:\d+/)![0]
  expect(data).toMatch(/again/)
  await bot.database.pool.query(`update outbox set chat_id = $2 where id = $1::bigint and state = 'unknown'`, [
    Number(data.slice(6)),
    marko.id,
  ])
  await ana.tap(notice!.message_id, AGAIN)
  await expect
    .poll(async () => wordsOf((await ana.messages()).at(-1)!), { timeout: 15_000 })
    .toContain('Ту поруку више немам')
  expect((await marko.messages()).at(-1)!.message_id).toBe(first.message_id)
})

const TABLE_QUESTION = 'На колико година се доноси ЛАП, који су примери?'

test('whoever does not see a table well gets it as text in its place, and everything after it, until they want tables', async () => {
  const ana = await bot.person({ name: 'Ана' })
  const plain = await ana.ask('Ко усваја ЛАП?')
  expect(plain.rich_message).toBeUndefined()
  expect(plain.entities!.map(({ type }) => type)).toContain('expandable_blockquote')

  const shown = await ana.ask(TABLE_QUESTION)
  expect(shown.rich_message!.blocks.map(({ type }) => type)).toContain('table')
  expect(buttonsOf(shown).at(-1)).toBe('Не видим лепо')
  await ana.tap(shown.message_id, 'Не видим лепо')
  const current = async () => (await ana.messages()).find(({ message_id }) => message_id === shown.message_id)!
  await expect.poll(async () => (await current()).text, { timeout: 15_000 }).toContain('Суботица')
  const edited = await current()
  expect(edited.rich_message).toBeUndefined()
  expect(edited.text).toContain('/prikaz')
  expect(edited.entities).toContainEqual(expect.objectContaining({ type: 'bot_command' }))
  expect(buttonsOf(edited)).toEqual(buttonsOf(shown).slice(0, -1))
  expect((await ana.ask(TABLE_QUESTION)).rich_message).toBeUndefined()

  const look = await ana.ask('/prikaz')
  expect(wordsOf(look)).toContain('обичан текст')
  await ana.tap(look.message_id, 'Пробај са табелама')
  const again = await ana.ask(TABLE_QUESTION)
  expect(again.rich_message).toBeDefined()
  expect(buttonsOf(again)).not.toContain('Не видим лепо')
})

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
  await lose('*', false)
  const asked = await ana.write('/kontakt')
  const [notice] = await ana.fromBot(asked)
  expect(wordsOf(notice!)).toContain('не знам да ли је стигла')
  expect(buttonsOf(notice!)).toEqual([AGAIN])
  await ana.tap(notice!.message_id, AGAIN)
  await expect.poll(async () => wordsOf((await ana.messages()).at(-1)!), { timeout: 15_000 }).toContain('КИРС')
  expect((await ana.messages()).filter((message) => message.message_id > asked)).toHaveLength(1)
  const { rows } = await bot.database.pool.query(`select from outbox where payload <> '{}'`)
  expect(rows).toEqual([])
})

test('whoever asks for it after a day is told that it is gone', async () => {
  const ana = await bot.person({ name: 'Ана' })
  await ana.ask('/start')
  await lose('*', false)
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
  await lose('*', false)
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

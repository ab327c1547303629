import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { beforeAll, expect, test, vi } from 'vitest'
import { storeUpdates } from '../src/bot/receive/inbox.ts'
import { aBot, type Bot } from './support/bot.ts'
import { aTable, NOWHERE } from './support/table.ts'

/** What the data of our buttons begin with, so that those of later features are forged too. */
const WORDS = aTable(NOWHERE).all.flatMap((one) => (one.kind === 'button' ? [one.button.word] : []))

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const part = fc.oneof(
  fc.integer({ min: -1, max: 60 }).map(String),
  fc.constantFrom(
    '',
    '0',
    '1e3',
    '0x1',
    '-0',
    '01',
    '9007199254740993',
    '2147483648',
    '99999999999999999999',
    'NaN',
    '1.5',
  ),
  fc.constantFrom(
    "1'; drop table person; --",
    '1 or 1=1',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('sr-Latn', 'en', 'coordinator', 'trainer'),
)
const data = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...WORDS), fc.array(part, { maxLength: 3 }))
      .map(([word, parts]) => [word, ...parts].join(':')),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 64, unit: 'grapheme' }) },
)

const FIRST = 700_000_000

/** A press of somebody's own, under a message that may not be there. */
const press = (i: number, chosen: string): Update =>
  ({
    update_id: FIRST + i,
    callback_query: {
      id: String(i),
      chat_instance: '1',
      data: chosen,
      from: { id: FIRST + i, is_bot: false, first_name: 'Ана', language_code: 'sr' },
      message: {
        message_id: (i % 7) + 1,
        date: 1_772_438_400,
        chat: { id: FIRST + i, type: 'private', first_name: 'Ана' },
      },
    },
  }) as Update

test('hundreds of forged presses break nothing, and do nothing that the person may not do', async () => {
  const { pool } = bot.database
  const trainer = await bot.person({ name: 'Тренер', role: 'trainer' })
  const { messageId } = await trainer.sendFile('documents', new File(['# Нацрт\n\nТекст нацрта.'], 'nacrt.md'))
  await trainer.fromBot(messageId)
  const asked = await bot.person()
  await asked.ask('Ко усваја ЛАП?')

  const state = async () => (await pool.query('select state, number, source_id from version order by id')).rows
  const before = await state()
  const forged = fc.sample(data, { numRuns: 400, seed: Number(process.env.FORGE_SEED ?? 20_260_302) })
  await storeUpdates(
    pool,
    forged.map((chosen, i) => press(i, chosen)),
    bot.clock.now(),
  )
  await vi.waitFor(
    async () =>
      expect((await pool.query('select from inbox where update_id >= $1 and done_at is null', [FIRST])).rowCount).toBe(
        0,
      ),
    { timeout: 60_000, interval: 100 },
  )

  const failed = await pool.query('select payload, failure from inbox where failure is not null')
  expect(failed.rows).toEqual([])
  expect(await state()).toEqual(before)
  expect((await pool.query("select from person where role <> 'member'")).rowCount).toBe(1)
  // Footnotes and «more» open for whoever asked the question, and for nobody else.
  const leaked = await pool.query(
    "select key from outbox where chat_id >= $1 and (key like '%:section:%' or key like '%:more:%')",
    [FIRST],
  )
  expect(leaked.rows).toEqual([])
}, 120_000)

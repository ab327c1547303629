import { expect, test } from 'vitest'
import { storeUpdates } from '../../src/bot/receive/inbox.ts'
import { queue } from '../../src/bot/send/outbox.ts'
import { forgetGone, forgetSilent } from '../../src/forget.ts'
import { meetPerson } from '../../src/people/store.ts'
import { aMessageUpdate } from '../bot/receive/updates.ts'
import { aClock, aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const clock = aClock()

const seenYearsAgo = (telegramId: number, years: number) =>
  meetPerson(database.pool, {
    telegramId,
    name: `Особа ${telegramId}`,
    localeSeen: null,
    localeFirst: 'sr-Cyrl',
    now: clock.now().toZonedDateTimeISO('UTC').subtract({ years }).toInstant(),
  })

test('who fell silent is erased, though somebody before them cannot be; that is said at the end', async () => {
  for (const [telegramId, years] of [
    [1, 9],
    [2, 8],
    [3, 7],
    [4, 1],
  ] as const)
    await seenYearsAgo(telegramId, years)
  await database.pool.query(
    `create function refuse() returns trigger language plpgsql as 'begin raise exception ''held''; end'`,
  )
  await database.pool.query(
    'create trigger held before update on person for each row when (old.telegram_id = 1) execute function refuse()',
  )
  await expect(forgetSilent(database, clock.now())).rejects.toThrow('1 silent people were not erased')
  const { rows } = await database.pool.query('select telegram_id from person order by id')
  expect(rows.map((row) => row.telegram_id)).toEqual([1, null, null, 4])
  await database.pool.query('drop trigger held on person')
  await forgetSilent(database, clock.now())
  const after = await database.pool.query('select telegram_id from person order by id')
  expect(after.rows.map((row) => row.telegram_id)).toEqual([null, null, null, 4])
})

test('what was queued for a chat at the moment its person erased everything is forgotten; what is under way stays', async () => {
  const { pool } = database
  const say = (chatId: number) =>
    queue(pool, { chatId, content: [], edits: 1 }, { key: `for ${chatId}`, lane: 'bulk', now: clock.now() })
  for (const chatId of [4, 71, 72, 73, -74]) await say(chatId)
  await storeUpdates(pool, [aMessageUpdate(1, 72), aMessageUpdate(2, 73), aMessageUpdate(3, 75)], clock.now())
  await pool.query(`update outbox set state = 'sent', finished_at = queued_at, payload = '{}' where chat_id <> 73`)
  await pool.query('update inbox set done_at = received_at where update_id = 3')
  await forgetGone(database)
  const left = async (table: string) =>
    (await pool.query<{ chat_id: number }>(`select chat_id from ${table} order by chat_id`)).rows.map(
      (row) => row.chat_id,
    )
  expect(await left('outbox')).toEqual([-74, 4, 72, 73])
  expect(await left('inbox')).toEqual([0, 72, 73])
})

import { expect, test } from 'vitest'
import { forgetSilent } from '../src/data.ts'
import { meetPerson } from '../src/people/store.ts'
import { aClock, aDatabase } from './support/database.ts'

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

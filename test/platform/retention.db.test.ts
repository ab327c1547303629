import { expect, test } from 'vitest'
import { dataClasses } from '../../src/app.ts'
import { storeUpdates } from '../../src/bot/inbox.ts'
import { createLog } from '../../src/platform/log.ts'
import { createForgetting, type DataClass, forget, listHoldings } from '../../src/platform/retention.ts'
import { aMessageUpdate } from '../bot/updates.ts'
import { aClock, aDatabase } from '../support/database.ts'

const database = await aDatabase()
const clock = aClock()
const ago = (days: number) => clock.now().subtract({ hours: days * 24 })

test('each kind of data is forgotten in its own time, and what is not finished stays', async () => {
  const { pool } = database
  for (const [id, days] of [
    [1, 8],
    [2, 6],
    [3, 400],
  ] as const) {
    await storeUpdates(pool, [aMessageUpdate(id, id)], ago(days))
    if (id !== 3) await pool.query('update inbox set done_at = received_at where update_id = $1', [id])
  }
  for (const days of [31, 29])
    await pool.query(
      `insert into outbox (key, chat_id, lane, method, payload, state, queued_at, finished_at)
       values ($1, 1, 'reply', 'sendRichMessage', '{}', 'sent', $2, $2)`,
      [`sent ${days}`, ago(days).toString()],
    )
  for (const days of [91, 89])
    await pool.query(
      `insert into question (asked_at, text, locale, outcome, mode, evidence, ms)
       values ($1, 'питање', 'sr-Cyrl', 'declined', 'extractive', '{}', 1)`,
      [ago(days).toString()],
    )
  const left = {
    people: [0, 0],
    'updates from Telegram': [2, 1],
    'messages sent': [1, 1],
    'dialogues not ended': [0, 0],
    questions: [1, 1],
  }
  const holdings = await forget(pool, dataClasses({ traceDays: 90 }), clock.now())
  expect(Object.fromEntries(holdings.map((one) => [one.name, [one.rows, one.forgotten]]))).toEqual(left)
  expect(holdings.find((one) => one.name === 'questions')).toMatchObject({ keepDays: 90, oldest: ago(89) })
  const again = await listHoldings(pool, dataClasses({ traceDays: 90 }))
  expect(again).toEqual(holdings.map((one) => ({ ...one, forgotten: 0 })))
})

test('what is held is reported once a day, and forgotten whenever it is asked', async () => {
  const lines: { msg: string; held: { what: string; rows: number }[] }[] = []
  const asked: string[] = []
  const one: DataClass = {
    name: 'notes',
    keepDays: 1,
    delete: async (_, before) => asked.push(before.toString()),
    count: async () => ({ rows: 5, oldest: null }),
  }
  const log = createLog({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) })
  const forgetOld = createForgetting({ db: database.pool, classes: [one], log })
  for (const at of ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', '2026-03-03T00:30:00Z'])
    await forgetOld(Temporal.Instant.from(at))
  expect(asked).toEqual(['2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z', '2026-03-02T00:30:00Z'])
  expect(lines.map((line) => [line.msg, line.held[0]])).toEqual([
    ['what is held', { what: 'notes', keepDays: 1, forgotten: 1, rows: 5, oldest: null }],
    ['what is held', { what: 'notes', keepDays: 1, forgotten: 3, rows: 5, oldest: null }],
  ])
})

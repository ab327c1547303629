import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { dataClasses } from '../../../src/data.ts'
import {
  createForgetting,
  type DataClass,
  forget,
  hourly,
  listHoldings,
} from '../../../src/platform/database/retention.ts'
import { createLog } from '../../../src/platform/log.ts'
import { aMessageUpdate } from '../../bot/receive/updates.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'

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
  const left = { 'updates from Telegram': [2, 1], 'messages sent': [1, 1], questions: [1, 1] }
  const holdings = await forget(pool, dataClasses({ traceDays: 90 }), clock.now())
  const touched = holdings.filter((one) => one.rows > 0 || one.forgotten > 0)
  expect(Object.fromEntries(touched.map((one) => [one.name, [one.rows, one.forgotten]]))).toEqual(left)
  expect(holdings.find((one) => one.name === 'questions')).toMatchObject({ keepDays: 90, oldest: ago(89) })
  const again = await listHoldings(pool, dataClasses({ traceDays: 90 }))
  expect(again).toEqual(holdings.map((one) => ({ ...one, forgotten: 0 })))
})

/** Tables that say nothing about people. */
const NOT_ABOUT_PEOPLE = [
  'mail_sender',
  'migration',
  'send_pause',
  'link_secret',
  'municipality',
  'coordinator_list',
  'reminder_plan',
  'reminder_run',
  'gap_setting',
  ...['source', 'index_segment', 'collection', 'term', 'embedding_model'],
]

test('every table belongs to a kind of data, or says nothing about people', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by name`,
  )
  const kept = dataClasses({ traceDays: 90 }).flatMap((one) => one.tables)
  expect([...new Set([...kept, ...NOT_ABOUT_PEOPLE])].toSorted()).toEqual(rows.map((row) => row.name))
  expect(kept.filter((name) => NOT_ABOUT_PEOPLE.includes(name))).toEqual([])
})

test('each kind of data stands in the register of docs/privacy.md', () => {
  const register = readFileSync(new URL('../../../docs/privacy.md', import.meta.url), 'utf8')
  const days = (one: DataClass) => (one.keepDays === null ? '–' : String(one.keepDays))
  for (const one of dataClasses({ traceDays: 90 })) expect(register).toContain(`| ${one.name} | ${days(one)} |`)
})

test('invitations, roles and documents never published are forgotten; what is in use stays', async () => {
  const { pool } = database
  await pool.query(
    `insert into person (telegram_id, name, locale_seen, first_seen_at, last_seen_at) values (77, 'Ана', 'en', $1, $1)`,
    [ago(1).toString()],
  )
  for (const [token, expires, used] of [
    ['expired long ago', 91, null],
    ['used long ago', 85, 91],
    ['expired', 89, null],
    ['open', -3, null],
  ] as const)
    await pool.query(`insert into trainer_invite (token_hash, made_at, expires_at, used_at) values ($1, $2, $3, $4)`, [
      Buffer.from(token),
      ago(98).toString(),
      ago(expires).toString(),
      used && ago(used).toString(),
    ])
  for (const days of [731, 729])
    await pool.query(`insert into role_event (person_id, role, at) select id, 'trainer', $1 from person`, [
      ago(days).toString(),
    ])
  for (const [state, days] of [
    ['draft', 31],
    ['discarded', 31],
    ['draft', 29],
  ] as const)
    await pool.query(
      `insert into version (state, file_name, format, language, hash, document, prepared_at)
       values ($1, 'plan.docx', 'docx', 'sr', 'h', '{}', $2)`,
      [state, ago(days).toString()],
    )
  const holdings = await forget(pool, dataClasses({ traceDays: 90 }), clock.now())
  const of = (name: string) => holdings.find((one) => one.name === name)
  expect(of('invitations')).toMatchObject({ rows: 2, forgotten: 2 })
  expect(of('roles given and taken')).toMatchObject({ rows: 1, forgotten: 1, oldest: ago(729) })
  expect(of('documents never published')).toMatchObject({ rows: 1, forgotten: 2 })
})

test('an embedding is forgotten long after its last passage went out of use', async () => {
  const { pool } = database
  await pool.query(
    `with model as (insert into embedding_model (name, dimensions) values ('m', 2) returning id),
       made as (insert into source (path, title, hash, ingested_at) values ('a.md', 'А', 'h', $1) returning id),
       texts as (
         select gen_random_uuid() as text_id, gone from unnest(array[null, $2, $3]::timestamptz[]) as of_texts (gone)
       ),
       passages as (
         insert into chunk (source_id, position, headings, titles, blocks, body, hash, text_id, withdrawn_at)
         select made.id, 1, '{}', '{}', '[]', '', 'h', text_id, gone from made, texts
       )
     insert into embedding (model_id, text_id, vector) select model.id, text_id, '[1,2]' from model, texts`,
    [ago(100).toString(), ago(91).toString(), ago(89).toString()],
  )
  const holdings = await forget(pool, dataClasses({ traceDays: 90 }), clock.now())
  expect(holdings.find((one) => one.name === 'embeddings of texts out of use')).toMatchObject({
    rows: 1,
    forgotten: 1,
    oldest: ago(89),
  })
  expect((await pool.query('select from embedding')).rows).toHaveLength(2)
})

test('an hour is counted by the app’s clock, which the sandbox moves and others set back', () => {
  const isDue = hourly()
  const at = (time: string) => isDue(Temporal.Instant.from(`2026-03-02T${time}Z`))
  expect(
    ['08:00', '08:59', '09:00', '09:10', '21:00', '20:00', '20:59', '21:00'].map((time) => at(`${time}:00`)),
  ).toEqual([true, false, true, false, true, true, false, true])
})

test('what is held is reported once a day, and forgotten whenever it is asked', async () => {
  const lines: { msg: string; held: { what: string; rows: number }[] }[] = []
  const asked: string[] = []
  const one: DataClass = {
    name: 'notes',
    tables: [],
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

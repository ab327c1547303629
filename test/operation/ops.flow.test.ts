import { beforeAll, expect, test, vi } from 'vitest'
import { type App, createApp } from '../../src/app.ts'
import { AdvancingClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { opsServer } from '../../src/platform/ops.ts'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { afterwards } from '../support/afterwards.ts'
import { personSide, SMALL_SETTINGS, TOKEN, wordsOf } from '../support/bot.ts'
import { aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const logged: Record<string, unknown>[] = []
let app: App
let ops: ReturnType<typeof opsServer>
let side: ReturnType<typeof personSide>

beforeAll(async () => {
  const clock = new AdvancingClock()
  const sandbox = createSandbox({ token: TOKEN, clock, file: ':memory:', port: 0, grantRole: async () => {} })
  const { url, apiRoot } = await sandbox.start()
  side = personSide(url)
  app = createApp({
    settings: { ...SMALL_SETTINGS, rich: 'off' },
    database,
    clock,
    log: createLog({ level: 'trace' }, { write: (line) => void logged.push(JSON.parse(line)) }),
    telegram: { token: TOKEN, apiRoot },
  })
  ops = opsServer(app.notReady, app.metrics.registry)
  afterwards(() => sandbox.stop())
})

const get = (path: string) => ops.request(path)

/** The value of a figure as Prometheus would read it; `undefined` where there is none. */
async function figure(name: string): Promise<number | undefined> {
  const line = (await (await get('/metrics')).text()).split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

test('a process is healthy at once and ready once it has started', async () => {
  expect((await get('/health')).status).toBe(200)
  const early = await get('/ready')
  expect(early.status).toBe(503)
  expect(await early.json()).toEqual({ ready: false, waitingFor: [expect.stringContaining('start')] })
  await app.start()
  const later = await get('/ready')
  expect(later.status).toBe(200)
  expect(await later.json()).toEqual({ ready: true, waitingFor: [] })
})

test.each([
  'lap_messages_total{lane="bulk",result="unknown"}',
  'lap_messages_total{lane="reply",result="failed"}',
  'lap_update_handling_seconds_count{result="failed"}',
  'lap_refusals_total{reason="too-fast"}',
  'lap_broadcast_copies_total{fate="blocked"}',
  'lap_reminders_total{outcome="late"}',
])('%s is there before it happens, so that the first is seen as an increase', async (name) => {
  expect(await figure(name)).toBe(0)
})

test('what a conversation does can be read off the metrics', async () => {
  const milica = await side.person()
  expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('[1]')
  await milica.ask('Мој ЈМБГ је 0101990710006, да ли имам право на помоћ?')
  // The fate of a message is written down after the chat shows it.
  await vi.waitFor(async () => expect(await figure('lap_messages_total{lane="reply",result="sent"}')).toBe(2))
  expect(await figure('lap_updates_received_total')).toBe(2)
  expect(await figure('lap_update_handling_seconds_count{result="done"}')).toBe(2)
  expect(await figure('lap_update_wait_seconds_count')).toBe(2)
  expect(await figure('lap_answers_total{outcome="answered",mode="extractive"}')).toBe(1)
  expect(await figure('lap_answers_total{outcome="declined",mode="extractive"}')).toBe(1)
  expect(await figure('lap_answer_part_seconds_count{part="find"}')).toBe(2)
  expect(await figure('lap_answer_part_seconds_count{part="save"}')).toBe(2)
  expect(await figure('lap_message_delay_seconds_count{lane="reply"}')).toBe(2)
  expect(await figure('lap_sender')).toBe(1)
  expect(await figure('lap_inbox_waiting')).toBe(0)
  expect(await figure('lap_outbox_waiting{lane="bulk"}')).toBe(0)
  expect(await figure('lap_database_connections{state="waiting"}')).toBe(0)
  expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
})

test('the log follows a question from the update to the call that answers it', async () => {
  logged.length = 0
  const milica = await side.person()
  await milica.ask('Колико често се састаје савет?')
  const { rows } = await database.pool.query<{ update_id: number }>(
    'select update_id from inbox order by update_id desc limit 1',
  )
  const request = String(rows[0]!.update_id)
  await vi.waitFor(() => {
    const called = logged.filter((line) => line.msg === 'Telegram was called' && line.request === request)
    expect(called.map((line) => line.method)).toEqual(['sendMessage'])
  })
})

test.each([
  ['127.0.0.1:9080', 200],
  ['[::1]:9080', 200],
  ['10.0.0.7:9080', 200],
  ['localhost:9080', 200],
  ['app:9080', 200],
  ['rebinding.example', 403],
  ['metrics.example.rs:9080', 403],
])('figures asked for as «%s» are answered with %d', async (host, status) => {
  const response = await ops.request(`http://${host}/metrics`)
  expect(response.status).toBe(status)
  expect((await response.text()).includes('lap_sender')).toBe(status === 200)
})

test('figures are given under the name that the server listens under', async () => {
  const named = opsServer(app.notReady, app.metrics.registry, 'metrics.example.rs')
  expect((await named.request('http://metrics.example.rs:9080/metrics')).status).toBe(200)
})

test('what is not there is said to be not there', async () => {
  expect((await get('/secrets')).status).toBe(404)
})

test('a process that stops, or whose database is away, says that it is not ready', async () => {
  await app.stop()
  expect(await (await get('/ready')).json()).toEqual({ ready: false, waitingFor: [expect.stringContaining('end')] })
})

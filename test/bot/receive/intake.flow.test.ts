import { Api } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Hold } from '../../../src/bot/receive/inbox.ts'
import { createIntake } from '../../../src/bot/receive/intake.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aSandbox, TOKEN } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

const database = await aDatabase()

const NOWHERE: Hold = { lease: '', limit: 0 }

/** Polls the sandbox into `db`; stopped with the test. */
async function anIntake(
  apiRoot: string,
  db: Db,
  stored: () => void = () => {},
  hold: Hold = NOWHERE,
  api = new Api(TOKEN, { apiRoot }),
  refused = () => {},
) {
  const intake = createIntake({
    token: TOKEN,
    apiRoot,
    api,
    db,
    clock: aClock(),
    log: noLog,
    meant: (update) => update,
    receive: async (_, store) => void (await store(hold)),
    stored,
    refused,
    room: () => {},
  })
  const polling = intake.poll()
  onTestFinished(() => intake.stop())
  return { intake, polling, api }
}

/** A door that statements wait at. */
function aGate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

/** How many updates Telegram still keeps for us, and how many we stored. */
async function whereabouts(api: Api) {
  const { rows } = await database.pool.query<{ count: number }>('select count(*) as count from inbox')
  return { pending: (await api.getWebhookInfo()).pending_update_count, stored: rows[0]!.count }
}

/** What Telegram would send to the webhook. */
const aRequest = (body: string) =>
  new Request('http://bot/hook', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'secret' },
    body,
  })

/** Numbers of what was stored. */
async function storedIds(): Promise<number[]> {
  const { rows } = await database.pool.query<{ id: number }>('select update_id as id from inbox order by update_id')
  return rows.map(({ id }) => id)
}

/** More levels than PostgreSQL reads of a JSON value; an embedded one crashed. */
const tooDeep = (id: number) =>
  `{"update_id":${id},"message":{"chat":{"id":7,"type":"private"},"x":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`

const MALFORMED: [string, string][] = [
  ['nothing', 'null'],
  ['a list', '[]'],
  ['words', '"update"'],
  ['no number', '{"message":{"chat":{"id":7}}}'],
  ['a negative number', '{"update_id":-1,"message":{"chat":{"id":7}}}'],
  ['a part of a number', '{"update_id":1.5,"message":{"chat":{"id":7}}}'],
  ['a number in words', '{"update_id":"1","message":{"chat":{"id":7}}}'],
  ['a number that no double holds', '{"update_id":9007199254740993,"message":{"chat":{"id":7}}}'],
  ['a chat without a number', '{"update_id":1,"message":{"chat":{"id":"seven"}}}'],
  ['a chat of 1e300', '{"update_id":1,"message":{"chat":{"id":1e300}}}'],
  ['more levels than can be stored', tooDeep(1)],
]

beforeEach(() => emptyFrame(database))

test('an update that is being stored when the intake stops stays with Telegram until it is stored', async () => {
  const { apiRoot, person, write } = await aSandbox()
  const reached = aGate()
  const gate = aGate()
  const slow = {
    query: async (text: string, values?: unknown[]) => {
      reached.open()
      await gate.opened
      return database.pool.query(text, values)
    },
  } as Db
  const ana = await person({ started: false })
  await write(ana, 'прво')
  await write(ana, 'друго')
  const { intake, api } = await anIntake(apiRoot, slow)
  await reached.opened
  const stopping = intake.stop()
  expect(await whereabouts(api)).toEqual({ pending: 2, stored: 0 })
  gate.open()
  await stopping
  const { pending, stored } = await whereabouts(api)
  expect(stored).toBe(2)
  expect(pending).toBeLessThanOrEqual(2)
})

test('while the database is away polling waits; a stop then leaves the update with Telegram', async () => {
  const { apiRoot, person, write } = await aSandbox()
  const reached = aGate()
  const broken = {
    query: async () => {
      reached.open()
      throw new Error('the database is away')
    },
  } as Db
  const { intake, polling, api } = await anIntake(apiRoot, broken)
  await write(await person({ started: false }), 'прво')
  await reached.opened
  await intake.stop()
  await polling
  expect(await whereabouts(api)).toEqual({ pending: 1, stored: 0 })
})

test('an update that was stored as ours without our knowing is given back', async () => {
  const { apiRoot, person, write } = await aSandbox()
  const known = aGate()
  let lost = false
  const lossy = {
    query: async (text: string, values?: unknown[]) => {
      const answer = await database.pool.query(text, values)
      if (lost) return answer
      lost = true
      throw Object.assign(new Error('the answer was lost'), { code: 'ECONNRESET' })
    },
  } as Db
  const lease = '11111111-1111-4111-8111-111111111111'
  await write(await person({ started: false }), 'прво')
  await anIntake(apiRoot, lossy, known.open, { lease, limit: 9 })
  await known.opened
  const { rows } = await database.pool.query('select leased_by, done_at from inbox')
  expect(rows).toEqual([{ leased_by: null, done_at: null }])
})

test('requests of a webhook that come together are stored in the order of their numbers', async () => {
  const { apiRoot } = await aSandbox()
  const api = new Api(TOKEN, { apiRoot })
  const gate = aGate()
  const lease = '11111111-1111-4111-8111-111111111111'
  const intake = createIntake({
    token: TOKEN,
    apiRoot,
    api,
    db: database.pool,
    clock: aClock(),
    log: noLog,
    meant: (update) => update,
    receive: async (_, store) => {
      await gate.opened
      await store({ lease, limit: 9 })
    },
    stored: () => {},
    refused: () => {},
    room: () => {},
  })
  const receive = intake.webhook('secret', await api.getMe())
  const post = (id: number, chat: number) => receive(aRequest(JSON.stringify(aMessageUpdate(id, chat))))
  const first = post(10, 8)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const others = [post(12, 7), post(11, 7)]
  await new Promise((resolve) => setTimeout(resolve, 50))
  gate.open()
  for (const response of await Promise.all([first, ...others])) expect(response.status).toBe(200)
  const { rows } = await database.pool.query<{ update_id: number; held: boolean }>(
    'select update_id, leased_by is not null as held from inbox order by received_at, update_id',
  )
  expect(rows).toEqual([
    { update_id: 10, held: true },
    { update_id: 11, held: true },
    { update_id: 12, held: false },
  ])
})

test('stopping ends polling, though Telegram does not answer any more', async () => {
  const { apiRoot, person, write, post } = await aSandbox()
  const kept = aGate()
  const { intake, polling } = await anIntake(apiRoot, database.pool, kept.open)
  await write(await person({ started: false }), 'прво')
  await kept.opened
  await post('/faults', { method: 'getUpdates', error: 'drop', times: 100 })
  await intake.stop()
  await polling
})

test.each(MALFORMED)(
  'a request with %s is refused, not asked for again, and those beside it are stored',
  async (_, body) => {
    const refused = vi.fn()
    const { intake } = await anIntake('http://127.0.0.1:9', database.pool, undefined, undefined, aTelegram([]), refused)
    const receive = intake.webhook('secret', {
      id: 1,
      is_bot: true,
      first_name: 'bot',
      username: 'bot',
    } as UserFromGetMe)
    const responses = await Promise.all(
      [body, JSON.stringify(aMessageUpdate(5, 7))].map((one) => receive(aRequest(one))),
    )
    expect(responses.map(({ status }) => status)).toEqual([400, 200])
    expect(await storedIds()).toEqual([5])
    expect(refused).toHaveBeenCalledTimes(1)
  },
)

/** A Telegram that has these updates, and then others with what was asked from on. */
function aTelegram(updates: unknown[], offsets: number[] = []): Api {
  let given = false
  const getUpdates = async ({ offset }: { offset: number }, signal?: AbortSignal) => {
    offsets.push(offset)
    if (given && signal) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    given = true
    return offsets.length === 1 ? updates : []
  }
  return { deleteWebhook: async () => true, getUpdates } as unknown as Api
}

test.each(MALFORMED)(
  'polled, an update with %s is left out, and Telegram is asked for what comes after it',
  async (_, body) => {
    const refused = vi.fn()
    const offsets: number[] = []
    const telegram = aTelegram([aMessageUpdate(5, 7), JSON.parse(body), aMessageUpdate(6, 8)], offsets)
    await anIntake('', database.pool, undefined, undefined, telegram, refused)
    await vi.waitFor(() => expect(offsets).toHaveLength(2), { timeout: 15_000 })
    expect(await storedIds()).toEqual([5, 6])
    expect(offsets[1]).toBe(7)
    expect(refused).toHaveBeenCalledTimes(1)
  },
)

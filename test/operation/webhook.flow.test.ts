import type { Update } from 'grammy/types'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { ALLOWED_UPDATES } from '../../src/bot/receive/polling.ts'
import { AdvancingClock } from '../../src/platform/clock.ts'
import { listen } from '../../src/platform/http.ts'
import { createLog } from '../../src/platform/log.ts'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import { personSide, SMALL_SETTINGS, TOKEN, wordsOf } from '../support/bot.ts'
import { aDatabase, failingAt } from '../support/database/database.ts'

const SECRET = 'tajna-webhooka-za-testove'

const database = await aDatabase()
const storing = { failures: 0 }
const logged: string[] = []
let hook: string
let side: ReturnType<typeof personSide>
let callTelegram: <T>(method: string) => Promise<T>

beforeAll(async () => {
  const clock = new AdvancingClock()
  const sandbox = createSandbox({ token: TOKEN, clock, file: ':memory:', port: 0, grantRole: async () => {} })
  const { url, apiRoot } = await sandbox.start()
  const late = Promise.withResolvers<(request: Request) => Promise<Response>>()
  const server = await listen(
    { fetch: async (request: Request) => (await late.promise)(request) },
    { host: '127.0.0.1', port: 0 },
  )
  hook = `${server.url}/hook`
  const log = createLog({ level: 'info' }, { write: (line) => void logged.push(line) })
  const app = createApp({
    settings: { ...SMALL_SETTINGS, rich: 'off' },
    database: failingAt(database, 'insert into inbox', storing),
    clock,
    log,
    telegram: { token: TOKEN, apiRoot, webhook: { url: hook, secret: SECRET } },
  })
  late.resolve(app.webhook!)
  const early = await post({ update_id: 1 } as Update, { secret: SECRET })
  expect(early.status).toBe(503)
  await app.start()
  side = personSide(url)
  callTelegram = async (method) => {
    const answer = await fetch(`${apiRoot}/bot${TOKEN}/${method}`)
    return ((await answer.json()) as { result: never }).result
  }
  return async () => {
    await server.stop()
    await app.stop()
    await sandbox.stop()
  }
})

beforeEach(() => {
  storing.failures = 0
  logged.length = 0
})

/** What anybody could send to the webhook. */
function post(update: Update | string, options: { secret?: string } = {}): Promise<Response> {
  return fetch(hook, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': options.secret }),
    },
    body: typeof update === 'string' ? update : JSON.stringify(update),
  })
}

/** A message of `id` with an update id that the sandbox never reaches. */
function anUpdate(updateId: number, id: number, text: string): Update {
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_772_000_000,
      chat: { id, type: 'private', first_name: 'Милица' },
      from: { id, is_bot: false, first_name: 'Милица', language_code: 'sr' },
      text,
    },
  } as Update
}

async function count(query: string, value: number): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*) as count from ${query}`, [value])
  return rows[0]!.count
}

const storedOf = (chatId: number) => count('inbox where chat_id = $1', chatId)
const askedBy = (id: number) =>
  count('question join person on person.id = question.person_id where telegram_id = $1', id)

test('Telegram is told where to deliver, and what comes is answered', async () => {
  expect(await callTelegram('getWebhookInfo')).toMatchObject({ url: hook, allowed_updates: [...ALLOWED_UPDATES] })
  const milica = await side.person()
  expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('скупштина општине или града')
})

test.each([
  ['without a secret', {}],
  ['with an empty secret', { secret: '' }],
  ['with a wrong secret', { secret: SECRET.replace('t', 'T') }],
  ['with the beginning of the secret', { secret: SECRET.slice(0, -1) }],
])('a request %s is refused and leaves nothing', async (_, options) => {
  const milica = await side.person()
  const refused = await post(anUpdate(900_000_001, milica.id, 'Ко усваја ЛАП?'), options)
  expect(refused.status).toBe(401)
  expect(await storedOf(milica.id)).toBe(0)
})

test('an update that could not be stored is refused, delivered again and answered once', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const milica = await side.person()
  storing.failures = 2
  const answer = await milica.ask('Ко усваја ЛАП?')
  expect(wordsOf(answer)).toContain('скупштина општине или града')
  expect(storing.failures).toBe(0)
  expect(await callTelegram('getWebhookInfo')).toMatchObject({
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    pending_update_count: 0,
  })
  await milica.ask('/pomoc')
  expect((await milica.messages()).filter((message) => message.from?.is_bot)).toHaveLength(2)
  expect(await askedBy(milica.id)).toBe(1)
  // Logged, without the person's words and without the token, and not printed past the log.
  expect(logged.filter((line) => line.includes('the database is away'))).toHaveLength(2)
  expect(logged.join()).not.toMatch(/усваја|Милица/)
  expect(printed.mock.calls).toEqual([])
  printed.mockRestore()
})

test('the same update delivered often, at once and later, has one effect', async () => {
  const milica = await side.person()
  await milica.ask('/start')
  const update = anUpdate(900_000_002, milica.id, 'Колико често се састаје савет?')
  const before = (await milica.messages()).at(-1)!.message_id
  const replies = await Promise.all(Array.from({ length: 5 }, () => post(update, { secret: SECRET })))
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200, 200])
  const [answer] = await milica.fromBot(before)
  expect(wordsOf(answer!)).toContain('најмање два пута')
  expect((await post(update, { secret: SECRET })).status).toBe(200)
  // Answers of a chat come in order, so that this one would come after a second effect.
  await milica.ask('/pomoc')
  expect((await milica.fromBot(before)).map(wordsOf)).toEqual([
    expect.stringContaining('најмање два пута'),
    expect.stringContaining('Како Вам могу помоћи'),
  ])
  expect(await askedBy(milica.id)).toBe(1)
})

test.each(['', 'није JSON', '{}', '[]', 'null', '{"update_id": "x"}'])(
  'what is not an update («%s») is refused, and the next one is taken',
  async (body) => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect((await post(body, { secret: SECRET })).status).toBe(400)
    expect(printed.mock.calls).toEqual([])
    printed.mockRestore()
    const milica = await side.person()
    expect(wordsOf(await milica.ask('/pomoc'))).toContain('Како Вам могу помоћи')
  },
)

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json, text } from 'node:stream/consumers'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Block, bold, heading, paragraph, plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { REPLIES_AT_ONCE } from '../../../src/bot/send/concurrency.ts'
import type { Rich } from '../../../src/bot/send/deliver.ts'
import { type Lane, type Outgoing, queue, queueDeferred, type Renderer } from '../../../src/bot/send/outbox.ts'
import type { Tell } from '../../../src/bot/send/record.ts'
import { createSender, type Sender } from '../../../src/bot/send/sender.ts'
import {
  claimRows,
  deleteSent,
  giveUpInterrupted,
  listInterrupted,
  markOutcomes,
} from '../../../src/bot/send/sender-store.ts'
import { countUnknown, forgetUnknown } from '../../../src/bot/send/unknown-store.ts'
import { connectTo } from '../../../src/bot/telegram.ts'
import { markUnreachable, meetPerson } from '../../../src/people/store.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import type { JournalEntry } from '../../../src/sandbox/control/journal.ts'
import { aFile, aPng, aSandbox, type StartedSandbox, TOKEN } from '../../sandbox/support.ts'
import { aClock, aDatabase, emptyFrame, failingAt, type SettableClock } from '../../support/database.ts'

const database = await aDatabase()
beforeEach(() => emptyFrame(database))

type Options = {
  bulkRate?: number
  pollMs?: number
  apiRoot?: string
  renderers?: Record<string, Renderer>
  tell?: Tell
  rich?: Rich
  database?: Database
}

/** A sender that stops with the test. */
function aSender(telegram: { apiRoot: string }, clock: SettableClock, options: Options = {}): Sender {
  const sender = createSender({
    database,
    api: connectTo({ token: TOKEN, apiRoot: telegram.apiRoot }),
    clock,
    log: noLog,
    bulkRate: 1_000,
    pollMs: 10,
    rich: { use: 'on' },
    unreachable: (chatId) => markUnreachable(database.pool, chatId, clock.now()),
    ...options,
  })
  onTestFinished(() => sender.stop())
  return sender
}

/** Notes what people would be told. */
function aTold() {
  const what: string[] = []
  const tell: Tell = async (_, about) => void what.push(about)
  return { what, tell }
}

/** The address of something between us and a sandbox that refuses a text with these words, or cuts its connection. */
async function refusing(
  telegram: StartedSandbox,
  words: string,
  how: 'refuse' | 'cut' | 'fail' = 'refuse',
): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (request.url!.endsWith('/sendMessage') && body.includes(words)) {
      const error_code = how === 'fail' ? 500 : 400
      if (how === 'cut') request.socket.destroy()
      else response.writeHead(error_code).end(JSON.stringify({ ok: false, error_code, description: 'no' }))
      return
    }
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json' }
    const answer = await fetch(new URL(request.url!, telegram.url), { method: 'POST', headers, body })
    response.writeHead(answer.status).end(await answer.text())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A clock that also tells when its reader has looked at it again: a sender looks once a round. */
function aWatchedClock() {
  const clock = aClock()
  let looks = 0
  const watched: SettableClock = {
    ...clock,
    now: () => {
      looks++
      return clock.now()
    },
  }
  const rounds = async (count: number) => {
    const before = looks
    await vi.waitFor(() => expect(looks).toBeGreaterThanOrEqual(before + count), soon)
  }
  return { clock: watched, rounds }
}

/** A Bot API that takes messages and answers when told to. `chats` are those written to, in order. */
async function aSlowTelegram() {
  const chats: number[] = []
  const waiting: (() => void)[] = []
  let slow = true
  const server = createServer(async (request, response) => {
    const { chat_id } = (await json(request)) as { chat_id: number }
    chats.push(chat_id)
    const answer = () => void response.end(JSON.stringify({ ok: true, result: { message_id: chats.length } }))
    if (slow) waiting.push(answer)
    else answer()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    chats,
    answerOne: () => waiting.shift()!(),
    answerAll: () => {
      slow = false
      for (const answer of waiting.splice(0)) answer()
    },
  }
}

let keys = 0
const put = (
  chatId: number,
  text: string | Block[],
  { lane = 'reply', clock = aClock(), ...rest }: Partial<Outgoing> & { lane?: Lane; clock?: SettableClock } = {},
) =>
  queue(
    database.pool,
    { chatId, content: typeof text === 'string' ? [paragraph(text)] : text, ...rest },
    { key: `key ${++keys}`, lane, now: clock.now() },
  )

type Row = { state: string; attempts: number; failure: string | null; message_id: number | null }

async function rows(): Promise<Row[]> {
  const { rows } = await database.pool.query<Row>('select state, attempts, failure, message_id from outbox order by id')
  return rows
}

const states = async () => (await rows()).map((row) => row.state)

const soon = { timeout: 15_000, interval: 10 }
const settled = () =>
  vi.waitFor(async () => expect((await states()).filter((state) => /waiting|sending/.test(state))).toEqual([]), soon)

/** What the bot said in a chat, as text. */
async function heard(telegram: StartedSandbox, id: number): Promise<string[]> {
  const messages = await telegram.messages(id)
  return messages
    .filter((message) => message.from?.is_bot)
    .map((message) => message.text ?? plainOfBlocks((message.rich_message as { blocks: Block[] }).blocks))
}

const calls = (telegram: StartedSandbox) => telegram.get<JournalEntry[]>('/calls')
const methods = async (telegram: StartedSandbox) => (await calls(telegram)).map(({ method }) => method)
const fault = (telegram: StartedSandbox, order: object) => telegram.post('/faults', { times: 1, ...order })

describe('sending', () => {
  test('delivers what is queued and notes under which number', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'Савет')
    aSender(telegram, aClock()).start()
    await settled()
    const last = (await telegram.messages(id)).at(-1)!
    expect(await heard(telegram, id)).toEqual(['Савет'])
    expect(await rows()).toEqual([{ state: 'sent', attempts: 1, failure: null, message_id: last.message_id }])
  })

  test('shows what a person typed as typed, in no form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const typed = '<b>x</b> &amp; https://example.rs @ana /start [x](y)'
    await put(id, typed)
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)!.rich_message).toMatchObject({
      blocks: [{ type: 'paragraph', text: typed }],
    })
  })

  test('begins at once when woken, however long it would sleep', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { clock, rounds } = aWatchedClock()
    const looked = rounds(2)
    const sender = aSender(telegram, clock, { pollMs: 3_600_000 })
    sender.start()
    await looked
    await put(id, 'Савет')
    sender.wake()
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })

  test('keeps the order within each chat', async () => {
    const telegram = await aSandbox()
    const people = [await telegram.person(), await telegram.person(), await telegram.person()]
    const lines = Array.from({ length: 8 }, (_, i) => `ред ${i}`)
    for (const line of lines) for (const id of people) await put(id, line)
    aSender(telegram, aClock()).start()
    await settled()
    for (const id of people) expect(await heard(telegram, id)).toEqual(lines)
  })

  test('keeps the order within a chat when the first has to be tried again', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500 })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ seconds: 2 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['прво', 'друго'])
  })

  test('replies go before bulk that waits longer, also in the same chat', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    for (const line of ['позив 1', 'позив 2']) await put(one, line, { lane: 'bulk' })
    await put(two, 'одговор 1')
    await put(one, 'одговор 2')
    aSender(telegram, aClock()).start()
    await settled()
    const order = (await calls(telegram)).map(
      ({ payload }) => JSON.stringify(payload).match(/(?:позив|одговор) \d/)![0],
    )
    expect(order.slice(0, 2).toSorted()).toEqual(['одговор 1', 'одговор 2'])
    expect(order.slice(2)).toEqual(['позив 1', 'позив 2'])
  })

  test('bulk waits for replies that wait for room', async () => {
    const telegram = await aSlowTelegram()
    await put(99, 'позив', { lane: 'bulk' })
    const room = REPLIES_AT_ONCE[database.kind]
    for (let chat = 1; chat <= room + 32; chat++) await put(chat, 'одговор')
    aSender(telegram, aClock()).start()
    await vi.waitFor(() => expect(telegram.chats).toHaveLength(room), soon)
    telegram.answerOne()
    await vi.waitFor(() => expect(telegram.chats.length).toBeGreaterThan(room), soon)
    expect(telegram.chats).not.toContain(99)
    telegram.answerAll()
    await settled()
    expect(telegram.chats).toHaveLength(room + 33)
    expect(telegram.chats).toContain(99)
  })

  test('a fate that is written down once more does not undo what came after', async () => {
    const now = aClock().now()
    await put(7, 'одговор')
    const [first] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    const later = { row: first!, outcome: { kind: 'later', reason: 'no', waitSeconds: 0 }, now } as const
    await markOutcomes(database.pool, [later])
    const [second] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    await markOutcomes(database.pool, [{ row: second!, outcome: { kind: 'sent', messageId: 5 }, now }])
    await markOutcomes(database.pool, [later])
    expect(await states()).toEqual(['sent'])
  })

  test('a fate that comes late says that a row given up was sent, and begins nothing anew', async () => {
    const now = aClock().now()
    await put(7, 'одговор')
    const [row] = await claimRows(database.pool, 'reply', { limit: 1, resting: [], now })
    await giveUpInterrupted(database.pool, await listInterrupted(database.pool), now)
    await markOutcomes(database.pool, [{ row: row!, outcome: { kind: 'later', reason: 'no', waitSeconds: 0 }, now }])
    expect(await states()).toEqual(['unknown'])
    await markOutcomes(database.pool, [{ row: row!, outcome: { kind: 'sent', messageId: 5 }, now }])
    expect(await states()).toEqual(['sent'])
  })

  test('changes a message in place, and one that is so already counts as changed', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await put(id, 'одговор', { edits: message_id })
    await put(id, 'одговор', { edits: message_id })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await heard(telegram, id)).toEqual(['одговор'])
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await methods(telegram)).toEqual(['sendMessage', 'editMessageText', 'editMessageText'])
  })
})

describe('a file', () => {
  test('arrives with its name, its bytes and the text under it, once more by its id at Telegram', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const file = { name: 'обука.ics', base64: Buffer.from('BEGIN:VCALENDAR').toString('base64') }
    await put(id, [paragraph('Видимо се ', bold('у Пландишту'))], {
      file,
      buttons: [[{ text: 'Ок', callback_data: 'ok' }]],
    })
    aSender(telegram, aClock()).start()
    await settled()
    const sent = (await telegram.messages(id)).at(-1)!
    expect(sent).toMatchObject({
      caption: 'Видимо се у Пландишту',
      caption_entities: [{ type: 'bold' }],
      document: { file_name: 'обука.ics', file_size: 15 },
      reply_markup: { inline_keyboard: [[{ text: 'Ок' }]] },
    })
    await put(id, 'Поново', { file: { kind: 'document', fileId: sent.document!.file_id } })
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ caption: 'Поново', document: sent.document })
  })

  test('is a picture where it is said to be one, and another takes its place', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const picture = (width: number) => {
      return { name: 'slika.png', base64: Buffer.from(aPng(width, 10)).toString('base64'), isPicture: true } as const
    }
    await put(id, 'Прва', { file: picture(20) })
    aSender(telegram, aClock()).start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']), soon)
    const sent = (await telegram.messages(id)).at(-1)
    expect(sent).toMatchObject({ caption: 'Прва', photo: [{ width: 20 }] })
    await put(id, 'Друга', { file: picture(30), edits: sent!.message_id })
    await vi.waitFor(async () => expect(await states()).toEqual(['sent', 'sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ caption: 'Друга', photo: [{ width: 30 }] })
    expect(await methods(telegram)).toEqual(['sendPhoto', 'editMessageMedia'])
  })

  test('that Telegram does not know fails, and says so', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'Слика', { file: { kind: 'photo', fileId: 'gone' } })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['failed'])
    expect(await methods(telegram)).toEqual(['sendPhoto', 'sendPhoto'])
  })

  test('that Telegram does not know leaves out what may be said without it', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const renderers = {
      reminder: async () => ({
        content: [paragraph('Обука је сутра')],
        file: { kind: 'document', fileId: 'gone' } as const,
        mayLackFile: true as const,
      }),
    }
    await queueDeferred(database.pool, [{ chatId: id, renderer: 'reminder', data: {}, key: `key ${++keys}` }], {
      lane: 'bulk',
      now: aClock().now(),
    })
    aSender(telegram, aClock(), { renderers }).start()
    await vi.waitFor(async () => expect(await states()).toEqual(['sent']), soon)
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ text: 'Обука је сутра' })
  })

  test.each(['sendDocument', 'sendPhoto', 'editMessageMedia'])(
    'leaves its words alone where the server has no %s, and their person is told',
    async (method) => {
      const telegram = await aSandbox()
      const id = await telegram.person()
      const { message_id } = await telegram.api.sendMessage(id, 'карта')
      await fault(telegram, { method, error: 404, times: 100 })
      const base64 = Buffer.from(aPng(20, 10)).toString('base64')
      const isPicture = method === 'sendDocument' ? {} : ({ isPicture: true } as const)
      const edits = method === 'editMessageMedia' ? { edits: message_id } : {}
      await put(id, 'Карта општине', { file: { name: 'karta.png', base64, ...isPicture }, ...edits })
      const told = aTold()
      aSender(telegram, aClock(), { tell: told.tell }).start()
      await settled()
      expect(await heard(telegram, id)).toEqual(['карта', 'Карта општине'])
      expect(told.what).toEqual(['without-file'])
    },
  )

  test('that a proxy finds too large again and again leaves its words alone, and their person is told', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendDocument', error: 'page', status: 413, times: 1_000 })
    await put(id, 'Списак', { file: { name: 'spisak.txt', base64: Buffer.from('Мила').toString('base64') } })
    const told = aTold()
    aSender(telegram, clock, { tell: told.tell }).start()
    for (let tries = 1; told.what.length === 0 && tries < 10; tries++) {
      await vi.waitFor(async () => {
        const [row] = await rows()
        expect(row!.state === 'sent' || (row!.state === 'waiting' && row!.attempts === tries)).toBe(true)
      }, soon)
      clock.advance({ minutes: 30 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Списак'])
    expect(told.what).toEqual(['without-file'])
  })
})

describe('a deferred message', () => {
  const defer = (chatId: number, data: unknown) =>
    queueDeferred(database.pool, [{ chatId, renderer: 'weather', data, key: `key ${++keys}` }], {
      lane: 'bulk',
      now: aClock().now(),
    })

  test('is put into words when it leaves, for whom it goes to', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const told: unknown[] = []
    await defer(id, { town: 'Ада' })
    aSender(telegram, aClock(), {
      renderers: {
        weather: async (_db, data, chatId) => {
          told.push([data, chatId])
          return { content: [paragraph('Сунчано')] }
        },
      },
    }).start()
    await settled()
    expect(told).toEqual([[{ town: 'Ада' }, id]])
    expect(await heard(telegram, id)).toEqual(['Сунчано'])
  })

  test('is dropped when there is nothing to say any more, and the next goes', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await defer(id, null)
    await put(id, 'После', { lane: 'bulk' })
    aSender(telegram, aClock(), { renderers: { weather: async () => null } }).start()
    await settled()
    expect(await states()).toEqual(['dropped', 'sent'])
    expect(await heard(telegram, id)).toEqual(['После'])
  })

  test('that cannot be put into words for now is tried again', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    let fails = 1
    await defer(id, null)
    const weather = async () => {
      if (fails-- > 0) throw new Error('no window')
      return { content: [paragraph('Сунчано')] }
    }
    aSender(telegram, clock, { renderers: { weather } }).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ minutes: 2 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['Сунчано'])
  })
})

describe('at most once', () => {
  test('what was on its way when a sender died is never sent again, and the chat goes on', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'прво')
    await database.pool.query(`update outbox set state = 'sending', attempts = 1`)
    await put(id, 'друго')
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(await heard(telegram, id)).toEqual(['друго'])
  })

  test('a change of a message that was on its way is made again, since it shows only once', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await put(id, 'одговорено', { edits: message_id })
    await database.pool.query(`update outbox set state = 'sending', attempts = 1`)
    await put(id, 'друго')
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await heard(telegram, id)).toEqual(['одговорено', 'друго'])
  })

  test.each(['drop', 'lost'])('so is one whose connection broke: %s', async (error) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await fault(telegram, { method: 'editMessageText', error })
    await put(id, 'одговорено', { edits: message_id })
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ seconds: 2 })
    await settled()
    expect(await states()).toEqual(['sent', 'sent'])
    expect(await heard(telegram, id)).toEqual(['одговорено', 'друго'])
  })

  test.each([
    ['dropped', { error: 'drop' }, []],
    ['lost after Telegram took the message', { error: 'lost' }, ['прво']],
  ])('a connection %s leaves the message unknown, not repeated', async (_, order, first) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: 'sendRichMessage', ...order })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock).start()
    await settled()
    clock.advance({ hours: 1 })
    await rounds(4)
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(await heard(telegram, id)).toEqual([...first, 'друго'])
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendRichMessage'])
  })

  describe('an answer in parts', () => {
    const parts = Array.from({ length: 7 }, (_, i) => paragraph(`${i}`.repeat(4_000)))
    const whole = parts.map((part) => plainOfBlocks([part]))
    const inParts = async (telegram: StartedSandbox) => {
      await fault(telegram, { method: 'sendRichMessage', error: 400 })
      const id = await telegram.person()
      await put(id, parts, { buttons: [[{ text: 'Даље', callback_data: 'next' }]] })
      return id
    }

    test('that is interrupted goes on where it stopped, and says nothing twice', async () => {
      const telegram = await aSandbox()
      const clock = aClock()
      const id = await inParts(telegram)
      await telegram.post('/flood', { enabled: true })
      aSender(telegram, clock).start()
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
      const { length: shown } = await heard(telegram, id)
      expect(shown).toBeGreaterThan(0)
      expect(shown).toBeLessThan(parts.length)
      await telegram.post('/flood', { enabled: false })
      clock.advance({ minutes: 1 })
      await settled()
      expect(await heard(telegram, id)).toEqual(whole)
      expect((await telegram.messages(id)).at(-1)).toMatchObject({ reply_markup: { inline_keyboard: [[{}]] } })
      expect((await rows())[0]).toMatchObject({ state: 'sent' })
    })

    test('whose connection breaks is unknown, says how far it came, and is not begun again', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      const { clock, rounds } = aWatchedClock()
      aSender({ apiRoot: await refusing(telegram, whole[2]!, 'cut') }, clock).start()
      await settled()
      clock.advance({ hours: 1 })
      await rounds(4)
      expect(await heard(telegram, id)).toEqual(whole.slice(0, 2))
      expect((await rows())[0]).toMatchObject({
        state: 'unknown',
        failure: expect.stringContaining('2 of 7 parts'),
      })
    })

    test('of which one is refused is sent plainly there, and whole', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      await fault(telegram, { method: 'sendMessage', error: 400, times: 7, every: 2 })
      const told = aTold()
      aSender(telegram, aClock(), { tell: told.tell }).start()
      await settled()
      expect(await heard(telegram, id)).toEqual(whole)
      expect(told.what).toEqual([])
    })

    test('of which one is refused even plainly goes on without it, and its person is told', async () => {
      const telegram = await aSandbox()
      const id = await inParts(telegram)
      const told = aTold()
      const sender = aSender({ apiRoot: await refusing(telegram, whole[3]!) }, aClock(), { tell: told.tell })
      sender.start()
      await settled()
      expect(await heard(telegram, id)).toEqual(whole.filter((_, i) => i !== 3))
      expect(told.what).toEqual(['incomplete'])
    })
  })
})

describe('a page of a proxy in place of an answer', () => {
  const page = { error: 'page', method: 'sendRichMessage' }

  test.each([
    ['did not let it pass', 503, false, ['прво', 'друго'], 'sent', []],
    ['found it too large', 413, false, ['прво', 'друго'], 'sent', []],
    ['waited in vain', 502, false, ['друго'], 'unknown', ['perhaps-lost']],
    ['waited in vain for what Telegram had taken', 502, true, ['прво', 'друго'], 'unknown', ['perhaps-lost']],
    ['waited too long', 504, true, ['прво', 'друго'], 'unknown', ['perhaps-lost']],
  ] as const)('that %s (%d)', async (_, status, afterAccept, shown, state, told) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    const listener = aTold()
    await fault(telegram, { ...page, status, afterAccept })
    await put(id, 'прво')
    await put(id, 'друго')
    aSender(telegram, clock, { tell: listener.tell }).start()
    await vi.waitFor(async () => expect((await rows())[0]!.attempts).toBe(1), soon)
    await vi.waitFor(async () => expect((await rows())[0]!.state).not.toBe('sending'), soon)
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(telegram, id)).toEqual(shown)
    expect(await states()).toEqual([state, 'sent'])
    expect(listener.what).toEqual(told)
  })

  test('keeps a reply to be shown again for a day, and no other words', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { ...page, times: 3 })
    await put(id, 'одговор')
    await put(id, 'тајна', { forget: true })
    await put(id, 'позив', { lane: 'bulk' })
    aSender(telegram, clock).start()
    await settled()
    await vi.waitFor(async () => expect(await states()).toEqual(['unknown', 'unknown']), soon)
    const kept = async () =>
      (await database.pool.query<{ payload: object }>('select payload from outbox order by id')).rows.map((row) =>
        JSON.stringify(row.payload),
      )
    expect(await kept()).toEqual([expect.stringContaining('одговор'), '{}'])
    expect((await countUnknown(database.pool)).rows).toBe(1)
    expect(await forgetUnknown(database.pool, clock.now())).toBe(0)
    expect(await forgetUnknown(database.pool, clock.now().add({ seconds: 1 }))).toBe(1)
    expect(await kept()).toEqual(['{}', '{}'])
  })
})

describe('a server that does not know rich messages', () => {
  test.each([404, 501])('gets HTML (%d)', async (error) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error, times: 9 })
    await put(id, [paragraph('Савет ', bold('доноси'), ' план')])
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({
      text: 'Савет доноси план',
      entities: [{ type: 'bold' }],
    })
  })

  test('and nothing else either is not one: the message waits', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: '*', error: 404, times: 3 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })
})

describe('tried again', () => {
  test('when nothing listens at the address yet, since then nothing was sent', async () => {
    const file = aFile()
    const before = await aSandbox({ file })
    const id = await before.person()
    await before.stop()
    const clock = aClock()
    await put(id, 'Савет')
    aSender(before, clock).start()
    await vi.waitFor(async () => {
      const [row] = await rows()
      expect(row).toMatchObject({ state: 'waiting', attempts: 1, failure: 'ECONNREFUSED' })
    }, soon)
    const after = await aSandbox({ file, port: Number(new URL(before.url).port) })
    clock.advance({ minutes: 1 })
    await settled()
    expect(await heard(after, id)).toEqual(['Савет'])
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('when Telegram fails, until it does not', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 2 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    for (const attempts of [1, 2]) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      clock.advance({ minutes: 1 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
    expect((await rows())[0]).toMatchObject({ state: 'sent', attempts: 3 })
  })

  test('also after an hour', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: '*', error: 500, times: 66 * 3 + 4 })
    await put(id, 'Савет')
    aSender(telegram, clock).start()
    for (let attempts = 1; attempts <= 70; attempts++) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      clock.advance({ minutes: 1 })
    }
    await settled()
    expect(await heard(telegram, id)).toEqual(['Савет'])
  })

  test('but not for ever', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 9 })
    await put(id, 'Савет')
    const clock = aClock()
    clock.advance({ hours: 24 })
    aSender(telegram, clock).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 1, failure: '500 Internal Server Error' })
  })
})

describe('what became of a message is written down', () => {
  test.each([
    ['after a moment', 3],
    ['after long', 10],
  ])('once the database is back %s, and the chat goes on', async (_, failures) => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, 'прва')
    const told = aTold()
    const away = failingAt(database, 'message_id = fate.message_id', { failures })
    aSender(telegram, aClock(), { database: away, tell: told.tell }).start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'sent' }), soon)
    await put(id, 'друга')
    await settled()
    expect(await heard(telegram, id)).toEqual(['прва', 'друга'])
    expect(await states()).toEqual(['sent', 'sent'])
    expect(told.what).toEqual([])
  })
})

describe('a message that Telegram fails at again and again', () => {
  const tries = async (clock: SettableClock, count: number) => {
    for (let attempts = 1; attempts <= count; attempts++) {
      await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts }), soon)
      if (attempts < count) clock.advance({ minutes: 1 })
    }
  }

  test('lets the next of its chat pass after a few tries, in their order, and leaves in the end, once', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await put(id, 'отров')
    for (const line of ['прво', 'друго']) await put(id, line)
    const apiRoot = await refusing(telegram, 'отров', 'fail')
    aSender({ apiRoot }, clock, { rich: { use: 'off' } }).start()
    await tries(clock, 4)
    await vi.waitFor(async () => expect(await heard(telegram, id)).toEqual(['прво', 'друго']), soon)
    await vi.waitFor(async () => expect(await states()).toEqual(['waiting', 'sent', 'sent']), soon)
  })

  test('is tried in a plainer form, which leaves', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 99 })
    await put(id, [paragraph('Савет ', bold('доноси'))])
    aSender(telegram, clock).start()
    await tries(clock, 4)
    clock.advance({ minutes: 1 })
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({ text: 'Савет доноси', entities: [{ type: 'bold' }] })
    expect((await methods(telegram)).filter((method) => method === 'sendMessage')).toHaveLength(1)
  })
})

describe('a request to slow down', () => {
  test('pauses everyone until its time, also a new sender', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 30 })
    await put(one, 'прво')
    const first = aSender(telegram, clock)
    first.start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await put(two, 'друго')
    first.wake()
    await rounds(4)
    await first.stop()
    expect(await calls(telegram)).toHaveLength(1)

    aSender(telegram, clock).start()
    await rounds(4)
    clock.advance({ seconds: 29 })
    await rounds(4)
    expect(await calls(telegram)).toHaveLength(1)
    clock.advance({ seconds: 1 })
    await settled()
    expect([await heard(telegram, one), await heard(telegram, two)]).toEqual([['прво'], ['друго']])
    expect(await calls(telegram)).toHaveLength(3)
  })
})

describe('a clock that is set back by a day', () => {
  test('ends a pause and the wait of a message that was put off', async () => {
    const telegram = await aSandbox()
    const [one, two] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    await fault(telegram, { method: 'sendRichMessage', error: 500, times: 1 })
    await put(one, 'прво')
    const sender = aSender(telegram, clock)
    sender.start()
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 600 })
    await put(two, 'друго')
    sender.wake()
    await vi.waitFor(async () => expect((await rows())[1]).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    clock.advance({ hours: -24 })
    await settled()
    expect([await heard(telegram, one), await heard(telegram, two)]).toEqual([['прво'], ['друго']])
  })
})

describe('Telegram away for an hour', () => {
  test('gets everything afterwards, once, what was said meanwhile too', async () => {
    const telegram = await aSandbox()
    const people = await Promise.all(Array.from({ length: 4 }, () => telegram.person()))
    const { clock, rounds } = aWatchedClock()
    await fault(telegram, { method: '*', error: 500, times: 1_000_000 })
    for (const id of people) await put(id, 'прво', { clock })
    aSender(telegram, clock).start()
    for (let minute = 0; minute < 60; minute++) {
      if (minute === 30) for (const id of people) await put(id, 'друго', { clock })
      clock.advance({ minutes: 1 })
      await rounds(3)
    }
    await vi.waitFor(async () => expect(await states()).toEqual(Array(8).fill('waiting')), soon)
    await telegram.request('DELETE', '/faults')
    clock.advance({ minutes: 1 })
    await settled()
    // What failed again and again lets what was said later pass: of two that are due in one round either may leave first.
    for (const id of people) expect((await heard(telegram, id)).toSorted()).toEqual(['друго', 'прво'])
    expect(await states()).toEqual(Array(8).fill('sent'))
  })
})

describe('too much for one chat', () => {
  test('is refused there alone: others are written to meanwhile', async () => {
    const telegram = await aSandbox()
    const [ana, marko] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    for (let i = 0; i < 4; i++) await put(ana, `${i}`)
    const sender = aSender(telegram, clock)
    sender.start()
    await settled()
    await fault(telegram, { method: 'sendRichMessage', error: 429, retryAfter: 30 })
    await put(ana, 'превише')
    await vi.waitFor(async () => expect((await rows()).at(-1)).toMatchObject({ state: 'waiting', attempts: 1 }), soon)
    await put(marko, 'Марку')
    await vi.waitFor(async () => expect((await rows()).at(-1)).toMatchObject({ state: 'sent' }), soon)
    clock.advance({ seconds: 31 })
    await settled()
    expect((await heard(telegram, ana)).at(-1)).toBe('превише')
  })
})

describe('refused for good', () => {
  test('by a person who blocked us, who then is unreachable, while others are written to', async () => {
    const telegram = await aSandbox()
    const [gone, here] = [await telegram.person(), await telegram.person()]
    const clock = aClock()
    for (const telegramId of [gone, here]) {
      await meetPerson(database.pool, {
        telegramId,
        name: 'Ана',
        localeSeen: null,
        localeFirst: 'en',
        now: clock.now(),
      })
    }
    await telegram.post(`/people/${gone}/block`)
    await put(gone, 'а')
    await put(here, 'б')
    const sender = aSender(telegram, clock)
    sender.start()
    await settled()
    await sender.stop()
    expect(await states()).toEqual(['failed', 'sent'])
    const { rows: unreachable } = await database.pool.query<{ telegram_id: number; unreachable_since: Date }>(
      'select telegram_id, unreachable_since from person where unreachable_since is not null',
    )
    expect(unreachable).toEqual([{ telegram_id: gone, unreachable_since: new Date('2026-03-02T08:00:00Z') }])
  })

  test('by a chat that does not exist, in one call', async () => {
    const telegram = await aSandbox()
    await put(404, 'а')
    aSender(telegram, aClock()).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', failure: '400 Bad Request: chat not found' })
    expect(await calls(telegram)).toHaveLength(1)
  })

  test('when there is nothing to say', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await put(id, [paragraph('')])
    aSender(telegram, aClock()).start()
    await settled()
    expect(await states()).toEqual(['failed'])
    expect(await heard(telegram, id)).toEqual([])
  })
})

describe('a form that Telegram refuses', () => {
  const content = [heading('План'), paragraph('Савет ', bold('доноси'), ' план <b>.')]

  test('is sent as HTML', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 400 })
    await put(id, content, { buttons: [[{ text: 'Даље', callback_data: 'next' }]] })
    aSender(telegram, aClock()).start()
    await settled()
    expect((await telegram.messages(id)).at(-1)).toMatchObject({
      text: 'План\n\nСавет доноси план <b>.',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bold', offset: 12, length: 6 },
      ],
      reply_markup: { inline_keyboard: [[{ text: 'Даље', callback_data: 'next' }]] },
    })
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendMessage'])
  })

  test('also as HTML, is sent plain', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 400 })
    await fault(telegram, { method: 'sendMessage', error: 400 })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    const shown = (await telegram.messages(id)).at(-1)!
    expect(shown).toMatchObject({ text: 'План\n\nСавет доноси план <b>.' })
    expect(shown.entities).toBeUndefined()
    expect(await states()).toEqual(['sent'])
  })

  test('even plain, fails after one call of each form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: '*', error: 400, times: 9 })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    expect((await rows())[0]).toMatchObject({ state: 'failed', attempts: 1, message_id: null })
    expect(await methods(telegram)).toEqual(['sendRichMessage', 'sendMessage', 'sendMessage'])
  })

  test('is not tried in another form when the connection broke, since it may have arrived', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    await fault(telegram, { method: 'sendRichMessage', error: 'lost' })
    await put(id, content)
    aSender(telegram, aClock()).start()
    await settled()
    expect(await methods(telegram)).toEqual(['sendRichMessage'])
  })

  test('of a message to change is changed in a plainer form', async () => {
    const telegram = await aSandbox()
    const id = await telegram.person()
    const { message_id } = await telegram.api.sendMessage(id, 'питање')
    await fault(telegram, { method: 'editMessageText', error: 400 })
    await put(id, content, { edits: message_id })
    aSender(telegram, aClock()).start()
    await settled()
    expect(await heard(telegram, id)).toEqual(['План\n\nСавет доноси план <b>.'])
  })
})

test.runIf(database.kind === 'server')('a second sender stands by until the first ends', async () => {
  const telegram = await aSandbox()
  const id = await telegram.person()
  const first = aWatchedClock()
  const second = aWatchedClock()
  const holder = aSender(telegram, first.clock)
  holder.start()
  await first.rounds(2)
  aSender(telegram, second.clock).start()
  await put(id, 'прво')
  await settled()
  await holder.stop()
  await put(id, 'друго')
  await second.rounds(2)
  await settled()
  expect(await heard(telegram, id)).toEqual(['прво', 'друго'])
})

test('only messages finished long enough ago are forgotten', async () => {
  const telegram = await aSandbox()
  const id = await telegram.person()
  const clock = aClock()
  await put(id, 'а')
  aSender(telegram, clock).start()
  await settled()
  expect(await deleteSent(database.pool, clock.now())).toBe(0)
  expect(await deleteSent(database.pool, clock.now().add({ seconds: 1 }))).toBe(1)
})

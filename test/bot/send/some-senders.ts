import { expect, onTestFinished, vi } from 'vitest'
import { type Block, paragraph, plainOfBlocks } from '../../../src/bot/message/rich.ts'
import type { Rich } from '../../../src/bot/send/deliver.ts'
import { type Lane, type Outgoing, queue, queueDeferred, type Renderer } from '../../../src/bot/send/outbox.ts'
import type { Tell } from '../../../src/bot/send/record.ts'
import { createSender, type Sender } from '../../../src/bot/send/sender.ts'
import { connectTo } from '../../../src/bot/telegram.ts'
import { markUnreachable } from '../../../src/people/store.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import type { JournalEntry } from '../../../src/sandbox/control/journal.ts'
import { type StartedSandbox, TOKEN } from '../../sandbox/support.ts'
import { aClock, type SettableClock } from '../../support/database/database.ts'

type Options = {
  bulkRate?: number
  pollMs?: number
  apiRoot?: string
  renderers?: Record<string, Renderer>
  tell?: Tell
  rich?: Rich
  database?: Database
}

type Row = { state: string; attempts: number; failure: string | null; message_id: number | null }

export const soon = { timeout: 15_000, interval: 10 }

let keys = 0

/** What tests of senders on a database do and look at. */
export function sendersOn(database: Database) {
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

  const putDeferred = (chatId: number, renderer: string, data: unknown) =>
    queueDeferred(database.pool, [{ chatId, renderer, data, key: `key ${++keys}` }], {
      lane: 'bulk',
      now: aClock().now(),
    })

  async function rows(): Promise<Row[]> {
    const { rows } = await database.pool.query<Row>(
      'select state, attempts, failure, message_id from outbox order by id',
    )
    return rows
  }

  const states = async () => (await rows()).map((row) => row.state)

  const settled = () =>
    vi.waitFor(async () => expect((await states()).filter((state) => /waiting|sending/.test(state))).toEqual([]), soon)

  return { aSender, put, putDeferred, rows, states, settled }
}

/** Notes what people would be told. */
export function aTold() {
  const what: string[] = []
  const tell: Tell = async (_, about) => void what.push(about)
  return { what, tell }
}

/** A clock that also tells when its reader has looked at it again: a sender looks once a round. */
export function aWatchedClock() {
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

/** What the bot said in a chat, as text. */
export async function heard(telegram: StartedSandbox, id: number): Promise<string[]> {
  const messages = await telegram.messages(id)
  return messages
    .filter((message) => message.from?.is_bot)
    .map((message) => message.text ?? plainOfBlocks((message.rich_message as { blocks: Block[] }).blocks))
}

export const calls = (telegram: StartedSandbox) => telegram.get<JournalEntry[]>('/calls')
export const methods = async (telegram: StartedSandbox) => (await calls(telegram)).map(({ method }) => method)

export const fault = (telegram: StartedSandbox, order: object) => telegram.post('/faults', { times: 1, ...order })

import { fileURLToPath } from 'node:url'
import type { Message } from 'grammy/types'
import { type AppSettings, createApp } from '../../src/app.ts'
import { plainOfBlocks } from '../../src/bot/message/rich.ts'
import { grantRole } from '../../src/people/store.ts'
import { AdvancingClock, ZONE } from '../../src/platform/clock.ts'
import { noLog } from '../../src/platform/log.ts'
import { createSandbox } from '../../src/sandbox/sandbox.ts'
import type { Writing } from '../../src/writing.ts'
import { afterwards } from './afterwards.ts'
import { aDatabase } from './database/database.ts'

export const TOKEN = '123456:token-of-the-tests-only'
export const SMALL_KNOWLEDGE = fileURLToPath(new URL('./knowledge', import.meta.url))
export const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** Of a bot with a small material, and without the programs that read old documents and scans. */
export const SMALL_SETTINGS: AppSettings = {
  knowledgeDir: SMALL_KNOWLEDGE,
  ocr: false,
  coordinators: new Set(),
  traceDays: 90,
  libreOffice: 'off',
  bulkRate: 25,
  rich: 'when-needed',
  workers: 8,
}

/** Seconds a test waits for an answer before it fails. */
const TIMEOUT = 15

/** Whenever tests are run it is eight in the morning for them: at night little is said, and some move the clock on by half a day. */
function nextMorning(now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(ZONE)
  const today = here.withPlainTime({ hour: 8 })
  return (here.hour < 8 ? today : today.add({ days: 1 })).toInstant()
}

/**
 * The real bot beside a sandbox, on a database of its own, with a small material; stopped after the test file. To be
 * called once, in `beforeAll`.
 */
export async function aBot(settings: Partial<AppSettings> = {}, writing?: Writing) {
  const database = await aDatabase()
  const clock = new AdvancingClock()
  const morning = nextMorning(clock.now())
  clock.advance(clock.now().until(morning, { largestUnit: 'hours' }))
  const sandbox = createSandbox({
    token: TOKEN,
    clock,
    file: ':memory:',
    port: 0,
    grantRole: (telegramId, role, name) => grantRole(database.pool, { telegramId, name, role, now: clock.now() }),
  })
  const { url, apiRoot } = await sandbox.start()
  const start = async () => {
    const app = createApp({
      settings: { ...SMALL_SETTINGS, ...settings },
      database,
      clock,
      log: noLog,
      telegram: { token: TOKEN, apiRoot },
      pages: { origin: url, framedBy: "'self'" },
      writing,
    })
    if (app.dashboard) sandbox.serveBeside(app.dashboard.app)
    await app.start()
    return app
  }
  let app = await start()
  /** As after a crash or a new version: a new app on the same database, beside the same Telegram. */
  const restart = async () => {
    await app.stop()
    app = await start()
  }
  afterwards(async () => {
    await app.stop()
    await sandbox.stop()
  })
  return { url, database, clock, restart, ...personSide(url) }
}

export type Bot = Awaited<ReturnType<typeof aBot>>
export type TestPerson = Awaited<ReturnType<Bot['person']>>

/** Lets the time of a bot pass until a moment, in steps, so that what is due on the way happens. */
export async function passUntil(bot: Bot, moment: Temporal.Instant | Temporal.ZonedDateTime): Promise<void> {
  const { epochMilliseconds } = moment
  const seconds = Math.ceil((epochMilliseconds - bot.clock.now().epochMilliseconds) / 1_000)
  await bot.call('POST', '/clock', { advance: `PT${seconds}S` })
}

/** What people do in a sandbox at `url`, for tests that read like a conversation. */
export function personSide(url: string) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/sandbox${path}`, {
      method,
      ...(body instanceof FormData ? { body } : {}),
      ...(body === undefined || body instanceof FormData
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const answer = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.error}`)
    return answer
  }

  /** Somebody new with a chat of their own. */
  const person = async (options: { name?: string; username?: string; languageCode?: string; role?: string } = {}) => {
    const { id } = await call<{ id: number }>('POST', '/people', {
      name: 'Милица Јовић',
      languageCode: 'sr',
      ...options,
    })
    const fromBot = async (after: number, wait = TIMEOUT): Promise<Message[]> => {
      const deadline = Date.now() + wait * 1000
      for (;;) {
        const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000))
        const messages = await call<Message[]>('GET', `/people/${id}/messages?after=${after}&wait=${left}`)
        const answers = messages.filter((message) => message.from?.is_bot)
        if (answers.length > 0 || left === 0) return answers
        after = messages.at(-1)?.message_id ?? after
      }
    }
    const write = async (text: string) =>
      (await call<{ messageId: number }>('POST', `/people/${id}/messages`, { text })).messageId
    return {
      id,
      write,
      /** All that the bot has said after message `after`, waiting for the first of it. */
      fromBot,
      /** Writes, and returns the bot's first answer. */
      ask: async (text: string): Promise<Message> => {
        const [answer] = await fromBot(await write(text))
        if (!answer) throw new Error(`No answer to «${text}» within ${TIMEOUT} s`)
        return answer
      },
      tap: (messageId: number, button: string) =>
        call<{ answered: boolean; text?: string }>('POST', `/people/${id}/taps`, { messageId, button }),
      /** Votes in a poll, by the places of its options. */
      vote: (messageId: number, options: number[]) => call('POST', `/people/${id}/votes`, { messageId, options }),
      sendFile: (kind: 'documents' | 'photos' | 'voices', file: File, caption?: string) => {
        const form = new FormData()
        form.set('file', file)
        if (caption !== undefined) form.set('caption', caption)
        return call<{ messageId: number }>('POST', `/people/${id}/${kind}`, form)
      },
      messages: () => call<Message[]>('GET', `/people/${id}/messages?after=0&wait=0`),
      /** Presses Stop on the running draft. */
      stop: () => call('POST', `/people/${id}/stop`),
      block: () => call('POST', `/people/${id}/block`),
      unblock: () => call('POST', `/people/${id}/unblock`),
    }
  }

  return { call, person }
}

/** The words of a message, whatever its form. */
export function wordsOf(message: Message): string {
  return message.rich_message ? plainOfBlocks(message.rich_message.blocks as never) : (message.text ?? '')
}

/** The labels of the buttons under a message. */
export function buttonsOf(message: Message): string[] {
  return (message.reply_markup?.inline_keyboard ?? []).flat().map((button) => button.text)
}

/** The data behind the buttons under a message. */
export function buttonDataOf(message: Message): string[] {
  return (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ('callback_data' in button ? [button.callback_data] : []))
}

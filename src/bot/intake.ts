import { setTimeout as wait } from 'node:timers/promises'
import { Bot, webhookCallback } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import { storeUpdate } from './inbox.ts'

/** The kinds of updates we ask Telegram for. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member', 'stopped_message_generation'] as const

export type Intake = {
  /** Polls Telegram until `stop`. Resolves when polling has ended; rejects when Telegram refuses the token. */
  poll(): Promise<void>
  /** The handler of webhook requests; answers 200 only once the update is stored. */
  webhook(secret: string): (request: Request) => Promise<Response>
  stop(): Promise<void>
}

/**
 * Takes updates in and does nothing but store them: what Telegram sees confirmed is safe with us. While the database is
 * away, polling waits and repeats, and a webhook request fails, so that Telegram sends it again.
 */
export function createIntake(parts: {
  token: string
  apiRoot: string
  botInfo: UserFromGetMe
  db: Db
  clock: Clock
  log: Log
  stored: () => void
}): Intake {
  const { db, clock, log } = parts
  const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot }, botInfo: parts.botInfo })
  const stopping = new AbortController()
  let polling = false
  let troubled = false

  const store = async (update: Parameters<typeof storeUpdate>[1]) => {
    await storeUpdate(db, update, clock.now())
    troubled = false
    parts.stored()
  }

  bot.use(async (ctx) => {
    if (!polling) return store(ctx.update)
    for (let pauseMs = 200; ; pauseMs = Math.min(pauseMs * 2, 10_000)) {
      try {
        return await store(ctx.update)
      } catch (error) {
        troubled = true
        log.error({ err: error, updateId: ctx.update.update_id }, 'an update could not be stored; trying again')
        await wait(pauseMs, undefined, { signal: stopping.signal })
      }
    }
  })
  // Only a stop gets here while polling: the update stays with Telegram.
  bot.catch((error) => {
    if (!polling) throw error.error
  })

  return {
    poll: async () => {
      polling = true
      await bot.start({ allowed_updates: [...ALLOWED_UPDATES], timeout: 25 })
    },
    webhook: (secret) => webhookCallback(bot, 'std/http', { secretToken: secret, timeoutMilliseconds: 25_000 }),
    stop: async () => {
      stopping.abort()
      // Stopping politely confirms the last update to Telegram, which must not happen for one that is not stored.
      if (polling && !troubled)
        await bot.stop().catch((error: unknown) => log.warn({ err: error }, 'polling stopped without a farewell'))
    },
  }
}

import { type Api, Bot, BotError, webhookCallback } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Clock } from '../../platform/clock.ts'
import { batched } from '../../platform/database/batch.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { createPolling } from './polling.ts'
import { createStoring } from './storing.ts'
import type { Workers } from './workers.ts'

export type Intake = {
  /** Polls Telegram until `stop`. Rejects when Telegram refuses us: a wrong token (401, 404), another poller (409). */
  poll(): Promise<void>
  /** The handler of webhook requests; answers 200 only once the update is stored. `me` is whom Telegram knows us as. */
  webhook(secret: string, me: UserFromGetMe): (request: Request) => Promise<Response>
  stop(): Promise<void>
}

/**
 * Takes updates in and does nothing but store them: what Telegram sees confirmed is safe with us. While the database is
 * away, polling waits and repeats, and a webhook request fails, so that Telegram sends it again. A batch is one insert:
 * one by one, storing alone held a server to 190 updates a second.
 */
export function createIntake(parts: {
  token: string
  apiRoot: string
  api: Api
  db: Db
  clock: Clock
  log: Log
  /** What of an update is kept until it is handled; `null`: it is not meant for us. */
  meant: (update: Update) => Update | null
  /** Handles what is stored as ours. */
  receive: Workers['receive']
  /** Called with updates that are safe now. */
  stored: (updates: readonly Update[]) => void
}): Intake {
  const store = createStoring(parts)
  const polling = createPolling({ ...parts, store })

  /** Requests may come in any order. */
  const storeOne = batched(async (updates: Update[]) => {
    await store(updates.toSorted((a, b) => a.update_id - b.update_id))
    return updates.map(() => undefined)
  })

  return {
    ...polling,
    webhook: (secret, me) => {
      const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot }, botInfo: me })
      bot.use((ctx) => storeOne(ctx.update))
      const handle = webhookCallback(bot, 'std/http', { secretToken: secret, timeoutMilliseconds: 25_000 })
      return (request) => handle(request).catch((error: unknown) => notStored(parts.log, error))
    },
  }
}

/** Not thrown on: whoever serves us would print grammY's error, and it carries the update and the token. */
function notStored(log: Log, error: unknown): Response {
  log.error({ err: error instanceof BotError ? error.error : error }, 'an update from the webhook was not stored')
  return new Response(null, { status: 500 })
}

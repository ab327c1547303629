import { type Api, Bot, BotError, webhookCallback } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { batched } from '../../platform/database/batch.ts'
import type { Log } from '../../platform/log.ts'
import { createPolling } from './polling.ts'
import { createStoring, type StoringParts } from './storing.ts'
import { cannotBeStored, isWellFormed } from './well-formed.ts'

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
 * one by one, storing alone held a server to 190 updates a second. What is no update, or cannot be stored, is refused: a
 * request is answered with 400, and of what was polled it is left out, since Telegram would give it again for ever and
 * nothing after it.
 */
export function createIntake(
  parts: StoringParts & {
    token: string
    apiRoot: string
    api: Api
    /** Called for each that was refused. */
    refused: () => void
  },
): Intake {
  const store = createStoring(parts)

  const leaveOut = (error?: unknown) => {
    parts.log.error({ err: error }, 'an update was left out: it is malformed')
    parts.refused()
  }

  const storePolled = async (updates: readonly Update[]): Promise<void> => {
    const wellFormed = updates.filter(isWellFormed)
    for (let i = wellFormed.length; i < updates.length; i++) leaveOut()
    try {
      if (wellFormed.length > 0) await store(wellFormed)
    } catch (error) {
      if (!cannotBeStored(error)) throw error
      if (wellFormed.length === 1) leaveOut(error)
      else for (const one of wellFormed) await storePolled([one])
    }
  }

  const polling = createPolling({ ...parts, store: storePolled })

  /** Requests may come in any order. */
  const storeOne = batched(async (updates: Update[]) => {
    await store(updates.toSorted((a, b) => a.update_id - b.update_id))
    return updates.map(() => undefined)
  })

  return {
    ...polling,
    webhook: (secret, me) => {
      const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot }, botInfo: me })
      bot.use((ctx) => {
        if (!isWellFormed(ctx.update)) throw new TypeError('no update')
        return storeOne(ctx.update)
      })
      const handle = webhookCallback(bot, 'std/http', { secretToken: secret, timeoutMilliseconds: 25_000 })
      return (request) =>
        handle(request).catch((error: unknown) => {
          const status = notStored(parts.log, error instanceof BotError ? error.error : error)
          if (status === 400) parts.refused()
          return new Response(null, { status })
        })
    },
  }
}

/** With which status a request is answered. Not thrown on: whoever serves us would print grammY's error, and it carries the update and the token. */
function notStored(log: Log, error: unknown): 400 | 500 {
  const isMalformed = error instanceof TypeError || error instanceof SyntaxError || cannotBeStored(error)
  log.error({ err: error }, `an update from the webhook was ${isMalformed ? 'refused: it is malformed' : 'not stored'}`)
  return isMalformed ? 400 : 500
}

import { setTimeout as wait } from 'node:timers/promises'
import { type Api, Bot, BotError, GrammyError, webhookCallback } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Clock } from '../../platform/clock.ts'
import { batched } from '../../platform/database/batch.ts'
import { isPassing } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { type Claimed, endLeasesOf, type Hold, storeUpdates } from './inbox.ts'
import type { Workers } from './workers.ts'

/** The kinds of updates we ask Telegram for. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member', 'stopped_message_generation'] as const

export type Intake = {
  /** Polls Telegram until `stop`. Rejects when Telegram refuses us: a wrong token (401, 404), another poller (409). */
  poll(): Promise<void>
  /** The handler of webhook requests; answers 200 only once the update is stored. `me` is whom Telegram knows us as. */
  webhook(secret: string, me: UserFromGetMe): (request: Request) => Promise<Response>
  stop(): Promise<void>
}

const POLL_SECONDS = 25
const SHORTEST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000

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
  /** Handles what is stored as ours. */
  receive: Workers['receive']
  /** Called with updates that are safe now. */
  stored: (updates: readonly Update[]) => void
}): Intake {
  const { api, db, clock, log } = parts
  const stopping = new AbortController()
  const conflicts: Temporal.Instant[] = []
  let polling = Promise.resolve()

  /** Updates of which we do not know whether we hold them: their storing failed, perhaps only its answer. */
  const doubtful = new Set<number>()

  const store = async (updates: readonly Update[]) => {
    await parts.receive(updates.length, async (hold) => {
      try {
        const { held } = await storeUpdates(db, updates, clock.now(), hold)
        await giveBackDoubtful(held, hold)
        return held
      } catch (error) {
        if (hold.limit > 0 && isPassing(error)) for (const { update_id } of updates) doubtful.add(update_id)
        throw error
      }
    })
    parts.stored(updates)
  }

  /** After they were stored again, which waits for a first try that is still under way. */
  const giveBackDoubtful = async (held: readonly Claimed[], { lease }: Hold) => {
    for (const { updateId } of held) doubtful.delete(updateId)
    if (doubtful.size === 0) return
    try {
      await endLeasesOf(db, [...doubtful], lease)
      doubtful.clear()
    } catch (error) {
      log.warn({ err: error }, 'updates that may be held by mistake were not given back yet')
    }
  }

  /** Requests may come in any order. */
  const storeOne = batched(async (updates: Update[]) => {
    await store(updates.toSorted((a, b) => a.update_id - b.update_id))
    return updates.map(() => undefined)
  })

  /** Does `work` until it succeeds, with growing pauses; `false` when we are stopped before. Refusals are thrown on. */
  const insist = async (name: string, work: () => Promise<void>): Promise<boolean> => {
    for (let pauseMs = SHORTEST_PAUSE_MS; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await work()
        return true
      } catch (error) {
        if (stopping.signal.aborted) return false
        if (isRefusal(error, conflicts, clock.now())) throw error
        log.error({ err: error }, `${name} failed; trying again`)
        await wait(pauseFor(error, pauseMs), undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    return false
  }

  const pollUntilStopped = async () => {
    await insist('removing the webhook', async () => void (await api.deleteWebhook()))
    let offset = 0
    while (!stopping.signal.aborted) {
      let updates: Update[] = []
      await insist('asking for updates', async () => {
        const ask = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
        updates = await api.getUpdates(ask, stopping.signal as never)
      })
      if (updates.length === 0 || !(await insist('storing updates', () => store(updates)))) continue
      offset = updates.at(-1)!.update_id + 1
    }
    // What is stored need not come again. Only a courtesy: it would be a no-op.
    if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {})
  }

  return {
    poll: () => {
      polling = pollUntilStopped()
      return polling
    },
    webhook: (secret, me) => {
      const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot }, botInfo: me })
      bot.use((ctx) => storeOne(ctx.update))
      const handle = webhookCallback(bot, 'std/http', { secretToken: secret, timeoutMilliseconds: 25_000 })
      return (request) =>
        handle(request).catch((error: unknown) => {
          // Not thrown on: whoever serves us would print grammY's error, and it carries the update and the token.
          log.error(
            { err: error instanceof BotError ? error.error : error },
            'an update from the webhook was not stored',
          )
          return new Response(null, { status: 500 })
        })
    },
    stop: async () => {
      stopping.abort()
      await polling.catch(() => {})
    },
  }
}

/** A conflict may be our own earlier self, just ended; so many within a minute are another program. */
const CONFLICTS_A_MINUTE = 3

/** Whether Telegram will not have us. Notes each conflict in `conflicts`. */
function isRefusal(error: unknown, conflicts: Temporal.Instant[], now: Temporal.Instant): boolean {
  if (!(error instanceof GrammyError)) return false
  if (error.error_code !== 409) return error.error_code === 401 || error.error_code === 404
  conflicts.push(now)
  const aMinuteAgo = now.subtract({ minutes: 1 })
  return conflicts.filter((at) => Temporal.Instant.compare(at, aMinuteAgo) > 0).length >= CONFLICTS_A_MINUTE
}

function pauseFor(error: unknown, pauseMs: number): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return seconds === undefined ? pauseMs : seconds * 1000
}

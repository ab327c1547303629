import { setTimeout as wait } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { backOff } from '../../platform/backoff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'

/** The kinds of updates we ask Telegram for. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'stopped_message_generation',
  'poll_answer',
] as const

const POLL_SECONDS = 25
const PAUSE_MS = { first: 200, longest: 10_000 }

/** Asks Telegram for updates and stores them, until `stop`. `poll` rejects when Telegram refuses us. */
export function createPolling(parts: {
  api: Api
  clock: Clock
  log: Log
  store: (updates: readonly Update[]) => Promise<void>
}): { poll(): Promise<void>; stop(): Promise<void> } {
  const { api, clock, log, store } = parts
  const stopping = new AbortController()
  const conflicts: Temporal.Instant[] = []
  let polling = Promise.resolve()

  /** Does `work` until it succeeds, with growing pauses; `false` when we are stopped before. Refusals are thrown on. */
  const insist = async (name: string, work: () => Promise<void>): Promise<boolean> => {
    for (let failures = 1; !stopping.signal.aborted; failures++) {
      try {
        await work()
        return true
      } catch (error) {
        if (stopping.signal.aborted) return false
        if (isRefusal(error, conflicts, clock.now())) throw error
        log.error({ err: error }, `${name} failed; trying again`)
        await wait(pauseMsAfter(error, failures), undefined, { signal: stopping.signal }).catch(() => {})
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
        // Not to be confirmed, and not to be asked for without a pause.
        if (updates.length > 0 && !updates.some(isNumbered)) throw new Error('Telegram gave updates without numbers')
      })
      if (updates.length === 0 || !(await insist('storing updates', () => store(updates)))) continue
      offset = Math.max(offset, ...updates.filter(isNumbered).map(({ update_id }) => update_id)) + 1
    }
    // What is stored need not come again. Only a courtesy: it would be a no-op.
    if (offset > 0) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {})
  }

  return {
    poll: () => {
      polling = pollUntilStopped()
      return polling
    },
    stop: async () => {
      stopping.abort()
      await polling.catch(() => {})
    },
  }
}

/** Whether a confirmation of the update can be written down. */
function isNumbered(update: Update | null): update is Update {
  return Number.isSafeInteger(update?.update_id)
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

function pauseMsAfter(error: unknown, failures: number): number {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return seconds === undefined ? backOff(failures, PAUSE_MS) : seconds * 1000
}

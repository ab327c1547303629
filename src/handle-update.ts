import { type Api, Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { errorMessage, slowDownMessage } from './answers/texts.ts'
import { Allowance } from './bot/receive/allowance.ts'
import type { Handler } from './bot/receive/handling.ts'
import { chatOf } from './bot/receive/inbox.ts'
import type { Turn } from './bot/receive/turn.ts'
import { queue } from './bot/send/outbox.ts'
import type { Features } from './features.ts'
import { localeOfClient } from './language/locale.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/database/database.ts'
import type { Metrics } from './platform/metrics.ts'

const HOUR_MS = 3_600_000

/** Gives an update to the features, unless its chat writes faster than anybody types. */
export function createUpdateHandler(parts: {
  features: Pick<Features, 'handle'>
  api: Api
  me: () => UserFromGetMe
  db: Db
  clock: Clock
  metrics: Pick<Metrics, 'refusals'>
  /** Called when there is something new in the outbox. */
  queued: () => void
}): Handler {
  const { features, api, me, db, clock, metrics } = parts
  const allowance = new Allowance()

  const slowDown = async (update: Update, turn: Turn) => {
    const now = clock.now()
    metrics.refusals.inc({ reason: 'too-fast' })
    // Said once an hour, however much more comes.
    const hour = Math.floor(now.epochMilliseconds / HOUR_MS)
    const message = slowDownMessage(turn.chatId, localeOfUpdate(update))
    await queue(db, message, { key: `slow-down:${turn.chatId}:${hour}`, lane: 'reply', now })
    parts.queued()
    await turn.postpone(now.add({ seconds: 1 }))
  }

  return {
    handle: async (update, turn) => {
      // A group is talked in by many, mostly not to us; answers there have a measure of their own.
      if (isPrivate(update) && !allowance.take(turn.chatId)) return slowDown(update, turn)
      // grammY's Bot would make a client of the API for each update.
      await features.handle(Object.assign(new Context(update, api, me()), { turn }))
    },
    apologise: (update) => (isPrivate(update) ? [errorMessage(chatOf(update), localeOfUpdate(update))] : []),
  }
}

function isPrivate(update: Update): boolean {
  return (update.message ?? update.callback_query?.message)?.chat.type === 'private'
}

function localeOfUpdate(update: Update) {
  return localeOfClient((update.message ?? update.callback_query)?.from.language_code)
}

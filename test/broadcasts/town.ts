import { Api } from 'grammy'
import { expect, onTestFinished, vi } from 'vitest'
import { createSender, type Sender } from '../../src/bot/send/sender.ts'
import { orderBroadcast } from '../../src/broadcasts/actions.ts'
import { renderChange } from '../../src/broadcasts/amend/render.ts'
import { feedBroadcasts } from '../../src/broadcasts/feed.ts'
import { progressRenderer } from '../../src/broadcasts/progress.ts'
import { renderBroadcast } from '../../src/broadcasts/render.ts'
import type { Audience, BroadcastContent } from '../../src/broadcasts/rules.ts'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import { grantRole, markUnreachable, meetPerson } from '../../src/people/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { noLog } from '../../src/platform/log.ts'
import type { Metrics } from '../../src/platform/metrics.ts'
import { aSandbox, type StartedSandbox, TOKEN } from '../sandbox/support.ts'
import { aClock } from '../support/database/database.ts'

export const EVERYONE: Audience[] = [{ kind: 'everyone' }]
const words = (text: string): BroadcastContent => ({ text, entities: [], file: null, button: null })
export const SEE_YOU = 'Видимо се у Пландишту'
const soon = { timeout: 30_000, interval: 20 }

/** A sandbox with a trainer and some people, all of whom wrote to the bot; noon, so that nothing is quiet. */
export async function aTown({ pool }: Database, people: number) {
  const telegram = await aSandbox()
  const clock = aClock('2026-03-02T12:00:00Z')
  const meet = async (name: string) => {
    const telegramId = await telegram.person({ name })
    const seen = { telegramId, name, localeSeen: null, localeFirst: 'sr-Cyrl', now: clock.now() } as const
    return meetPerson(pool, seen)
  }
  const author = await meet('Ана Тренер')
  await grantRole(pool, { telegramId: author.telegramId, name: author.name, role: 'trainer', now: clock.now() })
  const members = []
  for (let i = 0; i < people; i++) members.push(await meet(`Особа ${i}`))
  return { telegram, clock, author, members }
}

export type Town = Awaited<ReturnType<typeof aTown>>

type Order = { audiences?: Audience[]; content?: BroadcastContent; insists?: boolean; sendAt?: Temporal.Instant }

export function order({ pool }: Database, { clock, author }: Town, more: Order = {}): Promise<number> {
  const usual = { audiences: EVERYONE, content: words(SEE_YOU), insists: false, sendAt: clock.now() }
  return orderBroadcast(pool, { ...usual, authorId: author.id, ...more }, clock.now())
}

/** A sender of the town, not started. */
export function senderOf(
  database: Database,
  { telegram, clock }: Town,
  { bulkRate = 500, api = new Api(TOKEN, { apiRoot: telegram.apiRoot }) } = {},
): Sender {
  return createSender({
    database,
    api,
    clock,
    log: noLog,
    bulkRate,
    pollMs: 5,
    unreachable: (chatId) => markUnreachable(database.pool, chatId, clock.now()),
    renderers: {
      broadcast: renderBroadcast,
      'broadcast-change': renderChange,
      'broadcast-progress': progressRenderer(clock, bulkRate),
    },
  })
}

/** Feeds when told to, and sends until the test ends; `over` waits for the end of a broadcast. */
export function carryOn(database: Database, town: Town, bulkRate = 500, metrics?: Metrics) {
  const sender = senderOf(database, town, { bulkRate })
  sender.start()
  onTestFinished(() => sender.stop())
  const parts = { database, bulkRate, queued: sender.wake, ...(metrics ? { metrics } : {}) }
  const step = () => feedBroadcasts(parts, town.clock.now())
  const over = (id: number) =>
    vi.waitFor(async () => {
      await step()
      expect((await readBroadcast(database.pool, id))?.result).not.toBeNull()
    }, soon)
  return { step, over, sender }
}

/** How many of the bot's messages to a chat have these words. */
export async function copies(telegram: StartedSandbox, chatId: number, text: string): Promise<number> {
  const messages = await telegram.messages(chatId)
  return messages.filter((message) => message.from?.is_bot && JSON.stringify(message).includes(text)).length
}

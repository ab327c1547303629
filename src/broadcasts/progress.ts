import { z } from 'zod'
import { isOnItsWay, type Payload, queue, queueDeferred, readFates } from '../bot/send/outbox.ts'
import { isQuiet } from '../people/notices/rules.ts'
import { localeOf, type Person } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { progressMessage, resultMessage } from './progress-texts.ts'
import { countRecipients } from './recipient-store.ts'
import type { Broadcast } from './rules.ts'
import { markProgressShown, readBroadcast } from './store.ts'

/** How often the author's message with the progress changes while a broadcast runs. */
const EVERY = Temporal.Duration.from({ seconds: 3 })

/**
 * Shows the author how far a broadcast is: in one message that changes, and at the end in a new one with the result.
 * Returns how many messages went into the outbox.
 */
export async function showProgress(db: Db, id: number, now: Temporal.Instant): Promise<number> {
  const broadcast = await readBroadcast(db, id)
  if (!broadcast || broadcast.state === 'scheduled') return 0
  const author = await authorOf(db, broadcast)
  if (!author) return 0
  const shown = JSON.stringify([
    broadcast.state,
    broadcast.result ?? (await countRecipients(db, id)),
    !broadcast.insists && isQuiet(now),
  ])
  const isNew = shown !== broadcast.progressShown
  const mayShow = broadcast.result
    ? broadcast.progressNumber > 0
    : isTime(broadcast, now) && !(await isLastOnItsWay(db, broadcast))
  const added = isNew && mayShow ? await showCounts(db, broadcast, author, shown, now) : 0
  if (!broadcast.result) return added
  const result = resultMessage(author.telegramId, localeOf(author), broadcast)
  return added + (await queue(db, result, { key: `broadcast-result:${id}`, lane: 'reply', now }))
}

export async function authorOf(db: Db, { authorId }: Broadcast): Promise<Person | undefined> {
  return authorId === null ? undefined : (await reachablePeople(db, [authorId]))[0]
}

function isTime({ progressShownAt }: Broadcast, now: Temporal.Instant): boolean {
  return progressShownAt === null || Temporal.Instant.compare(progressShownAt.add(EVERY), now) <= 0
}

const keyOfProgress = (id: number, number: number) => `broadcast-progress:${id}:${number}`

/** While Telegram asks everyone to wait, changes must not pile up. */
async function isLastOnItsWay(db: Db, { id, progressNumber }: Broadcast): Promise<boolean> {
  const key = keyOfProgress(id, progressNumber - 1)
  const fate = (await readFates(db, [key])).get(key)
  return fate !== undefined && isOnItsWay(fate)
}

async function showCounts(
  db: Db,
  { id, progressNumber }: Broadcast,
  { telegramId }: Person,
  shown: string,
  now: Temporal.Instant,
): Promise<number> {
  const key = keyOfProgress(id, progressNumber)
  const data = { broadcastId: id, isFirst: progressNumber === 0 }
  await markProgressShown(db, id, shown, now)
  const message = { chatId: telegramId, renderer: 'broadcast-progress', data, key }
  return queueDeferred(db, [message], { lane: 'reply', now })
}

const dataForm = z.object({ broadcastId: z.int(), isFirst: z.boolean() })

/** How far a broadcast is when the message leaves; all but the first change that one. */
export function progressRenderer(
  clock: Clock,
  bulkRate: number,
): (db: Db, data: unknown, chatId: number) => Promise<Payload | null> {
  return async (db, raw, chatId) => {
    const { broadcastId, isFirst } = dataForm.parse(raw)
    const broadcast = await readBroadcast(db, broadcastId)
    const author = broadcast && (await authorOf(db, broadcast))
    const first = keyOfProgress(broadcastId, 0)
    const edits = isFirst ? null : ((await readFates(db, [first])).get(first)?.messageId ?? null)
    if (!broadcast || !author || (!isFirst && edits === null)) return null
    const counts = broadcast.result ?? (await countRecipients(db, broadcastId))
    const { content, buttons } = progressMessage(chatId, localeOf(author), broadcast, counts, bulkRate, clock.now())
    return { content, ...(buttons ? { buttons } : {}), ...(edits === null ? {} : { edits }) }
  }
}

import { queue, readFates } from '../bot/outbox.ts'
import { localeOf, type Person } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database.ts'
import type { Broadcast } from './broadcast-rules.ts'
import { markProgressShown, readBroadcast } from './broadcast-store.ts'
import { countRecipients } from './recipient-store.ts'
import { progressMessage, resultMessage } from './texts.ts'

/** How often the author's message with the progress changes while a broadcast runs. */
const EVERY = Temporal.Duration.from({ seconds: 3 })

/** Shows the author how far a broadcast is: in one message that changes, and at the end in a new one with the result. */
export async function showProgress(db: Db, id: number, bulkRate: number, now: Temporal.Instant): Promise<void> {
  const broadcast = await readBroadcast(db, id)
  if (!broadcast || broadcast.authorId === null || broadcast.state === 'scheduled') return
  const [author] = await reachablePeople(db, [broadcast.authorId])
  if (!author) return
  if (broadcast.result || isTime(broadcast, now)) await showCounts(db, broadcast, author, bulkRate, now)
  if (!broadcast.result) return
  const result = resultMessage(author.telegramId, localeOf(author), broadcast)
  await queue(db, result, { key: `broadcast-result:${broadcast.id}`, lane: 'reply', now })
}

function isTime({ progressShownAt }: Broadcast, now: Temporal.Instant): boolean {
  return progressShownAt === null || Temporal.Instant.compare(progressShownAt.add(EVERY), now) <= 0
}

async function showCounts(
  db: Db,
  broadcast: Broadcast,
  author: Person,
  bulkRate: number,
  now: Temporal.Instant,
): Promise<void> {
  const counts = broadcast.result ?? (await countRecipients(db, broadcast.id))
  const message = progressMessage(author.telegramId, localeOf(author), broadcast, counts, bulkRate, now)
  const first = `broadcast-progress:${broadcast.id}`
  const messageId = (await readFates(db, [first])).get(first)?.messageId
  if (messageId) {
    const key = `${first}:${broadcast.progressNumber}`
    await queue(db, { ...message, edits: messageId }, { key, lane: 'reply', now })
  } else if (!broadcast.result) await queue(db, message, { key: first, lane: 'reply', now })
  await markProgressShown(db, broadcast.id, now)
}

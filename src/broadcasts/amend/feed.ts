import { isOnItsWay, queue, queueDeferred, readFates, type Fate as SendFate } from '../../bot/send/outbox.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Broadcast, queueDepth } from '../rules.ts'
import type { Change } from './rules.ts'
import {
  type CopyFate,
  countCopies,
  keepChangeResult,
  markCopies,
  queuedCopies,
  readChange,
  takeCopies,
} from './store.ts'
import { changedMessage } from './texts.ts'

const keyOf = (broadcastId: number, personId: number, version: number) =>
  `broadcast:${broadcastId}:${personId}:change:${version}`

/**
 * Brings the change of a broadcast a step on, as the broadcast itself is brought on: notes what became of the copies that were
 * changed, and puts as many into the outbox as go in a few seconds. At night too, since a change makes no sound. A copy still
 * on its way when the change was ordered is changed after it has arrived. Returns how many messages are new in the outbox.
 */
export async function changeCopies(
  db: Db,
  broadcast: Broadcast,
  bulkRate: number,
  now: Temporal.Instant,
): Promise<number> {
  const change = broadcast.version === 0 ? null : await readChange(db, broadcast.id)
  if (!change || change.result) return 0
  const onTheirWay = await noteCopies(db, broadcast.id, change.kind)
  const added = await feed(db, broadcast.id, change.version, queueDepth(bulkRate) - onTheirWay, now)
  const counts = await countCopies(db, broadcast.id, change.version)
  if (counts.left > 0) return added
  await keepChangeResult(db, broadcast.id, change.version, counts)
  return added + (await tellAuthor(db, broadcast, { ...change, result: counts }, now))
}

/** Returns how many are still on their way. */
async function noteCopies(db: Db, broadcastId: number, kind: Change['kind']): Promise<number> {
  const queued = await queuedCopies(db, broadcastId)
  const keys = new Map(queued.map(({ personId, version }) => [personId, keyOf(broadcastId, personId, version)]))
  const fates = await readFates(db, [...keys.values()])
  const known = [...keys].flatMap(([personId, key]): CopyFate[] => {
    const fate = fates.get(key)
    return fate && isOnItsWay(fate) ? [] : [{ personId, ...fateOf(fate, kind) }]
  })
  await markCopies(db, broadcastId, known)
  return queued.length - known.length
}

/** A message that was deleted has no number any more. */
function fateOf(fate: SendFate | undefined, kind: Change['kind']): Omit<CopyFate, 'personId'> {
  if (!fate) return { change: 'failed', reason: 'erased' }
  if (fate.state === 'dropped') return { change: null, reason: null }
  if (fate.state !== 'sent') return { change: 'failed', reason: fate.reason }
  return { change: kind === 'withdrawn' && fate.messageId !== null ? 'replaced' : 'done', reason: null }
}

async function feed(
  db: Db,
  broadcastId: number,
  version: number,
  room: number,
  now: Temporal.Instant,
): Promise<number> {
  if (room <= 0) return 0
  const copies = await takeCopies(db, broadcastId, version, room)
  const gone = copies.filter(({ chatId }) => chatId === null)
  await markCopies(
    db,
    broadcastId,
    gone.map(({ personId }) => ({ personId, change: 'failed', reason: 'erased' })),
  )
  const messages = copies.flatMap(({ personId, audience, messageId, chatId }) => {
    if (chatId === null) return []
    const data = { broadcastId, personId, audience, messageId, version }
    const key = keyOf(broadcastId, personId, version)
    return [{ chatId, renderer: 'broadcast-change', data, edits: messageId, key }]
  })
  return messages.length === 0 ? 0 : queueDeferred(db, messages, { lane: 'bulk', now })
}

/** Whoever ordered the change reads what became of it. */
async function tellAuthor(db: Db, broadcast: Broadcast, change: Change, now: Temporal.Instant): Promise<number> {
  const [author] = change.authorId === null ? [] : await reachablePeople(db, [change.authorId])
  if (!author) return 0
  const message = changedMessage({ chatId: author.telegramId, locale: localeOf(author) }, broadcast, change)
  return queue(db, message, { key: `broadcast-changed:${broadcast.id}:${change.version}`, lane: 'reply', now })
}

import { queueDeferred, readFates } from '../bot/outbox.ts'
import { readRole } from '../people/role-store.ts'
import type { Database, Db } from '../platform/database.ts'
import { peopleOf } from './audience.ts'
import { type Broadcast, isQuiet, queueDepth } from './broadcast-rules.ts'
import { activeBroadcasts, keepResult, lockFreeBroadcast, markState } from './broadcast-store.ts'
import { showProgress } from './progress.ts'
import { addRecipients, countRecipients, markFates, queuedPeople, takeWaiting } from './recipient-store.ts'

/** The outbox key of one person's copy: what makes it once. */
export function keyOf(broadcastId: number, personId: number): string {
  return `broadcast:${broadcastId}:${personId}`
}

/**
 * Brings every broadcast a step on: starts what is due, notes what became of the messages that left, and puts as many
 * into the outbox as go in a few seconds. A step is one transaction, so a kill loses and repeats nothing; several
 * processes may step at once.
 */
export async function feedBroadcasts(
  parts: { database: Database; bulkRate: number; queued: () => void },
  now: Temporal.Instant,
): Promise<void> {
  for (const id of await activeBroadcasts(parts.database.pool, now)) {
    const added = await parts.database.transaction(async (db) => {
      const broadcast = await lockFreeBroadcast(db, id)
      return broadcast ? step(db, broadcast, parts.bulkRate, now) : 0
    })
    if (added > 0) parts.queued()
  }
}

/** Returns how many messages went into the outbox. */
async function step(db: Db, broadcast: Broadcast, bulkRate: number, now: Temporal.Instant): Promise<number> {
  const onTheirWay = await noteFates(db, broadcast.id)
  const state = await stateNow(db, broadcast, now)
  if (state === 'running' && broadcast.startedAt === null) await start(db, broadcast, now)
  const mayFeed = state === 'running' && (broadcast.insists || !isQuiet(now))
  const added = mayFeed ? await feed(db, broadcast.id, queueDepth(bulkRate) - onTheirWay, now) : 0
  const counts = await countRecipients(db, broadcast.id)
  const isOver = state === 'cancelled' || (state === 'running' && counts.waiting === 0)
  if (isOver && onTheirWay + added === 0) {
    if (state === 'running') await markState(db, broadcast.id, 'finished', now)
    await keepResult(db, broadcast.id, notSent(counts, state))
  }
  await showProgress(db, broadcast.id, bulkRate, now)
  return added
}

/** Nobody waits for a cancelled broadcast any more. */
function notSent(counts: Awaited<ReturnType<typeof countRecipients>>, state: string) {
  if (state !== 'cancelled' || counts.waiting === 0) return counts
  return { ...counts, waiting: 0, failed: [...counts.failed, { reason: 'not-sent' as const, count: counts.waiting }] }
}

/** Notes what became of the messages in the outbox. Returns how many are still on their way. */
async function noteFates(db: Db, broadcastId: number): Promise<number> {
  const people = await queuedPeople(db, broadcastId)
  const fates = await readFates(
    db,
    people.map((personId) => keyOf(broadcastId, personId)),
  )
  const known = people.flatMap((personId) => {
    const fate = fates.get(keyOf(broadcastId, personId))
    return fate ? [{ personId, state: fate.state, reason: fate.reason }] : []
  })
  await markFates(db, broadcastId, known)
  return people.length - known.length
}

/** The state that this step works in: due broadcasts begin, and those whose author is staff no more end. */
async function stateNow(db: Db, { id, state, authorId }: Broadcast, now: Temporal.Instant) {
  if (state !== 'running' && state !== 'scheduled') return state
  const isStaff = authorId !== null && (await readRole(db, authorId)) !== 'member'
  const next = isStaff ? ('running' as const) : ('cancelled' as const)
  if (next !== state) await markState(db, id, next, now)
  return next
}

async function start(db: Db, { id, audiences }: Broadcast, now: Temporal.Instant): Promise<void> {
  const { people } = await peopleOf(db, audiences, now)
  await addRecipients(db, id, people)
}

async function feed(db: Db, broadcastId: number, room: number, now: Temporal.Instant): Promise<number> {
  if (room <= 0) return 0
  const next = await takeWaiting(db, broadcastId, room)
  await markFates(
    db,
    broadcastId,
    next
      .filter(({ chatId }) => chatId === null)
      .map(({ personId }) => ({ personId, state: 'dropped' as const, reason: 'erased' })),
  )
  const messages = next.flatMap(({ personId, chatId }) =>
    chatId === null
      ? []
      : [{ chatId, renderer: 'broadcast', data: { broadcastId, personId }, key: keyOf(broadcastId, personId) }],
  )
  return messages.length === 0 ? 0 : queueDeferred(db, messages, { lane: 'bulk', now })
}

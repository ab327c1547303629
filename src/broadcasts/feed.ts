import { isOnItsWay, queue, queueDeferred, readFates, takeBack } from '../bot/send/outbox.ts'
import { isQuiet } from '../people/notices/rules.ts'
import { readRole } from '../people/roles/store.ts'
import { localeOf } from '../people/rules.ts'
import { type Database, type Db, lockForTransaction } from '../platform/database/database.ts'
import type { Metrics } from '../platform/metrics.ts'
import { cancelledSince } from '../sessions/audience-store.ts'
import { changeCopies } from './amend/feed.ts'
import { peopleOf } from './audience.ts'
import { authorOf, showProgress } from './progress.ts'
import { addRecipients, countRecipients, type Fate, markFates, queuedPeople, takeWaiting } from './recipient-store.ts'
import {
  type Broadcast,
  type BroadcastState,
  type Counts,
  type FailureReason,
  failureOf,
  type HaltReason,
  queueDepth,
  repeatedBy,
  sessionsOf,
} from './rules.ts'
import { activeBroadcasts, keepResult, lockFreeBroadcast, markStarted, markState } from './store.ts'
import { toCallMessage } from './texts.ts'

/** The outbox key of one person's copy: what makes it once. */
function keyOf(broadcastId: number, personId: number): string {
  return `broadcast:${broadcastId}:${personId}`
}

/**
 * Brings every broadcast a step on: starts what is due, notes what became of the messages that left, and puts as many
 * into the outbox as go in a few seconds. A step is one transaction, so a kill loses and repeats nothing; several
 * processes may step at once.
 */
export async function feedBroadcasts(
  parts: {
    database: Database
    bulkRate: number
    queued: () => void
    metrics?: Pick<Metrics, 'broadcastCopies'>
  },
  now: Temporal.Instant,
): Promise<void> {
  for (const id of await activeBroadcasts(parts.database.pool, now)) {
    const done = await parts.database.transaction(async (db) => {
      const broadcast = await lockFreeBroadcast(db, id)
      return broadcast ? step(db, broadcast, parts.bulkRate, now) : NOTHING
    })
    if (done.added > 0) parts.queued()
    for (const fate of done.settled) parts.metrics?.broadcastCopies.inc({ fate })
  }
}

/** How many messages went into the outbox, and what became of earlier ones. */
type Step = { added: number; settled: ('sent' | 'unknown' | FailureReason)[] }
const NOTHING: Step = { added: 0, settled: [] }

async function step(db: Db, broadcast: Broadcast, bulkRate: number, now: Temporal.Instant): Promise<Step> {
  const state = await stateNow(db, broadcast, now)
  if (state === 'running' && broadcast.startedAt === null) await start(db, broadcast, now)
  const mayFeed = state === 'running' && (broadcast.insists || !isQuiet(now))
  const { onTheirWay, known } = await noteFates(db, broadcast.id, mayFeed)
  const added = mayFeed ? await feed(db, broadcast.id, queueDepth(bulkRate) - onTheirWay, now) : 0
  const counts = await countRecipients(db, broadcast.id)
  const isOver = state === 'cancelled' || (state === 'running' && counts.waiting === 0)
  if (isOver && onTheirWay + added === 0) {
    if (state === 'running') await markState(db, broadcast.id, 'finished', now)
    await keepResult(db, broadcast.id, notSent(counts, state))
  }
  const changed = await changeCopies(db, broadcast, bulkRate, now)
  const shown = await showProgress(db, broadcast.id, now)
  return { added: added + changed + shown, settled: known.flatMap(settledOf) }
}

function settledOf({ state, reason }: Fate): Step['settled'] {
  if (state === 'waiting') return []
  return [state === 'sent' || state === 'unknown' ? state : failureOf(state, reason)]
}

/** Nobody waits for a cancelled broadcast any more. */
function notSent(counts: Counts, state: BroadcastState): Counts {
  if (state !== 'cancelled' || counts.waiting === 0) return counts
  return { ...counts, waiting: 0, failed: [...counts.failed, { reason: 'not-sent', count: counts.waiting }] }
}

/**
 * Notes what became of the messages in the outbox; when sending is held, those that have not left are taken back.
 * Returns what became known, and how many are still on their way.
 */
async function noteFates(
  db: Db,
  broadcastId: number,
  mayFeed: boolean,
): Promise<{ onTheirWay: number; known: Fate[] }> {
  const people = await queuedPeople(db, broadcastId)
  const keys = new Map(people.map((personId) => [personId, keyOf(broadcastId, personId)]))
  const back = new Set(mayFeed ? [] : await takeBack(db, [...keys.values()]))
  const fates = await readFates(db, [...keys.values()])
  const known = [...keys].flatMap(([personId, key]): Fate[] => {
    if (back.has(key)) return [{ personId, state: 'waiting', reason: null }]
    const fate = fates.get(key)
    // Gone from the outbox with all else that was kept of the chat.
    if (!fate) return [{ personId, state: 'dropped', reason: 'erased' }]
    const { state, reason, messageId } = fate
    return isOnItsWay(fate) ? [] : [{ personId, state: state as Fate['state'], reason, messageId }]
  })
  await markFates(db, broadcastId, known)
  return { onTheirWay: people.length - known.length, known }
}

/** The state that this step works in: due broadcasts begin, and some are held or end by themselves. */
async function stateNow(db: Db, broadcast: Broadcast, now: Temporal.Instant): Promise<BroadcastState> {
  const { id, state } = broadcast
  if (state !== 'running' && state !== 'scheduled') return state
  const reason = await reasonToHalt(db, broadcast)
  const next = reason === null ? 'running' : reason === 'author-gone' ? 'cancelled' : 'paused'
  if (next !== state) await markState(db, id, next, now, reason)
  return next
}

/** Whoever goes on although a session was cancelled is not asked again. */
async function reasonToHalt(db: Db, broadcast: Broadcast): Promise<HaltReason | null> {
  const { authorId, reason, madeAt } = broadcast
  if (authorId === null || (await readRole(db, authorId)) === 'member') return 'author-gone'
  if (reason !== null) return null
  return (await cancelledSince(db, sessionsOf(broadcast), madeAt)) ? 'session-cancelled' : null
}

async function start(db: Db, broadcast: Broadcast, now: Temporal.Instant): Promise<void> {
  const { id, audiences } = broadcast
  const repeated = repeatedBy(audiences)
  // Two that repeat the same words must not both count the same people as missed.
  if (repeated !== null) await lockForTransaction(db, `missed:${repeated}`)
  const { people, toCall } = await peopleOf(db, audiences, now)
  await addRecipients(db, id, people)
  const author = toCall.length > 0 ? await authorOf(db, broadcast) : undefined
  if (author) {
    const message = toCallMessage(author.telegramId, localeOf(author), toCall)
    await queue(db, message, { key: `broadcast-call:${id}`, lane: 'reply', now })
  }
  await markStarted(db, id, now)
}

async function feed(db: Db, broadcastId: number, room: number, now: Temporal.Instant): Promise<number> {
  if (room <= 0) return 0
  const next = await takeWaiting(db, broadcastId, room)
  const gone = next.filter(({ chatId }) => chatId === null)
  await markFates(
    db,
    broadcastId,
    gone.map(({ personId }) => ({ personId, state: 'dropped', reason: 'erased' })),
  )
  const messages = next.flatMap(({ personId, audience, chatId }) => {
    if (chatId === null) return []
    const data = { broadcastId, personId, audience }
    return [{ chatId, renderer: 'broadcast', data, key: keyOf(broadcastId, personId) }]
  })
  return messages.length === 0 ? 0 : queueDeferred(db, messages, { lane: 'bulk', now })
}

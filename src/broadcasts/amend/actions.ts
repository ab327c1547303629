import type { Db } from '../../platform/database/database.ts'
import { countRecipients } from '../recipient-store.ts'
import { type Broadcast, type BroadcastContent, controlled } from '../rules.ts'
import { lockBroadcast, markState } from '../store.ts'
import { correctedContent, isWithPeople, mayChange, NOTHING_CHANGED } from './rules.ts'
import { insertChange, keepChangeResult, readChange } from './store.ts'

export type ChangeResult =
  /** `people`: how many have a copy, or may have one by the time the change reaches them. */
  | { kind: 'ordered'; people: number }
  /** It has not begun to leave: it goes out in the new words. */
  | { kind: 'before-sending' }
  | { kind: 'withdrawn-already' }
  /** Nobody has it. */
  | { kind: 'nobody' }
  | { kind: 'unknown' }

type Order = { broadcastId: number; staffId: number }

/** Gives a broadcast other words, in the chats too where it arrived; what is still to be sent goes out in them. */
export async function correctBroadcast(
  db: Db,
  { words, ...order }: Order & { words: Pick<BroadcastContent, 'text' | 'entities'> },
  now: Temporal.Instant,
): Promise<ChangeResult> {
  return change(db, order, async (broadcast, people) => {
    const content = correctedContent(broadcast.content, words)
    await insertChange(db, { broadcastId: broadcast.id, kind: 'corrected', authorId: order.staffId, content }, now)
    if (broadcast.state !== 'scheduled') return { kind: 'ordered', people }
    await keepChangeResult(db, broadcast.id, broadcast.version + 1, NOTHING_CHANGED)
    return { kind: 'before-sending' }
  })
}

/** Takes a broadcast back: it is deleted where Telegram allows that, says so elsewhere, and what is still to be sent stays. */
export async function withdrawBroadcast(db: Db, order: Order, now: Temporal.Instant): Promise<ChangeResult> {
  return change(db, order, async ({ id, state }, people) => {
    if (controlled(state, 'cancel') !== null) await markState(db, id, 'cancelled', now)
    await insertChange(db, { broadcastId: id, kind: 'withdrawn', authorId: order.staffId }, now)
    return { kind: 'ordered', people }
  })
}

async function change(
  db: Db,
  { broadcastId }: Order,
  done: (broadcast: Broadcast, people: number) => Promise<ChangeResult>,
): Promise<ChangeResult> {
  const broadcast = await lockBroadcast(db, broadcastId)
  if (!broadcast) return { kind: 'unknown' }
  if (!mayChange(await readChange(db, broadcastId))) return { kind: 'withdrawn-already' }
  const counts = await countRecipients(db, broadcastId)
  if (broadcast.state !== 'scheduled' && !isWithPeople(broadcast, counts)) return { kind: 'nobody' }
  return done(broadcast, counts.sent)
}

import { readRole } from '../people/roles/store.ts'
import type { Db } from '../platform/database/database.ts'
import { type Broadcast, type BroadcastState, type Control, controlled } from './rules.ts'
import { insertBroadcast, lockBroadcast, markState } from './store.ts'

/** Keeps a broadcast to be sent at `sendAt`; the feed starts it then. Returns its id. */
export function orderBroadcast(
  db: Db,
  order: Pick<Broadcast, 'audiences' | 'content' | 'insists' | 'sendAt'> & { authorId: number },
  now: Temporal.Instant,
): Promise<number> {
  return insertBroadcast(db, order, now)
}

export type ControlResult =
  | { kind: 'done'; state: BroadcastState }
  /** It is so already, or over. */
  | { kind: 'nothing-to-do'; state: BroadcastState }
  | { kind: 'unknown' }
  /** Whoever pressed is no staff (any more). */
  | { kind: 'not-staff' }

/** Pauses, resumes or cancels a broadcast; any trainer may. */
export async function controlBroadcast(
  db: Db,
  order: { broadcastId: number; staffId: number; control: Control },
  now: Temporal.Instant,
): Promise<ControlResult> {
  if ((await readRole(db, order.staffId)) === 'member') return { kind: 'not-staff' }
  const broadcast = await lockBroadcast(db, order.broadcastId)
  if (!broadcast) return { kind: 'unknown' }
  const state = controlled(broadcast.state, order.control)
  if (state === null) return { kind: 'nothing-to-do', state: broadcast.state }
  await markState(db, broadcast.id, state, now)
  return { kind: 'done', state }
}

import { z } from 'zod'
import type { Payload } from '../bot/outbox.ts'
import { wantNotices } from '../people/notice-store.ts'
import { localeOf } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database.ts'
import { readSession } from '../sessions/session-store.ts'
import type { BroadcastContent } from './broadcast-rules.ts'
import { readBroadcast } from './broadcast-store.ts'
import { broadcastPayload } from './texts.ts'

const copyForm = z.object({ broadcastId: z.int(), personId: z.int() })

/** One person's copy of a broadcast, as things are when it leaves; `null` when it is cancelled, or they want no news any more. */
export async function renderBroadcast(db: Db, data: unknown): Promise<Payload | null> {
  const { broadcastId, personId } = copyForm.parse(data)
  const broadcast = await readBroadcast(db, broadcastId)
  if (!broadcast || broadcast.state === 'cancelled') return null
  const [person] = await reachablePeople(db, await wantNotices(db, 'news', [personId]))
  if (!person) return null
  return broadcastPayload(localeOf(person), await withLiveButton(db, broadcast.content), broadcastId)
}

/** A button to a session that was cancelled meanwhile is left out. */
async function withLiveButton(db: Db, content: BroadcastContent): Promise<BroadcastContent> {
  if (content.button?.kind !== 'session') return content
  const session = await readSession(db, content.button.sessionId)
  return session && session.state !== 'cancelled' ? content : { ...content, button: null }
}

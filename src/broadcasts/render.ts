import { z } from 'zod'
import type { Payload } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { localeOf } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { readSession } from '../sessions/session/store.ts'
import { rightTo } from './audience.ts'
import type { Audience, BroadcastContent } from './rules.ts'
import { readBroadcast } from './store.ts'
import { broadcastPayload, whyLine } from './texts.ts'

const copyForm = z.object({ broadcastId: z.int(), personId: z.int(), audience: z.int() })

/** One person's copy of a broadcast, as things are when it leaves; `null` when it is cancelled, or they want no news any more and have no place. */
export async function renderBroadcast(db: Db, data: unknown): Promise<Payload | null> {
  const { broadcastId, personId, audience } = copyForm.parse(data)
  const broadcast = await readBroadcast(db, broadcastId)
  if (!broadcast || broadcast.state === 'cancelled') return null
  const right = await rightTo(db, personId, broadcast.audiences[audience])
  const [person] = right ? await reachablePeople(db, [personId]) : []
  if (!person) return null
  return copyFor(db, localeOf(person), broadcast, { audience, concerned: right === 'concerned' })
}

/**
 * The copy of readers of a locale whom this one of the audiences brought; without an id it is one to look at. `concerned`: they
 * want no news, and have a place.
 */
export async function copyFor(
  db: Db,
  locale: Locale,
  broadcast: { id: number | null; audiences: readonly Audience[]; content: BroadcastContent },
  { audience = 0, concerned = false } = {},
): Promise<Payload> {
  const reason = broadcast.audiences[audience]
  const title = reason?.kind === 'session' ? (await readSession(db, reason.sessionId))?.title : undefined
  const content = await withLiveButton(db, broadcast.content)
  return broadcastPayload(locale, content, whyLine(locale, reason, title, concerned), broadcast.id)
}

/** A button to a session that was cancelled meanwhile is left out. */
async function withLiveButton(db: Db, content: BroadcastContent): Promise<BroadcastContent> {
  if (content.button?.kind !== 'session') return content
  const session = await readSession(db, content.button.sessionId)
  return session && session.state !== 'cancelled' ? content : { ...content, button: null }
}

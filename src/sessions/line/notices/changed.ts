import { takeBackUnheard, unheardAmong } from '../../../bot/send/outbox.ts'
import { takeBackMails, untriedMails } from '../../../mail/store.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { PlanChange } from '../../session/session.ts'
import { listChanges } from '../../session/store.ts'

/** Longer than any night, within which something is held. */
const HELD_HOURS = 24

/** By what is said of an event of a session it is known, with whom it is said to. */
export function keyOfSessionEvent(eventId: number): string {
  return `session-event:${eventId}`
}

/**
 * Takes back what people have not heard yet of earlier changes to a session. Returns for each of them, in order, the changes that they were
 * to hear of and now do not; nothing for whoever has heard of all.
 */
export async function takeBackChanges(
  db: Db,
  of: { sessionId: number; personIds: readonly number[]; before: number | null },
  now: Temporal.Instant,
): Promise<Map<number, PlanChange[]>> {
  const since = now.subtract({ hours: HELD_HOURS })
  const events = (await listChanges(db, of.sessionId, since)).filter(({ id }) => id !== of.before)
  if (events.length === 0) return new Map()
  const keyOf = (eventId: number, personId: number) => `${keyOfSessionEvent(eventId)}:${personId}`
  const keys = events.flatMap(({ id }) => of.personIds.map((personId) => keyOf(id, personId)))
  const unheard = new Set([...(await unheardAmong(db, keys)), ...(await untriedMails(db, keys))])
  const all = [...unheard]
  // Whom staff were asked to call is asked anew with what is said now.
  const left = await takeBackUnheard(db, [...all, ...events.map(({ id }) => `call:${keyOfSessionEvent(id)}`)])
  for (const key of await takeBackMails(db, all)) left.add(key)
  return new Map(
    of.personIds.flatMap((personId) => {
      const taken = events.filter(({ id }) => unheard.has(keyOf(id, personId)) && !left.has(keyOf(id, personId)))
      return taken.length === 0 ? [] : [[personId, taken.flatMap(({ changes }) => changes)] as const]
    }),
  )
}

/** Changes that followed each other as one: each field from what it was at first to what it is; what is as it was is no change. */
export function asOne(changes: readonly PlanChange[]): PlanChange[] {
  const byField = Map.groupBy(changes, ({ field }) => field)
  return [...byField].flatMap(([field, all]) => {
    const { from } = all[0]!
    const { to } = all.at(-1)!
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

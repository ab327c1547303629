import { holdByDay, releaseHeld } from '../../bot/send/outbox.ts'
import type { Db } from '../../platform/database/database.ts'
import { afterQuiet, isQuiet } from './rules.ts'

/**
 * Holds at night what may leave by day alone, and lets leave by day what was held: what was due in a morning on which we were away waits for the
 * next one. Returns how many messages may leave now.
 */
export async function holdOrRelease(db: Db, now: Temporal.Instant): Promise<number> {
  if (!isQuiet(now)) return releaseHeld(db, now)
  await holdByDay(db, afterQuiet(now))
  return 0
}

import type { Db } from './database.ts'

/** Something that staff did; `actorId` is the person who did it, `null` where that is not kept. `what` names no participant. */
export type AuditEntry = { at: Temporal.Instant; actorId: number | null; what: string }

/** What one feature knows of what staff did since `since`. */
export type AuditEntries = (db: Db, since: Temporal.Instant) => Promise<AuditEntry[]>

/** What staff did since `since`, of all features, the oldest first. */
export async function listAuditEntries(
  db: Db,
  features: readonly AuditEntries[],
  since: Temporal.Instant,
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for (const entriesOf of features) entries.push(...(await entriesOf(db, since)))
  return entries.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** An entry as one statement gives it: `at` as text, so that nothing is rounded. */
export type AuditEntryRow = { at: string; actor_id: number | null; what: string }

export function auditEntryOf({ at, actor_id, what }: AuditEntryRow): AuditEntry {
  return { at: Temporal.Instant.from(at), actorId: actor_id, what }
}

import type { Db } from './database.ts'

/** Something that staff did. `who` is `null` once their data are erased; `what` names no participant. */
export type AuditEntry = { at: Temporal.Instant; who: string | null; what: string }

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
export type AuditEntryRow = { at: string; who: string | null; what: string }

export function auditEntryOf({ at, who, what }: AuditEntryRow): AuditEntry {
  // Whoever is erased keeps their row, without a name.
  return { at: Temporal.Instant.from(at), who: who || null, what }
}

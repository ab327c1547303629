import type { Db } from './database.ts'

/** Something that staff did. `who` is `null` once their data are erased; `what` names no participant. */
export type Deed = { at: Temporal.Instant; who: string | null; what: string }

/** What one feature knows of what staff did since `since`. */
export type Deeds = (db: Db, since: Temporal.Instant) => Promise<Deed[]>

/** What staff did since `since`, of all features, the oldest first. */
export async function listDeeds(db: Db, features: readonly Deeds[], since: Temporal.Instant): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const deedsOf of features) deeds.push(...(await deedsOf(db, since)))
  return deeds.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** A deed as one statement gives it: `at` as text, so that nothing is rounded. */
export type DeedRow = { at: string; who: string | null; what: string }

export function deedOf({ at, who, what }: DeedRow): Deed {
  // Whoever is erased keeps their row, without a name.
  return { at: Temporal.Instant.from(at), who: who || null, what }
}

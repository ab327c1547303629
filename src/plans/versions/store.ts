import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import type { NewEntry } from '../keeping/entry-store.ts'

/** What a plan said when somebody kept it. */
export type KeptVersion = { id: number; planId: number; number: number; keptAt: Temporal.Instant }

type VersionRow = { id: number; plan_id: number; number: number; kept_at: string }

const versionOf = (row: VersionRow): KeptVersion => ({
  id: row.id,
  planId: row.plan_id,
  number: row.number,
  keptAt: Temporal.Instant.from(row.kept_at.replace(' ', 'T')),
})

export async function keepVersion(
  db: Db,
  version: { planId: number; number: number; entries: readonly NewEntry[]; personId: number },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into plan_version (plan_id, number, entries, kept_by, kept_at)
     values ($1::int, $2::int, $3::jsonb, $4::bigint, $5::timestamptz)`,
    [version.planId, version.number, toJsonb(version.entries), version.personId, now.toString()],
  )
}

/** The last versions of a plan, the newest first. */
export async function versionsOf(db: Db, planId: number): Promise<KeptVersion[]> {
  const { rows } = await db.query<VersionRow>(
    `select id, plan_id, number, kept_at::text as kept_at from plan_version
     where plan_id = $1::int order by number desc limit 10`,
    [planId],
  )
  return rows.map(versionOf)
}

export async function readVersion(db: Db, id: number): Promise<(KeptVersion & { entries: NewEntry[] }) | null> {
  const { rows } = await db.query<VersionRow & { entries: NewEntry[] }>(
    'select id, plan_id, number, kept_at::text as kept_at, entries from plan_version where id = $1::int',
    [id],
  )
  return rows[0] ? { ...versionOf(rows[0]), entries: rows[0].entries } : null
}

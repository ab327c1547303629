import type { Db } from '../../platform/database/database.ts'
import type { Accepted } from '../rules/finding.ts'

/** What was left as it is on purpose. */
export async function acceptedIn(db: Db, planId: number): Promise<Accepted[]> {
  const { rows } = await db.query<Accepted>(
    'select code, quote, reason from plan_accepted where plan_id = $1::int order by accepted_at, code',
    [planId],
  )
  return rows
}

export async function acceptFinding(
  db: Db,
  accepted: Accepted & { planId: number; personId: number },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into plan_accepted (plan_id, code, quote, reason, accepted_by, accepted_at)
     values ($1::int, $2::text, $3::text, $4::text, $5::bigint, $6::timestamptz)
     on conflict (plan_id, code, quote) do update set reason = excluded.reason, accepted_by = excluded.accepted_by`,
    [accepted.planId, accepted.code, accepted.quote, accepted.reason, accepted.personId, now.toString()],
  )
}

import type { Db } from '../../platform/database/database.ts'

/** Who writes in a plan: its coordinator, and those whom they invited. */
export type PlanRole = 'coordinator' | 'editor'

export type PlanMember = { personId: number; role: PlanRole }

/** Makes somebody one of those who write in a plan. `false`: they are already. */
export async function addMember(
  db: Db,
  planId: number,
  { personId, role }: PlanMember,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into plan_member (plan_id, person_id, role, since) values ($1::int, $2::bigint, $3::text, $4::timestamptz)
     on conflict (plan_id, person_id) do nothing`,
    [planId, personId, role, now.toString()],
  )
  return rowCount === 1
}

/** Those who write in a plan, the coordinator first. */
export async function membersOf(db: Db, planId: number): Promise<PlanMember[]> {
  const { rows } = await db.query<{ person_id: number; role: PlanRole }>(
    'select person_id, role from plan_member where plan_id = $1::int order by role, since, person_id',
    [planId],
  )
  return rows.map((row) => ({ personId: row.person_id, role: row.role }))
}

/** The plan gets this one of its members as coordinator; whoever was it goes on as one of them. */
export async function makeCoordinator(db: Db, planId: number, personId: number): Promise<void> {
  await db.query(
    `update plan_member set role = case when person_id = $2::bigint then 'coordinator' else 'editor' end
     where plan_id = $1::int`,
    [planId, personId],
  )
}

/** In which plans somebody writes, and since when. */
export async function readMembershipsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    'select plan_id as "planId", role, since::text from plan_member where person_id = $1::bigint order by plan_id',
    [personId],
  )
  return rows
}

export async function forgetMember(db: Db, personId: number): Promise<void> {
  await db.query('delete from plan_member where person_id = $1::bigint', [personId])
}

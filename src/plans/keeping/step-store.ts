import type { Db } from '../../platform/database/database.ts'

/** Who takes care of which step. */
export async function stepsTaken(db: Db, planId: number): Promise<Map<number, number>> {
  const { rows } = await db.query<{ step: number; person_id: number }>(
    'select step, person_id from plan_step where plan_id = $1::int order by step',
    [planId],
  )
  return new Map(rows.map(({ step, person_id }) => [step, person_id]))
}

/** Gives a step to somebody who writes in the plan, in place of whoever had it. */
export async function giveStep(
  db: Db,
  { planId, step, personId }: { planId: number; step: number; personId: number },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into plan_step (plan_id, step, person_id, since)
     values ($1::int, $2::smallint, $3::bigint, $4::timestamptz)
     on conflict (plan_id, step) do update set person_id = excluded.person_id, since = excluded.since`,
    [planId, step, personId, now.toString()],
  )
}

/** Takes a step that nobody has yet. `false`: somebody was sooner. */
export async function takeFreeStep(
  db: Db,
  { planId, step, personId }: { planId: number; step: number; personId: number },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into plan_step (plan_id, step, person_id, since)
     values ($1::int, $2::smallint, $3::bigint, $4::timestamptz) on conflict do nothing`,
    [planId, step, personId, now.toString()],
  )
  return rowCount === 1
}

export async function freeStep(db: Db, planId: number, step: number): Promise<void> {
  await db.query('delete from plan_step where plan_id = $1::int and step = $2::smallint', [planId, step])
}

/** Which steps somebody takes care of, and since when. */
export async function readStepsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select plan_id as "planId", step, since::text from plan_step where person_id = $1::bigint order by plan_id, step`,
    [personId],
  )
  return rows
}

export async function forgetStepsOf(db: Db, personId: number): Promise<void> {
  await db.query('delete from plan_step where person_id = $1::bigint', [personId])
}

import type { Db } from '../../platform/database/database.ts'

/** The plan that a group sees; `null` for none. */
export async function planOfGroup(db: Db, chatId: number): Promise<number | null> {
  const { rows } = await db.query<{ plan_id: number }>('select plan_id from plan_group where chat_id = $1::bigint', [
    chatId,
  ])
  return rows[0]?.plan_id ?? null
}

/** Shows a plan in a group. One that shows another plan keeps it. */
export async function showInGroup(db: Db, chatId: number, planId: number, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into plan_group (chat_id, plan_id, since) values ($1::bigint, $2::int, $3::timestamptz) on conflict do nothing`,
    [chatId, planId, now.toString()],
  )
}

export async function hideInGroup(db: Db, chatId: number): Promise<void> {
  await db.query('delete from plan_group where chat_id = $1::bigint', [chatId])
}

/** A group has another number now. */
export async function moveGroupOfPlan(db: Db, from: number, to: number): Promise<void> {
  await db.query(
    `with gone as (delete from plan_group where chat_id = $1::bigint returning plan_id, since)
     insert into plan_group (chat_id, plan_id, since) select $2::bigint, plan_id, since from gone on conflict do nothing`,
    [from, to],
  )
}

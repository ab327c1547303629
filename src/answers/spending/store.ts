import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Spent } from './budget.ts'

/** The chat under which is counted what is asked outside of any, in the terminal. */
export const NO_CHAT = 0

/** What was spent today, by everybody and in this chat. */
export async function spentToday(
  db: Db,
  chatId: number,
  now: Temporal.Instant,
): Promise<{ day: Spent; person: Spent }> {
  const { rows } = await db.query<{ tokens: number; cost: number; own_tokens: number; own_cost: number }>(
    `select coalesce(sum(tokens), 0)::bigint as tokens, coalesce(sum(cost), 0)::float8 as cost,
            coalesce(sum(tokens) filter (where chat_id = $2::bigint), 0)::bigint as own_tokens,
            coalesce(sum(cost) filter (where chat_id = $2::bigint), 0)::float8 as own_cost
     from spending where day = $1::date`,
    [dayAt(now).toString(), chatId],
  )
  const row = rows[0]!
  return { day: { tokens: row.tokens, cost: row.cost }, person: { tokens: row.own_tokens, cost: row.own_cost } }
}

/** Counts a call the moment it is paid, outside of the update's transaction: the money is gone whatever becomes of that. */
export async function addSpending(db: Db, chatId: number, spent: Spent, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into spending (day, chat_id, tokens, cost) values ($1::date, $2::bigint, $3::bigint, $4::numeric)
     on conflict (day, chat_id) do update
     set tokens = spending.tokens + excluded.tokens, cost = spending.cost + excluded.cost`,
    [dayAt(now).toString(), chatId, spent.tokens, spent.cost],
  )
}

/** Forgets days before `before`. Returns how many rows. */
export async function deleteSpending(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from spending where day < $1::date', [dayAt(before).toString()])
  return rowCount ?? 0
}

/** How many rows of chats and days there are. */
export function countSpending(db: Db): Promise<Held> {
  return countHeld(db, `select count(*) as rows, min(day) at time zone 'UTC' as oldest from spending`)
}

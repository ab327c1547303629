import type { Db } from '../platform/database/database.ts'
import { NO_CHAT } from './spending/store.ts'

/** What is kept of a person's talk with the model beside their questions: the conversation, their opinions, what was spent. */
export async function readConversationOf(db: Db, telegramId: number): Promise<Record<string, unknown[]>> {
  const conversation = await db.query('select exchanges, changed_at from conversation where chat_id = $1::bigint', [
    telegramId,
  ])
  const feedback = await db.query(
    'select question_id, helpful, reason, given_at from feedback where given_by = $1::bigint order by given_at',
    [telegramId],
  )
  const spending = await db.query(
    `select to_char(day, 'YYYY-MM-DD') as day, tokens, cost from spending where chat_id = $1::bigint order by day`,
    [telegramId],
  )
  return { conversation: conversation.rows, feedback: feedback.rows, spending: spending.rows }
}

/** Forgets all that. What was spent still counts against the budget of the day, but belongs to nobody. */
export async function forgetConversationOf(db: Db, telegramId: number): Promise<void> {
  await db.query('delete from conversation where chat_id = $1::bigint', [telegramId])
  await db.query('delete from feedback where given_by = $1::bigint', [telegramId])
  await db.query(
    `with own as (delete from spending where chat_id = $1::bigint returning day, tokens, cost)
     insert into spending (day, chat_id, tokens, cost) select day, $2::bigint, tokens, cost from own
     on conflict (day, chat_id) do update
     set tokens = spending.tokens + excluded.tokens, cost = spending.cost + excluded.cost`,
    [telegramId, NO_CHAT],
  )
}

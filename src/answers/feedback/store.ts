import type { Db } from '../../platform/database/database.ts'
import type { Feedback } from './feedback.ts'

/** Keeps what somebody says of an answer given in this chat, in place of what they said before. `false`: no such answer. */
export async function saveFeedback(
  db: Db,
  about: { chatId: number; questionId: number; givenBy: number },
  feedback: Feedback,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into feedback (question_id, given_by, helpful, reason, given_at)
     select id, $3::bigint, $4::boolean, $5::text, $6::timestamptz
     from question where id = $2::bigint and chat_id = $1::bigint
     on conflict (question_id, given_by) do update
     set helpful = excluded.helpful, reason = excluded.reason, given_at = excluded.given_at`,
    [about.chatId, about.questionId, about.givenBy, feedback.helpful, feedback.reason, now.toString()],
  )
  return rowCount === 1
}

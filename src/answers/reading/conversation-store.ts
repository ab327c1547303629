import { z } from 'zod'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Conversation } from './conversation.ts'

/** What was said in conversations. */
export const CONVERSATION_WORDS: Words = { table: 'conversation', json: ['exchanges'] }

/** A conversation this old is over: the next question begins another. */
const OVER_AFTER = Temporal.Duration.from({ hours: 6 })

const exchanges = z.array(
  z.object({
    question: z.string(),
    answer: z.string(),
    cited: z.array(z.number().int()),
    // Exchanges kept before these were known have none.
    found: z.array(z.number().int()).default([]),
    topic: z.string().default(''),
    offer: z.string().nullable(),
  }),
)

/** What was last said in a chat; empty when that is long ago, and for exchanges of an older form. */
export async function readConversation(db: Db, chatId: number, now: Temporal.Instant): Promise<Conversation> {
  const { rows } = await db.query<{ exchanges: unknown }>(
    'select exchanges from conversation where chat_id = $1::bigint and changed_at > $2::timestamptz',
    [chatId, now.subtract(OVER_AFTER).toString()],
  )
  return exchanges.safeParse(rows[0]?.exchanges).data ?? []
}

export async function keepConversation(
  db: Db,
  chatId: number,
  conversation: Conversation,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into conversation (chat_id, exchanges, changed_at) values ($1::bigint, $2::jsonb, $3::timestamptz)
     on conflict (chat_id) do update set exchanges = excluded.exchanges, changed_at = excluded.changed_at`,
    [chatId, toJsonb(conversation), now.toString()],
  )
}

/** A group has another number now; what was said under that already stays. */
export async function moveConversation(db: Db, from: number, to: number): Promise<void> {
  await db.query(
    `update conversation set chat_id = $2::bigint
     where chat_id = $1::bigint and not exists (select from conversation where chat_id = $2::bigint)`,
    [from, to],
  )
  await endConversation(db, from)
}

export async function endConversation(db: Db, chatId: number): Promise<void> {
  await db.query('delete from conversation where chat_id = $1::bigint', [chatId])
}

/** Forgets conversations in which nothing was said since `before`. Returns how many. */
export async function deleteConversations(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from conversation where changed_at < $1::timestamptz', [
    before.toString(),
  ])
  return rowCount ?? 0
}

export function countConversations(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(changed_at) as oldest from conversation')
}

import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { RichUse } from '../message/form.ts'

/** How rich messages stand in a chat: it never got one, got some, or asked for plainer ones. */
export type ChatForm = 'new' | 'rich' | 'plain'

export async function readChatForm(db: Db, chatId: number): Promise<ChatForm> {
  const { rows } = await db.query<{ plain: boolean }>('select plain from chat_form where chat_id = $1::bigint', [
    chatId,
  ])
  if (rows.length === 0) return 'new'
  return rows[0]!.plain ? 'plain' : 'rich'
}

/** Whether a chat is shown rich messages while they are written; `undefined`: none is, since few of them end as one. */
export function richDrafts(db: Db, use: RichUse): ((chatId: number) => Promise<boolean>) | undefined {
  return use === 'on' ? async (chatId) => (await readChatForm(db, chatId)) !== 'plain' : undefined
}

/** A chat has got its first rich message. What it asked for meanwhile stays. */
export async function noteRich(db: Db, chatId: number, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into chat_form (chat_id, plain, changed_at) values ($1::bigint, false, $2::timestamptz)
     on conflict (chat_id) do nothing`,
    [chatId, now.toString()],
  )
}

export async function chooseChatForm(db: Db, chatId: number, plain: boolean, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into chat_form (chat_id, plain, changed_at) values ($1::bigint, $2::boolean, $3::timestamptz)
     on conflict (chat_id) do update set plain = excluded.plain, changed_at = excluded.changed_at`,
    [chatId, plain, now.toString()],
  )
}

export function countChatForms(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(changed_at) as oldest from chat_form')
}

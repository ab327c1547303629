import type { MiddlewareFn } from 'grammy'
import { batched } from '../../platform/database/batch.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb, toPlainArray } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { ChatContext, Dialogue } from '../context.ts'

// A dialogue is a row that changes in the transaction of `turn.finish`, so that each answer counts once and a restart keeps
// everything; grammY's conversations keep their state outside of it and replay their code on every message.

/** Finds what the chat is in the middle of: of several kinds left open, the one that changed last. */
export function loadDialogue(db: Db): MiddlewareFn<ChatContext> {
  const latest = batched(async (chatIds: number[]) => {
    const found = await latestDialogues(db, chatIds)
    return chatIds.map((chatId) => found.get(chatId) ?? null)
  })
  return async (ctx, next) => {
    ctx.dialogue = await latest(ctx.turn.chatId)
    await next()
  }
}

async function latestDialogues(db: Db, chatIds: readonly number[]): Promise<Map<number, Dialogue>> {
  const { rows } = await db.query<Dialogue & { chat_id: number }>(
    `select distinct on (chat_id) chat_id, kind, data from dialogue
     where chat_id = any ($1::bigint[]) order by chat_id, changed_at desc, kind`,
    [toPlainArray(chatIds)],
  )
  return new Map(rows.map(({ chat_id, kind, data }) => [chat_id, { kind, data }]))
}

/** A dialogue of this kind in the chat, open or left for another; `null` when there is none. */
export async function readDialogue(db: Db, chatId: number, kind: string): Promise<Dialogue | null> {
  const { rows } = await db.query<Dialogue>(
    'select kind, data from dialogue where chat_id = $1::bigint and kind = $2::text',
    [chatId, kind],
  )
  return rows[0] ?? null
}

/** Begins a dialogue or keeps its next state; it becomes the one that is open. */
export async function keepDialogue(db: Db, chatId: number, dialogue: Dialogue, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into dialogue (chat_id, kind, data, changed_at) values ($1::bigint, $2::text, $3::jsonb, $4::timestamptz)
     on conflict (chat_id, kind) do update set data = excluded.data, changed_at = excluded.changed_at`,
    [chatId, dialogue.kind, toJsonb(dialogue.data), now.toString()],
  )
}

export async function endDialogue(db: Db, chatId: number, kind: string): Promise<void> {
  await db.query('delete from dialogue where chat_id = $1::bigint and kind = $2::text', [chatId, kind])
}

/** Ends whatever a chat is in the middle of. Returns how many dialogues that were. */
export async function endDialogues(db: Db, chatId: number): Promise<number> {
  const { rowCount } = await db.query('delete from dialogue where chat_id = $1::bigint', [chatId])
  return rowCount ?? 0
}

/** Forgets dialogues untouched since before `before`. Returns how many. */
export async function deleteDialogues(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from dialogue where changed_at < $1::timestamptz', [before.toString()])
  return rowCount ?? 0
}

/** How many dialogues are open or left. */
export function countDialogues(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(changed_at) as oldest from dialogue')
}

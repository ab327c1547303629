import type { MiddlewareFn } from 'grammy'
import { batched } from '../../platform/database/batch.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb, toJsonbArray, toPlainArray } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { ChatContext, Dialogue } from '../context.ts'
import { type Asked, askedForm, type OpenDialogue } from './asked.ts'

// A dialogue is a row that changes in the transaction of `turn.finish`, so that each answer counts once and a restart keeps
// everything; grammY's conversations keep their state outside of it and replay their code on every message.

/** Finds what the chat is in the middle of; of several kinds left open, that which changed last comes first. */
export function loadDialogue(db: Db): MiddlewareFn<ChatContext> {
  const left = batched(async (chatIds: number[]) => {
    const found = Map.groupBy(await openDialogues(db, chatIds), ({ chatId }) => chatId)
    return chatIds.map((chatId) => found.get(chatId) ?? [])
  })
  return async (ctx, next) => {
    ctx.dialogues = await left(ctx.turn.chatId)
    ctx.dialogue = ctx.dialogues[0] ?? null
    await next()
  }
}

async function openDialogues(db: Db, chatIds: readonly number[]): Promise<(OpenDialogue & { chatId: number })[]> {
  const { rows } = await db.query<Omit<OpenDialogue, 'asked'> & { chat_id: number; asked: unknown }>(
    `select chat_id, kind, data, answers, asked,
       (select coalesce(jsonb_agg(message_id), '[]') from outbox
        where key = any (array(select jsonb_array_elements_text(dialogue.asked -> 'keys'))) and message_id is not null) as shown
     from dialogue where chat_id = any ($1::bigint[]) order by changed_at desc, kind`,
    [toPlainArray(chatIds)],
  )
  return rows.map(({ chat_id: chatId, asked, ...rest }) => ({
    chatId,
    ...rest,
    asked: askedForm.safeParse(asked).data ?? null,
  }))
}

/** A dialogue of this kind in the chat, open or left for another; `null` when there is none. */
export async function readDialogue(db: Db, chatId: number, kind: string): Promise<Dialogue | null> {
  const { rows } = await db.query<Dialogue>(
    'select kind, data from dialogue where chat_id = $1::bigint and kind = $2::text',
    [chatId, kind],
  )
  return rows[0] ?? null
}

/** Begins a dialogue anew, whatever was entered in it before; it becomes the one that is open. */
export async function beginDialogue(db: Db, chatId: number, dialogue: Dialogue, now: Temporal.Instant): Promise<void> {
  await endDialogue(db, chatId, dialogue.kind)
  await keepDialogue(db, chatId, dialogue, now)
}

/** Begins a dialogue or keeps its next state, which counts as an answer if it is another; it becomes the one that is open. */
export async function keepDialogue(db: Db, chatId: number, dialogue: Dialogue, now: Temporal.Instant): Promise<void> {
  await db.query(
    `insert into dialogue (chat_id, kind, data, changed_at) values ($1::bigint, $2::text, $3::jsonb, $4::timestamptz)
     on conflict (chat_id, kind) do update set data = excluded.data, changed_at = excluded.changed_at,
       answers = least(dialogue.answers + (dialogue.data <> excluded.data)::int, 1000)`,
    [chatId, dialogue.kind, toJsonb(dialogue.data), now.toString()],
  )
}

/** Notes where the last questions of dialogues stand; of one that has ended nothing is noted. */
export async function noteAsked(db: Db, chatId: number, asked: ReadonlyMap<string, Asked>): Promise<void> {
  await db.query(
    `update dialogue set asked = new.asked
     from rows from (unnest($2::text[]), jsonb_array_elements($3::jsonb)) as new (kind, asked)
     where chat_id = $1::bigint and dialogue.kind = new.kind`,
    [chatId, [...asked.keys()], toJsonbArray([...asked.values()].map(toJsonb))],
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

import type { Db } from '../platform/database/database.ts'

/**
 * What is still kept of a chat's traffic and dialogues, as stored; of files we made only the names, since one of them may
 * be the last such list.
 */
export async function readChat(db: Db, chatId: number): Promise<Record<string, unknown[]>> {
  const received = await db.query(
    'select received_at, payload from inbox where chat_id = $1::bigint order by update_id',
    [chatId],
  )
  const sent = await db.query(
    `select queued_at, state, payload #- '{file,base64}' as payload from outbox where chat_id = $1::bigint order by id`,
    [chatId],
  )
  const dialogues = await db.query('select kind, data, changed_at from dialogue where chat_id = $1::bigint', [chatId])
  const form = await db.query('select plain, changed_at from chat_form where chat_id = $1::bigint', [chatId])
  return { received: received.rows, sent: sent.rows, dialogues: dialogues.rows, form: form.rows }
}

/**
 * Empties what is kept of a chat: its dialogues, what it said and what it was told. The ids of its updates stay, since
 * Telegram may repeat one; a message on its way goes when the sender is done with it. Updates that failed elsewhere, and in
 * which whoever has this private chat stands by their number, are emptied too.
 */
export async function forgetChat(db: Db, chatId: number): Promise<void> {
  await db.query('delete from dialogue where chat_id = $1::bigint', [chatId])
  await db.query('delete from chat_form where chat_id = $1::bigint', [chatId])
  await db.query('update outbox set forget = true where chat_id = $1::bigint', [chatId])
  await db.query(`delete from outbox where chat_id = $1::bigint and state <> 'sending'`, [chatId])
  await db.query(
    `update inbox set payload = '{}'::jsonb, chat_id = 0 where chat_id = $1::bigint and done_at is not null`,
    [chatId],
  )
  await db.query(
    `update inbox set payload = '{}'::jsonb
     where done_at is not null and payload <> '{}'
       and jsonb_path_exists(payload, '$.**.id ? (@ == $id)', jsonb_build_object('id', $1::bigint))`,
    [chatId],
  )
}

/** A group has another number now: what waits there, to be handled or to be sent, and what it was asked, goes with it. */
export async function moveChat(db: Db, from: number, to: number): Promise<void> {
  const params = [from, to]
  await db.query('update inbox set chat_id = $2::bigint where chat_id = $1::bigint and done_at is null', params)
  await db.query('update outbox set chat_id = $2::bigint where chat_id = $1::bigint and finished_at is null', params)
  await db.query(
    `update dialogue as moving set chat_id = $2::bigint
     where chat_id = $1::bigint
       and not exists (select from dialogue as there where there.chat_id = $2::bigint and there.kind = moving.kind)`,
    params,
  )
  await db.query('delete from dialogue where chat_id = $1::bigint', [from])
  await db.query(
    `update chat_form set chat_id = $2::bigint
     where chat_id = $1::bigint and not exists (select from chat_form where chat_id = $2::bigint)`,
    params,
  )
  await db.query('delete from chat_form where chat_id = $1::bigint', [from])
}

/** Private chats in which nothing is under way, and of which something is kept. */
export async function privateChats(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ chat_id: number }>(
    `(select chat_id from inbox where chat_id > 0
      union select chat_id from outbox where chat_id > 0
      union select chat_id from dialogue where chat_id > 0
      union select chat_id from chat_form where chat_id > 0)
     except (select chat_id from inbox where done_at is null
             union all select chat_id from outbox where finished_at is null)`,
  )
  return rows.map((row) => row.chat_id)
}

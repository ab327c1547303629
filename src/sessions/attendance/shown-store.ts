import type { Locale } from '../../language/locale.ts'
import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Day } from './code.ts'

/** A chat in which the code of a day is shown until a moment. */
export type Shown = Day & { chatId: number; locale: Locale; messageKey: string; until: Temporal.Instant }

/** Begins to show a code in a chat, in place of one that was shown there before. */
export async function keepShown(db: Db, shown: Shown, step: number): Promise<void> {
  await db.query(
    `insert into attendance_shown (chat_id, session_id, held_on, locale, message_key, step, until)
     values ($1::bigint, $2::int, $3::date, $4::text, $5::text, $6::bigint, $7::timestamptz)
     on conflict (chat_id) do update
     set session_id = excluded.session_id, held_on = excluded.held_on, locale = excluded.locale,
         message_key = excluded.message_key, step = excluded.step, until = excluded.until`,
    [shown.chatId, shown.sessionId, shown.on.toString(), shown.locale, shown.messageKey, step, shown.until.toString()],
  )
}

/** Takes the pictures that are to change in this half minute: each is taken once, by one process. */
export async function claimShown(db: Db, step: number): Promise<Shown[]> {
  const { rows } = await db.query<{
    chat_id: number
    session_id: number
    held_on: string
    locale: Locale
    message_key: string
    until: string
  }>(
    `update attendance_shown set step = $1::bigint where step < $1::bigint
     returning chat_id, session_id, held_on::text, locale, message_key, until::text`,
    [step],
  )
  return rows.map((row) => ({
    chatId: row.chat_id,
    sessionId: row.session_id,
    on: Temporal.PlainDate.from(row.held_on),
    locale: row.locale,
    messageKey: row.message_key,
    until: Temporal.Instant.from(row.until),
  }))
}

/** Shows nothing in a chat any more. */
export async function endShown(db: Db, chatId: number): Promise<void> {
  await db.query('delete from attendance_shown where chat_id = $1::bigint', [chatId])
}

export function deleteShown(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from attendance_shown where until < $1::timestamptz', before)
}

export function countShown(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(until) as oldest from attendance_shown')
}

import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import { type Outgoing, type Payload, queue } from './outbox.ts'

/** The key of the message that tells of a reply that may not have arrived, or not wholly. */
const NOTICE = 'about:'

/** Tells of a row, once; not of what itself tells of one. Returns whether it is new. */
export async function queueAbout(db: Db, id: number, message: Outgoing, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await db.query<{ key: string; thread: number | null }>(
    `select key, (payload ->> 'thread')::bigint as thread from outbox where id = $1::bigint`,
    [id],
  )
  const [about] = rows
  if (about?.key.startsWith(NOTICE)) return false
  const placed = about?.thread ? { ...message, thread: about.thread } : message
  return (await queue(db, placed, { key: `${NOTICE}${id}`, lane: 'reply', now })) > 0
}

/** Whether what a row said whose fate is unknown is kept to be shown again. */
export async function isUnknownKept(db: Db, id: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from outbox where id = $1::bigint and state = 'unknown' and payload <> '{}'`,
    [id],
  )
  return (rowCount ?? 0) > 0
}

/**
 * What a reply said whose fate is unknown, to be said once more: whoever asks for it takes it, and it is kept no longer. `null`
 * when it is not kept (any more).
 */
export async function takeUnknown(db: Db, id: number, chatId: number): Promise<Payload | null> {
  const { rows } = await db.query<{ payload: Payload }>(
    `update outbox set payload = '{}'::jsonb
     from (
       select id, payload from outbox
       where id = $1::bigint and chat_id = $2::bigint and state = 'unknown' and payload <> '{}' for update
     ) as kept
     where outbox.id = kept.id
     returning kept.payload`,
    [id, chatId],
  )
  return rows[0]?.payload ?? null
}

/** Forgets what replies said whose fate is unknown since before `before`. Returns how many. */
export async function forgetUnknown(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set payload = '{}'::jsonb
     where finished_at < $1::timestamptz and state = 'unknown' and payload <> '{}'`,
    [before.toString()],
  )
  return rowCount ?? 0
}

/** How many replies are kept whose fate is unknown. */
export function countUnknown(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(finished_at) as oldest from outbox where state = 'unknown' and payload <> '{}'`,
  )
}

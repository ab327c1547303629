import { chatsOf } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { countHeld, type Held } from '../platform/database/retention.ts'
import { type Counts, type FailureReason, failureOf, type Recipient } from './rules.ts'

/** Notes whom a broadcast is for; who is noted already stays so. Returns how many are new. */
export async function addRecipients(db: Db, broadcastId: number, people: readonly Recipient[]): Promise<number> {
  const { rowCount } = await db.query(
    `insert into broadcast_recipient (broadcast_id, person_id, audience)
     select $1::int, person_id, audience from unnest($2::bigint[], $3::smallint[]) as new (person_id, audience)
     on conflict do nothing`,
    [broadcastId, people.map(({ personId }) => personId), people.map(({ audience }) => audience)],
  )
  return rowCount ?? 0
}

/** Takes up to `limit` people who still wait, as queued. For whoever holds the lock of the broadcast. */
export async function takeWaiting(
  db: Db,
  broadcastId: number,
  limit: number,
): Promise<(Recipient & { chatId: number | null })[]> {
  const { rows } = await db.query<{ person_id: number; audience: number }>(
    `update broadcast_recipient as taken
     set state = 'queued', version = (select version from broadcast where id = $1::int)
     from (
       select person_id from broadcast_recipient
       where broadcast_id = $1::int and state = 'waiting'
       order by person_id
       limit $2::int
     ) as next
     where taken.broadcast_id = $1::int and taken.person_id = next.person_id
     returning taken.person_id, taken.audience`,
    [broadcastId, limit],
  )
  const chats = await chatsOf(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map(({ person_id, audience }) => ({
    personId: person_id,
    audience,
    chatId: chats.get(person_id) ?? null,
  }))
}

/** The people whose message is in the outbox, sent or not. */
export async function queuedPeople(db: Db, broadcastId: number): Promise<number[]> {
  const { rows } = await db.query<{ person_id: number }>(
    `select person_id from broadcast_recipient where broadcast_id = $1::int and state = 'queued'`,
    [broadcastId],
  )
  return rows.map((row) => row.person_id)
}

/** What became of somebody's message; «waiting»: it was taken out of the outbox again. */
export type Fate = {
  personId: number
  state: 'waiting' | 'sent' | 'failed' | 'unknown' | 'dropped'
  reason: string | null
  messageId?: number | null
}

export async function markFates(db: Db, broadcastId: number, fates: readonly Fate[]): Promise<void> {
  if (fates.length === 0) return
  await db.query(
    `update broadcast_recipient as recipient
     set state = fate.state, reason = fate.reason, message_id = fate.message_id
     from unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[]) as fate (person_id, state, reason, message_id)
     where recipient.broadcast_id = $1::int and recipient.person_id = fate.person_id`,
    [
      broadcastId,
      fates.map((fate) => fate.personId),
      fates.map((fate) => fate.state),
      fates.map((fate) => fate.reason),
      fates.map((fate) => fate.messageId ?? null),
    ],
  )
}

/** How many are where. */
export async function countRecipients(db: Db, broadcastId: number): Promise<Counts> {
  const { rows } = await db.query<{ state: string; reason: string | null; count: number }>(
    `select state, case when state = 'failed' then reason end as reason, count(*) as count
     from broadcast_recipient where broadcast_id = $1::int
     group by 1, 2`,
    [broadcastId],
  )
  const counts: Counts = { waiting: 0, sent: 0, unknown: 0, failed: [] }
  const failed = new Map<FailureReason, number>()
  for (const { state, reason, count } of rows) {
    if (state === 'waiting' || state === 'queued') counts.waiting += count
    else if (state === 'sent' || state === 'unknown') counts[state] += count
    else failed.set(failureOf(state, reason), (failed.get(failureOf(state, reason)) ?? 0) + count)
  }
  counts.failed = [...failed].map(([reason, count]) => ({ reason, count }))
  return counts
}

/**
 * People whom a broadcast did not reach, nor any that repeats its words for those it missed; those who may have it, or
 * are about to get it, are not among them.
 */
export async function missedPeople(db: Db, broadcastId: number): Promise<number[]> {
  const { rows } = await db.query<{ person_id: number }>(
    `with family as (
       select id, state from broadcast
       where coalesce(first_id, id) = (select coalesce(first_id, id) from broadcast where id = $1::int)
     )
     select person_id from broadcast_recipient as missed
     where broadcast_id = $1::int and state in ('waiting', 'failed', 'dropped') and not exists (
       select from broadcast_recipient as reached join family on family.id = reached.broadcast_id
       where reached.person_id = missed.person_id
         and (reached.state in ('queued', 'sent', 'unknown')
           or (reached.state = 'waiting' and family.state in ('running', 'paused')))
     )
     order by person_id`,
    [broadcastId],
  )
  return rows.map((row) => row.person_id)
}

/** Whether a broadcast reached a person, as far as we know; what has just left is still «queued». */
export async function mayHave(db: Db, broadcastId: number, personId: number): Promise<boolean> {
  const { rows } = await db.query(
    `select from broadcast_recipient
     where broadcast_id = $1::int and person_id = $2::bigint and state in ('queued', 'sent', 'unknown')`,
    [broadcastId, personId],
  )
  return rows.length > 0
}

/** Which broadcasts were for a person, and whether they got them. */
export async function broadcastsTo(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select broadcast.id as broadcast, broadcast.send_at, broadcast_recipient.state
     from broadcast_recipient join broadcast on broadcast.id = broadcast_id
     where person_id = $1::bigint order by broadcast.id`,
    [personId],
  )
  return rows
}

/** Forgets who got the broadcasts that were over before `before`; their results stay. Returns how many rows. */
export async function deleteRecipients(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `delete from broadcast_recipient using broadcast
     where broadcast.id = broadcast_id and finished_at < $1::timestamptz`,
    [before.toString()],
  )
  return rowCount ?? 0
}

export function countAllRecipients(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(made_at) as oldest
     from broadcast_recipient join broadcast on broadcast.id = broadcast_id`,
  )
}

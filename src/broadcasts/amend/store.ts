import { chatsOf } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { type BroadcastContent, failureOf } from '../rules.ts'
import { type Change, type ChangeCounts, type ChangeKind, NOTHING_CHANGED } from './rules.ts'

/** Notes a change of a broadcast that is locked, in place of one still under way. `content` are its words from now on. */
export async function insertChange(
  db: Db,
  change: { broadcastId: number; kind: ChangeKind; authorId: number; content?: BroadcastContent },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `with changed as (
       update broadcast set version = version + 1, content = coalesce($4::jsonb, content)
       where id = $1::int returning id, version
     )
     insert into broadcast_change (broadcast_id, version, kind, author_id, made_at)
     select id, version, $2::text, $3::bigint, $5::timestamptz from changed`,
    [change.broadcastId, change.kind, change.authorId, change.content ? toJsonb(change.content) : null, now.toString()],
  )
}

/** The latest change of a broadcast; `null` while it is as it was ordered. */
export async function readChange(db: Db, broadcastId: number): Promise<Change | null> {
  const { rows } = await db.query<{
    version: number
    kind: ChangeKind
    author_id: number | null
    result: ChangeCounts | null
  }>(
    `select version, kind, author_id, result from broadcast_change
     where broadcast_id = $1::int order by version desc limit 1`,
    [broadcastId],
  )
  const [row] = rows
  return row ? { version: row.version, kind: row.kind, authorId: row.author_id, result: row.result } : null
}

export async function keepChangeResult(
  db: Db,
  broadcastId: number,
  version: number,
  result: ChangeCounts,
): Promise<void> {
  await db.query(
    'update broadcast_change set result = $3::jsonb where broadcast_id = $1::int and version = $2::smallint',
    [broadcastId, version, toJsonb(result)],
  )
}

/** A copy that is to be changed; `chatId` is `null` where the person erased their data. */
export type Copy = { personId: number; audience: number; messageId: number; chatId: number | null }

/** Takes up to `limit` copies of earlier versions, as queued. For whoever holds the lock of the broadcast. */
export async function takeCopies(db: Db, broadcastId: number, version: number, limit: number): Promise<Copy[]> {
  const { rows } = await db.query<{ person_id: number; audience: number; message_id: number }>(
    `update broadcast_recipient as taken
     set version = $2::smallint, change = 'queued', change_reason = null
     from (
       select person_id from broadcast_recipient
       where broadcast_id = $1::int and state = 'sent' and message_id is not null and version < $2::smallint
         and change is distinct from 'queued'
       order by person_id
       limit $3::int
     ) as next
     where taken.broadcast_id = $1::int and taken.person_id = next.person_id
     returning taken.person_id, taken.audience, taken.message_id`,
    [broadcastId, version, limit],
  )
  const chats = await chatsOf(
    db,
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    audience: row.audience,
    messageId: row.message_id,
    chatId: chats.get(row.person_id) ?? null,
  }))
}

/** The copies whose change is in the outbox, done or not, each with the version it gets. */
export async function queuedCopies(db: Db, broadcastId: number): Promise<{ personId: number; version: number }[]> {
  const { rows } = await db.query<{ person_id: number; version: number }>(
    `select person_id, version from broadcast_recipient where broadcast_id = $1::int and change = 'queued'`,
    [broadcastId],
  )
  return rows.map((row) => ({ personId: row.person_id, version: row.version }))
}

/** What became of changing somebody's copy; `null`: nothing, since a later change came before it left. */
export type CopyFate = { personId: number; change: 'done' | 'replaced' | 'failed' | null; reason: string | null }

export async function markCopies(db: Db, broadcastId: number, fates: readonly CopyFate[]): Promise<void> {
  if (fates.length === 0) return
  await db.query(
    `update broadcast_recipient as recipient
     set change = fate.change, change_reason = fate.reason
     from unnest($2::bigint[], $3::text[], $4::text[]) as fate (person_id, change, reason)
     where recipient.broadcast_id = $1::int and recipient.person_id = fate.person_id`,
    [
      broadcastId,
      fates.map(({ personId }) => personId),
      fates.map(({ change }) => change),
      fates.map(({ reason }) => reason),
    ],
  )
}

/** How many copies are where with a change. Who gets a first copy in the new words is not among them, unless it may be an old one. */
export async function countCopies(db: Db, broadcastId: number, version: number): Promise<ChangeCounts> {
  const { rows } = await db.query<{ place: string; reason: string | null; count: number }>(
    `select case
         when state = 'unknown' or (state = 'sent' and message_id is null) then 'unknown'
         when change = 'queued' or version < $2::smallint then 'left'
         else change
       end as place, case when change = 'failed' then change_reason end as reason, count(*) as count
     from broadcast_recipient
     where broadcast_id = $1::int and (state in ('sent', 'unknown') or (state = 'queued' and version < $2::smallint))
     group by 1, 2`,
    [broadcastId, version],
  )
  const counts = { ...NOTHING_CHANGED }
  for (const { place, reason, count } of rows) {
    if (place === 'failed') counts[failureOf('failed', reason) === 'blocked' ? 'blocked' : 'refused'] += count
    else if (place === 'left' || place === 'done' || place === 'replaced' || place === 'unknown') counts[place] += count
  }
  return counts
}

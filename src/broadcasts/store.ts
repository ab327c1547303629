import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'
import {
  type Audience,
  type Broadcast,
  type BroadcastContent,
  type BroadcastState,
  type Counts,
  type HaltReason,
  repeatedBy,
} from './rules.ts'

/** What staff wrote to many. */
export const BROADCAST_WORDS: Words = { table: 'broadcast', text: ['progress_shown'], json: ['audiences', 'content'] }

type BroadcastRow = {
  id: number
  author_id: number | null
  state: BroadcastState
  audiences: Audience[]
  content: BroadcastContent
  insists: boolean
  made_at: Date
  send_at: Date
  started_at: Date | null
  finished_at: Date | null
  progress_shown_at: Date | null
  progress_shown: string | null
  progress_number: number
  version: number
  result: Counts | null
  reason: HaltReason | null
}

const COLUMNS =
  'id, author_id, state, audiences, content, insists, made_at, send_at, started_at, finished_at, ' +
  'progress_shown_at, progress_shown, progress_number, version, result, reason'

function broadcastOf(row: BroadcastRow): Broadcast {
  return {
    id: row.id,
    authorId: row.author_id,
    state: row.state,
    audiences: row.audiences,
    content: row.content,
    insists: row.insists,
    madeAt: instantOf(row.made_at),
    sendAt: instantOf(row.send_at),
    startedAt: row.started_at && instantOf(row.started_at),
    finishedAt: row.finished_at && instantOf(row.finished_at),
    progressShownAt: row.progress_shown_at && instantOf(row.progress_shown_at),
    progressShown: row.progress_shown,
    progressNumber: row.progress_number,
    version: row.version,
    result: row.result,
    reason: row.reason,
  }
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

/** Keeps a broadcast that is due at `sendAt`. Returns its id. */
export async function insertBroadcast(
  db: Db,
  broadcast: Pick<Broadcast, 'audiences' | 'content' | 'insists' | 'sendAt'> & { authorId: number },
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into broadcast (author_id, state, audiences, content, insists, made_at, send_at, first_id)
     values ($1::bigint, 'scheduled', $2::jsonb, $3::jsonb, $4::boolean, $5::timestamptz, $6::timestamptz,
       (select coalesce(first_id, id) from broadcast where id = $7::int))
     returning id`,
    [
      broadcast.authorId,
      toJsonb(broadcast.audiences),
      toJsonb(broadcast.content),
      broadcast.insists,
      now.toString(),
      broadcast.sendAt.toString(),
      repeatedBy(broadcast.audiences),
    ],
  )
  return rows[0]!.id
}

export async function readBroadcast(db: Db, id: number): Promise<Broadcast | null> {
  const { rows } = await db.query<BroadcastRow>(`select ${COLUMNS} from broadcast where id = $1::int`, [id])
  return rows[0] ? broadcastOf(rows[0]) : null
}

/** A broadcast, locked until the transaction ends. */
export async function lockBroadcast(db: Db, id: number): Promise<Broadcast | null> {
  const { rows } = await db.query<BroadcastRow>(`select ${COLUMNS} from broadcast where id = $1::int for update`, [id])
  return rows[0] ? broadcastOf(rows[0]) : null
}

/** The same, unless another process has it just now. */
export async function lockFreeBroadcast(db: Db, id: number): Promise<Broadcast | null> {
  const { rows } = await db.query<BroadcastRow>(
    `select ${COLUMNS} from broadcast where id = $1::int for update skip locked`,
    [id],
  )
  return rows[0] ? broadcastOf(rows[0]) : null
}

/** Broadcasts that have something to do now: due, running, changed, or ended with something still to be noted. */
export async function activeBroadcasts(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from broadcast
     where state = 'running' or (state = 'scheduled' and send_at <= $1::timestamptz)
        or (state in ('finished', 'cancelled') and result is null)
        or (state = 'paused' and progress_shown_at is null)
     union
     select broadcast_id from broadcast_recipient where state = 'queued'
     union
     select broadcast_id from broadcast_change join broadcast on broadcast.id = broadcast_id
     where broadcast_change.result is null and broadcast_change.version = broadcast.version and broadcast.state <> 'scheduled'
     order by id`,
    [now.toString()],
  )
  return rows.map((row) => row.id)
}

/** The newest broadcasts, at most `limit`. */
export async function listBroadcasts(db: Db, limit: number): Promise<Broadcast[]> {
  const { rows } = await db.query<BroadcastRow>(`select ${COLUMNS} from broadcast order by id desc limit $1::int`, [
    limit,
  ])
  return rows.map(broadcastOf)
}

/** Its author is shown the new state at the next opportunity. `reason` is set when it happened by itself. */
export async function markState(
  db: Db,
  id: number,
  state: BroadcastState,
  now: Temporal.Instant,
  reason: HaltReason | null = null,
): Promise<void> {
  await db.query(
    `update broadcast
     set state = $2::text,
         finished_at = case when $2::text in ('finished', 'cancelled') then $3::timestamptz end,
         reason = coalesce($4::text, reason),
         progress_shown_at = null
     where id = $1::int`,
    [id, state, now.toString(), reason],
  )
}

/** Its recipients are known from now on. */
export async function markStarted(db: Db, id: number, now: Temporal.Instant): Promise<void> {
  await db.query('update broadcast set started_at = $2::timestamptz where id = $1::int', [id, now.toString()])
}

export async function keepResult(db: Db, id: number, result: Counts): Promise<void> {
  await db.query('update broadcast set result = $2::jsonb where id = $1::int', [id, toJsonb(result)])
}

export async function markProgressShown(db: Db, id: number, shown: string, now: Temporal.Instant): Promise<void> {
  await db.query(
    `update broadcast
     set progress_shown_at = $2::timestamptz, progress_shown = $3::text, progress_number = progress_number + 1
     where id = $1::int`,
    [id, now.toString(), shown],
  )
}

/** Forgets broadcasts that were over before `before`. Returns how many. */
export function deleteBroadcasts(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from broadcast
     where state in ('finished', 'cancelled') and result is not null and coalesce(finished_at, send_at) < $1::timestamptz`,
    before,
  )
}

export function countBroadcasts(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(made_at) as oldest from broadcast')
}

import type { Db } from '../platform/database.ts'
import { countHeld, type Held } from '../platform/retention.ts'
import type { Deferred, Lane, Payload } from './outbox.ts'
import type { Outcome } from './send.ts'

/** A row on its way. `attempts` counts this one; `request` is what it was queued for, if that is known. */
export type Row = {
  id: number
  chatId: number
  lane: Lane
  payload: Payload | Deferred
  attempts: number
  queuedAt: Temporal.Instant
  request: string | null
}

/**
 * Marks the oldest waiting row of a lane as «sending» and returns it; rows behind another of the same chat wait for it,
 * and the chats in `resting` are passed over. A row last tried in the future was put off before the clock was set back. For the one process that has the right to send, which may call it several times at once.
 */
export async function claimRow(db: Db, lane: Lane, resting: number[], now: Temporal.Instant): Promise<Row | undefined> {
  const { rows } = await db.query<{
    id: number
    chat_id: number
    payload: Row['payload']
    attempts: number
    queued_at: Date
    request: string | null
  }>(
    `with next as (
       select id
       from outbox as first
       where state = 'waiting' and lane = $1::text and chat_id <> all ($3::bigint[])
         and (
           not_before is null or not_before <= $2::timestamptz
           or sending_since > $2::timestamptz + interval '1 minute'
         )
         and not exists (
           select from outbox as earlier
           where earlier.chat_id = first.chat_id
             and ((earlier.state = 'waiting' and earlier.lane = first.lane and earlier.id < first.id) or earlier.state = 'sending')
         )
       order by id
       limit 1
       for update skip locked
     )
     update outbox
     set state = 'sending', sending_since = $2::timestamptz, attempts = attempts + 1
     from next
     where outbox.id = next.id
     returning outbox.id, outbox.chat_id, outbox.payload, outbox.attempts, outbox.queued_at, outbox.request`,
    [lane, now.toString(), resting],
  )
  const row = rows[0]
  return (
    row && {
      id: row.id,
      chatId: row.chat_id,
      lane,
      payload: row.payload,
      attempts: row.attempts,
      queuedAt: Temporal.Instant.fromEpochMilliseconds(row.queued_at.getTime()),
      request: row.request,
    }
  )
}

/** How long a row that could not be sent waits before its next attempt: doubling, at most a minute. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(60, 2 ** Math.min(attempts, 6) / 2)
}

/** Writes down how sending a row ended. */
export async function markOutcome(db: Db, row: Row, outcome: Outcome, now: Temporal.Instant): Promise<void> {
  switch (outcome.kind) {
    case 'later':
      await db.query(
        `update outbox set state = 'waiting', not_before = $2::timestamptz, failure = $3::text where id = $1::bigint`,
        [
          row.id,
          now.add({ milliseconds: (outcome.waitSeconds ?? retryDelaySeconds(row.attempts)) * 1000 }).toString(),
          outcome.reason,
        ],
      )
      return
    case 'sent':
      await finish(db, row, 'sent', now, outcome.messageId, null)
      return
    case 'refused':
      await finish(db, row, 'failed', now, null, outcome.reason)
      return
    case 'unknown':
      await finish(db, row, 'unknown', now, null, outcome.reason)
      return
    case 'dropped':
      await finish(db, row, 'dropped', now, null, outcome.reason)
  }
}

async function finish(
  db: Db,
  row: Row,
  state: string,
  now: Temporal.Instant,
  messageId: number | null,
  failure: string | null,
): Promise<void> {
  await db.query(
    `update outbox set state = $2::text, finished_at = $3::timestamptz, message_id = $4::bigint, failure = $5::text where id = $1::bigint`,
    [row.id, state, now.toString(), messageId, failure],
  )
}

/** Rows that a dead sender left «sending» and that only change a message wait again: what was changed stays as it is. */
export async function resumeChanges(db: Db): Promise<void> {
  await db.query(
    `update outbox set state = 'waiting', sending_since = null where state = 'sending' and payload -> 'edits' is not null`,
    [],
  )
}

/** Other rows that a dead sender left «sending» become «unknown». Returns how many. */
export async function giveUpInterrupted(db: Db, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set state = 'unknown', finished_at = $1::timestamptz, failure = 'the process died while sending'
     where state = 'sending'`,
    [now.toString()],
  )
  return rowCount ?? 0
}

/** Nobody sends from `since` to `until`: Telegram asked so. */
export type Pause = { since: Temporal.Instant; until: Temporal.Instant }

/** What two processes' clocks may differ by. */
const SKEW = Temporal.Duration.from({ minutes: 1 })

/** How long nobody may send any more, in ms; 0 when that is over, or when the clock was set back behind its begin. */
export function pauseLeftMs({ since, until }: Pause, now: Temporal.Instant): number {
  return Temporal.Instant.compare(now.add(SKEW), since) < 0
    ? 0
    : Math.max(0, until.epochMilliseconds - now.epochMilliseconds)
}

export async function readPause(db: Db): Promise<Pause | null> {
  const { rows } = await db.query<{ since: string; until: string }>(
    'select since::text, until::text from send_pause',
    [],
  )
  return rows[0] ? { since: Temporal.Instant.from(rows[0].since), until: Temporal.Instant.from(rows[0].until) } : null
}

/** Keeps a pause over restarts, in place of the one before. */
export async function keepPause(db: Db, { since, until }: Pause): Promise<void> {
  await db.query(
    `insert into send_pause (since, until) values ($1::timestamptz, $2::timestamptz)
     on conflict (only_one) do update set since = excluded.since, until = excluded.until`,
    [since.toString(), until.toString()],
  )
}

/** How many messages of each lane are still to be sent, and how many seconds the oldest of them has waited. */
export async function readWaiting(
  db: Db,
  now: Temporal.Instant,
): Promise<{ lane: Lane; waiting: number; oldestSeconds: number }[]> {
  const { rows } = await db.query<{ lane: Lane; waiting: number; oldest: number }>(
    `select lane, count(*) as waiting, extract(epoch from $1::timestamptz - min(queued_at))::float8 as oldest
     from outbox where state in ('waiting', 'sending') group by lane`,
    [now.toString()],
  )
  return rows.map((row) => ({ lane: row.lane, waiting: row.waiting, oldestSeconds: row.oldest }))
}

/** Forgets rows finished before `before`. Returns how many. */
export async function deleteSent(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from outbox where finished_at < $1::timestamptz', [before.toString()])
  return rowCount ?? 0
}

/** How many messages are kept, sent or not. */
export function countMessages(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(queued_at) as oldest from outbox')
}

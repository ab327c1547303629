import { backOff } from '../../platform/backoff.ts'
import type { Db } from '../../platform/database/database.ts'
import { toPlainArray } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Deferred, Lane, Payload } from './outbox.ts'
import type { Outcome } from './outcome.ts'

/** A row on its way. `attempts` counts this one; `request` is what it was queued for, if that is known. */
export type Row = {
  id: number
  chatId: number
  lane: Lane
  payload: Payload | Deferred
  attempts: number
  queuedAt: Temporal.Instant
  request: string | null
  /** Telegram itself failed at it again and again: it is tried in plainer forms too. */
  insist: boolean
}

/** After so many tries, each failing at Telegram's side, a message holds up its chat no longer and is tried in plainer forms. */
const PATIENCE = 4
/** How the reason of such a failure begins: Telegram's own (5xx), or a proxy's (`NoApiAnswer`), as one that finds a file too large. */
const FAILED_THERE = `'^(5|status )'`

/**
 * Marks up to `limit` waiting rows of a lane as «sending», the oldest of each chat, and returns them, the oldest first. A chat that
 * has one on its way waits, and those in `resting` are passed over. A row last tried in the future was put off before the
 * clock was set back. One that Telegram itself, or a proxy before it, has failed at too often lets the next of its chat pass, in the moments after another try:
 * after an outage, the first is tried again before the next, so that the order is kept. For the one process that holds the sender's lock. Written for the same indexes as `claimUpdates`.
 */
export async function claimRows(
  db: Db,
  lane: Lane,
  options: { limit: number; resting: readonly number[]; now: Temporal.Instant },
): Promise<Row[]> {
  const { rows } = await db.query<{
    id: number
    chat_id: number
    payload: Row['payload']
    attempts: number
    queued_at: Date
    request: string | null
    insist: boolean | null
  }>(
    `with next as (
       select id
       from outbox as first
       where finished_at is null and id >= 0 and state = 'waiting' and lane = $1::text and chat_id <> all ($3::bigint[])
         and (
           not_before is null or not_before <= $2::timestamptz
           or sending_since > $2::timestamptz + interval '1 minute'
         )
         and id <= (
           select min(id) from outbox as earlier
           where earlier.chat_id = first.chat_id and earlier.finished_at is null
             and earlier.state = 'waiting' and earlier.lane = first.lane
             and not (
               earlier.id <> first.id and earlier.attempts >= $5::int and earlier.failure ~ ${FAILED_THERE}
               and earlier.sending_since > $2::timestamptz - interval '2 seconds'
               and earlier.not_before > $2::timestamptz
             )
         )
         and (
           select min(id) from outbox as other
           where other.chat_id = first.chat_id and other.finished_at is null and other.state = 'sending'
         ) is null
       order by id
       limit $4::int
       for update skip locked
     )
     update outbox
     set state = 'sending', sending_since = $2::timestamptz, attempts = attempts + 1
     from next
     where outbox.id = next.id
     returning outbox.id, outbox.chat_id, outbox.payload, outbox.attempts, outbox.queued_at, outbox.request,
               outbox.attempts > $5::int and outbox.failure ~ ${FAILED_THERE} as insist`,
    [lane, options.now.toString(), options.resting, options.limit, PATIENCE],
  )
  return rows
    .map((row) => ({
      id: row.id,
      chatId: row.chat_id,
      lane,
      payload: row.payload,
      attempts: row.attempts,
      queuedAt: Temporal.Instant.fromEpochMilliseconds(row.queued_at.getTime()),
      request: row.request,
      insist: row.insist ?? false,
    }))
    .sort((a, b) => a.id - b.id)
}

/** How long a row that could not be sent waits before its next attempt. */
const RETRY_SECONDS = { first: 1, longest: 32 }

/** How sending a row ended, and when. */
export type Ended = { row: Row; outcome: Final; now: Temporal.Instant }

/** What is written down: a row whose chat has moved waits again. */
export type Final = Exclude<Outcome, { kind: 'moved' }>

/**
 * A reply whose fate is unknown keeps its words for a while, since its person may ask to be shown it again; but nothing with
 * a file of ours, and nothing that is to be forgotten.
 */
const SHOWN_AGAIN = `lane = 'reply' and not forget and payload ? 'content' and not payload ? 'edits' and payload #> '{file,base64}' is null`

/**
 * Writes down how sending rows ended; what is written once more, since its answer was lost, has no effect on a row that was
 * taken again meanwhile, and what comes late may still say that a row given up was sent, but begins nothing anew. Of a row that has left what it said is forgotten, and all of it where that was asked.
 */
export async function markOutcomes(db: Db, ended: readonly Ended[]): Promise<void> {
  const fates = ended.map(fateOf)
  const { rows } = await db.query<{ forget: boolean }>(
    `update outbox
     set state = fate.state, not_before = fate.not_before, sending_since = coalesce(fate.tried_at, outbox.sending_since), finished_at = fate.finished_at,
         message_id = fate.message_id, failure = fate.failure, poll_id = coalesce(fate.poll_id, outbox.poll_id),
         payload = case
           when fate.finished_at is null and fate.sent is not null
             then outbox.payload || jsonb_build_object('sent', fate.sent)
           when fate.finished_at is null or (fate.state = 'unknown' and ${SHOWN_AGAIN}) then outbox.payload
           else '{}'::jsonb
         end
     from unnest(
       $1::bigint[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::bigint[], $6::text[], $7::int[], $8::int[],
       $9::timestamptz[], $10::text[]
     ) as fate (id, state, not_before, finished_at, message_id, failure, attempts, sent, tried_at, poll_id)
     where outbox.id = fate.id and outbox.attempts = fate.attempts and (outbox.finished_at is null or fate.finished_at is not null)
     returning outbox.forget`,
    [
      toPlainArray(fates.map(({ id }) => id)),
      toPlainArray(fates.map(({ state }) => state)),
      toPlainArray(fates.map(({ notBefore }) => notBefore?.toString() ?? null)),
      toPlainArray(fates.map(({ finishedAt }) => finishedAt?.toString() ?? null)),
      toPlainArray(fates.map(({ messageId }) => messageId)),
      fates.map(({ failure }) => failure),
      toPlainArray(ended.map(({ row }) => row.attempts)),
      toPlainArray(fates.map(({ sent }) => sent)),
      toPlainArray(ended.map(({ outcome, now }) => (outcome.kind === 'later' ? now.toString() : null))),
      fates.map(({ pollId }) => pollId),
    ],
  )
  if (rows.some(({ forget }) => forget)) await forgetLeft(db)
}

/** Takes out rows that were to be forgotten once they had left. */
async function forgetLeft(db: Db): Promise<void> {
  await db.query('delete from outbox where forget and finished_at is not null')
}

/** What becomes of a row. */
function fateOf({ row: { id, attempts }, outcome, now }: Ended) {
  if (outcome.kind === 'later') {
    const seconds = outcome.waitSeconds ?? backOff(attempts, RETRY_SECONDS)
    const notBefore = now.add({ milliseconds: seconds * 1000 })
    const { reason: failure, sent = null } = outcome
    return { id, state: 'waiting', notBefore, finishedAt: null, messageId: null, failure, sent, pollId: null }
  }
  const messageId = outcome.kind === 'sent' ? outcome.messageId : null
  const pollId = (outcome.kind === 'sent' && outcome.pollId) || null
  const failure = outcome.kind === 'sent' ? null : outcome.reason
  return { id, state: STATES[outcome.kind], notBefore: null, finishedAt: now, messageId, failure, sent: null, pollId }
}

const STATES = { sent: 'sent', refused: 'failed', unknown: 'unknown', dropped: 'dropped' } as const

/** Rows that a dead sender left «sending» and that only change a message wait again: what was changed stays as it is. */
export async function resumeChanges(db: Db): Promise<void> {
  await db.query(
    `update outbox set state = 'waiting', sending_since = null where finished_at is null and state = 'sending' and payload -> 'edits' is not null`,
    [],
  )
}

/** A row that a sender before us left «sending», as it was then. */
export type Interrupted = { id: number; attempts: number }

export async function listInterrupted(db: Db): Promise<Interrupted[]> {
  const { rows } = await db.query<Interrupted>(
    `select id, attempts from outbox where finished_at is null and state = 'sending' order by id`,
    [],
  )
  return rows
}

/** Rows that are «sending» as they were when they were interrupted become «unknown». Returns them. */
export async function giveUpInterrupted(
  db: Db,
  interrupted: readonly Interrupted[],
  now: Temporal.Instant,
): Promise<Left[]> {
  const { rows } = await db.query<{ id: number; chat_id: number; lane: Lane }>(
    `update outbox
     set state = 'unknown', finished_at = $1::timestamptz, failure = 'the process died while sending',
         payload = case when ${SHOWN_AGAIN} then payload else '{}'::jsonb end
     from unnest($2::bigint[], $3::int[]) as left_so (id, attempts)
     where outbox.id = left_so.id and outbox.attempts = left_so.attempts and finished_at is null and state = 'sending'
     returning outbox.id, chat_id, lane`,
    [
      now.toString(),
      toPlainArray(interrupted.map(({ id }) => id)),
      toPlainArray(interrupted.map(({ attempts }) => attempts)),
    ],
  )
  await forgetLeft(db)
  return rows.map(({ id, chat_id: chatId, lane }) => ({ id, chatId, lane }))
}

/** A row that has been given up or has left. */
export type Left = Pick<Row, 'id' | 'chatId' | 'lane'>

/** Closes all that is still to be sent, in a database that a backup was read into: it may have been sent since. Returns how many. */
export async function closeUnsent(db: Db, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set state = 'unknown', finished_at = $1::timestamptz, failure = 'restored', payload = '{}'::jsonb
     where finished_at is null`,
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
     from outbox where finished_at is null and lane <> 'held' group by lane`,
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

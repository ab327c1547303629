import { backOff } from '../platform/backoff.ts'
import type { Db } from '../platform/database/database.ts'
import { toJsonb, toJsonbArray, toPlainArray } from '../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'
import type { Mail, Outcome } from './mail.ts'

/** What waiting e-mails say. */
export const MAIL_WORDS: Words = { table: 'mail', json: ['content'], where: `content <> '{}'` }

/** Notes from which address e-mails leave; without one none are written. */
export async function saveSender(db: Db, address: string | null): Promise<void> {
  await db.query(
    `insert into mail_sender (address) values ($1::text)
     on conflict (only_one) do update set address = excluded.address where mail_sender.address is distinct from excluded.address`,
    [address],
  )
}

/** Whether e-mails are written at all. */
export async function writesMails(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ on: boolean }>(
    'select exists (select from mail_sender where address is not null) as "on"',
  )
  return rows[0]!.on
}

/**
 * Puts e-mails into the queue, in the transaction that caused them, none to leave before its `notBefore`: a second one with the same key is dropped without a word.
 * Returns how many are new.
 */
export async function queueMails(
  db: Db,
  mails: readonly { key: string; personId: number; mail: Mail; notBefore?: Temporal.Instant }[],
  now: Temporal.Instant,
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into mail (key, person_id, content, queued_at, not_before)
     select new.key, new.person_id, new.content, $4::timestamptz, new.not_before
     from rows from (unnest($1::text[], $2::bigint[], $5::timestamptz[]), jsonb_array_elements($3::jsonb)) with ordinality
       as new (key, person_id, not_before, content, place)
     order by new.place
     on conflict (key) do nothing`,
    [
      mails.map(({ key }) => key),
      mails.map(({ personId }) => personId),
      toJsonbArray(mails.map(({ mail }) => toJsonb(mail))),
      now.toString(),
      toPlainArray(mails.map(({ notBefore }) => notBefore?.toString() ?? null)),
    ],
  )
  return rowCount ?? 0
}

/** Those of these keys by which an e-mail waits that nobody has tried to send yet. */
export async function untriedMails(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select key from mail where key = any ($1::text[]) and state = 'waiting' and attempts = 0`,
    [keys],
  )
  return rows.map(({ key }) => key)
}

/** Takes e-mails back that nobody has tried to send yet. Returns those of the keys that cannot be taken back any more. */
export async function takeBackMails(db: Db, keys: readonly string[]): Promise<Set<string>> {
  await db.query(`delete from mail where key = any ($1::text[]) and state = 'waiting' and attempts = 0`, [keys])
  const { rows } = await db.query<{ key: string }>('select key from mail where key = any ($1::text[])', [keys])
  return new Set(rows.map(({ key }) => key))
}

export type Row = { id: number; key: string; mail: Mail; attempts: number; queuedAt: Temporal.Instant }

/** Marks the oldest that may leave as on its way, and returns it; `null`: there is none. For whoever holds the lock. */
export async function claimMail(db: Db, now: Temporal.Instant): Promise<Row | null> {
  const { rows } = await db.query<{ id: number; key: string; content: Mail; attempts: number; queued_at: Date }>(
    `update mail set state = 'sending', attempts = attempts + 1
     where id = (
       select id from mail where finished_at is null and state = 'waiting'
         and (not_before is null or not_before <= $1::timestamptz)
       order by id limit 1
     )
     returning id, key, content, attempts, queued_at`,
    [now.toString()],
  )
  const [row] = rows
  if (!row) return null
  const { id, key, content: mail, attempts } = row
  return { id, key, mail, attempts, queuedAt: Temporal.Instant.fromEpochMilliseconds(row.queued_at.getTime()) }
}

/** How long one that could not be sent waits before its next attempt. */
const RETRY_SECONDS = { first: 30, longest: 1_800 }

/** Writes down what became of one. What it said is forgotten, unless it is tried again. */
export async function markMail(db: Db, row: Row, outcome: Outcome, now: Temporal.Instant): Promise<void> {
  if (outcome.kind === 'later') {
    // Where no server was reached all wait alike, and leave in their order once there is one.
    const again = outcome.unreached ? now : now.add({ seconds: backOff(row.attempts, RETRY_SECONDS) })
    await db.query(
      `update mail set state = 'waiting', not_before = $2::timestamptz, failure = $3::text
       where id = $1::bigint and state = 'sending'`,
      [row.id, again.toString(), outcome.reason],
    )
    return
  }
  await db.query(
    `update mail set state = $2::text, finished_at = $3::timestamptz, failure = $4::text, content = '{}'
     where id = $1::bigint and finished_at is null`,
    [
      row.id,
      outcome.kind === 'refused' ? 'failed' : outcome.kind,
      now.toString(),
      outcome.kind === 'sent' ? null : outcome.reason,
    ],
  )
}

/** Those that were on their way when a process died: nobody knows whether they arrived, and none is repeated. Returns how many. */
export async function giveUpInterrupted(db: Db, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update mail set state = 'unknown', finished_at = $1::timestamptz, failure = 'interrupted', content = '{}'
     where finished_at is null and state = 'sending'`,
    [now.toString()],
  )
  return rowCount ?? 0
}

/** When somebody was written to, and whether it left. */
export async function readMailsTo(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query('select queued_at as at, state from mail where person_id = $1::bigint order by id', [
    personId,
  ])
  return rows
}

export async function deleteMailsTo(db: Db, personId: number): Promise<void> {
  await db.query('delete from mail where person_id = $1::bigint', [personId])
}

/** Forgets those whose fate was known before `before`. Returns how many. */
export function deleteMails(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from mail where finished_at < $1::timestamptz', before)
}

export function countMails(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(queued_at) as oldest from mail')
}

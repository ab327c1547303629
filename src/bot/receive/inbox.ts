import type { Update } from 'grammy/types'
import type { Database, Db } from '../../platform/database/database.ts'
import { asStored, toJsonbArray, toPlainArray } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import { LEASE_SECONDS, LONGEST_LEASE_SECONDS } from './leases.ts'

/** An update that a worker holds: nobody else handles it until the lease runs out. */
export type Claimed = {
  updateId: number
  chatId: number
  update: Update
  receivedAt: Temporal.Instant
  /** It was in work when a process died, and is handled alone until it is known not to be the cause. */
  suspected: boolean
  /** How often a process died while it was handled alone. */
  attempts: number
  lease: string
}

/** The chat whose updates must keep their order; a person without a chat counts as their private chat; 0 when there is neither. */
export function chatOf(update: Update): number {
  const { update_id: _, ...kinds } = update
  const content = Object.values(kinds)[0] as
    | { chat?: { id: number }; message?: { chat?: { id: number } }; from?: { id: number }; user?: { id: number } }
    | undefined
  return content?.chat?.id ?? content?.message?.chat?.id ?? content?.from?.id ?? content?.user?.id ?? 0
}

/** The topic that an update came from, in a forum or in a private chat with topics. */
export function threadOf({ message, edited_message, callback_query }: Update): number | undefined {
  const one = message ?? edited_message ?? callback_query?.message
  return one && 'is_topic_message' in one && one.is_topic_message ? one.message_thread_id : undefined
}

/** Under which name a process holds updates, and how many more it may handle now. */
export type Hold = { lease: string; limit: number }

const HOLDS_NONE: Hold = { lease: '', limit: 0 }

/**
 * Stores updates, all or none, each received a microsecond after the one before, so that their times keep their order.
 * `stored`: how many are new; Telegram repeats those it saw no confirmation for. `held`: the new ones that `hold`
 * allows, taken as `claimUpdates` would take them, the oldest of each chat that has nothing else to be handled.
 */
export async function storeUpdates(
  db: Db,
  updates: readonly Update[],
  now: Temporal.Instant,
  hold: Hold = HOLDS_NONE,
): Promise<{ stored: number; held: Claimed[] }> {
  const payloads = updates.map(asStored)
  const chats = updates.map(chatOf)
  const first = firstOfEach(chats, hold.limit)
  const { rows } = await db.query<{ update_id: number; received_at: string; held: boolean }>(
    `with busy as materialized (
       select distinct chat_id from inbox where chat_id = any ($2::bigint[]) and done_at is null
     ), new as materialized (
       select *, $5::timestamptz + (n - 1) * interval '1 microsecond' as received_at,
              first and chat_id not in (select chat_id from busy) as held
       from rows from (unnest($1::bigint[], $2::bigint[], $4::boolean[]), jsonb_array_elements($3::jsonb)) with ordinality
         as new (update_id, chat_id, first, payload, n)
     )
     insert into inbox (update_id, chat_id, payload, received_at, leased_by, leased_until)
     select update_id, chat_id, payload, received_at, case when held then $6::uuid end,
            case when held then $5::timestamptz + make_interval(secs => $7::int) end
     from new
     on conflict (update_id) do nothing
     returning update_id, received_at::text, leased_by is not null as held`,
    [
      toPlainArray(updates.map((update) => update.update_id)),
      toPlainArray(chats),
      toJsonbArray(payloads.map(({ json }) => json)),
      first,
      now.toString(),
      hold.limit > 0 ? hold.lease : null,
      LEASE_SECONDS,
    ],
  )
  const receivedAt = new Map(rows.filter((row) => row.held).map((row) => [row.update_id, row.received_at]))
  const all = payloads.map(({ stored: update }, i) => ({ updateId: update.update_id, chatId: chats[i]!, update }))
  const held = all
    .filter(({ updateId }) => receivedAt.has(updateId))
    .map(({ updateId, chatId, update }) => ({
      updateId,
      chatId,
      update,
      receivedAt: Temporal.Instant.from(receivedAt.get(updateId)!),
      suspected: false,
      attempts: 0,
      lease: hold.lease,
    }))
  return { stored: rows.length, held }
}

/** What a trial to store ends with, so that nothing of it stays. */
const ONLY_TRIED = new Error('only tried')

/** Whether an update could be stored now: a large one is, and taken back. */
export async function canStore(database: Database): Promise<boolean> {
  const tried = database.transaction(async (db) => {
    await db.query(
      `insert into inbox (update_id, chat_id, payload, received_at)
       select -1, 0, to_jsonb(string_agg(md5(random()::text), '')), now() from generate_series(1, 4000)`,
    )
    throw ONLY_TRIED
  })
  return tried.catch((error: unknown) => error === ONLY_TRIED)
}

/** For each entry, whether it is the first one of its chat; `true` for at most `most` of them. */
function firstOfEach(chats: readonly number[], most: number): boolean[] {
  const places = new Map<number, number>()
  for (const [place, chat] of chats.entries()) if (places.size < most && !places.has(chat)) places.set(chat, place)
  return chats.map((chat, place) => places.get(chat) === place)
}

/** How many updates a process takes, and how many of those may be suspected ones: none or one, so that each is alone. */
export type Claim = { limit: number; suspected: 0 | 1; lease: string; now: Temporal.Instant }

/** A row that is nobody's: never taken, or put off until its time (or so far ahead that the clock was set back since). */
const FREE = `leased_by is null and (
           leased_until is null or leased_until <= $2::timestamptz
           or leased_until > $2::timestamptz + make_interval(secs => $5::int)
         )`
/**
 * The oldest unfinished update of its chat. The comparison is `<=`, though nothing can be less: with `=` the planner expects a
 * single row in all and reads all that wait (12 ms at 3,500; with `<=` 0.1 ms).
 */
const FIRST_OF_CHAT = `update_id <= (
           select min(update_id) from inbox as earlier where earlier.chat_id = oldest.chat_id and earlier.done_at is null
         )`

/**
 * Takes up to `limit` updates, the oldest unfinished one of each chat, skipping chats that have one in work. The oldest
 * chats first; a suspected update comes before them, the least suspected first, so that one which kills process after process
 * holds up no other. Safe with any number of processes. Each candidate costs one look-up in an index: written as an
 * anti-join, the planner compared all waiting updates with each other once many had come (30 ms a claim at 2,000).
 * `update_id >= 0` always holds, and is there for the index by age (migration 0022).
 */
export async function claimUpdates(db: Db, { limit, suspected, lease, now }: Claim): Promise<Claimed[]> {
  const { rows } = await db.query<ClaimedRow>(
    `with alone as materialized (
       select update_id
       from inbox as oldest
       where done_at is null and suspected and ${FREE} and ${FIRST_OF_CHAT}
       order by attempts, update_id
       limit $6::int
       for update skip locked
     ), beside as materialized (
       select update_id
       from inbox as oldest
       where done_at is null and update_id >= 0 and not suspected and ${FREE} and ${FIRST_OF_CHAT}
       order by update_id
       limit $1::int - (select count(*) from alone)
       for update skip locked
     )
     update inbox
     set leased_by = $3::uuid, leased_until = $2::timestamptz + make_interval(secs => $4::int)
     from (select update_id from alone union all select update_id from beside) as next
     where inbox.update_id = next.update_id
     returning inbox.update_id, inbox.chat_id, inbox.payload, inbox.received_at::text, inbox.suspected, inbox.attempts`,
    [limit, now.toString(), lease, LEASE_SECONDS, LONGEST_LEASE_SECONDS, Math.min(limit, suspected)],
  )
  return rows.map((row) => claimedOf(row, lease)).sort((a, b) => a.updateId - b.updateId)
}

type ClaimedRow = {
  update_id: number
  chat_id: number
  payload: Update
  received_at: string
  suspected: boolean
  attempts: number
}

const claimedOf = (row: ClaimedRow, lease: string): Claimed => ({
  updateId: row.update_id,
  chatId: row.chat_id,
  update: row.payload,
  receivedAt: Temporal.Instant.from(row.received_at),
  suspected: row.suspected,
  attempts: row.attempts,
  lease,
})

/** Marks an update finished, and forgets what it said. `false`: the lease was lost, so another process has taken it over, and its effect counts, not ours. */
export async function finishUpdate(db: Db, claimed: Claimed, now: Temporal.Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    `update inbox set done_at = $3::timestamptz, leased_by = null, leased_until = null, payload = '{}'::jsonb
     where update_id = $1::bigint and leased_by = $2::uuid and done_at is null`,
    [claimed.updateId, claimed.lease, now.toString()],
  )
  return rowCount === 1
}

/** Gives an update back as if it had never been taken, to be taken at `until`. It is nobody's until then, so that no renewal prolongs that. */
export async function postponeUpdate(db: Db, claimed: Claimed, until: Temporal.Instant): Promise<void> {
  await db.query(
    `update inbox set leased_by = null, leased_until = $3::timestamptz
     where update_id = $1::bigint and leased_by = $2::uuid`,
    [claimed.updateId, claimed.lease, until.toString()],
  )
}

/** Closes all that is still to be handled, in a database that a backup was read into. Returns how many. */
export async function closeOpen(db: Db, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update inbox
     set done_at = $1::timestamptz, leased_by = null, leased_until = null, payload = '{}'::jsonb, failure = 'restored'
     where done_at is null`,
    [now.toString()],
  )
  return rowCount ?? 0
}

/** How many updates are still to be handled, and how many seconds the oldest of them has waited. */
export async function readBacklog(db: Db, now: Temporal.Instant): Promise<{ waiting: number; oldestSeconds: number }> {
  const { rows } = await db.query<{ waiting: number; oldest: number }>(
    `select count(*) as waiting, coalesce(extract(epoch from $1::timestamptz - min(received_at)), 0)::float8 as oldest
     from inbox where done_at is null`,
    [now.toString()],
  )
  return { waiting: rows[0]!.waiting, oldestSeconds: rows[0]!.oldest }
}

/** How many updates of a chat are still to be handled. */
export async function countUnfinished(db: Db, chatId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*) as count from inbox where chat_id = $1::bigint and done_at is null',
    [chatId],
  )
  return rows[0]!.count
}

/** Forgets updates finished before `before`. Returns how many. */
export async function deleteFinished(db: Db, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query('delete from inbox where done_at < $1::timestamptz', [before.toString()])
  return rowCount ?? 0
}

/** How many updates are kept, finished or not. */
export function countUpdates(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(received_at) as oldest from inbox')
}

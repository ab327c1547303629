import type { Db } from '../../platform/database/database.ts'

/** How long a worker may take before another process takes the update over. */
export const LEASE_SECONDS = 60
/** A lease that ends later than this was taken before the clock was set back, and counts as ended. */
export const LONGEST_LEASE_SECONDS = 2 * LEASE_SECONDS

/** Gives back updates of which it is not known whether `storeUpdates` held them: its answer was lost. */
export async function endLeasesOf(db: Db, updateIds: readonly number[], lease: string): Promise<void> {
  await db.query(
    `update inbox set leased_by = null, leased_until = null
     where update_id = any ($1::bigint[]) and leased_by = $2::uuid and done_at is null`,
    [updateIds, lease],
  )
}

/**
 * Keeps updates ours for another lease, while their handling goes on. What is being ended right now is left alone: to wait
 * for it would hold up every ending after it, and two such statements would wait for each other.
 */
export async function renewLeases(
  db: Db,
  updateIds: readonly number[],
  lease: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `update inbox set leased_until = $3::timestamptz + make_interval(secs => $4::int)
     where update_id in (
       select update_id from inbox
       where update_id = any ($1::bigint[]) and leased_by = $2::uuid and done_at is null
       for update skip locked
     )`,
    [updateIds, lease, now.toString(), LEASE_SECONDS],
  )
}

const HOLDER = 'lease '
/** The name of the lock by which a process that holds updates under this lease shows that it lives. */
export const holderName = (lease: string) => `${HOLDER}${lease}`

/**
 * What becomes of an update whose holder died: it is free, and suspected of having been the cause, as are all that were in
 * work with it. That alone uses up nothing: a process dies for many reasons. One that was suspected already was alone in
 * work, and the death counts against it.
 */
const LEFT_BY_DEAD = 'leased_by = null, leased_until = null, attempts = attempts + suspected::int, suspected = true'

/** Ends the leases of processes that no longer hold their lock (`holderName`), except our own. Returns how many. */
export async function endLeasesOfDead(db: Db, ourLease: string): Promise<number> {
  const { rowCount } = await db.query(
    `with holder as (
       select distinct leased_by from inbox
       where done_at is null and leased_by is not null and leased_by <> $1::uuid
     ), dead as materialized (
       select leased_by from holder where pg_try_advisory_xact_lock(hashtextextended($2::text || leased_by, 0))
     )
     update inbox set ${LEFT_BY_DEAD}
     from dead
     where inbox.leased_by = dead.leased_by and inbox.done_at is null`,
    [ourLease, HOLDER],
  )
  return rowCount ?? 0
}

/** Ends every lease at once. For a process that starts and knows that no other one lives. */
export async function endLeases(db: Db): Promise<void> {
  await db.query(`update inbox set ${LEFT_BY_DEAD} where done_at is null and leased_by is not null`, [])
}

/** Ends leases that ran out: their holder hangs, or lost the database for so long. Returns how many. */
export async function endLeasesRunOut(db: Db, now: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update inbox set ${LEFT_BY_DEAD}
     where update_id in (
       select update_id from inbox
       where done_at is null and leased_by is not null
         and (leased_until <= $1::timestamptz or leased_until > $1::timestamptz + make_interval(secs => $2::int))
       for update skip locked
     )`,
    [now.toString(), LONGEST_LEASE_SECONDS],
  )
  return rowCount ?? 0
}

import type { Db } from '../../platform/database/database.ts'

/**
 * Sessions of which something was noted or taken back since `since`, and nothing after `until`: whoever corrects a sheet presses
 * several times.
 */
export async function sheetsChanged(db: Db, since: Temporal.Instant, until: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ session_id: number }>(
    `select sign_up.session_id from attendance join sign_up on sign_up.id = attendance.sign_up_id
     where greatest(attendance.at, coalesce(undone_at, attendance.at)) >= $1::timestamptz
     group by sign_up.session_id
     having max(greatest(attendance.at, coalesce(undone_at, attendance.at))) <= $2::timestamptz`,
    [since.toString(), until.toString()],
  )
  return rows.map(({ session_id }) => session_id)
}

/** Sessions in which these people have a place. */
export async function sessionsOf(db: Db, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ session_id: number }>(
    `select distinct session_id from sign_up where person_id = any ($1::int[]) and status = 'confirmed'`,
    [personIds],
  )
  return rows.map(({ session_id }) => session_id)
}

import type { Db } from '../platform/database.ts'

/** People in a session: with a confirmed place, in line (asked or not, or waiting for approval), or both. */
export async function peopleOfSession(db: Db, sessionId: number, who: 'confirmed' | 'line' | 'all'): Promise<number[]> {
  const statuses = {
    confirmed: ['confirmed'],
    line: ['requested', 'waitlisted', 'offered'],
    all: ['confirmed', 'requested', 'waitlisted', 'offered'],
  }[who]
  const { rows } = await db.query<{ person_id: number }>(
    `select person_id from sign_up
     where session_id = $1::int and status = any ($2::text[]) and person_id is not null
     order by id`,
    [sessionId, statuses],
  )
  return rows.map((row) => row.person_id)
}

/** People who had no confirmed place in any session that is over. */
export async function peopleNeverAttended(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select person.id from person
     where erased_at is null and not exists (
       select from sign_up join session on session.id = sign_up.session_id
       where sign_up.person_id = person.id and sign_up.status = 'confirmed'
         and session.state <> 'cancelled' and session.ends_at <= $1::timestamptz
     )
     order by person.id`,
    [now.toString()],
  )
  return rows.map((row) => row.id)
}

import { allPeople, registeredPeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { attendanceOf, stayedAway } from './attendance/attendance.ts'
import { readMarks } from './attendance/store.ts'
import { SIGN_UP, type SignUpTuple, signUpOfTuple } from './line/store.ts'
import type { Session } from './session/session.ts'
import { SESSION_COLUMNS, type SessionRow, sessionOf } from './session/store.ts'

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

/** People who were in no session that is over: without a confirmed place, or away on every day, where that was noted. */
export async function peopleNeverAttended(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<SessionRow & { tuple: SignUpTuple }>(
    `select ${SESSION_COLUMNS}, ${SIGN_UP} as tuple from sign_up join session on session.id = sign_up.session_id
     where person_id is not null and sign_up.status = 'confirmed'
       and session.state <> 'cancelled' and session.ends_at <= $1::timestamptz`,
    [now.toString()],
  )
  const bySession = Map.groupBy(rows, ({ id }) => id)
  const marks = await readMarks(db, [...bySession.keys()])
  const attended = [...bySession].flatMap(([id, of]) => {
    const signUps = of.map(({ tuple }) => signUpOfTuple(tuple))
    const sheet = attendanceOf(sessionOf(of[0]!), signUps, marks.get(id)!)
    return sheet.people.filter((person) => !stayedAway(sheet, person)).map(({ personId }) => ({ person_id: personId! }))
  })
  return without(await allPeople(db), attended)
}

/** A session that is held, and when it was last given another time, if ever. */
export type HeldSession = { session: Session; movedAt: Temporal.Instant | null }

/** Sessions, open or closed for sign-up, that begin before `until` and end after `from`. */
export async function listHeldSessions(
  db: Db,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<HeldSession[]> {
  const { rows } = await db.query<SessionRow & { moved_at: Date | null }>(
    `select ${SESSION_COLUMNS}, (
       select max(at) from session_event
       where session_event.session_id = session.id and changes @> '[{"field": "starts"}]'
     ) as moved_at
     from session
     where state in ('open', 'closed') and starts_at < $2::timestamptz and ends_at > $1::timestamptz
     order by starts_at`,
    [from.toString(), until.toString()],
  )
  return rows.map((row) => ({
    session: sessionOf(row),
    movedAt: row.moved_at && Temporal.Instant.fromEpochMilliseconds(row.moved_at.getTime()),
  }))
}

/** Somebody with a place in a session or in its line; `heardAt` is when something last happened to their sign-up. */
export type InSession = { signUpId: number; personId: number; group: 'confirmed' | 'line'; heardAt: Temporal.Instant }

export async function listInSession(db: Db, sessionId: number): Promise<InSession[]> {
  const { rows } = await db.query<{ id: number; person_id: number; status: string; heard_at: Date }>(
    `select sign_up.id, person_id, status, max(sign_up_event.at) as heard_at
     from sign_up join sign_up_event on sign_up_event.sign_up_id = sign_up.id
     where sign_up.session_id = $1::int and person_id is not null and status in ('confirmed', 'waitlisted', 'offered')
     group by sign_up.id
     order by sign_up.id`,
    [sessionId],
  )
  return rows.map((row) => ({
    signUpId: row.id,
    personId: row.person_id,
    group: row.status === 'confirmed' ? 'confirmed' : 'line',
    heardAt: Temporal.Instant.fromEpochMilliseconds(row.heard_at.getTime()),
  }))
}

/** Registered people who never signed up for a session, not even to give it back. */
export async function registeredOutside(db: Db, sessionId: number): Promise<number[]> {
  const { rows } = await db.query<{ person_id: number }>(
    'select person_id from sign_up where session_id = $1::int and person_id is not null',
    [sessionId],
  )
  return without(await registeredPeople(db), rows)
}

function without(people: readonly number[], others: readonly { person_id: number }[]): number[] {
  const left = new Set(people)
  for (const { person_id } of others) left.delete(person_id)
  return [...left]
}

/** Whether any of these sessions was cancelled after `since`. */
export async function cancelledSince(db: Db, sessionIds: readonly number[], since: Temporal.Instant): Promise<boolean> {
  if (sessionIds.length === 0) return false
  const { rows } = await db.query(
    `select from session_event
     where session_id = any ($1::int[]) and kind = 'cancelled' and at > $2::timestamptz limit 1`,
    [sessionIds, since.toString()],
  )
  return rows.length > 0
}

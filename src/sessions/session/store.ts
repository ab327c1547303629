import type { Authored } from '../../bot/message/authored.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Question } from './asked.ts'
import { stretchesOf } from './days.ts'
import type { PlanChange, Session, SessionLanguage, SessionPlan, SessionState } from './session.ts'

/** What staff wrote of sessions. */
export const SESSION_WORDS: readonly Words[] = [
  { table: 'session', text: ['title', 'module', 'description', 'place'], json: ['questions', 'programme'] },
  { table: 'session_event', text: ['reason'], json: ['changes'] },
]

export type SessionRow = {
  id: number
  title: string
  module: string | null
  description: string
  starts: string
  ends: string
  days: string | null
  zone: string
  place: string
  capacity: number
  municipality_quota: number | null
  reserved_places: number
  reserved_until: string | null
  sign_up_until: string
  cancel_until: string
  needs_approval: boolean
  language: SessionLanguage
  state: SessionState
  calendar_uid: string
  calendar_sequence: number
  most_days: number
  questions: Question[]
  programme: Authored | null
  next_event: number
  created_by: number | null
}

/** The columns of a session, for queries that read others beside. Wall times come as text: a `Date` would move them. */
export const SESSION_COLUMNS = `session.id, session.title, session.module, session.description,
  session.starts::text, session.ends::text, session.days, session.zone, session.place, session.capacity, session.municipality_quota,
  session.reserved_places, session.reserved_until::text, session.sign_up_until::text, session.cancel_until::text,
  session.needs_approval, session.language, session.state, session.calendar_uid, session.calendar_sequence,
  session.most_days, session.questions, session.programme, session.next_event, session.created_by`

export function sessionOf(row: SessionRow): Session {
  const time = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(row.zone)
  return {
    id: row.id,
    title: row.title,
    module: row.module,
    description: row.description,
    starts: time(row.starts),
    ends: time(row.ends),
    days: row.days,
    place: row.place,
    capacity: row.capacity,
    municipalityQuota: row.municipality_quota,
    reservedPlaces: row.reserved_places,
    reservedUntil: row.reserved_until === null ? null : time(row.reserved_until),
    signUpUntil: time(row.sign_up_until),
    cancelUntil: time(row.cancel_until),
    needsApproval: row.needs_approval,
    language: row.language,
    state: row.state,
    calendarUid: row.calendar_uid,
    calendarSequence: row.calendar_sequence,
    mostDays: row.most_days,
    questions: row.questions,
    programme: row.programme,
    createdBy: row.created_by,
  }
}

export async function readSession(db: Db, id: number): Promise<Session | null> {
  const { rows } = await db.query<SessionRow>(`select ${SESSION_COLUMNS} from session where id = $1::int`, [id])
  return rows[0] ? sessionOf(rows[0]) : null
}

/** Keeps a new session, not open yet. Its times must be real ones. */
export async function insertSession(
  db: Db,
  plan: SessionPlan,
  made: { zone: string; calendarUid: string; by: number; now: Temporal.Instant },
): Promise<Session> {
  const { rows } = await db.query<SessionRow>(
    `insert into session (title, module, description, starts, ends, place, capacity, municipality_quota, reserved_places,
       reserved_until, sign_up_until, cancel_until, needs_approval, language, starts_at, ends_at, zone, calendar_uid,
       created_by, created_at, days, most_days)
     values ($1::text, $2::text, $3::text, $4::timestamp, $5::timestamp, $6::text, $7::int, $8::int, $9::int,
       $10::timestamp, $11::timestamp, $12::timestamp, $13::boolean, $14::text, $4::timestamp at time zone $15::text,
       $5::timestamp at time zone $15::text, $15::text, $16::text, $17::bigint, $18::timestamptz,
       $19::text, $20::int)
     returning ${SESSION_COLUMNS}`,
    [
      ...planValues(plan),
      made.zone,
      made.calendarUid,
      made.by,
      made.now.toString(),
      plan.days,
      stretchesOf(plan).length,
    ],
  )
  return sessionOf(rows[0]!)
}

/** Gives a session the words and numbers of `plan`; `sequence` is that of its calendar entry. */
export async function updateSession(db: Db, id: number, plan: SessionPlan, sequence: number): Promise<Session> {
  const { rows } = await db.query<SessionRow>(
    `update session
     set title = $1::text, module = $2::text, description = $3::text, starts = $4::timestamp, ends = $5::timestamp,
         place = $6::text, capacity = $7::int, municipality_quota = $8::int, reserved_places = $9::int,
         reserved_until = $10::timestamp, sign_up_until = $11::timestamp, cancel_until = $12::timestamp,
         needs_approval = $13::boolean, language = $14::text, starts_at = $4::timestamp at time zone zone,
         ends_at = $5::timestamp at time zone zone, calendar_sequence = $15::int, days = $17::text,
         most_days = greatest(most_days, $18::int)
     where id = $16::int
     returning ${SESSION_COLUMNS}`,
    [...planValues(plan), sequence, id, plan.days, stretchesOf(plan).length],
  )
  return sessionOf(rows[0]!)
}

function planValues(plan: SessionPlan): unknown[] {
  return [
    plan.title,
    plan.module,
    plan.description,
    plan.starts,
    plan.ends,
    plan.place,
    plan.capacity,
    plan.municipalityQuota,
    plan.reservedPlaces,
    plan.reservedUntil,
    plan.signUpUntil,
    plan.cancelUntil,
    plan.needsApproval,
    plan.language,
  ]
}

export async function updateState(db: Db, id: number, state: SessionState, sequence: number): Promise<void> {
  await db.query('update session set state = $2::text, calendar_sequence = $3::int where id = $1::int', [
    id,
    state,
    sequence,
  ])
}

/** Notes which event comes next and when time itself will change something. */
export async function updateProgress(
  db: Db,
  id: number,
  nextNumber: number,
  dueAt: Temporal.Instant | null,
): Promise<void> {
  await db.query('update session set next_event = $2::int, due_at = $3::timestamptz where id = $1::int', [
    id,
    nextNumber,
    dueAt?.toString() ?? null,
  ])
}

/** Sessions in which time has changed something by now, the most urgent first. */
export async function dueSessions(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from session where due_at <= $1::timestamptz order by due_at, id limit 100',
    [now.toString()],
  )
  return rows.map((row) => row.id)
}

/** Those of these sessions that start by `before`. */
export async function startingBefore(db: Db, ids: readonly number[], before: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from session where id = any ($1::int[]) and starts_at <= $2::timestamptz order by id',
    [ids, before.toString()],
  )
  return rows.map((row) => row.id)
}

/** Sessions ahead in whose line a person waits. */
export async function linesOf(db: Db, personIds: readonly number[], now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select distinct session.id from session join sign_up on sign_up.session_id = session.id
     where sign_up.person_id = any ($1::bigint[]) and sign_up.status = 'waitlisted'
       and session.starts_at > $2::timestamptz order by session.id`,
    [personIds, now.toString()],
  )
  return rows.map((row) => row.id)
}

/** Sessions in which one of these people is asked whether they come. */
export async function sessionsOfOffers(db: Db, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select distinct session_id as id from sign_up
     where person_id = any ($1::bigint[]) and status = 'offered' order by session_id`,
    [personIds],
  )
  return rows.map((row) => row.id)
}

/** Sessions, not called off, of which some of the time is between these two moments. */
export async function sessionsHeldAround(db: Db, from: Temporal.Instant, until: Temporal.Instant): Promise<Session[]> {
  const { rows } = await db.query<SessionRow>(
    `select ${SESSION_COLUMNS} from session
     where state in ('open', 'closed') and starts_at < $2::timestamptz and ends_at > $1::timestamptz order by starts_at, id`,
    [from.toString(), until.toString()],
  )
  return rows.map(sessionOf)
}

/** Sessions ahead in whose line anybody waits. */
export async function sessionsWithLine(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from session
     where starts_at > $1::timestamptz and state in ('open', 'closed')
       and exists (select from sign_up where session_id = session.id and status = 'waitlisted') order by id`,
    [now.toString()],
  )
  return rows.map((row) => row.id)
}

export type SessionEventKind = 'created' | 'changed' | 'opened' | 'closed' | 'cancelled' | 'message' | 'programme'

/** Notes what staff did. Returns its id. */
export async function insertSessionEvent(
  db: Db,
  event: {
    sessionId: number
    at: Temporal.Instant
    actorId: number
    kind: SessionEventKind
    changes?: PlanChange[]
    reason?: string
    /** Whom it concerns, when it is one person. */
    signUpId?: number
  },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into session_event (session_id, at, actor_id, kind, changes, reason, sign_up_id)
     values ($1::int, $2::timestamptz, $3::bigint, $4::text, $5::jsonb, $6::text, $7::int)
     returning id`,
    [
      event.sessionId,
      event.at.toString(),
      event.actorId,
      event.kind,
      toJsonb(event.changes ?? []),
      event.reason?.replaceAll('\0', '') ?? null,
      event.signUpId ?? null,
    ],
  )
  return rows[0]!.id
}

/** What was changed about a session since a moment, in order. */
export async function listChanges(
  db: Db,
  sessionId: number,
  since: Temporal.Instant,
): Promise<{ id: number; changes: PlanChange[] }[]> {
  const { rows } = await db.query<{ id: number; changes: PlanChange[] }>(
    `select id, changes from session_event
     where session_id = $1::int and kind = 'changed' and at >= $2::timestamptz order by id`,
    [sessionId, since.toString()],
  )
  return rows
}

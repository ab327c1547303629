import { unreachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import type { Words } from '../../platform/database/words.ts'
import { SESSION_COLUMNS, type SessionRow, sessionOf } from '../session/store.ts'
import type { Change, Roll, SignUp, SignUpEvent, Status } from './sign-up.ts'

/** A sign-up as queries give it: one value, its fields in order. JSON keeps the microseconds that a `Date` drops. */
export type SignUpTuple = [
  id: number,
  personId: number | null,
  municipality: string,
  status: Status,
  requestedAt: string,
  requestNumber: number,
  moved: 'first' | 'last' | null,
  movedNumber: number | null,
  offerUntil: string | null,
  offerHeld: boolean | null,
]

/** The value, for queries that read others beside. */
export const SIGN_UP = `json_build_array(sign_up.id, sign_up.person_id, sign_up.municipality, sign_up.status,
  sign_up.requested_at, sign_up.request_number, sign_up.moved, sign_up.moved_number, sign_up.offer_until,
  sign_up.offer_held)`

export function signUpOfTuple(tuple: SignUpTuple): SignUp {
  const [id, personId, municipality, status, requestedAt, requestNumber, moved, movedNumber, until, held] = tuple
  return {
    id,
    personId,
    municipality,
    status,
    requestedAt: Temporal.Instant.from(requestedAt),
    requestNumber,
    moved: moved && { to: moved, number: movedNumber! },
    offer: until === null ? null : { until: Temporal.Instant.from(until), held: held === true },
  }
}

/** A session with everybody in it, as it is now; `null` when there is no such session. */
export async function readRoll(db: Db, sessionId: number): Promise<Roll | null> {
  const { rows } = await db.query<SessionRow>(`select ${SESSION_COLUMNS} from session where id = $1::int`, [sessionId])
  return rollOf(db, rows[0])
}

/** The same, nobody else changing it until the transaction ends. */
export async function lockRoll(db: Db, sessionId: number): Promise<Roll | null> {
  const { rows } = await db.query<SessionRow>(`select ${SESSION_COLUMNS} from session where id = $1::int for update`, [
    sessionId,
  ])
  return rollOf(db, rows[0])
}

async function rollOf(db: Db, row: SessionRow | undefined): Promise<Roll | null> {
  if (!row) return null
  const signUps = await signUpsOf(db, row.id)
  const unreachable = await unreachablePeople(db)
  return { session: sessionOf(row), signUps, unreachable, nextNumber: row.next_event }
}

/** All sign-ups as one JSON value: a thousand take 1.1 ms, 0.3 of it in this process; as rows 2.4 and 1.4. The session is locked meanwhile. */
async function signUpsOf(db: Db, sessionId: number): Promise<SignUp[]> {
  const { rows } = await db.query<{ all: SignUpTuple[] | null }>(
    `select json_agg(${SIGN_UP} order by sign_up.id) as "all"
     from sign_up where session_id = $1::int`,
    [sessionId],
  )
  return (rows[0]!.all ?? []).map(signUpOfTuple)
}

/** All sign-ups of these sessions, whatever became of them, by the session's id. */
export async function readSignUps(db: Db, sessionIds: readonly number[]): Promise<Map<number, SignUp[]>> {
  const { rows } = await db.query<{ session_id: number; all: SignUpTuple[] }>(
    `select session_id, json_agg(${SIGN_UP} order by sign_up.id) as "all"
     from sign_up where session_id = any ($1::int[]) group by session_id`,
    [sessionIds],
  )
  const read = new Map(rows.map((row) => [row.session_id, row.all.map(signUpOfTuple)]))
  return new Map(sessionIds.map((id) => [id, read.get(id) ?? []]))
}

/** The session that a sign-up belongs to; `null` when there is no such sign-up. */
export async function sessionIdOf(db: Db, signUpId: number): Promise<number | null> {
  const { rows } = await db.query<{ session_id: number }>('select session_id from sign_up where id = $1::int', [
    signUpId,
  ])
  return rows[0]?.session_id ?? null
}

/** Ids for sign-ups that may be made. */
export async function nextSignUpIds(db: Db, count: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select nextval('sign_up_id_seq')::int as id from generate_series(1, $1::int)`,
    [count],
  )
  return rows.map(({ id }) => id)
}

/** An id for a sign-up that may be made. */
export async function nextSignUpId(db: Db): Promise<number> {
  const { rows } = await db.query<{ id: number }>(`select nextval('sign_up_id_seq')::int as id`)
  return rows[0]!.id
}

/** Makes the rows say what these sign-ups say. */
export async function saveSignUps(db: Db, sessionId: number, signUps: readonly SignUp[]): Promise<void> {
  await db.query(
    `insert into sign_up (id, session_id, ${VALUES})
     select id, $1::int, ${VALUES} from jsonb_to_recordset($2::jsonb) as new (id int, person_id bigint, municipality text,
       status text, requested_at timestamptz, request_number int, moved text, moved_number int, offer_until timestamptz,
       offer_held boolean)
     -- Of two sign-ups that become one person's, the one that is nobody's any more comes first.
     order by person_id nulls first
     on conflict (id) do update
     set person_id = excluded.person_id, municipality = excluded.municipality, status = excluded.status, requested_at = excluded.requested_at,
         request_number = excluded.request_number, moved = excluded.moved, moved_number = excluded.moved_number,
         offer_until = excluded.offer_until, offer_held = excluded.offer_held`,
    [sessionId, toJsonb(signUps.map(rowOf))],
  )
}

const VALUES =
  'person_id, municipality, status, requested_at, request_number, moved, moved_number, offer_until, offer_held'

function rowOf(signUp: SignUp) {
  return {
    id: signUp.id,
    person_id: signUp.personId,
    municipality: signUp.municipality,
    status: signUp.status,
    requested_at: signUp.requestedAt,
    request_number: signUp.requestNumber,
    moved: signUp.moved?.to ?? null,
    moved_number: signUp.moved?.number ?? null,
    offer_until: signUp.offer?.until ?? null,
    offer_held: signUp.offer?.held ?? null,
  }
}

export async function insertEvents(db: Db, sessionId: number, events: readonly SignUpEvent[]): Promise<void> {
  await db.query(
    `insert into sign_up_event (session_id, number, sign_up_id, at, actor_id, reason, change)
     select $1::int, number, "signUpId", at, "actorId", reason, change
     from jsonb_to_recordset($2::jsonb) as new (number int, "signUpId" int, at timestamptz, "actorId" bigint, reason text,
       change jsonb)`,
    [sessionId, toJsonb(events)],
  )
}

type EventRow = {
  number: number
  sign_up_id: number
  at: string
  actor_id: number | null
  reason: string | null
  change: Change
}

/** Everything that happened in a session, in order. */
export async function readEvents(db: Db, sessionId: number): Promise<SignUpEvent[]> {
  const { rows } = await db.query<EventRow>(
    `select number, sign_up_id, at::text, actor_id, reason, change from sign_up_event
     where session_id = $1::int order by number`,
    [sessionId],
  )
  return rows.map(eventOf)
}

/** What happened to one sign-up, in order. */
export async function readEventsOf(db: Db, signUpId: number): Promise<SignUpEvent[]> {
  const { rows } = await db.query<EventRow>(
    `select number, sign_up_id, at::text, actor_id, reason, change from sign_up_event
     where sign_up_id = $1::int order by number`,
    [signUpId],
  )
  return rows.map(eventOf)
}

function eventOf(row: EventRow): SignUpEvent {
  return {
    number: row.number,
    signUpId: row.sign_up_id,
    at: Temporal.Instant.from(row.at),
    actorId: row.actor_id,
    reason: row.reason,
    change: changeOf(row.change),
  }
}

/** JSON has its instants as text. */
export function changeOf(stored: Change): Change {
  if ('requestedAt' in stored) return { ...stored, requestedAt: Temporal.Instant.from(`${stored.requestedAt}`) }
  return stored.kind === 'offered' ? { ...stored, until: Temporal.Instant.from(`${stored.until}`) } : stored
}

/** All sign-ups of a person, whatever became of them. */
export async function signUpIdsOf(db: Db, personId: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from sign_up where person_id = $1::bigint order by session_id, id',
    [personId],
  )
  return rows.map((row) => row.id)
}

/** The session of each of a person's sign-ups, by the sign-up's id. */
export async function sessionsOfSignUps(db: Db, personId: number): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; session_id: number }>(
    'select id, session_id from sign_up where person_id = $1::bigint',
    [personId],
  )
  return new Map(rows.map((row) => [row.id, row.session_id]))
}

/** Those of these sign-ups whose session ended before `before`. */
export async function signUpsOver(db: Db, ids: readonly number[], before: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select sign_up.id from sign_up join session on session.id = sign_up.session_id
     where sign_up.id = any ($1::int[]) and session.ends_at < $2::timestamptz`,
    [ids, before.toString()],
  )
  return rows.map((row) => row.id)
}

/** What is kept about a person's sign-ups, for them to read. Fits JSON. */
export type ExportedSignUp = {
  session: string
  starts: string
  municipality: string
  status: Status
  requestedAt: string
  events: { at: string; what: Change['kind']; reason: string | null }[]
  /** What staff decided about it, with their words. */
  byStaff: { at: string; what: string; reason: string | null }[] | null
}

export async function exportSignUps(db: Db, personId: number): Promise<ExportedSignUp[]> {
  const { rows } = await db.query<ExportedSignUp>(
    `select session.title as session, to_char(session.starts, 'YYYY-MM-DD"T"HH24:MI') as starts, sign_up.municipality,
            sign_up.status, to_jsonb(sign_up.requested_at) #>> '{}' as "requestedAt",
            (select jsonb_agg(jsonb_build_object('at', at, 'what', change ->> 'kind', 'reason', reason) order by number)
             from sign_up_event where sign_up_id = sign_up.id) as events,
            (select jsonb_agg(jsonb_build_object('at', at, 'what', kind, 'reason', reason) order by id)
             from session_event where sign_up_id = sign_up.id) as "byStaff"
     from sign_up join session on session.id = sign_up.session_id
     where sign_up.person_id = $1::bigint
     order by session.starts_at, session.id`,
    [personId],
  )
  return rows
}

/** Why people cancelled, and why staff decided so. */
export const SIGN_UP_WORDS: Words = { table: 'sign_up_event', text: ['reason'] }

/** Takes a person's name and words out of their sign-ups and what happened to them; the counts stay. */
export async function blankPerson(db: Db, personId: number): Promise<void> {
  await db.query(
    `update sign_up_event
     set reason = null, change = case when change ? 'personId' then jsonb_set(change, '{personId}', 'null') else change end
     where sign_up_id in (select id from sign_up where person_id = $1::bigint)`,
    [personId],
  )
  await db.query(
    'update session_event set reason = null where sign_up_id in (select id from sign_up where person_id = $1::bigint)',
    [personId],
  )
  await db.query('update sign_up_event set actor_id = null where actor_id = $1::bigint', [personId])
  await db.query('update sign_up set person_id = null where person_id = $1::bigint', [personId])
}

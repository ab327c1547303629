import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../../platform/database/audit.ts'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { How, Mark, State } from './attendance.ts'

/** Why a sheet was corrected, and somebody let in without a place. */
export const ATTENDANCE_WORDS: Words = { table: 'attendance', text: ['reason'] }

type MarkRow = {
  id: number
  act: number
  sign_up_id: number
  held_on: string
  state: State
  how: How
  at: string
  actor_id: number | null
  reason: string | null
}

const COLUMNS = `attendance.id, attendance.act, attendance.sign_up_id, attendance.held_on::text, attendance.state, attendance.how,
  attendance.at::text, attendance.actor_id, attendance.reason`

function markOf(row: MarkRow): Mark {
  return {
    id: row.id,
    act: row.act,
    signUpId: row.sign_up_id,
    on: Temporal.PlainDate.from(row.held_on),
    state: row.state,
    how: row.how,
    at: Temporal.Instant.from(row.at),
    actorId: row.actor_id,
    reason: row.reason,
  }
}

/** What was noted in these sessions and not taken back, in order, by the session's id. */
export async function readMarks(db: Db, sessionIds: readonly number[]): Promise<Map<number, Mark[]>> {
  const { rows } = await db.query<MarkRow & { session_id: number }>(
    `select sign_up.session_id, ${COLUMNS} from attendance join sign_up on sign_up.id = attendance.sign_up_id
     where sign_up.session_id = any ($1::int[]) and undone_at is null order by attendance.id`,
    [sessionIds],
  )
  const marks = Map.groupBy(rows, (row) => row.session_id)
  return new Map(sessionIds.map((id) => [id, (marks.get(id) ?? []).map(markOf)]))
}

/** A note that has no row yet. */
export type NewMark = Omit<Mark, 'id' | 'act'>

/**
 * Adds notes of one press to a session that is locked, in order. A second one by code of the same person and day is left out.
 * Returns those added.
 */
export async function insertMarks(db: Db, sessionId: number, marks: readonly NewMark[]): Promise<Mark[]> {
  const { rows } = await db.query<MarkRow>(
    `insert into attendance (act, sign_up_id, held_on, state, how, at, actor_id, reason)
     select (
         select 1 + coalesce(max(attendance.act), 0) from attendance join sign_up on sign_up.id = attendance.sign_up_id
         where sign_up.session_id = $1::int
       ), "signUpId", "on", state, how, at, "actorId", reason
     from rows from (jsonb_to_recordset($2::jsonb) as ("signUpId" int, "on" date, state text, how text, at timestamptz,
       "actorId" bigint, reason text)) with ordinality
       as new ("signUpId", "on", state, how, at, "actorId", reason, place)
     order by place
     on conflict (sign_up_id, held_on) where how = 'code' do nothing
     returning ${COLUMNS}`,
    [sessionId, toJsonb(marks)],
  )
  return rows.map(markOf).sort((a, b) => a.id - b.id)
}

/** Takes back what this person noted by one press. Returns the notes; none when it was taken back before. */
export async function undoMarks(
  db: Db,
  by: { sessionId: number; act: number; staffId: number },
  now: Temporal.Instant,
): Promise<Mark[]> {
  const { rows } = await db.query<MarkRow>(
    `update attendance set undone_at = $4::timestamptz, undone_by = $3::bigint from sign_up
     where sign_up.id = attendance.sign_up_id and sign_up.session_id = $1::int and act = $2::int
       and actor_id = $3::bigint and how <> 'code' and undone_at is null
     returning ${COLUMNS}`,
    [by.sessionId, by.act, by.staffId, now.toString()],
  )
  return rows.map(markOf)
}

/** What this person pressed last on that day of a session and can take back; `null`: nothing. */
export async function lastAct(
  db: Db,
  by: { sessionId: number; on: Temporal.PlainDate; staffId: number },
): Promise<number | null> {
  const { rows } = await db.query<{ act: number | null }>(
    `select max(act) as act from attendance join sign_up on sign_up.id = attendance.sign_up_id
     where sign_up.session_id = $1::int and held_on = $2::date and actor_id = $3::bigint and how <> 'code'
       and undone_at is null`,
    [by.sessionId, by.on.toString(), by.staffId],
  )
  return rows[0]!.act
}

/** What staff noted, a line a press; notes that people made of themselves are theirs. */
export async function attendanceAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select done.at::text, done.actor_id,
       'session ' || session.id || ' «' || session.title || '», attendance on ' || done.held_on || ': ' || done.what
         || ', sign-ups ' || done.sign_ups as what
     from (
       select session_id, min(at) as at, actor_id, held_on, how || ' as ' || attendance.state as what,
         string_agg(sign_up_id::text, ', ' order by sign_up_id) as sign_ups
       from attendance join sign_up on sign_up.id = sign_up_id
       where at >= $1::timestamptz and how <> 'code'
       group by session_id, act, actor_id, held_on, how, attendance.state
       union all
       select session_id, min(undone_at), undone_by, held_on, 'taken back', string_agg(sign_up_id::text, ', ' order by sign_up_id)
       from attendance join sign_up on sign_up.id = sign_up_id
       where undone_at >= $1::timestamptz
       group by session_id, act, undone_by, held_on
     ) as done
     join session on session.id = done.session_id
     order by done.at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}

/** What was noted of a person, for them to read; what was taken back too, as long as it is kept. */
export async function readMarksOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select session.title as session, held_on::text as day, attendance.state, how, at, reason, undone_at as "takenBack"
     from attendance join sign_up on sign_up.id = attendance.sign_up_id join session on session.id = sign_up.session_id
     where sign_up.person_id = $1::bigint order by attendance.id`,
    [personId],
  )
  return rows
}

/** Takes a person out of what was noted of them and by them; that a sign-up was there stays. Before sign-ups lose their people. */
export async function blankMarksOf(db: Db, personId: number): Promise<void> {
  await db.query(
    'update attendance set reason = null where sign_up_id in (select id from sign_up where person_id = $1::bigint)',
    [personId],
  )
  await db.query('update attendance set actor_id = null where actor_id = $1::bigint', [personId])
  await db.query('update attendance set undone_by = null where undone_by = $1::bigint', [personId])
}

/** Forgets why and by whom it was noted in sessions that ended before `before`, and what was taken back. Returns of how many notes. */
export async function blankMarks(db: Db, before: Temporal.Instant): Promise<number> {
  const gone = await forgetBefore(
    db,
    `delete from attendance using sign_up, session
     where sign_up.id = attendance.sign_up_id and session.id = sign_up.session_id and undone_at is not null
       and session.ends_at < $1::timestamptz`,
    before,
  )
  const blanked = await forgetBefore(
    db,
    `update attendance set actor_id = null, reason = null from sign_up, session
     where sign_up.id = attendance.sign_up_id and session.id = sign_up.session_id
       and (attendance.actor_id is not null or attendance.reason is not null) and session.ends_at < $1::timestamptz`,
    before,
  )
  return gone + blanked
}

/** How many notes say who made them, or why. */
export function countMarks(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(at) as oldest from attendance
     where actor_id is not null or reason is not null or undone_at is not null`,
  )
}

/** Whether a person has a place in one of these sessions. */
export async function hasPlaceIn(db: Db, personId: number, sessionIds: readonly number[]): Promise<boolean> {
  const { rows } = await db.query(
    `select from sign_up where person_id = $1::bigint and session_id = any ($2::int[]) and status = 'confirmed' limit 1`,
    [personId, sessionIds],
  )
  return rows.length > 0
}

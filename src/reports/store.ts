import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../platform/database/audit.ts'
import type { Db } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'
import type { Past } from './report.ts'

type PastRow = Omit<Past, 'before'> & { before: string }

/** What was entered of the time before, the oldest first. */
export async function listPast(db: Db): Promise<Past[]> {
  const { rows } = await db.query<PastRow>(
    'select id, before::text, sessions, people, municipalities, codes from report_past order by before, id',
  )
  return rows.map((row) => ({ ...row, before: Temporal.PlainDate.from(row.before) }))
}

export async function insertPast(
  db: Db,
  past: Omit<Past, 'id'>,
  by: { staffId: number; now: Temporal.Instant },
): Promise<void> {
  await db.query(
    `insert into report_past (before, sessions, people, municipalities, codes, entered_by, entered_at)
     values ($1::date, $2::int, $3::int, $4::int, $5::jsonb, $6::bigint, $7::timestamptz)`,
    [
      past.before.toString(),
      past.sessions,
      past.people,
      past.municipalities,
      toJsonb(past.codes),
      by.staffId,
      by.now.toString(),
    ],
  )
}

/** `false`: it was removed before. */
export async function deletePast(db: Db, id: number): Promise<boolean> {
  const { rowCount } = await db.query('delete from report_past where id = $1::int', [id])
  return rowCount === 1
}

/** Takes somebody's name out of what they entered. */
export async function disownPast(db: Db, personId: number): Promise<void> {
  await db.query('update report_past set entered_by = null where entered_by = $1::bigint', [personId])
}

/** Forgets who entered what before `before`; the sums stay. Returns how many. */
export function blankPast(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    'update report_past set entered_by = null where entered_by is not null and entered_at < $1::timestamptz',
    before,
  )
}

export function countPast(db: Db): Promise<Held> {
  return countHeld(
    db,
    'select count(*) as rows, min(entered_at) as oldest from report_past where entered_by is not null',
  )
}

export async function reportAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select entered_at::text as at, entered_by as actor_id,
       'sums before ' || before || ' entered: ' || sessions || ' sessions, ' || people || ' people' as what
     from report_past where entered_at >= $1::timestamptz order by entered_at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}

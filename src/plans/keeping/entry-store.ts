import type { Db } from '../../platform/database/database.ts'
import { toJsonb, toJsonbArray } from '../../platform/database/parameter.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Cells, Part } from '../draft/draft.ts'

/** What people wrote into plans. */
export const PLAN_WORDS: readonly Words[] = [
  { table: 'plan_entry', json: ['cells'] },
  { table: 'plan_version', json: ['entries'] },
  { table: 'plan_accepted', text: ['quote', 'reason'] },
]

/** An entry with what is known of its making. Whoever erased their data is nobody (`null`). */
export type KeptEntry = {
  id: number
  planId: number
  part: Part
  cells: Cells
  /** Grows with each change. */
  version: number
  changedBy: number | null
  changedAt: Temporal.Instant
}

type EntryRow = {
  id: number
  plan_id: number
  part: Part
  cells: Cells
  version: number
  changed_by: number | null
  changed_at: string
}

const COLUMNS = 'id, plan_id, part, cells, version, changed_by, changed_at::text as changed_at'

function entryOf(row: EntryRow): KeptEntry {
  return {
    id: row.id,
    planId: row.plan_id,
    part: row.part,
    cells: row.cells,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: Temporal.Instant.from(row.changed_at.replace(' ', 'T')),
  }
}

/** All entries of a plan, as they were made. */
export async function entriesOfPlan(db: Db, planId: number): Promise<KeptEntry[]> {
  const { rows } = await db.query<EntryRow>(`select ${COLUMNS} from plan_entry where plan_id = $1::int order by id`, [
    planId,
  ])
  return rows.map(entryOf)
}

export async function readEntry(db: Db, id: number): Promise<KeptEntry | null> {
  const { rows } = await db.query<EntryRow>(`select ${COLUMNS} from plan_entry where id = $1::bigint`, [id])
  return rows[0] ? entryOf(rows[0]) : null
}

export async function countEntries(db: Db, planId: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*)::int as count from plan_entry where plan_id = $1::int',
    [planId],
  )
  return rows[0]!.count
}

/** A plan with more rows is none that anybody reads. */
export const MOST_ENTRIES = 600

export type NewEntry = { part: Part; cells: Cells }
type By = { personId: number; now: Temporal.Instant }

/** Writes entries in order. Returns their ids. */
export async function insertEntries(db: Db, planId: number, entries: readonly NewEntry[], by: By): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into plan_entry (plan_id, part, cells, made_by, made_at, changed_by, changed_at)
     select $1::int, new.part, new.cells, $4::bigint, $5::timestamptz, $4::bigint, $5::timestamptz
     from rows from (unnest($2::text[]), jsonb_array_elements($3::jsonb)) with ordinality as new (part, cells, place)
     order by new.place returning id`,
    [
      planId,
      entries.map(({ part }) => part),
      toJsonbArray(entries.map(({ cells }) => toJsonb(cells))),
      by.personId,
      by.now.toString(),
    ],
  )
  return rows.map(({ id }) => id)
}

/** Changes an entry that is still as it was at `version`. `false`: somebody changed or removed it meanwhile. */
export async function changeEntry(
  db: Db,
  { id, version, cells }: { id: number; version: number; cells: Cells },
  by: By,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update plan_entry
     set cells = $3::jsonb, version = version + 1, changed_by = $4::bigint, changed_at = $5::timestamptz
     where id = $1::bigint and version = $2::int`,
    [id, version, toJsonb(cells), by.personId, by.now.toString()],
  )
  return rowCount === 1
}

/** Removes an entry that is still as it was at `version`. */
export async function removeEntry(db: Db, id: number, version: number): Promise<boolean> {
  const { rowCount } = await db.query('delete from plan_entry where id = $1::bigint and version = $2::int', [
    id,
    version,
  ])
  return rowCount === 1
}

/** Takes back what came in one go and nobody has changed since. Returns how many that were. */
export async function removeUnchanged(
  db: Db,
  planId: number,
  first: number,
  last: number,
  personId: number,
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from plan_entry
     where plan_id = $1::int and id between $2::bigint and $3::bigint and version = 1 and made_by = $4::bigint`,
    [planId, first, last, personId],
  )
  return rowCount ?? 0
}

/** All entries of a plan are others: an older version comes back. */
export async function replaceEntries(db: Db, planId: number, entries: readonly NewEntry[], by: By): Promise<void> {
  await db.query('delete from plan_entry where plan_id = $1::int', [planId])
  if (entries.length > 0) await insertEntries(db, planId, entries, by)
}

/** What somebody wrote last, or first, in plans. */
export async function readEntriesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select plan_id as "planId", part, cells, made_at::text as "madeAt" from plan_entry
     where made_by = $1::bigint or changed_by = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/** Entries stay without whoever made them. */
export async function disownEntries(db: Db, personId: number): Promise<void> {
  await db.query(
    `update plan_entry
     set made_by = nullif(made_by, $1::bigint), changed_by = nullif(changed_by, $1::bigint)
     where made_by = $1::bigint or changed_by = $1::bigint`,
    [personId],
  )
  await db.query('update plan_accepted set accepted_by = null where accepted_by = $1::bigint', [personId])
  await db.query('update plan_version set kept_by = null where kept_by = $1::bigint', [personId])
}

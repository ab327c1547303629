import type { Db } from '../../../platform/database/database.ts'
import { toJsonb } from '../../../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../../../platform/database/retention.ts'
import type { Words } from '../../../platform/database/words.ts'
import type { ListedPerson } from './list.ts'

/** A list between its preview and its import, or imported lately. */
export type ImportList = {
  id: number
  sessionId: number
  people: ListedPerson[]
  doneAt: Temporal.Instant | null
  undoneAt: Temporal.Instant | null
}

/** Who stands in lists that wait. */
export const IMPORT_WORDS: Words = { table: 'import_list', json: ['people'] }

/** Keeps a list until it is imported. Returns its number. */
export async function insertImport(
  db: Db,
  list: { sessionId: number; madeBy: number; people: readonly ListedPerson[] },
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into import_list (session_id, made_by, at, people)
     values ($1::int, $2::bigint, $3::timestamptz, $4::jsonb) returning id`,
    [list.sessionId, list.madeBy, now.toString(), toJsonb(list.people)],
  )
  return rows[0]!.id
}

type ImportRow = {
  id: number
  session_id: number
  people: ListedPerson[]
  done_at: string | null
  undone_at: string | null
}

/** A list; nobody else imports or undoes it until the transaction ends. `null`: it is forgotten. */
export async function lockImport(db: Db, importId: number): Promise<ImportList | null> {
  const { rows } = await db.query<ImportRow>(
    `select id, session_id, people, done_at::text, undone_at::text from import_list where id = $1::int for update`,
    [importId],
  )
  return rows[0] ? importOf(rows[0]) : null
}

const instant = (at: string | null) => (at === null ? null : Temporal.Instant.from(at))

function importOf({ id, session_id, people, done_at, undone_at }: ImportRow): ImportList {
  return { id, sessionId: session_id, people, doneAt: instant(done_at), undoneAt: instant(undone_at) }
}

/** The list is imported: its people are in the session, and are not kept here any more. */
export async function markImported(
  db: Db,
  importId: number,
  places: readonly { signUpId: number; isNew: boolean }[],
  now: Temporal.Instant,
): Promise<void> {
  await db.query(`update import_list set done_at = $2::timestamptz, people = '[]' where id = $1::int`, [
    importId,
    now.toString(),
  ])
  await db.query(
    `insert into import_place (import_id, sign_up_id, is_new)
     select $1::int, "signUpId", "isNew" from jsonb_to_recordset($2::jsonb) as made ("signUpId" int, "isNew" boolean)`,
    [importId, toJsonb(places)],
  )
}

export async function markUndone(db: Db, importId: number, now: Temporal.Instant): Promise<void> {
  await db.query('update import_list set undone_at = $2::timestamptz where id = $1::int', [importId, now.toString()])
}

/** The sign-ups that an import made, with whose they are. */
export async function readPlaces(
  db: Db,
  importId: number,
): Promise<{ signUpId: number; personId: number | null; isNew: boolean }[]> {
  const { rows } = await db.query<{ signUpId: number; personId: number | null; isNew: boolean }>(
    `select sign_up_id as "signUpId", person_id as "personId", is_new as "isNew"
     from import_place join sign_up on sign_up.id = sign_up_id where import_id = $1::int order by sign_up_id`,
    [importId],
  )
  return rows
}

export async function deleteImport(db: Db, importId: number): Promise<void> {
  await db.query('delete from import_list where id = $1::int', [importId])
}

/** Forgets lists of before `before`, imported or not. Returns how many. */
export function deleteImports(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from import_list where at < $1::timestamptz', before)
}

export function countImports(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from import_list')
}

/** Lists that somebody of staff sent are nobody's once they erase their data. */
export async function disownImports(db: Db, personId: number): Promise<void> {
  await db.query('update import_list set made_by = null where made_by = $1::bigint', [personId])
}

/** When somebody of staff sent a list, for them to read. */
export async function readImportsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    'select session_id as session, at, done_at as imported, undone_at as undone from import_list where made_by = $1::bigint',
    [personId],
  )
  return rows
}

import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'
import type { Words } from '../../platform/database/words.ts'
import type { Verdict } from '../personal/judge.ts'
import type { Document } from '../readers/document.ts'
import type { Unread } from '../readers/result.ts'
import { withWays } from './ways.ts'

/** «draft» is what is stored of a version that was prepared and not decided on yet. */
export type VersionState = 'draft' | 'published' | 'replaced' | 'withdrawn' | 'discarded'

/** A version of a source, without the text it holds. `sourceId` and `number` are `null` until it is published. */
export type Version = {
  id: number
  sourceId: number | null
  number: number | null
  state: VersionState
  fileName: string
  format: string
  language: 'sr' | 'en'
  pages: number | null
  hash: string
  unread: Unread[]
  preparedBy: number | null
  /** What was seen of people in it; `null`: nobody has looked yet. */
  people: Verdict | null
  /** Whether a coordinator let it be published though it lists people. */
  isConfirmed: boolean
}

type VersionRow = {
  id: number
  source_id: number | null
  number: number | null
  state: VersionState
  file_name: string
  format: string
  language: 'sr' | 'en'
  pages: number | null
  hash: string
  unread: Unread[]
  prepared_by: number | null
  people: Verdict | null
  is_confirmed: boolean
}

const COLUMNS = `id, source_id, number, state, file_name, format, language, pages, hash, unread, prepared_by, people,
  people_confirmed_at is not null as is_confirmed`

function versionOf(row: VersionRow): Version {
  return {
    id: row.id,
    sourceId: row.source_id,
    number: row.number,
    state: row.state,
    fileName: row.file_name,
    format: row.format,
    language: row.language,
    pages: row.pages,
    hash: row.hash,
    unread: row.unread,
    preparedBy: row.prepared_by,
    people: row.people,
    isConfirmed: row.is_confirmed,
  }
}

/** What is kept of a file that was read. */
export type NewVersion = {
  fileName: string
  format: string
  language: 'sr' | 'en'
  pages: number | null
  hash: string
  document: Document
  unread: Unread[]
  /** What was seen of people in it; left out: looked at later. */
  people?: Verdict
  /** Ways to ask that a model proposed, for each passage of the document; left out: none. */
  ways?: readonly (readonly string[])[]
}

/** Keeps a version that was only prepared: read, shown to its trainer, not searched. Returns its id. */
export async function insertVersion(
  db: Db,
  version: NewVersion,
  preparedBy: number | null,
  now: Temporal.Instant,
): Promise<number> {
  const [id] = await insertVersions(db, [version], preparedBy, now)
  return id!
}

/** The same of several. Returns their ids in the same order. */
export async function insertVersions(
  db: Db,
  versions: readonly NewVersion[],
  preparedBy: number | null,
  now: Temporal.Instant,
): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into version (state, file_name, format, language, pages, hash, document, unread, prepared_by, prepared_at, ways,
                          people)
     select 'draft', new."fileName", new.format, new.language, new.pages, new.hash, new.document, new.unread, $2::bigint,
            $3::timestamptz, coalesce(new.ways, '[]'), new.people
     from rows from (jsonb_to_recordset($1::jsonb) as ("fileName" text, format text, language text, pages int, hash text,
                     document jsonb, unread jsonb, ways jsonb, people jsonb)) with ordinality as new
     order by new.ordinality
     returning id`,
    [toJsonb(versions), preparedBy, now.toString()],
  )
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** A version, locked until the transaction ends; `null` when there is none. */
export async function lockVersion(db: Db, id: number): Promise<Version | null> {
  const { rows } = await db.query<VersionRow>(`select ${COLUMNS} from version where id = $1::int for update`, [id])
  return rows[0] ? versionOf(rows[0]) : null
}

export async function readDocument(db: Db, versionId: number): Promise<Document> {
  const { rows } = await db.query<{ document: Document }>('select document from version where id = $1::int', [
    versionId,
  ])
  return rows[0]!.document
}

/** The document of a draft as it is to be published: with the ways to ask that were proposed for it and not dropped. Kept so from now on. */
export async function settleDocument(db: Db, versionId: number): Promise<Document> {
  const { rows } = await db.query<{ document: Document; ways: string[][] }>(
    'select document, ways from version where id = $1::int',
    [versionId],
  )
  const { document, ways } = rows[0]!
  if (!ways.some((one) => one.length > 0)) return document
  const settled = withWays(document, ways)
  await db.query(`update version set document = $2::jsonb, ways = '[]' where id = $1::int`, [
    versionId,
    toJsonb(settled),
  ])
  return settled
}

/** Forgets the ways to ask that were proposed for a draft. */
export async function dropWays(db: Db, versionId: number): Promise<void> {
  await db.query(`update version set ways = '[]' where id = $1::int`, [versionId])
}

/** Puts versions in use, each as the newest of its source, and those before them out of use. Returns their numbers, by their ids. */
export async function putInUse(
  db: Db,
  versions: readonly { id: number; sourceId: number }[],
  publishedBy: number | null,
  now: Temporal.Instant,
): Promise<Map<number, number>> {
  const sourceIds = versions.map(({ sourceId }) => sourceId)
  await db.query(
    `update version set state = 'replaced', withdrawn_at = $2::timestamptz
     where source_id = any ($1::int[]) and state = 'published'`,
    [sourceIds, now.toString()],
  )
  const { rows } = await db.query<{ id: number; number: number }>(
    `with latest as (
       select source_id, max(number) as number from version where source_id = any ($2::int[]) group by source_id
     )
     update version
     set state = 'published', source_id = new.source_id, published_by = $3::bigint, published_at = $4::timestamptz, withdrawn_at = null,
         number = coalesce(version.number, 1 + coalesce(latest.number, 0))
     from unnest($1::int[], $2::int[]) as new (id, source_id) left join latest on latest.source_id = new.source_id
     where version.id = new.id
     returning version.id, version.number`,
    [versions.map(({ id }) => id), sourceIds, publishedBy, now.toString()],
  )
  return new Map(rows.map(({ id, number }) => [id, number]))
}

export async function markVersion(
  db: Db,
  versionId: number,
  state: 'withdrawn' | 'discarded',
  now: Temporal.Instant,
): Promise<void> {
  await db.query('update version set state = $2::text, withdrawn_at = $3::timestamptz where id = $1::int', [
    versionId,
    state,
    now.toString(),
  ])
}

/** Why staff let a list of people be published. */
export const MATERIAL_WORDS: Words = { table: 'material_event', text: ['reason'] }

/** Notes what somebody of staff did to a version. */
export async function insertMaterialEvent(
  db: Db,
  event: {
    versionId: number
    actorId: number
    what: 'sent' | 'published' | 'discarded' | 'withdrawn' | 'confirmed'
    reason?: string
  },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into material_event (version_id, at, actor_id, what, reason)
     values ($1::int, $2::timestamptz, $3::bigint, $4::text, $5::text)`,
    [event.versionId, now.toString(), event.actorId, event.what, event.reason ?? null],
  )
}

/** The version in use of a source, or `null`. */
export async function versionInUse(db: Db, sourceId: number): Promise<Version | null> {
  const { rows } = await db.query<VersionRow>(
    `select ${COLUMNS} from version where source_id = $1::int and state = 'published'`,
    [sourceId],
  )
  return rows[0] ? versionOf(rows[0]) : null
}

/** A published version with the same bytes, or `null`: the file was sent before. */
export async function publishedTwin(
  db: Db,
  hash: string,
): Promise<{ title: string; number: number; publishedAt: Date } | null> {
  const { rows } = await db.query<{ title: string; number: number; published_at: Date }>(
    `select source.title, version.number, version.published_at
     from version join source on source.id = version.source_id
     where version.hash = $1::text and version.state = 'published'
     limit 1`,
    [hash],
  )
  return rows[0] ? { title: rows[0].title, number: rows[0].number, publishedAt: rows[0].published_at } : null
}

/** Documents that a person sent and nobody put in use, by name; what was published is the material's. */
export async function readDraftsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select file_name, state, prepared_at from version
     where prepared_by = $1::bigint or published_by = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/** Forgets documents that a person sent and nobody ever put in use. */
export async function deleteDraftsOf(db: Db, personId: number): Promise<void> {
  await db.query(
    `delete from version where state in ('draft', 'discarded') and source_id is null and prepared_by = $1::bigint`,
    [personId],
  )
}

/** Forgets what was read before `before` and never put in use. Returns how many documents. */
export function deleteUnpublished(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from version where state in ('draft', 'discarded') and source_id is null and prepared_at < $1::timestamptz`,
    before,
  )
}

export function countUnpublished(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(prepared_at) as oldest from version where source_id is null')
}

/** How many versions were ever in use. */
export function countVersions(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(prepared_at) as oldest from version where source_id is not null')
}

/** Forgets what staff did to documents before `before`. Returns how many acts. */
export function deleteMaterialEvents(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from material_event where at < $1::timestamptz', before)
}

export function countMaterialEvents(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from material_event')
}

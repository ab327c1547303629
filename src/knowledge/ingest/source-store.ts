import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import type { Document, Term } from '../readers/document.ts'
import type { FolderSource } from './sync.ts'

/** A source as the list of sources shows it. */
export type Source = {
  id: number
  path: string
  title: string
  titleEn: string
  origin: string
  checkedOn: string | null
  questions: { sr: string[]; en: string[] }
  hash: string
  keptBy: 'folder' | 'trainers'
}

const SOURCE_COLUMNS = `id, path, title, title_en, origin, to_char(checked_on, 'YYYY-MM-DD') as checked_on, questions, hash, kept_by`

type SourceRow = {
  id: number
  path: string
  title: string
  title_en: string
  origin: string
  checked_on: string | null
  questions: { sr: string[]; en: string[] }
  hash: string
  kept_by: 'folder' | 'trainers'
}

function sourceOf(row: SourceRow): Source {
  return {
    id: row.id,
    path: row.path,
    title: row.title,
    titleEn: row.title_en,
    origin: row.origin,
    checkedOn: row.checked_on,
    questions: row.questions,
    hash: row.hash,
    keptBy: row.kept_by,
  }
}

/** Sources in use, in the order of their paths. */
export async function listSources(db: Db): Promise<Source[]> {
  const { rows } = await db.query<SourceRow>(
    `select ${SOURCE_COLUMNS} from source where withdrawn_at is null order by path collate "C"`,
  )
  return rows.map(sourceOf)
}

const FOLDER_SOURCES = `
  select id, path, withdrawn_at is not null as withdrawn, withdrawn_by,
         coalesce((select version.hash from version where source_id = source.id and number is not null order by number desc limit 1),
                  source.hash) as file_hash,
         (select count(*) from chunk where source_id = source.id and chunk.withdrawn_at is null) as chunks
  from source where kept_by = 'folder'`

type FolderSourceRow = {
  id: number
  path: string
  withdrawn: boolean
  withdrawn_by: 'folder' | 'trainers' | null
  file_hash: string
  chunks: number
}

function folderSourceOf(row: FolderSourceRow): FolderSource {
  const { id, path, file_hash: fileHash, chunks } = row
  const state = row.withdrawn
    ? (`withdrawn by ${row.withdrawn_by === 'trainers' ? 'trainers' : 'the folder'}` as const)
    : 'in use'
  return { id, path, fileHash, state, chunks }
}

/** The sources that files of the knowledge folder keep, withdrawn or not. */
export async function listFolderSources(db: Db): Promise<FolderSource[]> {
  const { rows } = await db.query<FolderSourceRow>(FOLDER_SOURCES)
  return rows.map(folderSourceOf)
}

/** The sources that the files at `paths` keep, by their paths; those that keep none are left out. */
export async function findFolderSources(db: Db, paths: readonly string[]): Promise<Map<string, FolderSource>> {
  const { rows } = await db.query<FolderSourceRow>(`${FOLDER_SOURCES} and path = any ($1::text[])`, [paths])
  return new Map(rows.map((row) => [row.path, folderSourceOf(row)]))
}

/** Where a source belongs, or `null` when there is none with this id. */
export async function targetOf(
  db: Db,
  sourceId: number,
): Promise<{ path: string; keptBy: 'folder' | 'trainers' } | null> {
  const { rows } = await db.query<{ path: string; kept_by: 'folder' | 'trainers' }>(
    'select path, kept_by from source where id = $1::int',
    [sourceId],
  )
  return rows[0] ? { path: rows[0].path, keptBy: rows[0].kept_by } : null
}

/** A source to be put in use: where it belongs, and of which file. */
export type UsedSource = { path: string; keptBy: 'folder' | 'trainers'; hash: string; document: Document }

/** Makes or renews sources and puts them in use. Returns their ids, by their paths. */
export async function saveSources(
  db: Db,
  sources: readonly UsedSource[],
  now: Temporal.Instant,
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: number; path: string }>(
    `insert into source (path, kept_by, title, title_en, origin, checked_on, questions, hash, ingested_at)
     select new.path, new."keptBy", new.title, new."titleEn", new.origin, new."checkedOn", new.questions, new.hash, $2::timestamptz
     from rows from (jsonb_to_recordset($1::jsonb) as (path text, "keptBy" text, title text, "titleEn" text, origin text,
                     "checkedOn" date, questions jsonb, hash text)) with ordinality as new
     order by new.ordinality
     on conflict (path) do update
     set title = excluded.title, title_en = excluded.title_en, origin = excluded.origin, checked_on = excluded.checked_on,
         questions = excluded.questions, hash = excluded.hash, ingested_at = excluded.ingested_at,
         withdrawn_at = null, withdrawn_by = null
     returning id, path`,
    [toJsonb(sources.map(savedOf)), now.toString()],
  )
  return new Map(rows.map(({ id, path }) => [path, id]))
}

function savedOf({ path, keptBy, hash, document }: UsedSource) {
  const { title, titleEn, origin, checkedOn, questions } = document
  return { path, keptBy, hash, title, titleEn, origin, checkedOn, questions }
}

export async function markSourceWithdrawn(
  db: Db,
  sourceId: number,
  by: 'folder' | 'trainers',
  now: Temporal.Instant,
): Promise<void> {
  await db.query('update source set withdrawn_at = $2::timestamptz, withdrawn_by = $3::text where id = $1::int', [
    sourceId,
    now.toString(),
    by,
  ])
}

/** Makes the terms of sources these. */
export async function replaceTerms(
  db: Db,
  sources: readonly { sourceId: number; terms: readonly Term[] }[],
): Promise<void> {
  await db.query('delete from term where source_id = any ($1::int[])', [sources.map(({ sourceId }) => sourceId)])
  const terms = sources.flatMap(({ sourceId, terms }) => terms.map((term) => ({ sourceId, ...term })))
  if (terms.length === 0) return
  await db.query(
    `insert into term (source_id, mark, term, aliases, english, meaning, meaning_en)
     select new."sourceId", new.mark, new.term, array(select jsonb_array_elements_text(new.aliases)),
            array(select jsonb_array_elements_text(new.english)), new.meaning, new."meaningEn"
     from rows from (jsonb_to_recordset($1::jsonb) as ("sourceId" int, mark text, term text, aliases jsonb, english jsonb,
                     meaning text, "meaningEn" text)) with ordinality as new
     order by new.ordinality`,
    [toJsonb(terms)],
  )
}

import { readNames } from '../../people/directory-store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { VersionState } from '../ingest/version-store.ts'
import type { Unread } from '../readers/result.ts'

/** A source as trainers see it. */
export type MaterialLine = {
  sourceId: number
  title: string
  keptBy: 'folder' | 'trainers'
  number: number | null
  publishedBy: string | null
  publishedAt: Date | null
  withdrawn: boolean
}

/** All sources with the newest version that was ever published. */
export async function listMaterial(db: Db): Promise<MaterialLine[]> {
  const { rows } = await db.query<{
    source_id: number
    title: string
    kept_by: 'folder' | 'trainers'
    number: number | null
    published_by: number | null
    published_at: Date | null
    withdrawn: boolean
  }>(
    `select source.id as source_id, source.title, source.kept_by, newest.number, newest.published_by, newest.published_at,
            source.withdrawn_at is not null as withdrawn
     from source
     left join lateral (
       select number, published_by, published_at from version
       where version.source_id = source.id and number is not null
       order by (state = 'published') desc, published_at desc limit 1
     ) as newest on true
     order by source.kept_by desc, source.path collate "C"`,
  )
  const nameOf = await publishers(db, rows)
  return rows.map((row) => ({
    sourceId: row.source_id,
    title: row.title,
    keptBy: row.kept_by,
    number: row.number,
    publishedBy: nameOf(row.published_by),
    publishedAt: row.published_at,
    withdrawn: row.withdrawn,
  }))
}

async function publishers(
  db: Db,
  rows: readonly { published_by: number | null }[],
): Promise<(id: number | null) => string | null> {
  const names = await readNames(
    db,
    rows.map((row) => row.published_by),
  )
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

/** How often passages of each source are cited, where `times` says how often each passage is. */
export async function citationsBySource(db: Db, times: ReadonlyMap<number, number>): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; source_id: number }>(
    'select id, source_id from chunk where id = any ($1::int[])',
    [[...times.keys()]],
  )
  const bySource = new Map<number, number>()
  for (const { id, source_id } of rows) bySource.set(source_id, (bySource.get(source_id) ?? 0) + times.get(id)!)
  return bySource
}

/** A version has its number once it is published. */
export type PublishedState = Exclude<VersionState, 'draft' | 'discarded'>

export type VersionLine = {
  id: number
  number: number
  state: PublishedState
  fileName: string
  publishedBy: string | null
  publishedAt: Date
  unread: Unread[]
}

/** The published and once published versions of a source, newest first. */
export async function listVersions(db: Db, sourceId: number): Promise<VersionLine[]> {
  const { rows } = await db.query<{
    id: number
    number: number
    state: PublishedState
    file_name: string
    published_by: number | null
    published_at: Date
    unread: Unread[]
  }>(
    `select version.id, version.number, version.state, version.file_name, version.published_by, version.published_at, version.unread
     from version
     where version.source_id = $1::int and version.number is not null
     order by version.number desc
     limit 20`,
    [sourceId],
  )
  const nameOf = await publishers(db, rows)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    fileName: row.file_name,
    publishedBy: nameOf(row.published_by),
    publishedAt: row.published_at,
    unread: row.unread,
  }))
}

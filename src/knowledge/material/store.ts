import type { Db } from '../../platform/database/database.ts'
import type { VersionState } from '../ingest/version-store.ts'

/** A source as trainers see it. */
export type MaterialLine = {
  sourceId: number
  title: string
  keptBy: 'folder' | 'trainers'
  number: number | null
  publishedBy: string | null
  publishedAt: Date | null
  withdrawn: boolean
  citations: number
}

/** All sources with the newest version that was ever published, and how often their passages were cited in kept traces. */
export async function listMaterial(db: Db): Promise<MaterialLine[]> {
  const { rows } = await db.query<{
    source_id: number
    title: string
    kept_by: 'folder' | 'trainers'
    number: number | null
    published_by: string | null
    published_at: Date | null
    withdrawn: boolean
    citations: number
  }>(
    `select source.id as source_id, source.title, source.kept_by, newest.number, person.name as published_by, newest.published_at,
            source.withdrawn_at is not null as withdrawn,
            (select count(*) from citation join chunk on chunk.id = citation.chunk_id where chunk.source_id = source.id) as citations
     from source
     left join lateral (
       select number, published_by, published_at from version
       where version.source_id = source.id and number is not null
       order by (state = 'published') desc, published_at desc limit 1
     ) as newest on true
     left join person on person.id = newest.published_by
     order by source.kept_by desc, source.path collate "C"`,
  )
  return rows.map((row) => ({
    sourceId: row.source_id,
    title: row.title,
    keptBy: row.kept_by,
    number: row.number,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    withdrawn: row.withdrawn,
    citations: row.citations,
  }))
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
}

/** The published and once published versions of a source, newest first. */
export async function listVersions(db: Db, sourceId: number): Promise<VersionLine[]> {
  const { rows } = await db.query<{
    id: number
    number: number
    state: PublishedState
    file_name: string
    name: string | null
    published_at: Date
  }>(
    `select version.id, version.number, version.state, version.file_name, person.name, version.published_at
     from version left join person on person.id = version.published_by
     where version.source_id = $1::int and version.number is not null
     order by version.number desc
     limit 20`,
    [sourceId],
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    fileName: row.file_name,
    publishedBy: row.name,
    publishedAt: row.published_at,
  }))
}

import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import { markWithdrawn } from '../search/segment-store.ts'
import type { Chunk } from './chunk.ts'

/** A passage in use, as it is told from others. */
export type KnownChunk = { id: number; sourceId: number; hash: string; position: number }

/** The passages in use of these sources. */
export async function listChunks(db: Db, sourceIds: readonly number[]): Promise<KnownChunk[]> {
  const { rows } = await db.query<KnownChunk>(
    `select id, source_id as "sourceId", hash, position from chunk
     where source_id = any ($1::int[]) and withdrawn_at is null`,
    [sourceIds],
  )
  return rows
}

export async function moveChunks(db: Db, moved: readonly { id: number; position: number }[]): Promise<void> {
  await db.query(
    `update chunk set position = new.position from unnest($1::int[], $2::int[]) as new (id, position)
     where chunk.id = new.id`,
    [moved.map(({ id }) => id), moved.map(({ position }) => position)],
  )
}

/** A passage to be added: its place in its source, the version that brings it. */
export type NewChunk = { chunk: Chunk; sourceId: number; position: number; versionId: number }

/** Adds passages. Returns their ids in the same order. */
export async function insertChunks(db: Db, chunks: readonly NewChunk[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into chunk (source_id, version_id, position, place, headings, heading_en, titles, asked_as, answered_in, facts,
                        template, blocks, body, hash)
     select new."sourceId", new."versionId", new.position, new.place, array(select jsonb_array_elements_text(new.headings)),
            new."headingEn", array(select jsonb_array_elements_text(new.titles)),
            array(select jsonb_array_elements_text(new."askedAs")), array(select jsonb_array_elements_text(new."answeredIn")),
            array(select jsonb_array_elements_text(new.facts)), new.template, new.blocks, new.body, new.hash
     from rows from (jsonb_to_recordset($1::jsonb) as ("sourceId" int, "versionId" int, position int, place jsonb, headings jsonb,
                     "headingEn" text, titles jsonb, "askedAs" jsonb, "answeredIn" jsonb, facts jsonb, template text, blocks jsonb,
                     body text, hash text))
          with ordinality as new
     order by new.ordinality
     returning id`,
    [toJsonb(chunks.map(({ chunk, ...rest }) => ({ ...chunk, ...rest, searchText: undefined })))],
  )
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

/** A passage in use as it is stored, with the title that it is searched by; `null` for any other. */
export async function readPassage(
  db: Db,
  chunkId: number,
): Promise<(Omit<Chunk, 'searchText'> & Omit<NewChunk, 'chunk'> & { title: string }) | null> {
  const { rows } = await db.query<Omit<Chunk, 'searchText'> & Omit<NewChunk, 'chunk'> & { title: string }>(
    `select source.title, chunk.source_id as "sourceId", chunk.position, chunk.version_id as "versionId", chunk.place, chunk.headings,
            chunk.heading_en as "headingEn", chunk.titles, chunk.asked_as as "askedAs", chunk.answered_in as "answeredIn", chunk.facts, chunk.template, chunk.blocks,
            chunk.body, chunk.hash
     from chunk join source on source.id = chunk.source_id
     where chunk.id = $1::int and chunk.withdrawn_at is null`,
    [chunkId],
  )
  return rows[0] ?? null
}

/** Takes passages out of search; they stay readable where they were cited, and are deleted once they are cited nowhere. */
export async function withdrawChunks(db: Db, chunkIds: readonly number[], now: Temporal.Instant): Promise<void> {
  await markWithdrawn(db, chunkIds)
  await db.query('update chunk set withdrawn_at = $2::timestamptz where id = any ($1::int[])', [
    chunkIds,
    now.toString(),
  ])
}

/** Passages taken out of search before `before`. */
export async function withdrawnChunks(db: Db, before: Temporal.Instant): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from chunk where withdrawn_at < $1::timestamptz', [
    before.toString(),
  ])
  return rows.map((row) => row.id)
}

/** Deletes passages out of use. Returns how many. */
export async function deleteWithdrawn(db: Db, chunkIds: readonly number[]): Promise<number> {
  const { rowCount } = await db.query('delete from chunk where id = any ($1::int[]) and withdrawn_at is not null', [
    chunkIds,
  ])
  return rowCount ?? 0
}

/** How many passages are out of use; the oldest is the one that was taken out first. */
export function countWithdrawn(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(withdrawn_at) as oldest from chunk where withdrawn_at is not null')
}

/** Adds to how many passages the collection has, and raises its version. */
export async function changeCollection(db: Db, chunks: number): Promise<void> {
  await db.query('update collection set chunks = chunks + $1::int, version = version + 1', [chunks])
}

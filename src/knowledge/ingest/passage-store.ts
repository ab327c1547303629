import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import type { Chunk } from './chunk.ts'

/** Hash → id of a source's passages in use. */
export async function chunkHashes(db: Db, sourceId: number): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: number; hash: string }>(
    'select id, hash from chunk where source_id = $1::int and withdrawn_at is null',
    [sourceId],
  )
  return new Map(rows.map((row) => [row.hash, row.id]))
}

export async function moveChunk(db: Db, chunkId: number, position: number): Promise<void> {
  await db.query('update chunk set position = $2::int where id = $1::int and position <> $2::int', [chunkId, position])
}

/** A passage to be added: its place in the source, its length in grams, the version that brings it. */
export type NewChunk = { chunk: Chunk; position: number; length: number; grams: string[]; versionId: number }

/** Adds passages. Returns their ids in the same order. */
export async function insertChunks(db: Db, sourceId: number, chunks: NewChunk[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into chunk (source_id, version_id, position, place, headings, heading_en, titles, asked_as, facts, blocks, body, hash, length, grams)
     select $1::int, new."versionId", new.position, new.place, array(select jsonb_array_elements_text(new.headings)), new."headingEn",
            array(select jsonb_array_elements_text(new.titles)), array(select jsonb_array_elements_text(new."askedAs")),
            array(select jsonb_array_elements_text(new.facts)), new.blocks, new.body, new.hash, new.length,
            array(select jsonb_array_elements_text(new.grams))
     from jsonb_to_recordset($2::jsonb)
       as new ("versionId" int, position int, place jsonb, headings jsonb, "headingEn" text, titles jsonb, "askedAs" jsonb, facts jsonb,
               blocks jsonb, body text, hash text, length int, grams jsonb)
     order by new.position
     returning id`,
    [sourceId, toJsonb(chunks.map(({ chunk, ...rest }) => ({ ...chunk, ...rest, searchText: undefined })))],
  )
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

/** A row of the posting table. */
export type Posting = { gram: string; count: number; chunkId: number; weight: number }

/** Adds postings and counts their grams. */
export async function insertPostings(db: Db, postings: Posting[]): Promise<void> {
  const sorted = postings.toSorted((a, b) => (a.gram < b.gram ? -1 : a.gram > b.gram ? 1 : a.chunkId - b.chunkId))
  await db.query(
    `insert into chunk_gram (gram, count, chunk_id, weight)
     select * from unnest($1::text[], $2::smallint[], $3::int[], $4::real[])`,
    [sorted.map((p) => p.gram), sorted.map((p) => p.count), sorted.map((p) => p.chunkId), sorted.map((p) => p.weight)],
  )
  const counts = new Map<string, number>()
  for (const { gram } of sorted) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  await db.query('insert into gram_change (gram, chunks) select * from unnest($1::text[], $2::int[])', [
    [...counts.keys()],
    [...counts.values()],
  ])
}

/** Adds what changed to the counts of grams. To be called after passages were added or withdrawn; safe to repeat. */
export async function mergeGramCounts(db: Db): Promise<void> {
  await db.query(
    `with changed as (delete from gram_change returning gram, chunks)
     insert into gram (gram, chunks)
     select gram, sum(chunks)::int from changed group by gram
     on conflict (gram) do update set chunks = gram.chunks + excluded.chunks`,
  )
}

/**
 * Takes passages out of search; they stay readable where they were cited, and are deleted once they are cited nowhere.
 * Returns how many grams they had together.
 */
export async function withdrawChunks(db: Db, chunkIds: number[], now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ grams: number }>(
    'select coalesce(sum(length), 0)::int as grams from chunk where id = any ($1::int[])',
    [chunkIds],
  )
  await db.query(
    `with leaving as (
       select chunk.id, gram from chunk, unnest(chunk.grams) as gram where chunk.id = any ($1::int[]) and withdrawn_at is null
     ), gone as (
       delete from chunk_gram using leaving
       where chunk_gram.gram = leaving.gram collate "C" and chunk_gram.chunk_id = leaving.id
       returning chunk_gram.gram
     )
     insert into gram_change (gram, chunks) select gram, -count(*)::int from gone group by gram`,
    [chunkIds],
  )
  await db.query('update chunk set withdrawn_at = $2::timestamptz where id = any ($1::int[])', [
    chunkIds,
    now.toString(),
  ])
  return rows[0]!.grams
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

/** Adds to the counts of the whole collection, and raises its version. */
export async function changeCollection(db: Db, change: { chunks: number; grams: number }): Promise<void> {
  await db.query('update collection set chunks = chunks + $1::int, grams = grams + $2::bigint, version = version + 1', [
    change.chunks,
    change.grams,
  ])
}

/** Computes all weights anew for passages of `meanLength`, by the formula of `bm25.ts`. */
export async function reweigh(
  db: Db,
  by: { meanLength: number; saturation: number; lengthShare: number },
): Promise<void> {
  await db.query('update collection set weighed_for = $1::real', [by.meanLength])
  await db.query(
    `update chunk_gram
     set weight = count * ($2::float8 + 1) / (count + $2::float8 * (1 - $3::float8 + $3::float8 * chunk.length / $1::float8))
     from chunk
     where chunk.id = chunk_gram.chunk_id`,
    [by.meanLength, by.saturation, by.lengthShare],
  )
}

import { type Db, toJsonb } from '../platform/database.ts'
import type { Chunk } from './chunk.ts'
import type { ContentBlock, Document, Place, Term } from './document.ts'

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

/** A passage as it is stored, with its source. */
export type StoredChunk = {
  id: number
  sourceId: number
  path: string
  title: string
  titleEn: string
  position: number
  place: Place | null
  headings: string[]
  headingEn: string
  askedAs: string[]
  facts: string[]
  blocks: ContentBlock[]
  body: string
}

export type Collection = { chunks: number; grams: number; weighedFor: number; version: number }

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

/** The source at `path`, withdrawn or not, or `null`. */
export async function findSource(db: Db, path: string): Promise<(Source & { withdrawn: boolean }) | null> {
  const { rows } = await db.query<SourceRow & { withdrawn: boolean }>(
    `select ${SOURCE_COLUMNS}, withdrawn_at is not null as withdrawn from source where path = $1::text`,
    [path],
  )
  return rows[0] ? { ...sourceOf(rows[0]), withdrawn: rows[0].withdrawn } : null
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

/** Makes or renews a source and puts it in use. Returns its id. */
export async function saveSource(
  db: Db,
  source: { path: string; keptBy: 'folder' | 'trainers'; hash: string },
  document: Document,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into source (path, kept_by, title, title_en, origin, checked_on, questions, hash, ingested_at)
     values ($1::text, $2::text, $3::text, $4::text, $5::text, $6::date, $7::jsonb, $8::text, $9::timestamptz)
     on conflict (path) do update
     set title = excluded.title, title_en = excluded.title_en, origin = excluded.origin, checked_on = excluded.checked_on,
         questions = excluded.questions, hash = excluded.hash, ingested_at = excluded.ingested_at, withdrawn_at = null
     returning id`,
    [
      source.path,
      source.keptBy,
      document.title,
      document.titleEn,
      document.origin,
      document.checkedOn,
      toJsonb(document.questions),
      source.hash,
      now.toString(),
    ],
  )
  return rows[0]!.id
}

export async function markSourceWithdrawn(db: Db, sourceId: number, now: Temporal.Instant): Promise<void> {
  await db.query('update source set withdrawn_at = $2::timestamptz where id = $1::int', [sourceId, now.toString()])
}

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
 * Takes passages out of search. Those cited in an answer stay readable; the others are erased. Returns how many grams
 * they had together.
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
  await db.query(
    `delete from chunk where id = any ($1::int[]) and not exists (select from citation where citation.chunk_id = chunk.id)`,
    [chunkIds],
  )
  return rows[0]!.grams
}

export async function replaceTerms(db: Db, sourceId: number, terms: Term[]): Promise<void> {
  await db.query('delete from term where source_id = $1::int', [sourceId])
  if (terms.length === 0) return
  await db.query(
    `insert into term (source_id, mark, term, aliases, english, meaning, meaning_en)
     select $1::int, new.mark, new.term, array(select jsonb_array_elements_text(new.aliases)),
            array(select jsonb_array_elements_text(new.english)), new.meaning, new."meaningEn"
     from jsonb_to_recordset($2::jsonb) as new (mark text, term text, aliases jsonb, english jsonb, meaning text, "meaningEn" text)`,
    [sourceId, JSON.stringify(terms)],
  )
}

export async function listTerms(db: Db): Promise<(Term & { id: number })[]> {
  const { rows } = await db.query<{
    id: number
    mark: string
    term: string
    aliases: string[]
    english: string[]
    meaning: string
    meaning_en: string
  }>('select id, mark, term, aliases, english, meaning, meaning_en from term order by id')
  return rows.map(({ meaning_en, ...row }) => ({ ...row, meaningEn: meaning_en }))
}

export async function readCollection(db: Db): Promise<Collection> {
  const { rows } = await db.query<{ chunks: number; grams: number; weighed_for: number; version: number }>(
    'select chunks, grams, weighed_for, version from collection',
  )
  const row = rows[0]!
  return { chunks: row.chunks, grams: row.grams, weighedFor: row.weighed_for, version: row.version }
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

const CHUNK_COLUMNS = `chunk.id, chunk.source_id, source.path, source.title, source.title_en, chunk.position, chunk.place, chunk.headings,
  chunk.heading_en, chunk.asked_as, chunk.facts, chunk.blocks, chunk.body`

type ChunkRow = {
  id: number
  source_id: number
  path: string
  title: string
  title_en: string
  position: number
  place: Place | null
  headings: string[]
  heading_en: string
  asked_as: string[]
  facts: string[]
  blocks: ContentBlock[]
  body: string
}

function chunkOf(row: ChunkRow): StoredChunk {
  return {
    id: row.id,
    sourceId: row.source_id,
    path: row.path,
    title: row.title,
    titleEn: row.title_en,
    position: row.position,
    place: row.place,
    headings: row.headings,
    headingEn: row.heading_en,
    askedAs: row.asked_as,
    facts: row.facts,
    blocks: row.blocks,
    body: row.body,
  }
}

/** Passages by id, withdrawn ones too; unknown ids are left out. */
export async function readChunks(db: Db, ids: number[]): Promise<Map<number, StoredChunk>> {
  const { rows } = await db.query<ChunkRow>(
    `select ${CHUNK_COLUMNS} from chunk join source on source.id = chunk.source_id where chunk.id = any ($1::int[])`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, chunkOf(row)]))
}

/** The folded titles of passages, by id. */
export async function readTitles(db: Db, ids: number[]): Promise<Map<number, string[]>> {
  const { rows } = await db.query<{ id: number; titles: string[] }>(
    'select id, titles from chunk where id = any ($1::int[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.titles]))
}

/** All passages in use under the same heading as this one, in reading order: a long section has several. */
export async function readSection(db: Db, chunk: StoredChunk): Promise<StoredChunk[]> {
  const { rows } = await db.query<ChunkRow>(
    `select ${CHUNK_COLUMNS} from chunk join source on source.id = chunk.source_id
     where chunk.source_id = $1::int and chunk.headings = $2::text[] and chunk.withdrawn_at is null
     order by chunk.position`,
    [chunk.sourceId, chunk.headings],
  )
  return rows.map(chunkOf)
}

/** Gram → in how many passages it stands; grams that stand in none are left out. */
export async function gramCounts(db: Db, grams: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ gram: string; chunks: number }>(
    'select gram, chunks from gram where gram = any ($1::text[]) and chunks > 0',
    [grams],
  )
  return new Map(rows.map((row) => [row.gram, row.chunks]))
}

/** The passages with the highest sums of weight × value over `grams`, best first. */
export async function scoreChunks(
  db: Db,
  grams: { gram: string; value: number }[],
  limit: number,
): Promise<{ chunkId: number; score: number }[]> {
  const { rows } = await db.query<{ chunk_id: number; score: number }>(
    `select chunk_gram.chunk_id, sum(chunk_gram.weight * asked.value)::float8 as score
     from unnest($1::text[], $2::real[]) as asked (gram, value)
     join chunk_gram on chunk_gram.gram = asked.gram collate "C"
     group by chunk_gram.chunk_id
     order by score desc, chunk_gram.chunk_id
     limit $3::int`,
    [grams.map((g) => g.gram), grams.map((g) => g.value), limit],
  )
  return rows.map((row) => ({ chunkId: row.chunk_id, score: row.score }))
}

/** How many passages in use these sources have together. */
export async function countChunks(db: Db, sourceIds: number[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*) as count from chunk where source_id = any ($1::int[]) and withdrawn_at is null',
    [sourceIds],
  )
  return rows[0]!.count
}

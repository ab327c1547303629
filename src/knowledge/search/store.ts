import { readNames } from '../../people/directory-store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { ContentBlock, Place, Term } from '../readers/document.ts'

/** A passage as it is stored, with its source. */
export type StoredChunk = {
  id: number
  sourceId: number
  path: string
  title: string
  titleEn: string
  /** The day its document was last checked, as YYYY-MM-DD. */
  checkedOn: string | null
  position: number
  place: Place | null
  headings: string[]
  headingEn: string
  askedAs: string[]
  /** Which piece of it answers each of these, as `Section` has it. */
  answeredIn: string[]
  facts: string[]
  /** Of which form to fill in it is a part; `null`: of none. */
  template: string | null
  blocks: ContentBlock[]
  body: string
  /** Left out for a document. */
  confirmed?: Confirmed
}

/** Of an answer that a trainer gave and answers for: the day, and who; `null`: they erased their data. */
export type Confirmed = { on: string; by: string | null }

/** How many passages are in use, and a number that grows with every change of the material. */
export type Collection = { chunks: number; version: number }

export async function readCollection(db: Db): Promise<Collection> {
  const { rows } = await db.query<Collection>('select chunks, version from collection')
  return rows[0]!
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

/** Lists come as JSON, which is read ten times as fast as an array of PostgreSQL. */
const CHUNK_COLUMNS = `chunk.id, chunk.source_id, source.path, source.title, source.title_en,
  to_char(source.checked_on, 'YYYY-MM-DD') as checked_on, chunk.position, chunk.place, to_json(chunk.headings) as headings,
  chunk.heading_en, to_json(chunk.asked_as) as asked_as, to_json(chunk.answered_in) as answered_in, to_json(chunk.facts) as facts,
  chunk.template, chunk.blocks, chunk.body,
  to_char(source.confirmed_on, 'YYYY-MM-DD') as confirmed_on, source.owner_id`

type ChunkRow = {
  id: number
  source_id: number
  path: string
  title: string
  title_en: string
  checked_on: string | null
  position: number
  place: Place | null
  headings: string[]
  heading_en: string
  asked_as: string[]
  answered_in: string[]
  facts: string[]
  template: string | null
  blocks: ContentBlock[]
  body: string
  confirmed_on: string | null
  owner_id: number | null
}

/** Passages with the names of those who answer for them. */
async function chunksFrom(db: Db, rows: readonly ChunkRow[]): Promise<StoredChunk[]> {
  const names = rows.some((row) => row.owner_id !== null)
    ? await readNames(
        db,
        rows.map((row) => row.owner_id),
      )
    : NOBODY
  return rows.map((row) => {
    const by = (row.owner_id !== null && names.get(row.owner_id)) || null
    return row.confirmed_on === null ? chunkOf(row) : { ...chunkOf(row), confirmed: { on: row.confirmed_on, by } }
  })
}

const NOBODY: ReadonlyMap<number, string> = new Map()

function chunkOf(row: ChunkRow): StoredChunk {
  return {
    id: row.id,
    sourceId: row.source_id,
    path: row.path,
    title: row.title,
    titleEn: row.title_en,
    checkedOn: row.checked_on,
    position: row.position,
    place: row.place,
    headings: row.headings,
    headingEn: row.heading_en,
    askedAs: row.asked_as,
    answeredIn: row.answered_in,
    facts: row.facts,
    template: row.template,
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
  return new Map((await chunksFrom(db, rows)).map((chunk) => [chunk.id, chunk]))
}

/** The passages in use of a source, in reading order. */
export async function chunksOfSource(db: Db, sourceId: number): Promise<StoredChunk[]> {
  const { rows } = await db.query<ChunkRow>(
    `select ${CHUNK_COLUMNS} from chunk join source on source.id = chunk.source_id
     where chunk.source_id = $1::int and chunk.withdrawn_at is null order by chunk.position`,
    [sourceId],
  )
  return chunksFrom(db, rows)
}

/** All passages that a source ever had, those too that are in use no more. */
export async function chunkIdsOf(db: Db, sourceId: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>('select id from chunk where source_id = $1::int', [sourceId])
  return rows.map(({ id }) => id)
}

/** Those of `ids` whose passages are in use, in their order. */
export async function chunksInUse(db: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'select id from chunk where id = any ($1::int[]) and withdrawn_at is null',
    [ids],
  )
  const inUse = new Set(rows.map((row) => row.id))
  return ids.filter((id) => inUse.has(id))
}

/** The folded titles of passages, by id: as one text each, which is read five times as fast as an array. */
export async function readTitles(db: Db, ids: number[]): Promise<Map<number, string[]>> {
  const { rows } = await db.query<{ id: number; titles: string }>(
    `select id, array_to_string(titles, E'\\n') as titles from chunk where id = any ($1::int[])`,
    [ids],
  )
  return new Map(rows.map(({ id, titles }) => [id, titles === '' ? [] : titles.split('\n')]))
}

/** The passages in use after `after` that have the most titles, those first; at most `most`. */
export async function mostTitled(db: Db, after: number, most: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select id from chunk where id > $1::int and withdrawn_at is null order by cardinality(titles) desc, id limit $2::int`,
    [after, most],
  )
  return rows.map(({ id }) => id)
}

/** All passages in use under the same heading as this one, in reading order: a long section has several. */
export async function readSection(db: Db, chunk: StoredChunk): Promise<StoredChunk[]> {
  const { rows } = await db.query<ChunkRow>(
    `select ${CHUNK_COLUMNS} from chunk join source on source.id = chunk.source_id
     where chunk.source_id = $1::int and chunk.headings = $2::text[] and chunk.withdrawn_at is null
     order by chunk.position`,
    [chunk.sourceId, chunk.headings],
  )
  return chunksFrom(db, rows)
}

/** The first passage of each form to fill in, in the order of the material. */
export async function listTemplates(db: Db): Promise<StoredChunk[]> {
  const { rows } = await db.query<ChunkRow>(
    `select ${CHUNK_COLUMNS} from chunk join source on source.id = chunk.source_id
     where chunk.template is not null and chunk.withdrawn_at is null
     order by source.kept_by, source.path collate "C", chunk.position`,
  )
  const first = new Map<string, StoredChunk>()
  for (const chunk of rows.map(chunkOf)) {
    const key = `${chunk.sourceId} ${chunk.template}`
    if (!first.has(key)) first.set(key, chunk)
  }
  return [...first.values()]
}

/** For each of these facts the passage in use that states it, the first of its section, with the section's heading; in their order, each passage once. */
export async function sectionsOfFacts(
  db: Db,
  facts: readonly string[],
): Promise<{ passageId: number; title: string; body: string }[]> {
  const { rows } = await db.query<{ id: number; title: string; body: string }>(
    `select distinct on (wanted.place) chunk.id, chunk.body,
       coalesce(chunk.headings[cardinality(chunk.headings)], source.title) as title
     from unnest($1::text[]) with ordinality as wanted (fact, place)
     join chunk on wanted.fact = any (chunk.facts) and chunk.withdrawn_at is null
     join source on source.id = chunk.source_id
     order by wanted.place, cardinality(chunk.facts), chunk.id`,
    [facts],
  )
  const seen = new Set<number>()
  return rows.flatMap(({ id, title, body }) => (seen.has(id) ? [] : [seen.add(id) && { passageId: id, title, body }]))
}

/** The first passage in use of the section whose heading begins so; `null` without one. */
export async function sectionHeaded(
  db: Db,
  beginning: string,
): Promise<{ passageId: number; title: string; body: string } | null> {
  const { rows } = await db.query<{ id: number; title: string; body: string }>(
    `select id, body, headings[cardinality(headings)] as title from chunk
     where starts_with(headings[cardinality(headings)], $1::text) and withdrawn_at is null order by id limit 1`,
    [beginning],
  )
  const [first] = rows
  return first ? { passageId: first.id, title: first.title, body: first.body } : null
}

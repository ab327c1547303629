import { toSql } from 'pgvector'
import type { Db } from '../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../platform/database/retention.ts'

/** A model that texts are embedded with. `ready`: search compares by it; otherwise the work is not finished. */
export type EmbeddingModel = { id: number; name: string; dimensions: number; ready: boolean }

const MODEL_COLUMNS = 'id, name, dimensions, ready_at is not null as ready'

/** The model that search compares by, since when, and whether its index is built. */
export type ModelInUse = EmbeddingModel & { readyAt: Date; indexed: boolean }

/** The model in use, or `null` while there is none. */
export async function modelInUse(db: Db): Promise<ModelInUse | null> {
  const { rows } = await db.query<ModelInUse>(
    `select ${MODEL_COLUMNS}, ready_at as "readyAt", to_regclass('embedding_nearest_' || id) is not null as indexed
     from embedding_model where ready_at is not null`,
  )
  return rows[0] ?? null
}

export async function findModel(db: Db, name: string): Promise<EmbeddingModel | null> {
  const { rows } = await db.query<EmbeddingModel>(
    `select ${MODEL_COLUMNS} from embedding_model where name = $1::text`,
    [name],
  )
  return rows[0] ?? null
}

/** Makes a model known by what it answered first. */
export async function addModel(db: Db, name: string, dimensions: number): Promise<EmbeddingModel> {
  const { rows } = await db.query<EmbeddingModel>(
    `insert into embedding_model (name, dimensions) values ($1::text, $2::int) returning ${MODEL_COLUMNS}`,
    [name, dimensions],
  )
  return rows[0]!
}

export async function markReady(db: Db, modelId: number, now: Temporal.Instant): Promise<void> {
  await db.query('update embedding_model set ready_at = $2::timestamptz where id = $1::int', [modelId, now.toString()])
}

/** Forgets all models but one, with their embeddings. Returns the name of the one that was in use, or `null`. */
export async function forgetOtherModels(db: Db, modelId: number): Promise<string | null> {
  const { rows } = await db.query<{ id: number; name: string; ready: boolean }>(
    'delete from embedding_model where id <> $1::int returning id, name, ready_at is not null as ready',
    [modelId],
  )
  for (const { id } of rows) await db.query(`drop index if exists ${indexName(id)}`)
  return rows.find((row) => row.ready)?.name ?? null
}

/** What a passage says, to be made into the text that is embedded. */
export type PassageWords = { title: string; headings: string[]; headingEn: string; askedAs: string[]; body: string }

type WordsRow = { title: string; headings: string[]; heading_en: string; asked_as: string[]; body: string }

const WORDS_COLUMNS = 'source.title, chunk.headings, chunk.heading_en, chunk.asked_as, chunk.body'

function wordsOf(row: WordsRow): PassageWords {
  return { title: row.title, headings: row.headings, headingEn: row.heading_en, askedAs: row.asked_as, body: row.body }
}

/** Passages in use whose text has no id yet. */
export async function passagesWithoutText(db: Db, limit: number): Promise<{ id: number; words: PassageWords }[]> {
  const { rows } = await db.query<WordsRow & { id: number }>(
    `select chunk.id, ${WORDS_COLUMNS} from chunk join source on source.id = chunk.source_id
     where chunk.withdrawn_at is null and chunk.text_id is null
     order by chunk.id limit $1::int`,
    [limit],
  )
  return rows.map((row) => ({ id: row.id, words: wordsOf(row) }))
}

export async function setTextIds(db: Db, texts: { chunkId: number; textId: string }[]): Promise<void> {
  await db.query(
    `update chunk set text_id = new.text_id
     from unnest($1::int[], $2::uuid[]) as new (chunk_id, text_id)
     where chunk.id = new.chunk_id`,
    [texts.map((text) => text.chunkId), texts.map((text) => text.textId)],
  )
}

/** Texts of passages in use that this model has not embedded, each once, without those in `except`. `null`: a model not known yet. */
export async function textsWithoutEmbedding(
  db: Db,
  modelId: number | null,
  except: readonly string[],
  limit: number,
): Promise<{ textId: string; words: PassageWords }[]> {
  const { rows } = await db.query<WordsRow & { text_id: string }>(
    `select distinct on (chunk.text_id) chunk.text_id, ${WORDS_COLUMNS}
     from chunk join source on source.id = chunk.source_id
     where chunk.withdrawn_at is null and chunk.text_id is not null and chunk.text_id <> all ($2::uuid[])
       and not exists (select from embedding where embedding.model_id = $1::int and embedding.text_id = chunk.text_id)
     order by chunk.text_id, chunk.id limit $3::int`,
    [modelId, except, limit],
  )
  return rows.map((row) => ({ textId: row.text_id, words: wordsOf(row) }))
}

/** Keeps embeddings; those that are there already stay. Refuses vectors of another length than the model's. */
export async function insertEmbeddings(
  db: Db,
  model: EmbeddingModel,
  embeddings: { textId: string; vector: readonly number[] }[],
): Promise<void> {
  await db.query(
    `insert into embedding (model_id, text_id, vector)
     select $1::int, text_id, vector::halfvec(${model.dimensions})
     from unnest($2::uuid[], $3::text[]) as new (text_id, vector)
     on conflict do nothing`,
    [model.id, embeddings.map((one) => one.textId), embeddings.map((one) => toSql([...one.vector]))],
  )
}

/** How many passages in use there are, and how many of them this model has embedded. */
export async function countEmbedded(db: Db, modelId: number | null): Promise<{ passages: number; embedded: number }> {
  const { rows } = await db.query<{ passages: number; embedded: number }>(
    `select count(*) as passages, count(embedding.text_id) as embedded
     from chunk left join embedding on embedding.text_id = chunk.text_id and embedding.model_id = $1::int
     where chunk.withdrawn_at is null`,
    [modelId],
  )
  return rows[0]!
}

/** A passage and how near it lies to a question, as the cosine of the angle between them: −1 to 1, nearest 1. */
export type Near = { chunkId: number; similarity: number }

/** The passages in use that lie nearest to `vector`, nearest first. */
export async function nearestChunks(
  db: Db,
  model: EmbeddingModel,
  vector: readonly number[],
  limit: number,
): Promise<Near[]> {
  const { rows } = await db.query<NearRow>(`${selectDistances(model)} order by distance limit $2::int`, [
    toSql([...vector]),
    limit,
  ])
  return nearOf(rows)
}

/** How near these passages lie to `vector`; those without an embedding are left out. */
export async function distancesOf(
  db: Db,
  model: EmbeddingModel,
  vector: readonly number[],
  chunkIds: readonly number[],
): Promise<Near[]> {
  const { rows } = await db.query<NearRow>(`${selectDistances(model)} and chunk.id = any ($2::int[])`, [
    toSql([...vector]),
    chunkIds,
  ])
  return nearOf(rows)
}

type NearRow = { id: number; distance: number }

/** Model and length stand in the statement, since only so the index of the model fits it. Both are numbers of our own. */
function selectDistances({ id, dimensions }: EmbeddingModel): string {
  return `select chunk.id, embedding.vector::halfvec(${dimensions}) <=> $1::halfvec(${dimensions}) as distance
    from embedding join chunk on chunk.text_id = embedding.text_id
    where embedding.model_id = ${id} and chunk.withdrawn_at is null`
}

/** The index does not promise the order, and a vector of zeros lies nowhere (NaN). */
function nearOf(rows: NearRow[]): Near[] {
  return rows
    .filter((row) => Number.isFinite(row.distance))
    .map((row) => ({ chunkId: row.id, similarity: 1 - row.distance }))
    .sort((a, b) => b.similarity - a.similarity || a.chunkId - b.chunkId)
}

/** Lets this transaction look far enough into the index; passages out of use are passed over, and others looked for. */
export async function searchIndexDeeply(db: Db): Promise<void> {
  await db.query(
    `select set_config('hnsw.ef_search', '100', true), set_config('hnsw.iterative_scan', 'relaxed_order', true)`,
  )
}

/** An index takes vectors up to this length. */
export const LONGEST_INDEXED = 4_000

/** Whether the server's pgvector can go on in an index when what it found is out of use (since 0.8). */
export async function hasIterativeScan(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>(
    `select string_to_array(extversion, '.')::int[] >= array[0, 8] as has from pg_extension where extname = 'vector'`,
  )
  return rows[0]?.has ?? false
}

/** Whether the model's index is there and whole: a process that died while building leaves one that is not used. */
export async function hasIndex(db: Db, modelId: number): Promise<boolean> {
  const { rows } = await db.query<{ valid: boolean }>(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1::text)',
    [indexName(modelId)],
  )
  return rows[0]?.valid ?? false
}

/** Builds the model's index beside whatever runs. Not in a transaction. */
export async function buildIndex(db: Db, model: EmbeddingModel): Promise<void> {
  await db.query(`drop index concurrently if exists ${indexName(model.id)}`)
  await db.query(
    `create index concurrently ${indexName(model.id)} on embedding
     using hnsw ((vector::halfvec(${model.dimensions})) halfvec_cosine_ops) where model_id = ${model.id}`,
  )
}

function indexName(modelId: number): string {
  return `embedding_nearest_${modelId}`
}

/**
 * Forgets embeddings whose last passage went out of use before `before`; until then a version that comes back finds them.
 * Returns how many.
 */
export function deleteIdleEmbeddings(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from embedding
     where not exists (
       select from chunk
       where chunk.text_id = embedding.text_id
         and (chunk.withdrawn_at is null or chunk.withdrawn_at >= $1::timestamptz)
     )`,
    before,
  )
}

/** How many embeddings belong to no passage in use, and when the first of these passages went out of use. */
export function countIdleEmbeddings(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(distinct (embedding.model_id, embedding.text_id)) as rows, min(chunk.withdrawn_at) as oldest
     from embedding left join chunk on chunk.text_id = embedding.text_id
     where not exists (
       select from chunk as used where used.text_id = embedding.text_id and used.withdrawn_at is null
     )`,
  )
}

import { createHash } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Embedder, EmbeddingFailed } from '../../platform/model/model.ts'
import {
  addModel,
  buildIndex,
  countEmbedded,
  type EmbeddingModel,
  findModel,
  forgetOtherModels,
  hasIndex,
  hasIterativeScan,
  insertEmbeddings,
  LONGEST_INDEXED,
  markReady,
  type PassageWords,
  passagesWithoutText,
  setTextIds,
  textsWithoutEmbedding,
} from '../search/embedding-store.ts'
import { lockIngestion } from './passages.ts'

/** What embedding the material came to. */
export type EmbedReport = {
  model: string
  /** `null`: there was nothing to embed, so the model was never asked. */
  dimensions: number | null
  /** Passages in use, and how many of them are embedded with this model. */
  passages: number
  embedded: number
  /** Texts sent to the provider in this run. */
  sent: number
  /** Texts that the provider does not take; their passages are found by their words. */
  refused: number
  /** Search compares by this model since now; the name of the one before, or `null` for none. */
  switched: { from: string | null } | null
}

export type EmbedProgress = (done: number, all: number) => void

/** Texts in one request. */
const BATCH = 64
/** Embeddings written by one statement: an embedded database does nothing else for the 30 ms that takes; a whole batch took 130. */
const KEPT_AT_ONCE = 16
const TEXTS_AT_ONCE = 500
/** Passages from which on an index is built: comparing with 10,000 one by one takes some 20 ms on a server. */
const INDEX_FROM = 10_000

/**
 * Embeds what is not embedded yet of the material, batch by batch, each kept at once: a run that ends in the middle goes
 * on where it was. Search compares by another model only when everything is embedded with it, from one moment to the
 * next. One process at a time; returns `null` when another one does it. `refused` are ids of texts not to be sent; those
 * the provider refuses are added. Throws `EmbeddingFailed` when the provider does not do its part.
 */
export async function embedMaterial(parts: {
  database: Database
  embedder: Embedder
  clock: Clock
  signal: AbortSignal
  refused?: Set<string>
  progress?: EmbedProgress
  indexFrom?: number
}): Promise<EmbedReport | null> {
  const lock = await parts.database.acquireLock('embed', () => {})
  if (!lock) return null
  try {
    return await embedAll({ refused: new Set(), indexFrom: INDEX_FROM, ...parts })
  } finally {
    await lock.release()
  }
}

type Parts = Required<Omit<Parameters<typeof embedMaterial>[0], 'progress'>> & { progress?: EmbedProgress }

async function embedAll(parts: Parts): Promise<EmbedReport> {
  const { database, embedder, refused } = parts
  await nameTexts(database)
  const { model, sent } = await embedMissing(parts)
  const counts = await countEmbedded(database.pool, model?.id ?? null)
  let switched: EmbedReport['switched'] = null
  if (model && counts.embedded > 0) {
    if (counts.embedded >= parts.indexFrom) await indexOnce(database, model)
    if (!model.ready) switched = { from: await switchTo(parts, model) }
  }
  // An embedded database does not do it by itself, and would compare by a plan made for an empty table.
  if (sent > 0) await database.maintain('vacuum (analyze) chunk, embedding')
  const dimensions = model?.dimensions ?? null
  return { model: embedder.model, dimensions, ...counts, sent, refused: refused.size, switched }
}

/** Another process may be at it, and a large material takes its time. */
const WITHOUT_TIMEOUT = { withoutTimeout: true }

/** Gives every passage the id of its text. */
async function nameTexts(database: Database): Promise<void> {
  let named = 0
  do {
    named = await database.transaction(async (db) => {
      // Ingestion moves the same rows, in another order.
      await lockIngestion(db)
      const passages = await passagesWithoutText(db, TEXTS_AT_ONCE)
      await setTextIds(
        db,
        passages.map(({ id, words }) => ({ chunkId: id, textId: idOf(textOf(words)) })),
      )
      return passages.length
    }, WITHOUT_TIMEOUT)
  } while (named === TEXTS_AT_ONCE)
}

/** Longer texts are cut: no model takes much more, and what a passage is about stands at its beginning. */
const LONGEST_TEXT = 6_000

/** The text that is embedded for a passage. Where it lies in its document is left out, so that a new page changes nothing. */
function textOf({ title, headings, headingEn, askedAs, body }: PassageWords): string {
  return [title, ...headings, headingEn, ...askedAs, body]
    .filter(Boolean)
    .join('\n')
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
}

/** The first half of a SHA-256, as PostgreSQL takes a uuid. */
function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

async function embedMissing(parts: Parts): Promise<{ model: EmbeddingModel | null; sent: number }> {
  const { database, embedder, refused, signal, progress } = parts
  let model = await findModel(database.pool, embedder.model)
  let sent = 0
  for (;;) {
    signal.throwIfAborted()
    const batch = await textsWithoutEmbedding(database.pool, model?.id ?? null, [...refused], BATCH)
    if (batch.length === 0) return { model, sent }
    const texts = batch.map((one) => textOf(one.words))
    const vectors = await embedOrRefuse(embedder, texts, signal, { accepted: sent > 0 })
    sent += texts.length
    const kept = batch.flatMap(({ textId }, i) => {
      const vector = vectors[i]
      if (!vector) refused.add(textId)
      return vector ? [{ textId, vector }] : []
    })
    if (kept.length === 0) continue
    model ??= await addModel(database.pool, embedder.model, kept[0]!.vector.length)
    checkLength(model, kept)
    for (let at = 0; at < kept.length; at += KEPT_AT_ONCE)
      await insertEmbeddings(database.pool, model, kept.slice(at, at + KEPT_AT_ONCE))
    if (progress) {
      const { embedded, passages } = await countEmbedded(database.pool, model.id)
      progress(embedded, passages)
    }
  }
}

/** Vectors of another length are another model's, whatever it calls itself. */
function checkLength(model: EmbeddingModel, embeddings: readonly { vector: readonly number[] }[]): void {
  const other = embeddings.find(({ vector }) => vector.length !== model.dimensions)
  if (!other) return
  throw new EmbeddingFailed(
    `The model ${model.name} answered with ${other.vector.length} numbers instead of ${model.dimensions}, so it is not the one ` +
      'that the material is embedded with. Give the new one a name of its own in EMBEDDING_MODEL.',
  )
}

/** Refusals of single texts, with none taken before, that mean that the provider takes none at all. */
const HOPELESS = 3

/**
 * A vector for each text, `null` for one that the provider does not take: a refused batch is halved until that one is
 * found. Throws when it takes none.
 */
async function embedOrRefuse(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
  so: { accepted: boolean; refusals?: number },
): Promise<(number[] | null)[]> {
  try {
    const vectors = await embedder.embed(texts, AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]))
    so.accepted = true
    return vectors
  } catch (error) {
    if (!(error instanceof EmbeddingFailed && error.ofTexts)) throw error
    if (texts.length > 1) {
      const half = Math.ceil(texts.length / 2)
      const first = await embedOrRefuse(embedder, texts.slice(0, half), signal, so)
      return [...first, ...(await embedOrRefuse(embedder, texts.slice(half), signal, so))]
    }
    so.refusals = (so.refusals ?? 0) + 1
    if (!so.accepted && so.refusals >= HOPELESS) throw error
    return [null]
  }
}

/** How long a batch may take. */
const REQUEST_MS = 60_000

/** Makes search compare by `model` from now on. Returns the name of the model before. */
function switchTo({ database, clock }: Parts, model: EmbeddingModel): Promise<string | null> {
  return database.transaction(async (db) => {
    const before = await forgetOtherModels(db, model.id)
    await markReady(db, model.id, clock.now())
    return before
  }, WITHOUT_TIMEOUT)
}

/** Memory for building, on a server: 30,000 passages fit, and take a fraction of the time. */
const INDEX_MEMORY = '256MB'

/** On a server only: embedded, an index took 45 s to build for 2,000 passages and was no faster. */
async function indexOnce(database: Database, model: EmbeddingModel): Promise<void> {
  if (database.kind === 'embedded' || model.dimensions > LONGEST_INDEXED) return
  if ((await hasIndex(database.pool, model.id)) || !(await hasIterativeScan(database.pool))) return
  await database.session(async (db) => {
    await db.query(`set maintenance_work_mem = '${INDEX_MEMORY}'`)
    await buildIndex(db, model)
  })
}

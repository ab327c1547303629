import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../platform/database/database.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Log } from '../../platform/log.ts'
import type { Embedder } from '../../platform/model/model.ts'
import {
  distancesOf,
  type EmbeddingModel,
  type ModelInUse,
  modelInUse,
  type Near,
  nearestChunks,
  searchIndexDeeply,
} from './embedding-store.ts'

/** What lies near the phrasings of a question. */
export type Nearness =
  /** Nothing is embedded, or not with a model that can be asked now. */
  | { kind: 'off' }
  /** The provider did not answer in time, or not at all. */
  | { kind: 'failed' }
  /** `nearest` has a list for each phrasing, nearest first; `similarities` are those to the nearest phrasing. */
  | { kind: 'used'; nearest: Near[][]; similarities(chunkIds: readonly number[]): Promise<ReadonlyMap<number, number>> }

/** The lane that compares by meaning. Never throws for what the provider does. */
export type DenseLane = { nearest(phrasings: readonly string[], limit: number): Promise<Nearness> }

/** How long a question waits for its embedding. */
const TIMEOUT_MS = 1_500
/** After so many failures in a row, questions do not wait for the provider for a while. */
const FAILURES = 3
const REST_MS = 30_000

/**
 * Asks the provider for the embedding of a question, in the model that the material is embedded with at that moment, and
 * the database for what lies near. To be used outside transactions.
 */
export function createDenseLane(parts: {
  database: Database
  embedder: Embedder
  log: Log
  timeoutMs?: number
}): DenseLane {
  const { database, embedder, log, timeoutMs = TIMEOUT_MS } = parts
  const breaker = new Breaker()
  return {
    nearest: async (phrasings, limit) => {
      const model = await modelInUse(database.pool)
      if (!model) return { kind: 'off' }
      if (breaker.isOpen()) return { kind: 'failed' }
      const vectors = await embedInTime(embedder, model, phrasings, timeoutMs).catch((error: unknown) => {
        log.warn({ reason: messageOf(error) }, 'a question was searched without its embedding')
        return null
      })
      breaker.note(vectors !== null)
      if (!vectors) return { kind: 'failed' }
      return {
        kind: 'used',
        nearest: await nearestOf(database, model, vectors, limit),
        similarities: (chunkIds) => similaritiesOf(database, model, vectors, chunkIds),
      }
    },
  }
}

/** Throws after `timeoutMs`, whatever the client does with its signal, and for vectors that do not fit the model's. */
async function embedInTime(
  embedder: Embedder,
  model: EmbeddingModel,
  phrasings: readonly string[],
  timeoutMs: number,
): Promise<number[][]> {
  const asked = embedder.model === model.name ? embedder : embedder.withModel(model.name)
  const done = new AbortController()
  const tooLate = wait(timeoutMs, undefined, { signal: done.signal }).then(() => {
    throw new Error(`No embedding within ${timeoutMs} ms.`)
  })
  tooLate.catch(() => {})
  try {
    const vectors = await Promise.race([asked.embed(phrasings, AbortSignal.timeout(timeoutMs)), tooLate])
    const length = vectors[0]?.length
    if (length !== model.dimensions)
      throw new Error(`${model.name} answered with ${length} numbers instead of ${model.dimensions}.`)
    return vectors
  } finally {
    done.abort()
  }
}

async function nearestOf(
  database: Database,
  model: ModelInUse,
  vectors: readonly number[][],
  limit: number,
): Promise<Near[][]> {
  const lists: Near[][] = []
  for (const vector of vectors) {
    const list = model.indexed
      ? await database.transaction(async (db) => {
          await searchIndexDeeply(db)
          return nearestChunks(db, model, vector, limit)
        })
      : await nearestChunks(database.pool, model, vector, limit)
    lists.push(list)
  }
  return lists
}

async function similaritiesOf(
  database: Database,
  model: EmbeddingModel,
  vectors: readonly number[][],
  chunkIds: readonly number[],
): Promise<Map<number, number>> {
  const best = new Map<number, number>()
  for (const vector of vectors)
    for (const { chunkId, similarity } of await distancesOf(database.pool, model, vector, chunkIds))
      best.set(chunkId, Math.max(similarity, best.get(chunkId) ?? -1))
  return best
}

/** Lets questions pass by a provider that fails again and again. */
class Breaker {
  #failures = 0
  #restUntil = 0

  isOpen(): boolean {
    return performance.now() < this.#restUntil
  }

  note(succeeded: boolean): void {
    this.#failures = succeeded ? 0 : this.#failures + 1
    if (this.#failures >= FAILURES) this.#restUntil = performance.now() + REST_MS
  }
}

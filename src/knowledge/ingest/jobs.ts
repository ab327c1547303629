import { backOff } from '../../platform/backoff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import { type Embedder, EmbeddingFailed } from '../../platform/model/model.ts'
import { modelInUse } from '../search/embedding-store.ts'
import { readCollection } from '../search/store.ts'
import { type EmbedReport, embedMaterial } from './embed.ts'

/** How soon changed material is noticed. */
const LOOK_MS = 5_000
const PAUSE_SECONDS = { first: 10, longest: 30 * 60 }
const LONGEST_ASKED_SECONDS = 24 * 3_600

/** How long to leave a provider alone that failed so many times in a row: longer when it asks for longer, but within a day. */
export function pauseSeconds(failures: number, asked: number | null): number {
  return Math.max(backOff(failures, PAUSE_SECONDS), Math.min(Math.ceil(asked ?? 0), LONGEST_ASKED_SECONDS))
}

/**
 * Embeds the material beside everything else, whenever it has changed. While the provider fails, search goes on with
 * what is there, and the provider is asked again after ever longer pauses.
 */
export function createEmbeddingJob(parts: { database: Database; embedder: Embedder; clock: Clock; log: Log }): {
  start(): void
  /** Looks now: embeds what has changed, unless the provider is left alone for a while. */
  look(): Promise<void>
  /** Ends a request that is under way; what was embedded is kept. */
  stop(): Promise<void>
} {
  const { database, embedder, clock, log } = parts
  const startedAt = clock.now()
  const stopping = new AbortController()
  const refused = new Set<string>()
  let embeddedVersion: number | null = null
  let failures = 0
  let restUntil = startedAt

  /** Whether a newer process was told another model: each would undo, for money, what the other did. */
  const isOverruled = async () => {
    const inUse = await modelInUse(database.pool)
    if (!inUse || inUse.name === embedder.model || inUse.readyAt.getTime() <= startedAt.epochMilliseconds) return false
    log.warn({ ours: embedder.model, theirs: inUse.name }, 'another process embeds the material with another model')
    return true
  }

  const embedNow = async () => {
    const report = await embedMaterial({ ...parts, signal: stopping.signal, refused })
    if (report) tell(log, report)
    return report !== null
  }

  const pauseAfter = (error: unknown) => {
    failures += 1
    const isProviders = error instanceof EmbeddingFailed
    const seconds = pauseSeconds(failures, isProviders ? error.retryAfterSeconds : null)
    restUntil = clock.now().add({ seconds })
    const what = isProviders ? { reason: error.message } : { err: error }
    log.warn(what, `the material is not embedded; it is tried again in ${seconds} s`)
  }

  const look = async () => {
    if (stopping.signal.aborted || Temporal.Instant.compare(clock.now(), restUntil) < 0) return
    const { version } = await readCollection(database.pool)
    if (version === embeddedVersion) return
    try {
      if ((await isOverruled()) || (await embedNow())) embeddedVersion = version
      failures = 0
    } catch (error) {
      if (!stopping.signal.aborted) pauseAfter(error)
    }
  }

  const job = interval(LOOK_MS, 'embedding the material', log, look)
  return {
    start: job.start,
    look,
    stop: async () => {
      stopping.abort()
      await job.stop()
    },
  }
}

function tell(log: Log, { model, dimensions, passages, embedded, sent, refused, switched }: EmbedReport): void {
  if (sent > 0) log.info({ model, dimensions, passages, embedded, sent, refused }, 'the material is embedded')
  if (switched) log.info({ model, before: switched.from }, 'search compares by another embedding model')
}

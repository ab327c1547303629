import { randomUUID } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Clock } from '../platform/clock.ts'
import { isSilence } from '../platform/connection.ts'
import type { Database, Db } from '../platform/database.ts'
import { codeOf } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import { asRequest } from '../platform/request.ts'
import { type Claimed, claimUpdates, finishUpdate, postponeUpdate, releaseUpdate, renewLease } from './inbox.ts'
import { type Outgoing, queue } from './outbox.ts'

/** The right to the one effect of an update. */
export type Turn = {
  updateId: number
  chatId: number
  /** When the update was stored. Whoever wrote first has the earlier time, however long handling takes. */
  receivedAt: Temporal.Instant
  /**
   * Everything the update changes and says, in one transaction together with the mark that it is done: it takes effect
   * once, whatever dies when. Called at most once a turn. Returns how many messages are new to the outbox.
   */
  finish(work: (db: Db) => Promise<Outgoing[]>): Promise<number>
  /**
   * Runs what waits for somebody outside, a model provider say. Meanwhile other chats may be handled in its place; this one
   * keeps its order.
   */
  outside<T>(work: () => Promise<T>): Promise<T>
  /** Puts the update off, by a minute or so at most: it and what the chat wrote after it are handled from `until` on, as if for the first time. */
  postpone(until: Temporal.Instant): Promise<void>
}

export type Workers = {
  start(): void
  /** There may be something to do: looks at once. */
  wake(): void
  /** Finishes what runs, takes nothing new. */
  stop(): Promise<void>
}

/** An update whose handling killed the process this often is put aside. */
const MOST_ATTEMPTS = 5
/** So many may wait outside at once; more take up a worker's place, so that a slow provider cannot pile them up for ever. */
const MOST_OUTSIDE = 100
/** Handling that takes longer (reading a file) keeps its lease. */
const RENEW_MS = 20_000
const RETRY = Temporal.Duration.from({ seconds: 2 })

/**
 * Handles stored updates: one at a time and in order within a chat, up to `concurrency` chats at once. `handle` gets the
 * update and its turn; when it throws, `apologise` says what the person reads instead. A failing database is waited for.
 */
export function createWorkers(parts: {
  database: Database
  clock: Clock
  log: Log
  concurrency: number
  sweepMs: number
  handle: (update: Update, turn: Turn) => Promise<void>
  apologise: (update: Update) => Outgoing[]
  queued: () => void
  metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'>
}): Workers {
  const { database, clock, log, metrics } = parts
  const lease = randomUUID()
  const running = new Set<Promise<void>>()
  let outside = 0
  let sweep: NodeJS.Timeout | undefined
  let claiming: Promise<void> | undefined
  let again = false
  let stopped = false

  const wake = () => {
    if (stopped) return
    again = true
    claiming ??= claimWhileAsked().finally(() => {
      claiming = undefined
      if (again && free() > 0) wake()
    })
  }

  /** Places for further chats: those that wait outside leave theirs. */
  const free = () => parts.concurrency + Math.min(outside, MOST_OUTSIDE) - running.size

  const claimWhileAsked = async () => {
    while (again && !stopped && free() > 0) {
      again = false
      const limit = free()
      const claimed = await claimUpdates(database.pool, { limit, lease, now: clock.now() }).catch((error: unknown) => {
        log.error({ err: error }, 'updates could not be claimed; trying again')
        return []
      })
      for (const one of claimed) run(one)
    }
  }

  const run = (claimed: Claimed) => {
    const work = asRequest(String(claimed.updateId), () => handleOne(claimed)).finally(() => {
      running.delete(work)
      wake()
    })
    running.add(work)
  }

  const handleOne = async (claimed: Claimed) => {
    const turn = turnOf(claimed)
    metrics?.updateWait.observe(claimed.receivedAt.until(clock.now()).total('seconds'))
    const measured = metrics?.updateHandling.startTimer()
    const renewing = setInterval(() => void renew(claimed), RENEW_MS)
    try {
      if (claimed.attempts > MOST_ATTEMPTS) throw new Error(`handling ended ${MOST_ATTEMPTS} times without a result`)
      await parts.handle(claimed.update, turn)
      if (!turn.finished) await turn.finish(async () => [])
      measured?.({ result: turn.committed ? 'done' : 'postponed' })
    } catch (error) {
      measured?.({ result: 'failed' })
      await handleFailure(claimed, turn, error)
    } finally {
      clearInterval(renewing)
    }
  }

  const renew = (claimed: Claimed) =>
    renewLease(database.pool, claimed, clock.now()).catch((error: unknown) =>
      log.warn({ err: error }, 'a lease was not renewed'),
    )

  const handleFailure = async (claimed: Claimed, turn: ReturnType<typeof turnOf>, error: unknown) => {
    log.error({ err: error, attempts: claimed.attempts }, 'an update was not handled')
    try {
      if (error instanceof LeaseLost || turn.committed) return
      if (isPassing(error)) return await releaseUpdate(database.pool, claimed, clock.now().add(RETRY))
      await commit(claimed, async () => parts.apologise(claimed.update), describe(error))
    } catch (again) {
      log.error({ err: again }, 'a failed update stays leased until its lease runs out')
    }
  }

  const turnOf = (claimed: Claimed) => {
    const turn = {
      updateId: claimed.updateId,
      chatId: claimed.chatId,
      receivedAt: claimed.receivedAt,
      finished: false,
      committed: false,
      outside: async <T>(work: () => Promise<T>) => {
        outside++
        wake()
        try {
          return await work()
        } finally {
          outside--
        }
      },
      postpone: async (until: Temporal.Instant) => {
        turn.finished = true
        await postponeUpdate(database.pool, claimed, until)
      },
      finish: async (work: (db: Db) => Promise<Outgoing[]>) => {
        if (turn.finished) throw new Error('An update has one effect: finish() was called twice')
        turn.finished = true
        const said = await commit(claimed, work, null)
        turn.committed = true
        return said
      },
    }
    return turn
  }

  const commit = async (claimed: Claimed, work: (db: Db) => Promise<Outgoing[]>, failure: string | null) => {
    const said = await database.transaction(async (db) => {
      const now = clock.now()
      if (!(await finishUpdate(db, claimed, now, failure))) throw new LeaseLost('another process took this update over')
      let added = 0
      for (const [i, message] of (await work(db)).entries()) {
        added += await queue(db, message, { key: `update:${claimed.updateId}:${i}`, lane: 'reply', now })
      }
      return added
    })
    if (said > 0) parts.queued()
    return said
  }

  return {
    start: () => {
      sweep = setInterval(wake, parts.sweepMs)
      wake()
    },
    wake,
    stop: async () => {
      stopped = true
      clearInterval(sweep)
      await claiming
      await Promise.all(running)
    },
  }
}

class LeaseLost extends Error {
  override name = 'LeaseLost'
}

function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** Codes of a database that is away or asks to try again: connection trouble, shutdown, serialization, deadlock. */
const PASSING = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|57P0|53|40001$|40P01$)/

function isPassing(error: unknown): boolean {
  const inner = error instanceof Error && 'error' in error ? error.error : error
  const code = codeOf(inner)
  if (code !== null && PASSING.test(code)) return true
  return isSilence(inner) || (inner instanceof Error && /Connection terminated/.test(inner.message))
}

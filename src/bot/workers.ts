import type { Update } from 'grammy/types'
import type { Clock } from '../platform/clock.ts'
import { isPassing } from '../platform/connection.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import { asRequest } from '../platform/request.ts'
import { type Claimed, claimUpdates, releaseUpdate, renewLease } from './inbox.ts'
import type { Outgoing } from './outbox.ts'
import { createTurns, LeaseLost, type OpenTurn, type Turn } from './turn.ts'

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
  /** The name under which this process holds updates. */
  lease: string
  concurrency: number
  sweepMs: number
  handle: (update: Update, turn: Turn) => Promise<void>
  apologise: (update: Update) => Outgoing[]
  queued: () => void
  metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'>
}): Workers {
  const { database, clock, log, metrics, lease } = parts
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
    const turn = turns.of(claimed)
    metrics?.updateWait.observe(claimed.receivedAt.until(clock.now()).total('seconds'))
    const measured = metrics?.updateHandling.startTimer()
    const renewing = setInterval(() => void renew(claimed), RENEW_MS)
    try {
      if (claimed.attempts > MOST_ATTEMPTS) throw new Error(`handling ended ${MOST_ATTEMPTS} times without a result`)
      await parts.handle(claimed.update, turn)
      if (!turn.ended()) await turn.say([])
      measured?.({ result: turn.committed() ? 'done' : 'postponed' })
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

  const handleFailure = async (claimed: Claimed, turn: OpenTurn, error: unknown) => {
    log.error({ err: error, attempts: claimed.attempts }, 'an update was not handled')
    try {
      if (error instanceof LeaseLost || turn.committed()) return
      if (isPassing(causeOf(error))) return await releaseUpdate(database.pool, claimed, clock.now().add(RETRY))
      await turns.fail(claimed, parts.apologise(claimed.update), describe(error))
    } catch (again) {
      log.error({ err: again }, 'a failed update stays leased until its lease runs out')
    }
  }

  /** Another chat may be handled meanwhile. */
  const waitOutside = async <T>(work: () => Promise<T>): Promise<T> => {
    outside++
    wake()
    try {
      return await work()
    } finally {
      outside--
    }
  }

  const turns = createTurns({ database, clock, queued: parts.queued, outside: waitOutside })

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

function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** What a handler threw, without what the bot wraps around it. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'error' in error ? error.error : error
}

import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { asRequest } from '../../platform/request.ts'
import { ClaimLoop } from './claim-loop.ts'
import { createHandling, type Handler } from './handling.ts'
import { HandlingSlots } from './handling-slots.ts'
import { type Claimed, claimUpdates, type Hold, renewLeases } from './inbox.ts'
import { createTurns } from './turn.ts'

export type Workers = {
  start(): void
  /** There may be something to do: looks at once. */
  wake(): void
  /**
   * Stores `wanted` updates that just came in. `store` is told how many of them this process has free slots for, and returns
   * those that it stored as held by this process: they are handled at once, without being claimed first. When there are too
   * few free slots, this waits a moment for more before it stores: what Telegram still keeps is as safe.
   */
  receive(wanted: number, store: (hold: Hold) => Promise<Claimed[]>): Promise<void>
  /** Finishes what runs, takes nothing new. */
  stop(): Promise<void>
}

/** How often the leases of updates that are still being handled (a file is read, say) are renewed. */
const RENEW_MS = 20_000
/** How long received updates wait for free slots here; then they are stored for whichever process has one first. */
const FREE_WITHIN_MS = 25

/**
 * Handles stored updates: one at a time and in order within a chat, up to `concurrency` chats at once. `handle` gets the
 * update and its turn; when it throws, `apologise` says what the person reads instead. A failing database is waited for.
 */
export function createWorkers(
  parts: Handler & {
    database: Database
    clock: Clock
    log: Log
    /** The name under which this process holds updates. */
    lease: string
    concurrency: number
    sweepMs: number
    renewMs?: number
    queued: () => void
    metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'>
  },
): Workers {
  const { database, clock, log, lease } = parts
  /** What is being handled. */
  const running = new Map<Claimed, Promise<void>>()
  const slots = new HandlingSlots(parts.concurrency)
  const timers: NodeJS.Timeout[] = []

  const claims = new ClaimLoop(slots, async (limit) => {
    const claimed = await claimUpdates(database.prepared, { limit, lease, now: clock.now() }).catch(
      (error: unknown) => {
        log.error({ err: error }, 'updates could not be claimed; trying again')
        return []
      },
    )
    for (const one of claimed) run(one)
    return claimed.length
  })

  const turns = createTurns({
    database,
    clock,
    queued: parts.queued,
    outside: (work) => {
      const waiting = slots.whileOutside(work)
      claims.wake()
      return waiting
    },
  })
  const handle = createHandling({ ...parts, db: database.pool, turns })

  const run = (claimed: Claimed) => {
    const free = slots.take()
    const work = asRequest(String(claimed.updateId), () => handle(claimed)).finally(() => {
      running.delete(claimed)
      free()
      claims.wake()
    })
    running.set(claimed, work)
  }

  const renew = async () => {
    if (running.size === 0) return
    const updateIds = [...running.keys()].map(({ updateId }) => updateId)
    await renewLeases(database.pool, updateIds, lease, clock.now()).catch((error: unknown) =>
      log.warn({ err: error }, 'leases were not renewed'),
    )
  }

  return {
    start: () => {
      timers.push(setInterval(claims.wake, parts.sweepMs))
      timers.push(setInterval(() => void renew(), parts.renewMs ?? RENEW_MS))
      claims.wake()
    },
    wake: claims.wake,
    receive: async (wanted, store) => {
      await slots.untilFree(wanted, FREE_WITHIN_MS)
      // Whoever waits already comes first.
      await claims.settled()
      const reserved = slots.reserve(claims.isUpToDate() ? wanted : 0)
      const held = await store({ lease, limit: reserved.count }).finally(() => {
        reserved.release()
        claims.resume()
      })
      for (const one of held) run(one)
      if (held.length < wanted) claims.wake()
    },
    stop: async () => {
      slots.stopWaiting()
      await claims.stop()
      await Promise.all(running.values())
      for (const timer of timers) clearInterval(timer)
    },
  }
}

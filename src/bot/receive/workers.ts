import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { asRequest } from '../../platform/request.ts'
import { ClaimLoop } from './claim-loop.ts'
import { createHandling, type Handler } from './handling.ts'
import { HandlingSlots } from './handling-slots.ts'
import { type Claimed, claimUpdates, type Hold } from './inbox.ts'
import { endLeasesRunOut, renewLeases } from './leases.ts'
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

/** How often the leases of updates that are still being handled (a file is read, say) are renewed, and those of others looked at. */
const RENEW_MS = 5_000
/** How long received updates wait for free slots here; then they are stored for whichever process has one first. */
const FREE_WITHIN_MS = 25

/**
 * Handles stored updates: one at a time and in order within a chat, up to `concurrency` chats at once. `handle` gets the
 * update and its turn; when it throws, `apologise` says what the person reads instead. A failing database is waited for.
 * Of the updates that are suspected of having killed a process, one is in work at a time: when this process dies as well, it
 * was that one, and its neighbours are not charged with it.
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
  const stopping = new AbortController()
  /** The suspected update in work. */
  let suspect: Claimed | null = null

  const claims = new ClaimLoop(slots, async (limit) => {
    const claim = { limit, suspected: suspect ? 0 : 1, lease, now: clock.now() } as const
    const claimed = await claimUpdates(database.prepared, claim).catch((error: unknown) => {
      log.error({ err: error }, 'updates could not be claimed; trying again')
      return []
    })
    for (const one of claimed) run(one)
    return claimed.length
  })

  const turns = createTurns({
    database,
    clock,
    queued: parts.queued,
    outside: (claimed, work) => {
      // On a first trial the next may begin: with a model, a crowd would otherwise wait for each other for half an hour.
      if (suspect === claimed && claimed.attempts === 0) suspect = null
      const waiting = slots.whileOutside(work)
      claims.wake()
      return waiting
    },
  })
  const handle = createHandling({ ...parts, db: database.pool, turns, stopping: stopping.signal })

  const run = (claimed: Claimed) => {
    const free = slots.take()
    if (claimed.suspected) suspect = claimed
    const work = asRequest(String(claimed.updateId), () => handle(claimed)).finally(() => {
      running.delete(claimed)
      if (suspect === claimed) suspect = null
      free()
      claims.wake()
    })
    running.set(claimed, work)
  }

  // Ours first: what we still handle must not be taken for left behind when the database was away for as long as a lease.
  const renewing = interval(parts.renewMs ?? RENEW_MS, 'renewing leases', log, async () => {
    const updateIds = [...running.keys()].map(({ updateId }) => updateId)
    if (updateIds.length > 0) await renewLeases(database.pool, updateIds, lease, clock.now())
    if ((await endLeasesRunOut(database.pool, clock.now())) > 0) claims.wake()
  })
  let sweeping: NodeJS.Timeout | undefined

  return {
    start: () => {
      sweeping = setInterval(claims.wake, parts.sweepMs)
      renewing.start()
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
      stopping.abort()
      await claims.stop()
      await Promise.all(running.values())
      clearInterval(sweeping)
      await renewing.stop()
    },
  }
}

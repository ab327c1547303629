import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import { endLeasesOfDead, holderName } from './leases.ts'

/** How soon a dead process is noticed. */
const LOOK_MS = 1_000
/** A server that restarted has lost everybody's lock; so long the others have to show themselves again. */
const SHOWN_AGAIN_MS = 5_000

/**
 * Shows the other processes that this one lives, by a lock that the server frees when it dies, and gives back what dead
 * ones held, so that nobody waits for a lease to run out. A process that alone lost its lock is taken for dead as well:
 * its updates are then handled twice, and take effect once. `freed` is called when there is something to take over.
 */
export function createHeartbeat(parts: { database: Database; lease: string; log: Log; freed: () => void }): {
  /** Resolves once others can see us. */
  start(): Promise<void>
  stop(): Promise<void>
} {
  const { database, lease, log } = parts
  let lock: { release(): Promise<void> } | null = null
  let wasLost = false
  /** Before this nobody is taken for dead. */
  let judgesFromMs = 0

  /** Also ends the connection of the lost lock: gone silent, it would keep us from taking it again until the server notices. */
  const lost = () => {
    void lock?.release()
    lock = null
    wasLost = true
  }

  const show = async () => {
    if (lock) return
    lock = await database.acquireLock(holderName(lease), lost)
    if (wasLost) judgesFromMs = performance.now() + SHOWN_AGAIN_MS
    wasLost = false
  }

  const looking = interval(LOOK_MS, 'looking for dead processes', log, async () => {
    await show()
    if (performance.now() < judgesFromMs) return
    const updates = await endLeasesOfDead(database.pool, lease)
    if (updates === 0) return
    log.warn({ updates }, 'a process died; what it held is taken over')
    parts.freed()
  })

  return {
    start: async () => {
      // An embedded database has one process.
      if (database.kind === 'embedded') return
      await show()
      looking.start()
    },
    stop: async () => {
      await looking.stop()
      await lock?.release()
    },
  }
}

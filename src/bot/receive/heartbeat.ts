import type { Database } from '../../platform/database/database.ts'
import { interval } from '../../platform/interval.ts'
import type { Log } from '../../platform/log.ts'
import { endLeasesOfDead, holderName } from './inbox.ts'

/** How soon a dead process is noticed. */
const LOOK_MS = 1_000

/**
 * Shows the other processes that this one lives, by a right that the server frees with its death, and gives back what dead
 * ones held, so that nobody waits for a lease to run out. A process that only lost its right is taken for dead as well:
 * its updates are then handled twice, and take effect once. `freed` is called when there is something to take over.
 */
export function createHeartbeat(parts: { database: Database; lease: string; log: Log; freed: () => void }): {
  /** Resolves once others can see us. */
  start(): Promise<void>
  stop(): Promise<void>
} {
  const { database, lease, log } = parts
  let right: { release(): Promise<void> } | null = null

  /** Of a right that is lost: a silent connection would keep it from us until the server notices. */
  const letGo = () => {
    void right?.release()
    right = null
  }

  const show = async () => {
    right ??= await database.acquireLock(holderName(lease), letGo)
  }

  const looking = interval(LOOK_MS, 'looking for dead processes', log, async () => {
    await show()
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
      await right?.release()
    },
  }
}

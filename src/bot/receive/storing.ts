import type { Update } from 'grammy/types'
import type { Clock } from '../../platform/clock.ts'
import { isPassing } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/database.ts'
import { isFullDisk } from '../../platform/database/disk.ts'
import type { Log } from '../../platform/log.ts'
import { type Claimed, type Hold, storeUpdates } from './inbox.ts'
import { endLeasesOf } from './leases.ts'
import type { Workers } from './workers.ts'

export type StoringParts = {
  db: Db
  clock: Clock
  log: Log
  /** What of an update is kept until it is handled; `null`: it is not meant for us. */
  meant: (update: Update) => Update | null
  /** Handles what is stored as ours. */
  receive: Workers['receive']
  /** Called with updates that are safe now. */
  stored: (updates: readonly Update[]) => void
  /** Called with whether there was room for what came last. */
  room: (isThere: boolean) => void
}

/**
 * Stores updates that are meant for us, and has those handled that this process may hold; of the others nothing is kept,
 * not even for a moment. Throws when they could not be stored.
 */
export function createStoring(parts: StoringParts): (updates: readonly Update[]) => Promise<void> {
  const { db, clock } = parts
  const doubtful = new DoubtfulLeases(db, parts.log)

  const hold = async (updates: readonly Update[], hold: Hold) => {
    try {
      const { held } = await storeUpdates(db, updates, clock.now(), hold)
      parts.room(true)
      await doubtful.giveBack(held, hold.lease)
      return held
    } catch (error) {
      if (isFullDisk(error)) parts.room(false)
      if (hold.limit > 0 && isPassing(error)) doubtful.add(updates)
      throw error
    }
  }

  return async (all) => {
    const updates = all.map(parts.meant).filter((update) => update !== null)
    if (updates.length === 0) return
    await parts.receive(updates.length, (limits) => hold(updates, limits))
    parts.stored(updates)
  }
}

/** Updates of which we do not know whether we hold them: their storing failed, perhaps only its answer. */
class DoubtfulLeases {
  readonly #db: Db
  readonly #log: Log
  readonly #updateIds = new Set<number>()

  constructor(db: Db, log: Log) {
    this.#db = db
    this.#log = log
  }

  add(updates: readonly Update[]): void {
    for (const { update_id } of updates) this.#updateIds.add(update_id)
  }

  /** After they were stored again, which waits for a first try that is still under way. Those `held` are no longer doubtful. */
  async giveBack(held: readonly Claimed[], lease: string): Promise<void> {
    for (const { updateId } of held) this.#updateIds.delete(updateId)
    if (this.#updateIds.size === 0) return
    try {
      await endLeasesOf(this.#db, [...this.#updateIds], lease)
      this.#updateIds.clear()
    } catch (error) {
      this.#log.warn({ err: error }, 'updates that may be held by mistake were not given back yet')
    }
  }
}

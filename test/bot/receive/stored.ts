import { claimUpdates, storeUpdates } from '../../../src/bot/receive/inbox.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import type { aClock } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

export const ONE = '11111111-1111-4111-8111-111111111111'
export const TWO = '22222222-2222-4222-8222-222222222222'

/** What tests of the inbox do with a database: updates stored, `[id, chat]` each, and claimed. */
export function inboxOf(db: Db) {
  /** Stored updates, `[id, chat]` each. */
  async function stored(clock: ReturnType<typeof aClock>, ...updates: [number, number][]): Promise<void> {
    for (const [id, chat] of updates) await storeUpdates(db, [aMessageUpdate(id, chat)], clock.now())
  }

  async function claimedIds(options: {
    clock: ReturnType<typeof aClock>
    lease?: string
    limit?: number
  }): Promise<number[]> {
    const { clock, lease = ONE, limit = 10 } = options
    const claimed = await claimUpdates(db, { limit, suspected: 1, lease, now: clock.now() })
    return claimed.map(({ updateId }) => updateId)
  }

  async function claimOne(clock: ReturnType<typeof aClock>, lease: string) {
    const [claimed] = await claimUpdates(db, { limit: 1, suspected: 1, lease, now: clock.now() })
    return claimed!
  }

  return { stored, claimedIds, claimOne }
}

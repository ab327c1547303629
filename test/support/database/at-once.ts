import { vi } from 'vitest'
import type { Database, Db } from '../../../src/platform/database/database.ts'

/**
 * Two transactions at once, as closely as may be: the second begins when the first has done its work, which commits only
 * once the second has to wait for it. What the second read before it had to wait is then out of date. On an embedded
 * database it waits for the one connection, on a server for a lock.
 */
export async function atOnce(
  database: Database,
  first: (db: Db) => Promise<unknown>,
  second: (db: Db) => Promise<unknown>,
): Promise<void> {
  let later: Promise<unknown> = Promise.resolve()
  await database.transaction(async (db) => {
    await first(db)
    later = database.transaction(second)
    await vi.waitFor(async () => {
      if (!(await somebodyWaits(database))) throw new Error('the second transaction waits for nothing')
    })
  })
  await later
}

async function somebodyWaits(database: Database): Promise<boolean> {
  if (database.kind === 'embedded') return database.usage().waiting > 0
  const { rows } = await database.pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  return rows.length > 0
}

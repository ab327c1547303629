import type { Database } from '../src/platform/database/database.ts'
import { CannotStart } from '../src/platform/errors.ts'

/** Does `work` while no npm start sends from this database. Throws `CannotStart` when one does. */
export async function withMaintenanceLock<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const lock = await database.acquireLock('sender', () => {})
  if (!lock) throw new CannotStart('A running npm start uses this database. Stop every one of them first.')
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

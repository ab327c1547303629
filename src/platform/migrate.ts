import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import type { Database } from './database.ts'

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))
const LOCK = 7_241_865

/**
 * Brings the tables up to date: every file of `src/migrations` that has not run yet, in order, all in one transaction.
 * Two processes that start at once wait for each other. Returns the names of those that ran.
 */
export async function migrate(database: Database): Promise<string[]> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const ran = await runner({
      dbClient: client,
      dir: MIGRATIONS,
      direction: 'up',
      migrationsTable: 'migration',
      noLock: true,
      singleTransaction: true,
      log: () => {},
    })
    return ran.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
    client.release()
  }
}

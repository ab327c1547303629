import { fileURLToPath } from 'node:url'
import { runner } from 'node-pg-migrate'
import type { ClientBase } from 'pg'
import type { Database, Db } from './database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))
const LOCK = 7_241_865

/**
 * Brings the tables up to date: every file of `src/migrations` that has not run yet, in order, all in one transaction.
 * Two processes that start at once wait for each other, and one killed in the middle leaves nothing. Returns the names
 * of those that ran.
 */
export async function migrate(database: Database): Promise<string[]> {
  return database.transaction((db) => migrateWithin(db), { withoutTimeout: true })
}

/** The same in a transaction of the caller's, at most `count` of them. */
export async function migrateWithin(db: Db, count = Number.POSITIVE_INFINITY): Promise<string[]> {
  await db.query('select pg_advisory_xact_lock($1)', [LOCK])
  const ran = await runner({
    dbClient: withoutTransactions(db),
    dir: MIGRATIONS,
    direction: 'up',
    count,
    migrationsTable: 'migration',
    noLock: true,
    singleTransaction: true,
    log: () => {},
  })
  return ran.map((migration) => migration.name)
}

/** The names of the migrations that a database has been through, in order. */
export async function listMigrations(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('select name from migration order by id')
  return rows.map((row) => row.name)
}

/** The runner begins and ends transactions itself; ours is already there. */
function withoutTransactions(db: Db): ClientBase {
  const query = async (text: string, values?: unknown[]) =>
    ['BEGIN', 'COMMIT', 'ROLLBACK'].includes(text) ? { rows: [] } : db.query(text, values)
  return { query } as unknown as ClientBase
}

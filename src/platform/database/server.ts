import pg from 'pg'
import { CannotStart, codeOf, messageOf } from '../errors.ts'

/** How many connections work and rest, and how many statements wait for one. */
export type Usage = { busy: number; idle: number; waiting: number }

/**
 * A pool that outlives its connections. One that breaks while it rests is replaced; whoever holds one that breaks learns it
 * from its next statement. Without these listeners either would end the process.
 */
export function poolOf(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings)
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export function usageOf(pools: readonly pg.Pool[]): Usage {
  const sum = (count: (pool: pg.Pool) => number) => pools.reduce((total, pool) => total + count(pool), 0)
  return {
    busy: sum((pool) => pool.totalCount - pool.idleCount),
    idle: sum((pool) => pool.idleCount),
    waiting: sum((pool) => pool.waitingCount),
  }
}

/** The pool's statements, each prepared once for a connection. */
export function preparedIn(pool: pg.Pool) {
  const names = new Map<string, string>()
  return {
    query: (text: string, values?: unknown[]) => {
      const name = names.get(text) ?? `lap_${names.size + 1}`
      names.set(text, name)
      return pool.query({ name, text, ...(values ? { values } : {}) })
    },
  }
}

const OLDEST_SERVER = 140_000

/** Refuses, with what to do, a server that is not there, not ours, too old, or without pgvector. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: number; vector: boolean }>(
      `select current_setting('server_version_num')::int as version,
              exists (select from pg_available_extensions where name = 'vector') as vector`,
    )
    .catch((error: unknown) => {
      throw new CannotStart(`${unreachable(error)} Check DATABASE_URL.`, { cause: error })
    })
  const server = rows[0]!
  if (server.version < OLDEST_SERVER) {
    throw new CannotStart('The PostgreSQL server at DATABASE_URL is older than version 14. Upgrade it, or use another.')
  }
  if (!server.vector) {
    throw new CannotStart(
      'The PostgreSQL server at DATABASE_URL has no pgvector extension. Install it on the server ' +
        '(Debian: apt-get install postgresql-17-pgvector), then start again.',
    )
  }
}

function unreachable(error: unknown): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return 'No PostgreSQL server answers at DATABASE_URL (connection refused).'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The host in DATABASE_URL is not known.'
    case '28P01':
    case '28000':
      return 'The PostgreSQL server refused the user name or the password in DATABASE_URL.'
    case '3D000':
      return 'The database named in DATABASE_URL does not exist on that server.'
    default:
      return `The PostgreSQL server at DATABASE_URL could not be used: ${messageOf(error)}.`
  }
}

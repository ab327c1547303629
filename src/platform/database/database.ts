import { execFile } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg, { type QueryResultRow } from 'pg'
import { CannotStart, messageOf } from '../errors.ts'
import { acquireAdvisoryLock } from './advisory-lock.ts'
import { connectionTo, isSilence, noticeSilence, planByIndexes } from './connection.ts'
import { fullDisk, guardOf, hasRoom, isFullDisk } from './disk.ts'
import { Embedded } from './embedded.ts'
import { lockFolder } from './folder-lock.ts'
import { checkServer, poolOf, preparedIn, type Usage, usageOf } from './server.ts'

/** Where statements run: the pool, or the one connection of a transaction. */
export type Db = {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>
}

export type DatabaseSettings = { kind: 'embedded'; folder: string } | { kind: 'server'; url: string }

/**
 * A PostgreSQL database, embedded or on a server. The code above sees no difference but speed: an embedded one has a
 * single connection, so nothing inside `transaction` may use the pool.
 */
export type Database = {
  kind: 'embedded' | 'server'
  pool: Db
  /**
   * For the few statements that a crowd repeats: a connection prepares each once, and plans it by indexes alone. The tables
   * that messages pass through are empty when a planner looks at them and full when it matters.
   */
  prepared: Db
  /** How many connections work and rest, and how many statements wait for one. */
  usage(): Usage
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  transaction<T>(work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Runs one statement that cannot stand in a transaction and takes the time it takes: `vacuum`, `analyze`. */
  maintain(statement: string): Promise<void>
  /** Runs `work` on one connection, with the time it takes. What it sets or leaves open there ends with it. */
  session<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * Takes a lock that one process at a time holds, until it is released or this process dies. `null` when another process
   * holds it; an embedded database always grants it. `lost` is called if the lock is lost (the server restarted).
   */
  acquireLock(name: string, lost: () => void): Promise<{ release(): Promise<void> } | null>
  /** Whether our own disk has room for what is written; the disk of a server shows by what it refuses. */
  hasRoom(): Promise<boolean>
  close(): Promise<void>
}

type TransactionOptions = {
  /** Its statements may take as long as they take: migrations, backups, work on the whole material. */
  withoutTimeout?: boolean
  /** Only reads, and sees the database as it stood at one moment. */
  snapshot?: boolean
}

// bigint: ids of Telegram and our own all fit a double exactly.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

/** Opens the database; throws `CannotStart` with what to do when it is not there, not ours, or in use. */
export async function openDatabase(settings: DatabaseSettings, doing: string): Promise<Database> {
  return settings.kind === 'embedded' ? openEmbedded(settings.folder, doing) : openServer(settings.url)
}

async function openEmbedded(folder: string, doing: string): Promise<Database> {
  if (!hasRoom(folder)) throw fullDisk(`The disk of the data folder ${folder}`)
  const lock = lockFolder(folder, doing)
  try {
    const database = await openPglite({ dataDir: await madeIn(postgresIn(folder)), beforeWriting: guardOf(folder) })
    return {
      ...database,
      hasRoom: async () => hasRoom(folder),
      close: async () => {
        await database.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    if (isFullDisk(error) || !hasRoom(folder)) throw fullDisk(`The disk of the data folder ${folder}`, error)
    throw new CannotStart(
      `The embedded database in ${folder} could not be opened: ${messageOf(error)}. ` +
        'Keep the folder as it is: look at the disk and the rights of this user, then start again. If that does not help, move the ' +
        'folder aside and restore a backup (npm run restore).',
      { cause: error },
    )
  }
}

const postgresIn = (folder: string) => join(folder, 'postgres')
const isMade = (folder: string) => existsSync(join(folder, 'PG_VERSION'))

/** Whether opening the embedded database of a data folder first has to make it, which takes seconds. */
export function isFirstUse(settings: DatabaseSettings): boolean {
  return settings.kind === 'embedded' && !isMade(postgresIn(settings.folder))
}

/** The folder of an embedded database, made when there is none yet. */
async function madeIn(folder: string): Promise<string> {
  if (isMade(folder)) return folder
  mkdirSync(folder, { recursive: true })
  const maker = fileURLToPath(new URL('./make-embedded.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [maker, folder])
  return folder
}

/** PGlite's own settings (128 MB of shared buffers) cost 130 MB of resident memory and made no query here faster; nor did 32 MB. */
const EMBEDDED_CONFIGURATION = ['shared_buffers = 16MB', 'maintenance_work_mem = 8MB', 'max_connections = 10']

/** An embedded database from a folder, from memory, or from a snapshot (`dumpDataDir`). Loaded only when it is used. */
export async function openPglite(from: {
  dataDir?: string
  loadDataDir?: Blob
  /** Called before a statement that may write, and may refuse it. */
  beforeWriting?: () => void
}): Promise<Database & { dump(): Promise<Blob> }> {
  const { PGlite } = await import('@electric-sql/pglite')
  const { vector } = await import('@electric-sql/pglite-pgvector')
  const { beforeWriting, ...where } = from
  const pglite = await PGlite.create({ ...where, extensions: { vector }, postgresqlconf: [...EMBEDDED_CONFIGURATION] })
  const embedded = new Embedded(pglite, beforeWriting)
  return {
    kind: 'embedded',
    pool: embedded,
    prepared: embedded,
    usage: () => embedded.usage(),
    transaction: (work, options) => embedded.alone((db) => inTransaction(db, work, options)),
    maintain: async (statement) => void (await embedded.query(statement)),
    session: (work) =>
      embedded.alone((db) =>
        work(db).finally(async () => {
          await db.query('rollback')
          await db.query('reset all')
        }),
      ),
    acquireLock: async () => ({ release: async () => {} }),
    hasRoom: async () => true,
    close: () => embedded.end(),
    dump: () => pglite.dumpDataDir('none') as Promise<Blob>,
  }
}

async function openServer(url: string): Promise<Database> {
  const settings = { ...connectionTo(url), query_timeout: LONGEST_STATEMENT_MS }
  const pool = poolOf({ ...settings, max: 12, onConnect: noticeSilence })
  try {
    await checkServer(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const repeated = poolOf({ ...settings, max: 4, onConnect: planByIndexes })
  return {
    kind: 'server',
    pool,
    prepared: preparedIn(repeated),
    usage: () => usageOf([pool, repeated]),
    transaction: (work, options) => onClient(pool, work, options),
    maintain: async (statement) => void (await withoutTimeout(pool).query(statement)),
    session: (work) => inSession(pool, work),
    acquireLock: (name, lost) => acquireAdvisoryLock(url, name, lost),
    hasRoom: async () => true,
    close: async () => {
      await Promise.all([pool.end(), repeated.end()])
    },
  }
}

/** How long a statement may take before its connection counts as dead. Below the lease of an update, so that it is not handled meanwhile. */
const LONGEST_STATEMENT_MS = 30_000

async function onClient<T>(pool: pg.Pool, work: (db: Db) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await inTransaction(options.withoutTimeout ? withoutTimeout(client) : client, work, options, (cause) => {
      broken = cause
    })
  } finally {
    client.release(broken)
  }
}

/** `breaks` is called when the connection can only be closed. */
async function inTransaction<T>(
  db: Db,
  work: (db: Db) => Promise<T>,
  options: TransactionOptions = {},
  breaks: (cause: Error) => void = () => {},
): Promise<T> {
  try {
    await db.query(options.snapshot ? 'begin isolation level repeatable read read only' : 'begin')
    if (options.withoutTimeout) await db.query('set local idle_in_transaction_session_timeout = 0')
    const result = await work(db)
    await db.query('commit')
    return result
  } catch (error) {
    // Whoever does not answer would not answer a rollback either; the server undoes it when the connection closes.
    if (isSilence(error)) breaks(error)
    else await db.query('rollback').catch(breaks)
    throw error
  }
}

async function inSession<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(withoutTimeout(client))
  } finally {
    client.release(true)
  }
}

/** The longest that a timer takes. */
const ANY_TIME_MS = 2_147_483_647

/** The connection without its limit on the time of a statement. */
function withoutTimeout(client: pg.ClientBase | pg.Pool): Db {
  return {
    query: (text, values) =>
      client.query({ text, ...(values ? { values } : {}), query_timeout: ANY_TIME_MS } as pg.QueryConfig),
  }
}

/** Keeps others out of `work` until the transaction ends, across processes. */
export async function lockForTransaction(db: Db, name: string): Promise<void> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Config, databaseOf } from '../src/config.ts'
import { indexMissing } from '../src/knowledge/ingest/reindex.ts'
import { type Database, type DatabaseSettings, openDatabase, openPglite } from '../src/platform/database/database.ts'
import { FolderInUse } from '../src/platform/database/folder-lock.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { CannotStart, messageOf } from '../src/platform/errors.ts'

/** The options and words of the command line; an option that there is not ends the program with one line and status 2. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    console.error(`${messageOf(error).split('. ')[0]}. See --help.`)
    process.exit(2)
  }
}

/** Runs a command: its help when asked for, one line and status 1 for what the user can mend. */
export async function command(help: string, wantsHelp: boolean, work: () => Promise<unknown>): Promise<void> {
  if (wantsHelp) return console.log(help)
  try {
    await work()
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : error)
    process.exitCode = 1
  }
}

/**
 * The database for a command that only asks: the configured one, or, while a running npm start holds the embedded one,
 * an empty one in memory that is gone afterwards.
 */
export async function openReaderDatabase(config: Config): Promise<Database> {
  const database = await openDatabase(databaseOf(config), 'a command').catch((error: unknown) => {
    if (error instanceof FolderInUse) return openPglite({})
    throw error
  })
  await migrate(database)
  await indexMissing(database)
  return database
}

/** A database of its own for measuring, removed afterwards. `work` also gets its address, `null` for an embedded one. */
export async function withScratchDatabase<T>(
  databaseUrl: string | null,
  work: (database: Database, url: string | null) => Promise<T>,
): Promise<T> {
  return databaseUrl ? withScratchOnServer(databaseUrl, work) : withScratchFolder(work)
}

async function withScratchFolder<T>(work: (database: Database, url: null) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-savetnik-'))
  try {
    return await withMigrated({ kind: 'embedded', folder }, (database) => work(database, null))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withScratchOnServer<T>(
  databaseUrl: string,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const server = await openDatabase({ kind: 'server', url: databaseUrl }, 'measuring')
  const name = `lap_scratch_${process.pid}_${Date.now()}`
  await server.pool.query(`create database ${name}`)
  try {
    const url = new URL(databaseUrl)
    url.pathname = `/${name}`
    return await withMigrated({ kind: 'server', url: url.href }, (database) => work(database, url.href))
  } finally {
    await server.pool.query(`drop database if exists ${name} with (force)`)
    await server.close()
  }
}

async function withMigrated<T>(settings: DatabaseSettings, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings, 'measuring')
  try {
    await migrate(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

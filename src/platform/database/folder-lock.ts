import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../errors.ts'
import { makeDataFolder, notWritable } from './data-folder.ts'

const LOCK_FILE = 'in-use.lock'
const HOLDER_FILE = 'in-use.json'

/** Another process has the folder. */
export class FolderInUse extends CannotStart {
  override name = 'FolderInUse'
}

type Holder = { pid: number; host: string; since: string; doing: string }

/**
 * Takes `folder` for this process alone; two embedded databases on one folder would lose data silently. The lock is the
 * operating system's own (an exclusive SQLite transaction on an empty file), so a killed process leaves nothing behind
 * to clean up. `doing` is a few words about this process for the one that comes second.
 * Throws `FolderInUse` when another process holds it, saying who, and `CannotStart` when the folder cannot be written.
 */
export function lockFolder(folder: string, doing: string): { release(): void } {
  makeFolder(folder)
  const lock = openLock(folder)
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), doing }
  writeFileSync(join(folder, HOLDER_FILE), `${JSON.stringify(holder)}\n`)
  held.add(lock)
  return {
    release: () => {
      held.delete(lock)
      lock.close()
    },
  }
}

/** Locks of this process: one that nothing refers to would be collected as garbage, and its lock with it. */
const held = new Set<DatabaseSync>()

function makeFolder(folder: string): void {
  makeDataFolder(folder)
  try {
    writeFileSync(join(folder, HOLDER_FILE), '', { flag: 'a' })
  } catch (error) {
    throw notWritable(folder, error)
  }
}

function openLock(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, LOCK_FILE))
  try {
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(heldBy(folder), { cause: error })
  }
}

/** SQLite's own code for a file that somebody else has locked. */
const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function heldBy(folder: string): string {
  const holder = readHolder(folder)
  const who = holder
    ? `process ${holder.pid} on ${holder.host} (${holder.doing}, since ${holder.since})`
    : 'another process'
  return (
    `The data folder ${folder} is in use by ${who}. An embedded database belongs to one process: ` +
    'stop that one first, set DATA_DIR to another folder, or set DATABASE_URL to share a PostgreSQL server.'
  )
}

function readHolder(folder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8')) as Holder
  } catch {
    // Written by a process that starts at this very moment: then we only know that there is one.
    return null
  }
}

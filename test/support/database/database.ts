import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { type Database, type Db, openDatabase, openPglite } from '../../../src/platform/database/database.ts'
import { afterwards } from '../afterwards.ts'
import { addressOf, aName, onServer } from './global-setup.ts'

export { aClock, type SettableClock } from '../clock.ts'

/**
 * A migrated database of this test file's own, gone with the file. Call it at the top of the file. Embedded; on the
 * server of TEST_DATABASE_URL when that is set.
 */
export async function aDatabase(): Promise<Database> {
  const template = inject('template')
  if (template.kind === 'embedded') {
    const database = await openPglite({ loadDataDir: await openAsBlob(inject('snapshots').migrated) })
    afterwards(() => database.close())
    return database
  }
  const name = aName()
  await onServer(template.url, `create database ${name} template ${template.name}`)
  const database = await openDatabase({ kind: 'server', url: addressOf(template.url, name) }, 'tests')
  afterwards(async () => {
    await database.close()
    await onServer(template.url, `drop database ${name} with (force)`)
  })
  return database
}

/** An embedded database without anything, not even tables; gone with the test. */
export async function anEmptyEmbedded(): Promise<Database> {
  const database = await openPglite({ loadDataDir: await openAsBlob(inject('snapshots').empty) })
  afterwards(() => database.close())
  return database
}

/** Removes all rows of the bot's own tables, for tests that share a database. */
export async function emptyFrame(database: Database): Promise<void> {
  await database.pool.query('truncate inbox, outbox, send_pause, person restart identity cascade')
}

/** A database that fails for statements with `part` in them, as often as `left.failures` says at the moment. */
export function failingAt(database: Database, part: string, left: { failures: number }): Database {
  const check = (text: unknown) => {
    if (!String(text).includes(part) || left.failures === 0) return
    left.failures -= 1
    throw new Error('the database is away')
  }
  const pool = new Proxy(database.pool, {
    get(whole, name) {
      const value = Reflect.get(whole, name, whole)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (name === 'query') check(given[0])
        return value.apply(whole, given)
      }
    },
  })
  const prepared: Db = {
    query: async (text, values) => {
      check(text)
      return database.prepared.query(text, values)
    },
  }
  return { ...database, pool, prepared }
}

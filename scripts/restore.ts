import { resolve } from 'node:path'
import { closeOpen } from '../src/bot/receive/inbox.ts'
import { closeUnsent } from '../src/bot/send/sender-store.ts'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { indexMissing } from '../src/knowledge/ingest/reindex.ts'
import { load } from '../src/platform/backup/backup.ts'
import { readBackup } from '../src/platform/backup/file.ts'
import { systemClock } from '../src/platform/clock.ts'
import { type Db, openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { describeCounts } from './backup-report.ts'
import { command, readArguments } from './command.ts'
import { withMaintenanceLock } from './maintenance-lock.ts'

const HELP = `LAP Savetnik: npm run restore -- FILE

Makes the database what it was when npm run backup wrote FILE: the configured one (DATABASE_URL, or the embedded one in
DATA_DIR), which must be empty. All or nothing: interrupted at any moment, the database is what it was before.
The search index is then made anew. What the backup carries unhandled or unsent is closed: it may have been answered since.

  --force   replaces all that the database holds

Stop every npm start that uses the database first. Settings as for npm start (docs/settings.md).`

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** A line about what was open in the backup, if anything was. */
function describeClosed({ updates, messages }: { updates: number; messages: number }): string {
  if (updates + messages === 0) return ''
  const what = `${counted(updates, 'update')}, ${counted(messages, 'message')}`
  return `\nClosed, since it may have been answered after the backup: ${what}.`
}

const { values, positionals } = readArguments({
  options: { help: { type: 'boolean' }, force: { type: 'boolean' } },
  allowPositionals: true,
})

await command(HELP, values.help === true || positionals.length !== 1, async () => {
  const database = await openDatabase(databaseOf(configFromProcess()), 'npm run restore')
  try {
    let closed = { updates: 0, messages: 0 }
    const afterwards = async (db: Db) => {
      const now = systemClock.now()
      closed = { updates: await closeOpen(db, now), messages: await closeUnsent(db, now) }
    }
    const counts = await withMaintenanceLock(database, () =>
      load(database, readBackup(resolve(positionals[0]!)), { replace: values.force === true, afterwards }),
    )
    await migrate(database)
    await indexMissing(database)
    // A table just filled is slow to search until it has been looked through.
    await database.maintain('vacuum (analyze)')
    console.log(
      `${describeCounts(counts)}${describeClosed(closed)}\nRestored, and every count is the same as in the backup.`,
    )
  } finally {
    await database.close()
  }
})

import { resolve } from 'node:path'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { indexMissing } from '../src/knowledge/ingest/reindex.ts'
import { load } from '../src/platform/backup/backup.ts'
import { readBackup } from '../src/platform/backup/file.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { describeCounts } from './backup-report.ts'
import { command, readArguments } from './command.ts'
import { withMaintenanceLock } from './maintenance-lock.ts'

const HELP = `LAP Savetnik: npm run restore -- FILE

Makes the database what it was when npm run backup wrote FILE: the configured one (DATABASE_URL, or the embedded one in
DATA_DIR), which must be empty. All or nothing: interrupted at any moment, the database is what it was before.
The search index is then made anew.

  --force   replaces all that the database holds

Stop every npm start that uses the database first. Settings as for npm start (docs/settings.md).`

const { values, positionals } = readArguments({
  options: { help: { type: 'boolean' }, force: { type: 'boolean' } },
  allowPositionals: true,
})

await command(HELP, values.help === true || positionals.length !== 1, async () => {
  const database = await openDatabase(databaseOf(configFromProcess()), 'npm run restore')
  try {
    const counts = await withMaintenanceLock(database, () =>
      load(database, readBackup(resolve(positionals[0]!)), { replace: values.force === true }),
    )
    await migrate(database)
    await indexMissing(database)
    // A table just filled is slow to search until it has been looked through.
    await database.maintain('vacuum (analyze)')
    console.log(`${describeCounts(counts)}\nRestored, and every count is the same as in the backup.`)
  } finally {
    await database.close()
  }
})

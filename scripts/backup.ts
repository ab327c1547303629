import { resolve } from 'node:path'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { DERIVED_TABLES } from '../src/knowledge/retention.ts'
import { dump } from '../src/platform/backup/backup.ts'
import { writeBackup } from '../src/platform/backup/file.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { describeCounts } from './backup-report.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run backup -- FILE

Writes the whole database, as it stands at one moment, to a new compressed file, but for the search index, which
npm run restore makes anew. The same file restores into an embedded
database and into a server (npm run restore). It holds personal data: keep it like the database itself.

A server may be in use meanwhile. An embedded database belongs to one process: stop npm start first.
Settings as for npm start (docs/settings.md).`

const { values, positionals } = readArguments({ options: { help: { type: 'boolean' } }, allowPositionals: true })

await command(HELP, values.help === true || positionals.length !== 1, async () => {
  const file = resolve(positionals[0]!)
  const database = await openDatabase(databaseOf(configFromProcess()), 'npm run backup')
  try {
    const counts = await writeBackup(file, (take) => dump(database, systemClock.now(), take, DERIVED_TABLES))
    console.log(`${describeCounts(counts)}\nWritten to ${file}.`)
  } finally {
    await database.close()
  }
})

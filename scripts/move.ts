import { createInterface } from 'node:readline'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { indexMissing } from '../src/knowledge/ingest/reindex.ts'
import { DERIVED_TABLES } from '../src/knowledge/retention.ts'
import { dump, load } from '../src/platform/backup/backup.ts'
import { channel } from '../src/platform/backup/channel.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { describeCounts } from './backup-report.ts'
import { command, readArguments } from './command.ts'
import { withMaintenanceLock } from './maintenance-lock.ts'

const HELP = `LAP Savetnik: npm run move -- --to DATABASE_URL

Copies everything from the configured database (the embedded one in DATA_DIR, as a rule) to an empty database on a
PostgreSQL server, compares the counts, and leaves the old one as it is. All or nothing; the search index is then made anew.
Then start with DATABASE_URL.

  --force   replaces all that the database at DATABASE_URL holds

Stop npm start first, or what is written meanwhile would be left behind. Settings as for npm start (docs/settings.md).`

const { values } = readArguments({
  options: { help: { type: 'boolean' }, force: { type: 'boolean' } },
})

/** Where to; asked for where somebody sits at a terminal. */
async function addressOfTarget(): Promise<string> {
  const named = process.env.MOVE_TO_DATABASE_URL
  if (named) return named
  if (process.stdin.isTTY) console.error('DATABASE_URL of the server to move to:')
  for await (const line of createInterface({ input: process.stdin })) return line.trim()
  throw new CannotStart('No address: set MOVE_TO_DATABASE_URL, or give it on standard input.')
}

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const to = databaseOf(configFromProcess({ DATABASE_URL: await addressOfTarget() }))
  if (config.databaseUrl && to.kind === 'server' && config.databaseUrl.reveal() === to.url)
    throw new CannotStart('The two databases are the same one. Unset DATABASE_URL to move the embedded database.')
  const source = await openDatabase(databaseOf(config), 'npm run move')
  try {
    const target = await openDatabase(to, 'npm run move')
    try {
      const counts = await withMaintenanceLock(source, () =>
        withMaintenanceLock(target, () =>
          load(
            target,
            channel((take) => dump(source, systemClock.now(), take, DERIVED_TABLES)),
            { replace: values.force === true },
          ),
        ),
      )
      await migrate(target)
      await indexMissing(target)
      await target.maintain('vacuum (analyze)')
      console.log(`${describeCounts(counts)}\nMoved, and every count is the same on both sides.`)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
})

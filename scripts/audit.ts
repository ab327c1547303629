import { listStaffActs, type StaffAct } from '../src/audit.ts'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { momentAt, systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run audit

What staff did, the oldest first: sessions and sign-ups of others, roles and invitations, documents, broadcasts. Each line
has when (time in Serbia), who, and what; people in sessions stand as numbers.

  --days N   of the last N days (default: 30)
  --json     an object a line: {at, who, what}; «who» is null for somebody erased, or where it is not kept

An embedded database belongs to one process: stop npm start first. Settings as for npm start (docs/settings.md).`

const { values } = readArguments({
  options: { days: { type: 'string', default: '30' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})

await command(HELP, values.help === true, async () => {
  const since = systemClock.now().subtract({ hours: 24 * daysOf(values.days) })
  const database = await openDatabase(databaseOf(configFromProcess()), 'npm run audit')
  try {
    await migrate(database)
    const acts = await listStaffActs(database.pool, since)
    for (const act of acts) console.log(values.json ? JSON.stringify(act) : lineOf(act))
    if (acts.length === 0 && !values.json) console.log(`Staff did nothing in the last ${values.days} days.`)
  } finally {
    await database.close()
  }
})

function daysOf(given: string): number {
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given)
  throw new CannotStart('--days: expected a whole number of days, from 1 to 9999.')
}

function lineOf({ at, who, what }: StaffAct): string {
  const when = momentAt(at).toString({ smallestUnit: 'second' }).replace('T', ' ')
  return `${when}  ${who ?? '–'}  ${what}`
}

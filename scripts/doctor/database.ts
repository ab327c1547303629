import { canStore } from '../../src/bot/receive/inbox.ts'
import { type Config, databaseOf } from '../../src/config.ts'
import { dataClasses } from '../../src/data.ts'
import { listSources } from '../../src/knowledge/ingest/source-store.ts'
import { readCollection } from '../../src/knowledge/search/store.ts'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { fullDisk, isFullDisk } from '../../src/platform/database/disk.ts'
import { FolderInUse } from '../../src/platform/database/folder-lock.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type Holding, listHoldings } from '../../src/platform/database/retention.ts'
import { databaseAhead } from '../../src/platform/database/skew.ts'
import { CannotStart, messageOf } from '../../src/platform/errors.ts'
import { type Finding, note, ok, wrong } from './finding.ts'
import { checkEmbedded } from './model.ts'
import { checkSearchIndex } from './search-index.ts'

/** The database: can it be used, what is in it, and does its clock agree with ours. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const about = config.databaseUrl ? 'database server' : 'embedded database'
  try {
    const database = await openDatabase(databaseOf(config), 'npm run doctor')
    try {
      const made = await migrate(database)
      return [
        ok(about, `${await versionOf(database)}${config.databaseUrl ? '' : `, in ${config.dataDir}`}`),
        ok('tables', made.length > 0 ? `brought up to date (${made.length} migrations)` : 'up to date'),
        await checkExtension(database),
        ...(config.databaseUrl ? [await checkClock(database)] : []),
        await checkRoom(database),
        await checkKnowledge(database),
        await checkSearchIndex(database.pool),
        ...(config.model?.embedding ? [await checkEmbedded(database.pool, config.model.embedding)] : []),
        ...(await listHoldings(database.pool, dataClasses(config))).map(heldFinding),
      ]
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof FolderInUse)
      return [note(about, `${error.message} If that is your running npm start, all is well.`)]
    if (!(error instanceof CannotStart) && isFullDisk(error))
      return [wrong(about, fullDisk('The disk of the database').message)]
    return [wrong(about, messageOf(error))]
  }
}

async function checkRoom(database: Database): Promise<Finding> {
  return (await canStore(database))
    ? ok('room', 'what people write can be stored')
    : wrong(
        'room',
        'what people write cannot be stored; make room on the disk of the database, nothing that was stored is lost',
      )
}

async function versionOf(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ version: string }>(`select current_setting('server_version') as version`)
  return `PostgreSQL ${rows[0]!.version}`
}

async function checkExtension(database: Database): Promise<Finding> {
  const { rows } = await database.pool.query<{ used: string; available: string | null }>(
    `select extversion as used,
            (select default_version from pg_available_extensions where name = 'vector') as available
     from pg_extension where extname = 'vector'`,
  )
  const extension = rows[0]
  return extension
    ? extensionFinding(extension.used, extension.available)
    : wrong('pgvector', 'not in this database; as its owner or a superuser: create extension vector')
}

/** What to say of the pgvector in use, and of the one that lies on the server. */
export function extensionFinding(used: string, available: string | null): Finding {
  const [major, minor] = used.split('.').map(Number) as [number, number]
  if (major === 0 && minor < 7) {
    const update = 'in this database: alter extension vector update'
    return wrong(
      'pgvector',
      `${used}, and 0.7 is needed; install a newer one on the server (there is ${available ?? 'none'}), then ${update}`,
    )
  }
  return ok('pgvector', used)
}

/** How far the two clocks may differ: what is due is compared with our clock, whatever the server's says. */
const SKEW_SECONDS = 5

async function checkClock(database: Database): Promise<Finding> {
  return clockFinding(await databaseAhead(database.pool))
}

/** What to say when the server is so many seconds ahead of this machine. */
export function clockFinding(ahead: number): Finding {
  const skew = Math.abs(ahead)
  if (skew <= SKEW_SECONDS) return ok('clock', 'agrees with the database server’s')
  const apart = `${Math.round(skew)} s ${ahead > 0 ? 'behind' : 'ahead of'} the database server’s`
  return wrong(
    'clock',
    `${apart}; let both keep time (timedatectl set-ntp true), or reminders come at the wrong moment`,
  )
}

async function checkKnowledge(database: Database): Promise<Finding> {
  const collection = await readCollection(database.pool)
  const sources = await listSources(database.pool)
  return sources.length > 0
    ? ok('knowledge base', `${sources.length} documents, ${collection.chunks} passages`)
    : note('knowledge base', 'empty; npm start or npm run ingest fills it')
}

/** What is held of one kind of data, and for how long. */
function heldFinding({ name, rows, oldest, keepDays }: Holding): Finding {
  const since = oldest ? `, the oldest of ${oldest.toString().slice(0, 10)}` : ''
  return ok(`held: ${name}`, `${rows}${since}; kept ${keepDays === null ? 'until removed' : `${keepDays} days`}`)
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withScratchDatabase } from '../../scripts/command.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { type Part, progress, type Row } from '../report.ts'
import { inFolder } from '../start.ts'
import { timed } from '../timing.ts'
import { createFullText } from './baselines.ts'
import { composeCollection, type Passage, passagesOf } from './collection.ts'

const PASSAGES = 3_000
/** Of what full text takes in the same run: 4 and 2.5 s where that takes 0.5 s. */
const TARGET_FIRST_TIMES = { embedded: 8, server: 5 }
const TARGET_SECOND_S = 2

/** Reading a folder of Markdown in, and once more with nothing changed. */
export function benchIngest(bench: Bench): Promise<Part> {
  return inFolder(async (folder) => {
    const collection = join(folder, 'collection')
    composeCollection(bench.material, collection, bench.tenth(PASSAGES))
    const passages = passagesOf(collection)
    const rows = await withScratchDatabase(null, (database) => measure(database, collection, passages))
    if (bench.databaseUrl !== null)
      rows.push(
        ...(await withScratchDatabase(bench.databaseUrl, (database) => measure(database, collection, passages))),
      )
    return {
      name: 'ingest',
      title: `Ingest: a folder of ${passages.length} passages`,
      rows,
      notes: [
        'Full text: the same passages into one PostgreSQL table with a GIN index.',
        ...(bench.databaseUrl === null ? ['No DATABASE_URL: not measured on a server.'] : []),
      ],
    }
  })
}

async function measure(database: Database, folder: string, passages: Passage[]): Promise<Row[]> {
  const { kind } = database
  progress(`ingest: ${passages.length} passages (${kind})`)
  const ingest = () => timed(() => ingestFolder({ database, clock: systemClock, folder }))
  const first = await ingest()
  const before = await tablesOf(database)
  const second = await ingest()
  const hashing = await timed(async () => hashAll(folder))
  const after = await tablesOf(database)
  const written = [...after].filter(([name, sum]) => before.get(name) !== sum)
  const fullText = await createFullText(database.pool, passages)
  return [
    {
      name: `${kind}: first run`,
      figure: first.ms / 1000,
      unit: 's',
      baselines: [{ name: 'full text', figure: fullText.ms / 1000 }],
    },
    {
      name: `${kind}: first run, of full text`,
      figure: first.ms / fullText.ms,
      unit: 'times',
      target: { atMost: TARGET_FIRST_TIMES[kind] },
    },
    {
      name: `${kind}: again, nothing changed`,
      figure: second.ms / 1000,
      unit: 's',
      target: { atMost: TARGET_SECOND_S },
      baselines: [{ name: 'hashing the files', figure: hashing.ms / 1000 }],
    },
    { name: `${kind}: tables written by that`, figure: written.length, unit: 'tables', target: { atMost: 0 } },
  ]
}

/** For each table what its rows look like to the database: another value after any write. */
async function tablesOf({ pool }: Database): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ name: string }>('select relname as name from pg_stat_user_tables')
  const seen = new Map<string, string>()
  for (const { name } of rows) {
    const { rows: sums } = await pool.query<{ sum: string }>(
      `select coalesce(sum(hashtext(ctid::text || xmin::text)::numeric), 0)::text as sum from "${name}"`,
    )
    seen.set(name, sums[0]!.sum)
  }
  return seen
}

function hashAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex')
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingestFolder } from '../../src/knowledge/ingest.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database.ts'
import { withScratchDatabase } from '../command.ts'
import { createFullText } from './baselines.ts'
import type { Bench } from './bench.ts'
import { composeCollection, type Passage, passagesOf } from './collection.ts'
import { type Part, progress, type Row } from './report.ts'
import { inFolder } from './start.ts'
import { timed } from './timing.ts'

const PASSAGES = 3_000
const TARGET_FIRST_S = { embedded: 40, server: 20 }
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
  const written = await writesOf(database)
  const second = await ingest()
  const hashing = await timed(async () => hashAll(folder))
  const again = (await writesOf(database)) - written
  const fullText = await createFullText(database.pool, passages)
  return [
    {
      name: `${kind}: first run`,
      figure: first.ms / 1000,
      unit: 's',
      target: { atMost: TARGET_FIRST_S[kind] },
      baselines: [{ name: 'full text', figure: fullText.ms / 1000 }],
    },
    {
      name: `${kind}: again, nothing changed`,
      figure: second.ms / 1000,
      unit: 's',
      target: { atMost: TARGET_SECOND_S },
      baselines: [{ name: 'hashing the files', figure: hashing.ms / 1000 }],
    },
    { name: `${kind}: rows written by that`, figure: again, unit: 'rows', target: { atMost: 0 } },
  ]
}

/** Rows inserted, changed and deleted in this database so far, in tables of its own. */
async function writesOf({ pool }: Database): Promise<number> {
  await pool.query('select pg_stat_force_next_flush()')
  const { rows } = await pool.query<{ written: number }>(
    'select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint as written from pg_stat_user_tables',
  )
  return rows[0]!.written
}

function hashAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex')
}

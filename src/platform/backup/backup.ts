import type { Database, Db } from '../database/database.ts'
import { listMigrations, migrateWithin } from '../database/migrate.ts'
import { CannotStart } from '../errors.ts'
import {
  countRows,
  dropEverything,
  listForeignKeys,
  listSequences,
  listTables,
  quoted,
  type Sequence,
  type Table,
} from './catalog.ts'

/** A database in pieces, in this order: one header, any number of batches, one end. Values are as the database writes them. */
export type Piece =
  | { kind: 'header'; format: 1; madeAt: string; migrations: string[]; tables: Table[]; sequences: Sequence[] }
  | { kind: 'rows'; table: string; rows: (string | null)[][] }
  | { kind: 'end'; counts: Record<string, number> }

/** A row may hold a whole document, another a single number. */
const BATCH_CHARACTERS = 2_000_000
const FIRST_BATCH = 20
const LARGEST_BATCH = 5_000

/** What values are written and read as, whatever the server's own settings. */
const EXACT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
               set local extra_float_digits = 1; set local bytea_output = 'hex'`

/**
 * Gives every table of a migrated database to `take`, piece by piece, as it stood at one moment. Knows no table: whatever
 * migrations make is in it, but for those in `leaveOut`, which are made anew from the others. Returns how many rows of each
 * there are.
 */
export async function dump(
  database: Database,
  now: Temporal.Instant,
  take: (piece: Piece) => Promise<void>,
  leaveOut: readonly string[] = [],
): Promise<Record<string, number>> {
  return database.transaction(
    async (db) => {
      await db.query(EXACT)
      const tables = (await listTables(db)).filter((table) => !leaveOut.includes(table.name))
      if (!tables.some((table) => table.name === 'migration'))
        throw new CannotStart('There is nothing to back up: the database has no tables yet. npm start makes them.')
      const migrations = await listMigrations(db)
      const sequences = await listSequences(db)
      await take({ kind: 'header', format: 1, madeAt: now.toString(), migrations, tables, sequences })
      const counts: Record<string, number> = {}
      for (const table of tables) counts[table.name] = await dumpTable(db, table, take)
      await take({ kind: 'end', counts })
      return counts
    },
    { withoutTimeout: true, snapshot: true },
  )
}

async function dumpTable(db: Db, table: Table, take: (piece: Piece) => Promise<void>): Promise<number> {
  const columns = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  await db.query(
    `declare rows_of_table no scroll cursor for select array[${columns}] as row from ${quoted(table.name)}`,
  )
  let count = 0
  for (let size = FIRST_BATCH; ; ) {
    const { rows } = await db.query<{ row: (string | null)[] }>(`fetch ${size} from rows_of_table`)
    if (rows.length === 0) break
    await take({ kind: 'rows', table: table.name, rows: rows.map(({ row }) => row) })
    count += rows.length
    size = nextSize(rows)
  }
  await db.query('close rows_of_table')
  return count
}

function nextSize(rows: readonly { row: (string | null)[] }[]): number {
  const characters = rows.reduce((sum, { row }) => row.reduce((all, value) => all + (value?.length ?? 0), sum), 1)
  return Math.max(1, Math.min(LARGEST_BATCH, Math.floor((BATCH_CHARACTERS * rows.length) / characters)))
}

/**
 * Makes a database what the pieces say, in one transaction: killed at any moment, or given pieces that end early, it is
 * what it was before. Refuses with `CannotStart` a database that holds more than migrations put there, unless `replace`.
 * Returns how many rows of each table there are, counted afterwards and equal to what the pieces say.
 */
export async function load(
  database: Database,
  pieces: AsyncIterable<Piece>,
  options: {
    replace: boolean
    /** Done in the same transaction, on the tables as the backup has them. */
    afterwards?: (db: Db) => Promise<void>
  },
): Promise<Record<string, number>> {
  return database.transaction(
    async (db) => {
      await db.query(EXACT)
      if (!options.replace) await refuseUsed(db)
      let loading: Awaited<ReturnType<typeof prepare>> | undefined
      let counts: Record<string, number> | undefined
      for await (const piece of pieces) {
        if (piece.kind === 'header') loading = await prepare(db, piece)
        else if (!loading) throw new CannotStart('This is not a backup of LAP Savetnik.')
        else if (piece.kind === 'rows') await loading.insert(piece.table, piece.rows)
        else counts = piece.counts
      }
      // Only after the last piece: by then a file has been found undamaged.
      if (loading && counts) {
        const loaded = await loading.finish(counts)
        await options.afterwards?.(db)
        return loaded
      }
      throw new CannotStart('The backup ends in the middle. Nothing was changed; take another copy.')
    },
    { withoutTimeout: true },
  )
}

/** Leaves the tables removed when it does not refuse: they are made anew anyway. */
async function refuseUsed(db: Db): Promise<void> {
  const before = await countRows(db, await listTables(db))
  if (before.size === 0) return
  await dropEverything(db)
  await migrateWithin(db)
  const fresh = await countRows(db, await listTables(db))
  const used = [...before].filter(([table, count]) => count > (fresh.get(table) ?? 0) && table !== 'migration')
  if (used.length === 0) return
  const held = used.map(([table, count]) => `${table} ${count}`).join(', ')
  throw new CannotStart(
    `The database to write into is in use; it holds rows of its own (${held}). Nothing was changed. ` +
      'Name an empty database, or say --force to replace all that it holds.',
  )
}

async function prepare(db: Db, header: Piece & { kind: 'header' }) {
  await dropEverything(db)
  const made = await migrateWithin(db, header.migrations.length)
  if (made.join() !== header.migrations.join()) {
    throw new CannotStart(
      `The backup was made by another version of LAP Savetnik (its tables: ${header.migrations.at(-1)}, ours: ${made.at(-1)}). ` +
        'Nothing was changed. Restore it with that version, then start the newer one.',
    )
  }
  const tables = new Map(header.tables.map((table) => [table.name, table]))
  const names = [...tables.keys()].map(quoted)
  const foreignKeys = await listForeignKeys(db)
  // Without foreign keys, rows may come in any order, also where tables refer to each other or to themselves.
  for (const { table, name } of foreignKeys) await db.query(`alter table ${table} drop constraint ${quoted(name)}`)
  await db.query(`truncate ${names.join(', ')}`)
  for (const name of names) await db.query(`alter table ${name} disable trigger user`)
  return {
    insert: (name: string, rows: (string | null)[][]) => insertRows(db, tables.get(name)!, rows),
    finish: async (counts: Record<string, number>) => {
      for (const { name, last, used } of header.sequences)
        await db.query('select setval($1::regclass, $2::bigint, $3::boolean)', [quoted(name), last, used])
      for (const { table, name, definition } of foreignKeys)
        await db.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
      for (const name of names) await db.query(`alter table ${name} enable trigger user`)
      return compare(counts, await countRows(db, header.tables))
    },
  }
}

async function insertRows(db: Db, table: Table, rows: (string | null)[][]): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name)).join(', ')
  const values = table.columns.map(({ type }, i) => `(row ->> ${i})::${type}`).join(', ')
  await db.query(
    `insert into ${quoted(table.name)} (${names}) overriding system value
     select ${values} from json_array_elements($1::json) as row`,
    [JSON.stringify(rows)],
  )
}

function compare(expected: Record<string, number>, found: ReadonlyMap<string, number>): Record<string, number> {
  const wrong = Object.entries(expected).filter(([table, count]) => found.get(table) !== count)
  if (wrong.length > 0) {
    const said = wrong.map(([table, count]) => `${table}: ${count} expected, ${found.get(table)} found`).join('; ')
    throw new CannotStart(`The rows do not add up (${said}). Nothing was changed; take another copy.`)
  }
  return expected
}

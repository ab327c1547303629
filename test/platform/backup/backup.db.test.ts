import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { dump, load, type Piece } from '../../../src/platform/backup/backup.ts'
import { countRows, listSequences, listTables } from '../../../src/platform/backup/catalog.ts'
import { channel } from '../../../src/platform/backup/channel.ts'
import { readBackup, writeBackup } from '../../../src/platform/backup/file.ts'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'
import { SMALL_KNOWLEDGE } from '../../support/bot.ts'
import { aClock, aDatabase, anEmptyEmbedded } from '../../support/database/database.ts'
import { addressOf, aName, onServer } from '../../support/database/global-setup.ts'
import { aFolder } from '../../support/processes/program.ts'

const clock = aClock()
const now = clock.now()
const server = process.env.TEST_DATABASE_URL

/** An empty database, of the kind that the tests run against; gone with the test. */
async function anEmpty(): Promise<Database> {
  if (server === undefined) return anEmptyEmbedded()
  const name = aName()
  await onServer(server, `create database ${name}`)
  const database = await openDatabase({ kind: 'server', url: addressOf(server, name) }, 'tests')
  onTestFinished(async () => {
    await database.close()
    await onServer(server, `drop database ${name} with (force)`)
  })
  return database
}

const full = await aDatabase()
const hard = await aDatabase()

/** Material, people, and a number generator that has gone on. */
beforeAll(async () => {
  await ingestFolder({ database: full, clock, folder: SMALL_KNOWLEDGE })
  await full.pool.query(`
    insert into person (telegram_id, name, locale_seen, first_seen_at, unreachable_since) values
      (7, 'Ђорђе "Ђока" \\ Шљивић', 'sr-Cyrl', '2026-03-02T08:00:00.123456Z', 'infinity'),
      (9007199254740993, E'a\\tb\\nc 😀', 'en', '0044-03-15 12:00:00+00 BC', null);
    select setval('person_id_seq', 41)`)
})

/** Tables that no migration makes, with what is hard: they are made in both databases before rows are copied. */
const HARD = `
  create type mood as enum ('good', 'it''s bad');
  create table node (
    id int generated always as identity primary key,
    parent int references node deferrable,
    other int,
    doubled int generated always as (id * 2) stored,
    "Ime, s razmakom" text not null default 'x',
    gone int
  );
  create table leaf (
    id int primary key, node int not null references node, unique (id, node),
    j jsonb, jj json, h halfvec(3), a text[], aa int[][], n numeric, f float8, r real, b bytea, d date,
    ts timestamp, tz timestamptz, i interval, m mood, t time, u uuid, c char(4), bits bit(3), ranges int4range
  );
  alter table node drop column gone;
  alter table node add foreign key (other) references leaf;
  create function forbid() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
  create trigger append_only before insert or update or delete on leaf execute function forbid();`

const HARD_ROWS = `
  alter table leaf disable trigger user;
  insert into node (parent) values (null);
  insert into leaf values
    (1, 1, 'null', '{"b": 1,  "a": [1.10, "\\u0107"]}', '[1.5,-0.1,65504]', array['a,b', '"', null, 'NULL', ''],
     '[0:1][2:3]={{1,2},{3,null}}', 'NaN', 0.1::float8 + 0.2::float8, 1e-45, '\\x00ff5c', '2026-02-28', '2026-03-02 08:00:00.123456',
     '2026-03-29 02:30:00.000001+02', '1 year -2 mons +3 days 04:05:06.789', 'it''s bad', '23:59:59.999999',
     'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'ab', b'101', '[1,5)'),
    (2, 1, null, null, null, null, null, '-Infinity', 'Infinity', 'NaN', '', '-infinity', null, 'infinity', null, null, null, null, null, null, 'empty');
  insert into node (parent, other) select 1, 1 from generate_series(1, 3000);
  update node set parent = 3001 where id = 1;
  alter table leaf enable trigger user`

const everything = async (database: Database) => {
  const tables = await listTables(database.pool)
  const rows: Record<string, unknown[]> = {}
  await database.transaction(async (db) => {
    await db.query("set local timezone = 'UTC'")
    for (const { name, columns } of tables) {
      const shown = columns.map((column) => `"${column.name}"::text`).join(', ')
      rows[name] = (await db.query(`select array[${shown}] as row from "${name}" order by 1`)).rows
    }
  })
  return { tables, rows, sequences: await listSequences(database.pool) }
}

const collect = async (database: Database): Promise<Piece[]> => {
  const pieces: Piece[] = []
  await dump(database, now, async (piece) => void pieces.push(piece))
  return pieces
}

async function* each<T>(things: Iterable<T>): AsyncGenerator<T> {
  yield* things
}

test('a backup restores into an empty database to the last detail, and the numbers go on where they were', async () => {
  const file = join(aFolder(), 'backup.lap')
  const counts = await writeBackup(file, (take) => dump(full, now, take))
  expect(counts).toMatchObject({ person: 2, source: 3, migration: expect.any(Number) })
  expect(counts.chunk).toBeGreaterThan(3)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const empty = await anEmpty()
  expect(await load(empty, readBackup(file), { replace: false })).toEqual(counts)
  expect(await everything(empty)).toEqual(await everything(full))
  expect(await migrate(empty)).toEqual([])
  const { rows } = await empty.pool.query(
    `insert into person (telegram_id, name, locale_seen, first_seen_at) values (8, 'x', 'en', now()) returning id`,
  )
  expect(rows).toEqual([{ id: 42 }])
  await expect(empty.pool.query('delete from source where id in (select source_id from chunk)')).resolves.toBeDefined()
  await expect(empty.pool.query('insert into citation values (999999, 1, 999999, $1)', ['x'])).rejects.toThrow(
    /foreign key/,
  )
})

test('between the two kinds of database nothing changes on the way', async () => {
  const other = await anEmptyEmbedded()
  await load(
    other,
    channel((take) => dump(full, now, take)),
    { replace: false },
  )
  expect(await everything(other)).toEqual(await everything(full))
})

test('every kind of column, cycle of references, generated number and trigger is copied exactly', async () => {
  await hard.pool.query(HARD)
  await hard.pool.query(HARD_ROWS)
  const pieces = await collect(hard)
  const copy = await anEmpty()
  // The tables that migrations would make: here a step of the test's own stands in for one.
  await load(withTables(copy, HARD), each(pieces), { replace: false })
  expect(await everything(copy)).toEqual(await everything(hard))
  await expect(copy.pool.query('delete from leaf')).rejects.toThrow('append only')
  await expect(copy.pool.query('update node set parent = 99999 where id = 2')).rejects.toThrow(/foreign key/)
  expect((await copy.pool.query('insert into node default values returning id, doubled')).rows).toEqual([
    { id: 3002, doubled: 6004 },
  ])
})

/** A database in which the last migration makes some tables more. */
function withTables(database: Database, statements: string): Database {
  return {
    ...database,
    transaction: (work, options) =>
      database.transaction(
        (db) =>
          work({
            query: async (text, values) => {
              const result = await db.query<never>(text, values)
              if (/INSERT INTO "public"."migration" .*request/.test(text)) await db.query(statements)
              return result
            },
          }),
        options,
      ),
  }
}

test('a database that is in use is not written over without being told to', async () => {
  const pieces = await collect(full)
  const used = await anEmpty()
  await migrate(used)
  await used.pool.query(
    `insert into person (telegram_id, name, locale_seen, first_seen_at) values (5, 'Ана', 'en', now())`,
  )
  const before = await everything(used)
  await expect(load(used, each(pieces), { replace: false })).rejects.toThrow(
    'The database to write into is in use; it holds rows of its own (person 1). Nothing was changed.',
  )
  expect(await everything(used)).toEqual(before)
  await load(used, each(pieces), { replace: true })
  expect(await everything(used)).toEqual(await everything(full))
})

test('a database that only has its tables counts as empty', async () => {
  const migrated = await anEmpty()
  await migrate(migrated)
  await load(migrated, each(await collect(full)), { replace: false })
  expect(await everything(migrated)).toEqual(await everything(full))
})

test.each<[string, (pieces: Piece[]) => Piece[], string]>([
  ['that ends early', (pieces) => pieces.slice(0, -1), 'ends in the middle'],
  ['without a beginning', (pieces) => pieces.slice(1), 'not a backup'],
  ['that lacks rows', (pieces) => pieces.filter((p) => p.kind !== 'rows' || p.table !== 'person'), 'do not add up'],
  [
    'of another version',
    (pieces) => pieces.map((p) => (p.kind === 'header' ? { ...p, migrations: [...p.migrations, '9999_later'] } : p)),
    'another version',
  ],
])('a backup %s is refused and changes nothing', async (_, spoil, said) => {
  const pieces = spoil(await collect(full))
  const empty = await anEmpty()
  await expect(load(empty, each(pieces), { replace: false })).rejects.toThrow(said)
  expect(await listTables(empty.pool)).toEqual([])
})

test('a damaged file, a file of something else and a missing one are refused, each with its reason', async () => {
  const folder = aFolder()
  const file = join(folder, 'backup.lap')
  await writeBackup(file, async (take) => dump(full, now, take))
  const bytes = readFileSync(file)
  const read = async (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    const pieces: Piece[] = []
    for await (const piece of readBackup(join(folder, name))) pieces.push(piece)
    return pieces
  }
  await expect(read('cut', bytes.subarray(0, bytes.length / 2))).rejects.toThrow('is no backup, or is damaged')
  await expect(read('cut-at-the-end', bytes.subarray(0, -4))).rejects.toThrow('is no backup, or is damaged')
  await expect(read('text', 'select 1;')).rejects.toThrow('is no backup, or is damaged')
  const altered = Buffer.from(gunzipSync(bytes).toString().replace('{"kind"', '{kind'))
  await expect(read('altered', gzipSync(altered))).rejects.toThrow('is no backup, or is damaged')
  await expect(readBackup(join(folder, 'nothing')).next()).rejects.toThrow('There is no file')
  expect(await read('whole', bytes)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'end' })]))
})

test('a file that is there is kept, and one that fails half-way does not appear', async () => {
  const folder = aFolder()
  const file = join(folder, 'backup.lap')
  writeFileSync(file, 'mine')
  await expect(writeBackup(file, async () => {})).rejects.toThrow('exists already')
  expect(readFileSync(file, 'utf8')).toBe('mine')
  const other = join(folder, 'other.lap')
  const failing = writeBackup(other, async (take) => {
    await take({ kind: 'end', counts: {} })
    throw new Error('the database is away')
  })
  await expect(failing).rejects.toThrow('the database is away')
  expect(() => statSync(other)).toThrow('ENOENT')
  await expect(writeBackup(join(folder, 'no', 'folder.lap'), async () => {})).rejects.toThrow(
    'its folder does not exist',
  )
})

test.skipIf(full.kind === 'embedded')('what is written during a backup is not in it', async () => {
  const [used, empty] = [await anEmpty(), await anEmpty()]
  await load(used, each(await collect(full)), { replace: false })
  const pieces: Piece[] = []
  await dump(used, now, async (piece) => {
    if (piece.kind === 'header') await used.pool.query('delete from person')
    pieces.push(piece)
  })
  await load(empty, each(pieces), { replace: false })
  expect((await countRows(empty.pool, await listTables(empty.pool))).get('person')).toBe(2)
})

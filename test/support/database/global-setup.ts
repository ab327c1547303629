import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { migrate } from '../../../src/platform/database/migrate.ts'
import { type Snapshots, snapshots } from './snapshots.ts'

/** What every test database is a copy of: a migrated snapshot, or a migrated database on a server. */
export type Template = { kind: 'embedded' } | { kind: 'server'; url: string; name: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
    snapshots: Snapshots
  }
}

/** Makes the template once a run, for all projects that need one; returns how to remove it. */
export default async function setUp({ vitest }: TestProject): Promise<() => Promise<void>> {
  if (vitest.getRootProject().getProvidedContext().template) return async () => {}
  vitest.provide('snapshots', await snapshots())
  const url = process.env.TEST_DATABASE_URL
  const { template, remove } = url ? await makeOnServer(url) : EMBEDDED
  vitest.provide('template', template)
  return remove
}

/** Its snapshots stay for the next run. */
const EMBEDDED = { template: { kind: 'embedded' } satisfies Template, remove: async () => {} }

async function makeOnServer(url: string) {
  await dropAbandoned(url)
  const name = aName()
  await onServer(url, `create database ${name}`)
  const database = await openDatabase({ kind: 'server', url: addressOf(url, name) }, 'tests')
  await migrate(database)
  await database.close()
  return {
    template: { kind: 'server', url, name } satisfies Template,
    remove: () => onServer(url, `drop database ${name} with (force)`),
  }
}

const NAMED = 'lap_test_'
/** No run takes longer. */
const ABANDONED_AFTER_MS = 2 * 3_600_000

/** A name for a test database, which says when it was made. */
export function aName(): string {
  return `${NAMED}${Date.now()}_${randomBytes(6).toString('hex')}`
}

/** Drops what runs left behind that were killed: a few hundred databases slow a server down. */
async function dropAbandoned(url: string): Promise<void> {
  const rows = await rowsOn<{ datname: string }>(
    url,
    `select datname from pg_database where datname ~ '^${NAMED}[0-9]+_'`,
  )
  for (const { datname } of rows) {
    const madeAt = Number(datname.slice(NAMED.length).split('_')[0])
    if (Date.now() - madeAt > ABANDONED_AFTER_MS) await onServer(url, `drop database if exists ${datname} with (force)`)
  }
}

/** Runs one statement on the database that `url` names. */
export async function onServer(url: string, statement: string): Promise<void> {
  await rowsOn(url, statement)
}

async function rowsOn<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function addressOf(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { isPassing } from '../../../src/platform/database/connection.ts'
import { aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const db = database.pool
await db.query('create table kept (n int not null)')
beforeEach(() => db.query('truncate kept'))

const keep = (...numbers: (number | null)[]) =>
  db.query('insert into kept select n from unnest($1::int[]) as n', [numbers])
const kept = async () => (await db.query<{ n: number }>('select n from kept order by n')).rows.map(({ n }) => n)

describe('after a statement that failed', () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['for a value that the table refuses', () => keep(1, null), /not-null/],
    ['for a value that is none of its type', () => db.query('select $1::bigint', ['x']), /bigint/],
    ['without values', () => db.query('select 1 / 0'), /division by zero/],
    ['for what it says', () => db.query('select nothing', []), /nothing/],
  ])('%s, the next ones are done, each with its own answer', async (_, fail, message) => {
    const [failed, second, third] = await Promise.allSettled([fail(), keep(1, 2), db.query('select $1::int as n', [7])])
    expect(failed.status).toBe('rejected')
    expect(String((failed as PromiseRejectedResult).reason)).toMatch(message)
    expect(second).toMatchObject({ value: { rowCount: 2 } })
    expect(third).toMatchObject({ value: { rows: [{ n: 7 }] } })
    expect(await kept()).toEqual([1, 2])
  })

  test('in a transaction, nothing of it stays, and the next one is kept', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query('insert into kept values (1)')
      await tx.query('insert into kept values (null)')
    })
    await expect(failing).rejects.toThrow(/not-null/)
    await database.transaction(async (tx) => void (await tx.query('insert into kept values (2)')))
    expect(await kept()).toEqual([2])
  })
})

test('what a session sets and leaves open ends with it', async () => {
  const workMemory = async () => (await db.query<{ work_mem: string }>('show work_mem')).rows[0]!.work_mem
  const before = await workMemory()
  await database.session(async (session) => {
    await session.query(`set work_mem = '9MB'`)
    await session.query('begin')
    await session.query('insert into kept values (1)')
  })
  expect(await workMemory()).toBe(before)
  expect(await kept()).toEqual([])
  await keep(2)
  expect(await kept()).toEqual([2])
})

test.skipIf(database.kind === 'embedded').each([
  ['between two statements', 'select 1'],
  ['during a statement', 'select pg_sleep(5)'],
])('a connection that breaks %s of a transaction fails it, as what is worth trying again', async (when, statement) => {
  const failing = database.transaction(async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    const breaking = breakConnection(rows[0]!.pid, when === 'during a statement' ? 100 : 0)
    if (when === 'between two statements') await breaking
    await Promise.all([tx.query(statement), breaking])
  })
  expect(isPassing(await failing.catch((error: unknown) => error))).toBe(true)
  await keep(1)
  expect(await kept()).toEqual([1])
})

async function breakConnection(pid: number, afterMs: number): Promise<void> {
  await wait(afterMs)
  await db.query('select pg_terminate_backend($1::int)', [pid])
  await wait(100)
}

describe('prepared statements', () => {
  test('give each its own answer, again and again, with and without values', async () => {
    const ask = (n: number) => database.prepared.query<{ n: number }>('select $1::int + 1 as n', [n])
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)))
    expect(answers.map(({ rows }) => rows[0]!.n)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect((await database.prepared.query('select count(*) as count from kept')).rows).toEqual([{ count: 0 }])
  })

  test('fail alone', async () => {
    const divide = (by: number) => database.prepared.query<{ n: number }>('select 1 / $1::int as n', [by])
    await expect(divide(0)).rejects.toThrow(/division by zero/)
    expect((await divide(1)).rows).toEqual([{ n: 1 }])
  })

  test.skipIf(database.kind === 'embedded')('are counted in what an operator sees of the connections', async () => {
    const before = database.usage().busy
    const asked = Array.from({ length: 6 }, () => database.prepared.query('select pg_sleep(0.2)'))
    await vi.waitFor(() => expect(database.usage()).toMatchObject({ busy: before + 4, waiting: 2 }))
    await Promise.all(asked)
    expect(database.usage()).toMatchObject({ busy: before, waiting: 0 })
  })

  test.skipIf(database.kind === 'embedded')(
    'go by the index, though the table was empty when they were planned',
    async () => {
      await db.query('create table filled (id int primary key)')
      const look = () => database.prepared.query('select id from filled where id = any ($1::int[])', [[5, 7]])
      const scans = async () => {
        for (const one of [database.prepared, db]) await one.query('select pg_stat_force_next_flush()')
        const { rows } = await db.query<{ seq_scan: number }>(
          `select seq_scan from pg_stat_user_tables where relname = 'filled'`,
        )
        return rows[0]!.seq_scan
      }
      const before = await scans()
      for (let n = 0; n < 8; n++) await look()
      await db.query('insert into filled select n from generate_series(1, 50000) as n')
      for (let n = 0; n < 8; n++) expect((await look()).rows).toHaveLength(2)
      expect(await scans()).toBe(before)
    },
  )
})

describe('a statement that is asked again and again', () => {
  test('gives the columns that its table has by now', async () => {
    const all = async () => (await db.query('select * from growing where n >= $1::int', [1])).rows
    await db.query('create table growing (n int not null)')
    await db.query('insert into growing select n from unnest($1::int[]) as n', [[1]])
    for (let time = 0; time < 3; time++) expect(await all()).toEqual([{ n: 1 }])
    await db.query(`alter table growing add column word text default 'реч'`)
    for (let time = 0; time < 3; time++) expect(await all()).toEqual([{ n: 1, word: 'реч' }])
  })

  test('is prepared once, also where it fails', async () => {
    const fail = () => db.query('insert into kept select n from unnest($1::int[]) as n where n is null', [[null]])
    for (let time = 0; time < 5; time++) await expect(fail()).rejects.toThrow(/not-null/)
    const { rows } = await db.query<{ count: number }>(
      `select count(*)::int as count from pg_prepared_statements where statement like '%where n is null'`,
    )
    expect(rows[0]!.count).toBeLessThanOrEqual(1)
    expect(await keep(3)).toMatchObject({ rowCount: 1 })
  })

  test('can be prepared in a transaction that fails', async () => {
    const failing = database.transaction(async (tx) => {
      for (let time = 0; time < 3; time++) await tx.query('select n from kept where n > $1::int', [time])
      await tx.query('insert into kept values (null)')
    })
    await expect(failing).rejects.toThrow(/not-null/)
    expect((await db.query('select n from kept where n > $1::int', [0])).rows).toEqual([])
  })
})

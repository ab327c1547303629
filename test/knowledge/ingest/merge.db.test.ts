import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { mergeAll } from '../../../src/knowledge/ingest/merge.ts'
import { lockIngestion, withdrawPassages } from '../../../src/knowledge/ingest/passages.ts'
import { indexMissing } from '../../../src/knowledge/ingest/reindex.ts'
import { MOST_SEGMENTS } from '../../../src/knowledge/search/index/merge-plan.ts'
import { createSearch } from '../../../src/knowledge/search/search.ts'
import { listSegments } from '../../../src/knowledge/search/segment-store.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Database, Db } from '../../../src/platform/database/database.ts'
import { migrate, migrateWithin } from '../../../src/platform/database/migrate.ts'
import { aDatabase, anEmptyEmbedded } from '../../support/database/database.ts'
import { checkIndex, readIn, removeMaterial } from '../../support/material.ts'

const database = await aDatabase()
const { pool } = database
beforeEach(() => removeMaterial(database))

const files = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `f${String(i).padStart(3, '0')}.md`,
      { [`Тема ${i}`]: `Члан ${i} о раду.` },
    ]),
  )

/** So many files, published one after another: a segment each until they are merged. */
async function publishOneByOne(count: number): Promise<void> {
  for (let n = 1; n <= count; n++) await readIn(database, files(n))
}

/** The same database, with something that happens before the first statement that `part` stands in. */
function happening(part: string, what: () => Promise<void>): Database {
  let once = true
  const watched = (db: Db): Db => ({
    query: async (text, values) => {
      if (once && text.includes(part)) {
        once = false
        await what()
      }
      return db.query(text, values)
    },
  })
  return {
    ...database,
    pool: watched(pool),
    transaction: (work, options) => database.transaction((db) => work(watched(db)), options),
  }
}

const withdrawFirst = async (db: Db) => {
  await lockIngestion(db)
  const { rows } = await db.query<{ id: number }>(`select id from source where path = 'f000.md'`)
  await withdrawPassages(db, rows[0]!.id, systemClock.now())
}

describe('merging', () => {
  test('keeps segments few and what they say the same', async () => {
    await publishOneByOne(MOST_SEGMENTS + 5)
    expect((await listSegments(pool)).length).toBeLessThanOrEqual(MOST_SEGMENTS)
    await checkIndex(database)
  })

  test('leaves nothing of what was withdrawn', async () => {
    await readIn(database, files(9))
    await readIn(database, { 'f000.md': files(1)['f000.md']! })
    const segments = await listSegments(pool)
    expect(segments).toEqual([expect.objectContaining({ passages: 1, withdrawn: [] })])
    await readIn(database, {})
    expect(await listSegments(pool)).toEqual([])
    await checkIndex(database)
  })

  test('keeps what is withdrawn meanwhile', async () => {
    await publishOneByOne(MOST_SEGMENTS)
    const merging = happening('select bytes', () => database.transaction(withdrawFirst))
    // One more than may be, without the merge that reading a folder ends with.
    await splitLast()
    await mergeAll(merging)
    expect((await listSegments(pool)).length).toBeLessThanOrEqual(MOST_SEGMENTS)
    await checkIndex(database)
    const { hits } = await createSearch(pool).find('тема 0', 20)
    expect(hits.map((hit) => hit.chunk.path)).not.toContain('f000.md')
  })

  test('gives way where what it read is merged or mended meanwhile', async () => {
    await publishOneByOne(MOST_SEGMENTS)
    await splitLast()
    await mergeAll(happening('select bytes', () => mergeAll(database)))
    await checkIndex(database)
  })

  test('by two at once happens once', async () => {
    await publishOneByOne(MOST_SEGMENTS)
    await splitLast()
    await Promise.all([mergeAll(database), mergeAll(database), readIn(database, files(MOST_SEGMENTS + 2))])
    await mergeAll(database)
    expect((await listSegments(pool)).length).toBeLessThanOrEqual(MOST_SEGMENTS)
    await checkIndex(database)
  })

  test('that fails in the middle changes nothing', async () => {
    await publishOneByOne(MOST_SEGMENTS)
    await splitLast()
    const before = await listSegments(pool)
    const failing = happening('insert into index_segment', () => Promise.reject(new Error('killed')))
    await expect(mergeAll(failing)).rejects.toThrow('killed')
    expect(await listSegments(pool)).toEqual(before)
    await checkIndex(database)
  })
})

/** A source more without any merging: its passages in a segment of their own. */
async function splitLast(): Promise<void> {
  await pool.query(
    `with made as (insert into source (path, title, hash, ingested_at) values ('x.md', 'Икс', 'h', now()) returning id)
     insert into chunk (source_id, position, headings, titles, blocks, body, hash)
     select id, 1, '{Икс}', '{iks}', '[]', 'Икс и ипсилон.', 'h' from made`,
  )
  await pool.query('update collection set chunks = chunks + 1, version = version + 1')
  const without = { ...database, acquireLock: async () => null }
  await indexMissing(without)
  expect((await listSegments(pool)).length).toBe(MOST_SEGMENTS + 1)
}

describe('passages that no segment holds', () => {
  test('are indexed in runs, told as they come, and from where it was left', async () => {
    await readIn(database, files(7))
    await pool.query('truncate index_segment')
    const told: [number, number][] = []
    let left = 2
    const failing = {
      ...database,
      transaction: ((work, options) => {
        if (left-- === 0) throw new Error('killed')
        return database.transaction(work, options)
      }) as Database['transaction'],
    }
    await expect(indexMissing(failing, (...said) => told.push(said), 3)).rejects.toThrow('killed')
    await indexMissing(database, (...said) => told.push(said), 3)
    expect(told).toEqual([
      [3, 7],
      [6, 7],
      [7, 7],
    ])
    await checkIndex(database)
  })

  test('between others are indexed without touching those', async () => {
    await publishOneByOne(6)
    const segments = await listSegments(pool)
    const lost = segments.filter((_, i) => i === 1 || i === 2 || i === 4).map(({ id }) => id)
    await pool.query('delete from index_segment where id = any ($1::int[])', [lost])
    await indexMissing(database)
    const kept = segments.filter(({ id }) => !lost.includes(id)).map(({ id }) => id)
    expect((await listSegments(pool)).map(({ id }) => id)).toEqual(expect.arrayContaining(kept))
    await checkIndex(database)
  })

  test('or that it holds though they are out of use: it is made anew', async () => {
    await readIn(database, files(7))
    await pool.query(`update chunk set withdrawn_at = now() where id = (select min(id) from chunk)`)
    await pool.query('update collection set chunks = chunks - 1')
    await indexMissing(database)
    await checkIndex(database)
  })

  test('since an older version of the program made the tables are found after its update', async () => {
    const old = await anEmptyEmbedded()
    const NEWEST = '0025_index_segments'
    const all = readdirSync(new URL('../../../src/migrations', import.meta.url)).sort()
    await old.transaction((db) => migrateWithin(db, all.indexOf(`${NEWEST}.sql`)))
    await old.pool.query(
      `with made as (insert into source (path, title, hash, ingested_at) values ('a.md', 'План', 'h', now()) returning id)
       insert into chunk (source_id, position, headings, titles, blocks, body, hash, length, grams)
       select id, n, '{Огревно дрво}', '{ogrevno drvo}', '[]', 'Дрва дели повереник број ' || n, n::text, 9, '{" ogr"}'
       from made, generate_series(1, 30) as n`,
    )
    await old.pool.query('update collection set chunks = 30, grams = 270, weighed_for = 9, version = 3')
    expect(await migrate(old)).toContain(NEWEST)
    await indexMissing(old)
    await checkIndex(old)
    expect((await createSearch(old.pool).find('повереник број 17', 1)).hits[0]?.chunk.body).toContain('17')
  })
})

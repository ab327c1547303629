import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { traceOf } from '../../../src/answers/keeping/trace.ts'
import { createIndexJob } from '../../../src/knowledge/ingest/index-job.ts'
import { differentChunks } from '../../../src/knowledge/ingest/passages.ts'
import { publishFiles } from '../../../src/knowledge/ingest/publish.ts'
import { bareDocument, bareSection } from '../../../src/knowledge/readers/document.ts'
import { examineIndex } from '../../../src/knowledge/search/examine.ts'
import { createSearch, type Hit } from '../../../src/knowledge/search/search.ts'
import { createSearchIndex } from '../../../src/knowledge/search/search-index.ts'
import { readCollection } from '../../../src/knowledge/search/store.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aDatabase } from '../../support/database/database.ts'
import { readIn, removeMaterial } from '../../support/material.ts'

const database = await aDatabase()
const { pool } = database
beforeEach(() => removeMaterial(database))

const FIRST = {
  'a.md': { 'Огревно дрво': 'Дрва дели повереник.' },
  'b.md': { 'Рок за жалбу': 'Жалба у року од осам дана.' },
}
const SECOND = { ...FIRST, 'c.md': { 'Превоз ученика': 'Превоз плаћа општина.' } }

/** The database with a word in front of each statement. */
function saying(say: (statement: string) => Promise<void> | void): Db {
  return {
    query: async (text, values) => {
      await say(text)
      return pool.query(text, values)
    },
  }
}

const headings = async (search: ReturnType<typeof createSearch>, question: string) =>
  (await search.find(question, 3)).hits.map((hit) => hit.chunk.headings.at(-1))

/** What the trace of a question that found these keeps. */
const evidenceKept = (nearest: Hit[]) =>
  traceOf(
    { kind: 'unknown', nearest, evidence: 0 },
    { personId: null, chatId: null, text: 'питање', locale: 'sr-Cyrl', ms: 1 },
  ).evidence

async function lastSegment(): Promise<number> {
  const { rows } = await pool.query<{ id: number }>('select max(id) as id from index_segment')
  return rows[0]!.id
}

const damage = (statement: string, id: number) =>
  pool.query(`update index_segment set bytes = ${statement} where id = $1`, [id])

test('what another process publishes and withdraws is known with the next question, and only what is new is loaded', async () => {
  const loaded: string[] = []
  const db = saying((text) => void (text.includes('select bytes') && loaded.push(text)))
  const search = createSearch(db)
  await readIn(database, FIRST)
  expect(await headings(search, 'превоз ученика')).not.toContain('Превоз ученика')
  expect(loaded).toHaveLength(1)
  await readIn(database, SECOND)
  expect((await headings(search, 'превоз ученика'))[0]).toBe('Превоз ученика')
  expect(loaded).toHaveLength(2)
  await readIn(database, FIRST)
  expect(await headings(search, 'превоз ученика')).not.toContain('Превоз ученика')
  expect(await headings(search, 'огревно дрво')).toContain('Огревно дрво')
})

test('a process that looks by itself has it before anybody asks', async () => {
  await readIn(database, FIRST)
  const index = createSearchIndex(pool)
  const job = createIndexJob({ database, index, search: createSearch(pool, { index }), log: noLog })
  await job.look()
  await readIn(database, SECOND)
  await job.look()
  const { version } = await readCollection(pool)
  const asked = vi.spyOn(pool, 'query')
  const { passages } = await index.at(version)
  expect(passages.count('prev')).toBe(1)
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})

test('titles are read before anybody asks, and of what is published later those alone', async () => {
  const read: unknown[] = []
  const db: Db = {
    query: (text, values) => {
      if (text.includes('array_to_string(titles')) read.push(values)
      return pool.query(text, values)
    },
  }
  const search = createSearch(db)
  const { signal } = new AbortController()
  await readIn(database, FIRST)
  await search.warm(signal)
  await search.warm(signal)
  expect(read).toMatchObject([[{ length: 2 }]])
  await readIn(database, SECOND)
  await search.warm(signal)
  expect(read).toMatchObject([[{ length: 2 }], [{ length: 1 }]])
  expect(await headings(search, 'превоз ученика')).toContain('Превоз ученика')
  expect(read).toHaveLength(2)
  await readIn(database, FIRST)
  const stopped = createSearch(db)
  await stopped.warm(AbortSignal.abort())
  expect(read).toHaveLength(2)
})

test('an empty collection finds nothing, and what is withdrawn whole is gone', async () => {
  const search = createSearch(pool)
  expect(await search.find('огревно дрво', 3)).toMatchObject({ hits: [] })
  await readIn(database, FIRST)
  expect(await headings(search, 'огревно дрво')).toContain('Огревно дрво')
  await readIn(database, {})
  expect(await search.find('огревно дрво', 3)).toMatchObject({ hits: [] })
})

describe('while loading takes longer than a question waits', () => {
  test('it is answered from what is there, says so, and the next one knows', async () => {
    await readIn(database, FIRST)
    const slow = Promise.withResolvers<void>()
    let isSlow = false
    const db = saying((text) => (isSlow && text.includes('select bytes') ? slow.promise : undefined))
    const search = createSearch(db, { index: createSearchIndex(db, { waitMs: 20 }) })
    await search.find('превоз ученика', 3)
    isSlow = true
    await readIn(database, SECOND)
    const { hits } = await search.find('рок за жалбу', 3)
    expect(hits.map((hit) => [hit.chunk.headings.at(-1), hit.isBehind])).toContainEqual(['Рок за жалбу', true])
    expect(evidenceKept(hits)).toMatchObject({ behind: true })
    slow.resolve()
    await vi.waitFor(async () => {
      const now = await search.find('превоз ученика', 3)
      expect(now.hits[0]).toMatchObject({ chunk: { headings: ['Превоз ученика'] } })
      expect(now.hits[0]).not.toHaveProperty('isBehind')
      expect(evidenceKept(now.hits)).not.toHaveProperty('behind')
    })
  })

  test('or fails, the same; it fails only where there is nothing yet', async () => {
    await readIn(database, FIRST)
    let isAway = true
    const db = saying((text) => {
      if (isAway && text.includes('index_segment')) throw new Error('the database is away')
    })
    const index = createSearchIndex(db)
    const { version } = await readCollection(pool)
    await expect(index.at(version)).rejects.toThrow('the database is away')
    isAway = false
    await index.at(version)
    isAway = true
    expect(await index.at(version + 1)).toMatchObject({ isBehind: true, passages: { passages: 2 } })
  })
})

test('segments that are merged away while they are being loaded are looked up again', async () => {
  await readIn(database, FIRST)
  await readIn(database, SECOND)
  let once = true
  const db = saying(async (text) => {
    if (!once || !text.includes('select bytes')) return
    once = false
    // As a merge would: other rows, the same passages.
    await pool.query(
      `with gone as (delete from index_segment returning *)
       insert into index_segment (first_passage, last_passage, passages, withdrawn, bytes)
       select first_passage, last_passage, passages, withdrawn, bytes from gone`,
    )
  })
  expect((await headings(createSearch(db), 'превоз ученика'))[0]).toBe('Превоз ученика')
  expect(once).toBe(false)
})

describe('a segment that cannot be read', () => {
  test.each([
    ['with a flipped bit', 'set_bit(bytes, 77, 1 - get_bit(bytes, 77))'],
    ['cut off', 'substr(bytes, 1, 40)'],
    ['empty', `''`],
  ])('%s is made anew from its passages, at once in memory and soon where it is stored', async (_, spoilt) => {
    await readIn(database, FIRST)
    const found = await createSearch(pool).find('огревно дрво', 3)
    const id = await lastSegment()
    await damage(spoilt, id)
    expect((await examineIndex(pool)).unreadable).toBe(1)
    const index = createSearchIndex(pool)
    expect(await createSearch(pool, { index }).find('огревно дрво', 3)).toEqual(found)
    await createIndexJob({ database, index, search: createSearch(pool, { index }), log: noLog }).look()
    expect(await examineIndex(pool)).toMatchObject({ segments: 1, missing: 0, stray: 0, unreadable: 0 })
    expect(await lastSegment()).toBeGreaterThan(id)
    await index.refresh()
    expect(index.state().damaged.size).toBe(0)
  })

  test('since a newer program wrote it is left to that one', async () => {
    await readIn(database, FIRST)
    const found = await createSearch(pool).find('огревно дрво', 3)
    const id = await lastSegment()
    await damage('set_byte(bytes, 0, 250)', id)
    const index = createSearchIndex(pool)
    expect(await createSearch(pool, { index }).find('огревно дрво', 3)).toEqual(found)
    await createIndexJob({ database, index, search: createSearch(pool, { index }), log: noLog }).look()
    expect(await lastSegment()).toBe(id)
  })
})

test('a source of 33,000 passages of one word is published, found and withdrawn', async () => {
  const sections = Array.from({ length: 33_000 }, (_, i) => bareSection([], [{ kind: 'paragraph', text: `реч${i}` }]))
  const document = bareDocument('', sections)
  const version = { fileName: 'a.md', format: 'md', language: 'sr' as const, pages: null, hash: 'h', unread: [] }
  const prepared = { path: 'a.md', version: { ...version, document }, chunks: differentChunks(document) }
  await database.transaction((db) => publishFiles(db, [prepared], systemClock.now()))
  const search = createSearch(pool)
  expect((await search.find('реч31234', 1)).hits[0]?.chunk.body).toBe('реч31234')
  expect(await examineIndex(pool)).toMatchObject({ segments: 2, passages: 33_000, missing: 0, stray: 0 })
  await readIn(database, {})
  expect((await search.find('реч31234', 1)).hits).toEqual([])
  expect(await examineIndex(pool)).toMatchObject({ segments: 0, passages: 0 })
}, 180_000)

test('questions and publications at once: every question is answered from one state or the next', async () => {
  await readIn(database, FIRST)
  const search = createSearch(pool)
  let isDone = false
  const asking = Promise.all(
    [1, 2, 3].map(async () => {
      while (!isDone) {
        expect(await headings(search, 'огревно дрво')).toContain('Огревно дрво')
        await wait(1)
      }
    }),
  )
  for (const files of [SECOND, FIRST, SECOND, FIRST]) await readIn(database, files)
  isDone = true
  await asking
})

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { embedMaterial } from '../../../src/knowledge/ingest/embed.ts'
import { withdrawSource } from '../../../src/knowledge/ingest/publish.ts'
import { listSources } from '../../../src/knowledge/ingest/source-store.ts'
import { createDenseLane } from '../../../src/knowledge/search/dense.ts'
import { hasIndex, modelInUse } from '../../../src/knowledge/search/embedding-store.ts'
import { createSearch, type Found } from '../../../src/knowledge/search/search.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aDatabase } from '../../support/database/database.ts'
import { readIn, removeMaterial } from '../../support/material.ts'
import { anEmbeddingServer } from '../../support/models/embeddings.ts'

const database = await aDatabase()
/** Understands one English question: it means what the Serbian passage says. */
const server = await anEmbeddingServer({
  meaning: (text) => text.replace('Where does one get firewood?', 'Ко добија огревно дрво за зиму'),
})
const never = new AbortController().signal
const embed = (model?: string, indexFrom?: number) =>
  embedMaterial({
    database,
    embedder: server.embedder(model),
    clock: systemClock,
    signal: never,
    ...(indexFrom === undefined ? {} : { indexFrom }),
  })

const lexical = createSearch(database.pool)
/** Search with both lanes; a lane of its own each time, so that failures are not remembered. */
const both = (timeoutMs = 10_000, model?: string) =>
  createSearch(database.pool, {
    dense: createDenseLane({ database, embedder: server.embedder(model), log: noLog, timeoutMs }),
  })

const headings = (found: Found) => found.hits.map((hit) => hit.chunk.headings.at(-1))
const idOf = (found: Found, heading: string) =>
  found.hits.find((hit) => hit.chunk.headings.at(-1) === heading)?.chunk.id ?? 0

const MATERIAL = {
  'pomoc.md': {
    'Огревно дрво': 'Огревно дрво за зиму добија свако домаћинство.',
    'Пакети хране': 'Храну дели Црвени крст.',
  },
  'savet.md': {
    'Чланови савета': 'Савет има девет чланова.',
    'Седнице савета': 'Савет се састаје четири пута годишње.',
  },
  'plan.md': { 'Усвајање плана': 'План усваја скупштина.', 'Трајање плана': 'План траје пет година.' },
}

beforeAll(async () => {
  await removeMaterial(database)
})
beforeEach(async () => {
  server.forget()
  server.faults = []
  server.dimensions = 256
})

describe('before anything is embedded', () => {
  test('search goes by words and asks nobody', async () => {
    await readIn(database, MATERIAL)
    const found = await both().find('ко усваја план', 3)
    expect(found).toEqual(await lexical.find('ко усваја план', 3))
    expect(found.dense).toBe('off')
    expect(server.requests).toBe(0)
  })
})

test('without a model a question costs three statements: the version, titles, passages; and one where these are known', async () => {
  const statements: string[] = []
  const counting: Db = {
    query: (text, values) => {
      statements.push(text)
      return database.pool.query(text, values)
    },
  }
  const search = createSearch(counting)
  await search.find('ко усваја план', 3)
  statements.length = 0
  await search.find('ко усваја план', 3)
  expect(statements).toHaveLength(1)
  statements.length = 0
  await search.find('ко су чланови', 3)
  expect(statements.length).toBeLessThanOrEqual(3)
})

test('the titles of a passage that words do not find are as near when it is met for the first time', async () => {
  const carried = [idOf(await lexical.find('пакети хране', 3), 'Пакети хране')]
  const search = createSearch(database.pool)
  const first = await search.find({ asked: ['хрзне'], carried }, 3)
  expect(first.hits[0]!.titleMatch).toBeGreaterThan(0)
  expect(await search.find({ asked: ['хрзне'], carried }, 3)).toEqual(first)
})

describe('with everything embedded', () => {
  beforeAll(async () => {
    await embed()
  })

  test('a question in another language finds what means the same', async () => {
    const question = 'Where does one get firewood?'
    expect(headings(await lexical.find(question, 3))).not.toContain('Огревно дрво')
    const found = await both().find(question, 3)
    expect(headings(found)[0]).toBe('Огревно дрво')
    expect(found.dense).toBe('used')
    expect(found.hits[0]).toMatchObject({ score: 0, similarity: expect.closeTo(0.7, 0) })
  })

  test('every hit says how near it lies, whichever lane found it', async () => {
    const { hits } = await both().find('ко усваја план', 6)
    expect(hits[0]?.chunk.headings).toEqual(['Усвајање плана'])
    expect(hits[0]!.score).toBeGreaterThan(0)
    for (const hit of hits) expect(hit.similarity).toSatisfy((value: number) => value >= 0 && value <= 1)
    expect(hits[0]!.similarity).toBe(Math.max(...hits.map((hit) => hit.similarity!)))
  })

  test('all ways of putting a question are searched, the first counting most, with one request', async () => {
    const question = 'колико година траје план'
    const alone = await both().find(question, 6)
    server.forget()
    const found = await both().find({ asked: [question, 'колико чланова има'] }, 6)
    expect(headings(found)[0]).toBe('Трајање плана')
    const rank = (within: Found) => headings(within).indexOf('Чланови савета')
    expect(rank(found)).toBeLessThan(rank(alone))
    expect(found.words).toEqual((await lexical.find(question, 6)).words)
    expect(server.requests).toBe(1)
  })

  test('passages cited before are lifted, not put first', async () => {
    const question = 'шта каже план'
    const before = await both().find(question, 6)
    const last = before.hits.at(-1)!.chunk
    const after = await both().find({ asked: [question], carried: [last.id, 999_999] }, 6)
    const rank = (found: Found) => found.hits.findIndex((hit) => hit.chunk.id === last.id)
    expect(rank(after)).toBeLessThan(rank(before))
    expect(after.hits[0]?.chunk.id).toBe(before.hits[0]?.chunk.id)
  })

  test('passages out of use are never found, not even those cited before', async () => {
    const id = idOf(await both().find('огревно дрво', 6), 'Огревно дрво')
    await database.pool.query(
      `with asked as (
         insert into question (asked_at, text, locale, outcome, mode, evidence, ms)
         values (now(), '', 'en', 'answered', 'extractive', '{}', 1) returning id
       ) insert into citation (question_id, n, chunk_id, quote) select id, 1, $1::int, '' from asked`,
      [id],
    )
    const source = (await listSources(database.pool)).find((one) => one.path === 'pomoc.md')!
    await database.transaction((db) => withdrawSource(db, source.id, 'folder', systemClock.now()))
    for (const question of ['огревно дрво за зиму', 'Where does one get firewood?'])
      expect(headings(await both().find({ asked: [question], carried: [id] }, 20))).not.toContain('Огревно дрво')
    await readIn(database, MATERIAL)
    server.forget()
    expect(await embed()).toMatchObject({ sent: 0, embedded: 6 })
  })

  test('a passage not embedded yet is found by its words', async () => {
    await readIn(database, { ...MATERIAL, 'novo.md': { 'Кућни ред': 'Врата закључава домар Петар.' } })
    const found = await both().find('ко закључава врата', 6)
    expect(found.hits[0]).toMatchObject({ chunk: { headings: ['Кућни ред'] }, similarity: null })
    await readIn(database, MATERIAL)
  })

  test('one lane can be left out', async () => {
    const dense = createDenseLane({ database, embedder: server.embedder(), log: noLog })
    const question = 'Where does one get firewood?'
    const words = await createSearch(database.pool, { dense, lanes: 'lexical' }).find(question, 3)
    expect(words).toEqual(await lexical.find(question, 3))
    const meaning = await createSearch(database.pool, { dense, lanes: 'dense' }).find('ко усваја план', 6)
    expect(meaning.hits).toHaveLength(6)
    const similarities = meaning.hits.map((hit) => hit.similarity!)
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a))
  })
})

describe('a provider that does not answer', () => {
  test.each<[string, Parameters<typeof server.faults.push>[0]]>([
    ['is down', { status: 500 }],
    ['answers in another length', { body: { data: [{ embedding: [0.1, 0.2] }] } }],
  ])('%s: words alone decide, and it is said', async (_, fault) => {
    server.faults.push(fault)
    const found = await both().find('ко усваја план', 3)
    expect(found.dense).toBe('failed')
    expect(found.hits).toEqual((await lexical.find('ко усваја план', 3)).hits)
  })

  test('is silent: words alone decide, and it is said', async () => {
    const question = 'ко усваја нацрт плана'
    server.silentAbout = (text) => text.includes(question)
    const found = await both(100).find(question, 3)
    expect(found.dense).toBe('failed')
    expect(found.hits).toEqual((await lexical.find(question, 3)).hits)
  })

  test('again and again is left alone for a while', async () => {
    const search = both()
    for (const _ of [1, 2, 3, 4, 5]) {
      server.faults = [{ status: 500 }]
      expect((await search.find('ко усваја план', 3)).dense).toBe('failed')
    }
    expect(server.requests).toBe(3)
  })
})

describe('while the material is embedded with another model', () => {
  test('questions are asked of the one in use', async () => {
    await both(10_000, 'test-large').find('ко усваја план', 3)
    expect(server.sent.map((one) => one.model)).toEqual(['test-small'])
    await embed('test-large')
    server.forget()
    expect((await both(10_000, 'test-large').find('ко усваја план', 3)).dense).toBe('used')
    expect(server.sent.map((one) => one.model)).toEqual(['test-large'])
  })
})

test('an index, where there is one, finds the same and passes over what is out of use', async () => {
  // Only a server builds one.
  if (database.kind === 'embedded') return
  const exact = await both().find('савет се састаје', 6)
  await embed('test-large', 1)
  const model = (await modelInUse(database.pool))!
  expect(model.indexed).toBe(true)
  expect(await hasIndex(database.pool, model.id)).toBe(true)
  expect((await both().find('савет се састаје', 6)).hits.map((hit) => hit.chunk.id)).toEqual(
    exact.hits.map((hit) => hit.chunk.id),
  )
  await embed('test-other', 1)
  expect(await hasIndex(database.pool, model.id)).toBe(false)
  const { rows } = await database.pool.query(`select 1 from pg_class where relname like 'embedding\\_nearest\\_%'`)
  expect(rows).toHaveLength(1)
})

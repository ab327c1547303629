import { beforeEach, describe, expect, test } from 'vitest'
import { type EmbedReport, embedMaterial } from '../../../src/knowledge/ingest/embed.ts'
import { bringBack, publishVersion } from '../../../src/knowledge/ingest/publish.ts'
import { insertVersion } from '../../../src/knowledge/ingest/version-store.ts'
import { listVersions } from '../../../src/knowledge/material/store.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { modelInUse } from '../../../src/knowledge/search/embedding-store.ts'
import { meetPerson } from '../../../src/people/store.ts'
import type { Embedder } from '../../../src/platform/model/model.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'
import { readIn, removeMaterial } from '../../support/material.ts'
import { anEmbeddingServer } from '../../support/models/embeddings.ts'

const database = await aDatabase()
const server = await anEmbeddingServer()
const clock = aClock()
const never = new AbortController().signal

const embed = (embedder: Embedder = server.embedder(), more: Partial<Parameters<typeof embedMaterial>[0]> = {}) =>
  embedMaterial({ database, embedder, clock, signal: never, ...more }) as Promise<EmbedReport>

const sections = (count: number, from = 0) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`Питање ${from + i}`, `Одговор број ${from + i} о раду савета.`]),
  )

async function embeddedWith(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ name: string; count: number }>(
    `select name, count(embedding.text_id) as count
     from embedding_model left join embedding on embedding.model_id = embedding_model.id group by name`,
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.count]))
}

beforeEach(async () => {
  await removeMaterial(database)
  server.forget()
  server.faults = []
  server.refuses = () => false
  server.dimensions = 256
})

describe('embedding the material', () => {
  test('sends each text once, in batches, and search compares by it at once', async () => {
    await readIn(database, { 'a.md': sections(70) })
    expect(await embed()).toEqual({
      model: 'test-small',
      dimensions: 256,
      passages: 70,
      embedded: 70,
      sent: 70,
      refused: 0,
      switched: { from: null },
    })
    expect(server.requests).toBe(2)
    expect(server.sent[0]?.text).toMatch(/^a\nПитање \d+\nОдговор број \d+ о раду савета\.$/)
    expect(await modelInUse(database.pool)).toMatchObject({ name: 'test-small', dimensions: 256 })
  })

  test('a second run asks nothing', async () => {
    await readIn(database, { 'a.md': sections(3) })
    await embed()
    server.forget()
    expect(await embed()).toMatchObject({ sent: 0, embedded: 3, switched: null })
    expect(server.requests).toBe(0)
  })

  test('only what changed is sent; the same text in another file is not', async () => {
    await readIn(database, { 'a.md': sections(3) })
    await embed()
    server.forget()
    await readIn(database, { 'a.md': { ...sections(3), 'Питање 1': 'Сасвим други одговор.' } })
    expect(await embed()).toMatchObject({ sent: 1, embedded: 3, passages: 3 })
    expect(server.sent.map((one) => one.text).join()).toContain('Сасвим други одговор.')
  })

  test('an empty knowledge base asks nothing', async () => {
    expect(await embed()).toMatchObject({ dimensions: null, sent: 0, passages: 0, switched: null })
    expect(server.requests).toBe(0)
  })

  test('a version that is brought back is not sent again', async () => {
    const { id } = await meetPerson(database.pool, {
      telegramId: 5,
      name: 'Јован',
      localeSeen: null,
      localeFirst: 'sr-Cyrl',
      now: clock.now(),
    })
    const publish = (text: string, replaces: number | null) =>
      database.transaction(async (db) => {
        const document = readMarkdown(`## Кућни ред\n\n${text}`, 'кућни ред')
        const version = {
          fileName: 'red.md',
          format: 'md',
          language: 'sr',
          pages: null,
          hash: text,
          document,
          unread: [],
        }
        const prepared = await insertVersion(db, version as never, id, clock.now())
        return publishVersion(db, prepared, replaces, id, clock.now())
      })
    await publish('Врата закључава домар.', null)
    await embed()
    const { rows } = await database.pool.query<{ id: number }>('select id from source')
    await publish('Врата закључава чувар.', rows[0]!.id)
    await embed()
    server.forget()
    const first = (await listVersions(database.pool, rows[0]!.id)).at(-1)!
    await database.transaction((db) => bringBack(db, first.id, id, clock.now()))
    expect(await embed()).toMatchObject({ sent: 0, embedded: 1, passages: 1 })
    expect(server.requests).toBe(0)
  })

  test('what must not leave the process is covered before it does', async () => {
    await readIn(database, { 'a.md': { Контакт: 'Зовите 064 123 4567.' } })
    await embed(server.embedder('test-small', (text) => text.replace(/\d{3} \d{3} \d{4}/, '[број]')))
    expect(server.sent[0]?.text).toContain('Зовите [број].')
  })
})

describe('another model', () => {
  test('is made ready aside, and takes over whole', async () => {
    await readIn(database, { 'a.md': sections(70) })
    await embed()
    server.forget()
    // The first batch succeeds, the second does not.
    const failing = server.embedder('test-large')
    let batches = 0
    const breaking: Embedder = {
      ...failing,
      embed: (texts, signal) => {
        if (batches++ > 0) server.faults.push({ status: 503 })
        return failing.embed(texts, signal)
      },
    }
    await expect(embed(breaking)).rejects.toThrow('The model provider answered 503')
    expect(await embeddedWith()).toEqual({ 'test-small': 70, 'test-large': 64 })
    expect(await modelInUse(database.pool)).toMatchObject({ name: 'test-small' })
    server.forget()
    expect(await embed(failing)).toMatchObject({ sent: 6, switched: { from: 'test-small' } })
    expect(await modelInUse(database.pool)).toMatchObject({ name: 'test-large' })
    expect(await embeddedWith()).toEqual({ 'test-large': 70 })
  })

  test('may have vectors of another length', async () => {
    await readIn(database, { 'a.md': sections(3) })
    await embed()
    server.dimensions = 384
    expect(await embed(server.embedder('test-large'))).toMatchObject({ dimensions: 384, embedded: 3 })
  })

  test('under the old name is refused, with what to do, and changes nothing', async () => {
    await readIn(database, { 'a.md': sections(3) })
    await embed()
    await readIn(database, { 'a.md': sections(5) })
    server.dimensions = 384
    await expect(embed()).rejects.toThrow(
      'The model test-small answered with 384 numbers instead of 256, so it is not the one that the material is embedded ' +
        'with. Give the new one a name of its own in EMBEDDING_MODEL.',
    )
    expect(await embeddedWith()).toEqual({ 'test-small': 3 })
  })
})

describe('a provider that does not do its part', () => {
  test('leaves what was done, and the next run goes on from there', async () => {
    await readIn(database, { 'a.md': sections(130) })
    const stopping = new AbortController()
    const progress = () => stopping.abort()
    await expect(embed(server.embedder(), { signal: stopping.signal, progress })).rejects.toThrow()
    expect(await embeddedWith()).toEqual({ 'test-small': 64 })
    expect(await modelInUse(database.pool)).toBeNull()
    server.forget()
    expect(await embed()).toMatchObject({ sent: 66, embedded: 130 })
  })

  test.each<[string, Parameters<typeof server.faults.push>[0], RegExp]>([
    ['a wrong key', { status: 401 }, /answered 401 .*Check OPENAI_API_KEY/],
    ['a model it has not', { status: 404 }, /answered 404 .*Check EMBEDDING_MODEL/],
    ['too many requests', { status: 429, headers: { 'retry-after': '120' } }, /answered 429/],
    ['fewer vectors than texts', { body: { data: [{ embedding: [0.1] }] } }, /something else than embeddings/],
    [
      'vectors of several lengths',
      { body: { data: [[1], [1, 2], [1]].map((embedding) => ({ embedding })) } },
      /vectors of one length/,
    ],
    [
      'words in place of numbers',
      { body: { data: ['a', 'b', 'c'].map((embedding) => ({ embedding })) } },
      /vectors of one length/,
    ],
    ['a page in place of JSON', { body: 'Добро дошли' }, /something else than embeddings/],
  ])('%s: said in a sentence that quotes nothing', async (_, fault, expected) => {
    await readIn(database, { 'a.md': sections(3) })
    server.faults.push(fault)
    const failure = await embed().catch((error: unknown) => error as Error)
    expect(failure).toMatchObject({ name: 'EmbeddingFailed', message: expect.stringMatching(expected) })
    expect(String(failure)).not.toContain('савета')
    expect(await embeddedWith()).toEqual({})
  })

  test('too many requests: it says how long to wait', async () => {
    await readIn(database, { 'a.md': sections(1) })
    server.faults.push({ status: 429, headers: { 'retry-after': '120' } })
    await expect(embed()).rejects.toMatchObject({ retryAfterSeconds: 120 })
  })

  test('a text it does not take is left out, and the others are embedded', async () => {
    await readIn(database, { 'a.md': sections(40) })
    server.refuses = (text) => text.includes('Одговор број 17 ')
    const refused = new Set<string>()
    expect(await embed(server.embedder(), { refused })).toMatchObject({ embedded: 39, passages: 40, refused: 1 })
    server.forget()
    expect(await embed(server.embedder(), { refused })).toMatchObject({ sent: 0 })
    expect(server.requests).toBe(0)
  })

  test('that takes no text at all is not asked about each', async () => {
    await readIn(database, { 'a.md': sections(64) })
    server.refuses = () => true
    await expect(embed()).rejects.toThrow('answered 400')
    expect(server.requests).toBeLessThan(12)
  })

  test('an address where nobody listens', async () => {
    await readIn(database, { 'a.md': sections(1) })
    const { createEmbedder } = await import('../../../src/platform/model/model.ts')
    const nobody = createEmbedder({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: null, embedding: 'x' }, (text) => text)
    await expect(embed(nobody)).rejects.toThrow(/cannot be reached .*Check OPENAI_BASE_URL/)
  })
})

test('two at once: one does it, the other leaves it to that one', async () => {
  // An embedded database has one process.
  if (database.kind === 'embedded') return
  await readIn(database, { 'a.md': sections(10) })
  const embedder = server.embedder()
  const second: (EmbedReport | null)[] = []
  const first = await embed({
    ...embedder,
    embed: async (texts, signal) => {
      second.push(await embed())
      return embedder.embed(texts, signal)
    },
  })
  expect(first).toMatchObject({ sent: 10 })
  expect(second).toEqual([null])
})

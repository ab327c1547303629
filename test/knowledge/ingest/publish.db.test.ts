import { describe, expect, test } from 'vitest'
import {
  bringBack,
  discardVersion,
  publishPeople,
  publishVersion,
  withdrawSource,
} from '../../../src/knowledge/ingest/publish.ts'
import { insertVersion } from '../../../src/knowledge/ingest/version-store.ts'
import { listMaterial, listVersions } from '../../../src/knowledge/material/store.ts'
import { bareDocument, bareSection } from '../../../src/knowledge/readers/document.ts'
import { createSearch } from '../../../src/knowledge/search/search.ts'
import { grantRole, meetPerson } from '../../../src/people/store.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const now = systemClock.now()
await grantRole(database.pool, { telegramId: 1, name: 'Јован', role: 'trainer', now })
const trainer = await meetPerson(database.pool, {
  telegramId: 1,
  name: 'Јован',
  localeSeen: null,
  localeFirst: 'sr-Cyrl',
  now,
})

const aDocument = (title: string, text: string) =>
  bareDocument(title, [bareSection([title], [{ kind: 'paragraph', text }])])

const aVersion = (text: string) =>
  insertVersion(
    database.pool,
    {
      fileName: 'a.docx',
      format: 'docx',
      language: 'sr',
      pages: null,
      hash: text,
      document: aDocument('Правила куће', text),
      unread: [],
    },
    trainer.id,
    now,
  )

const inTransaction = <T>(work: (db: Db) => Promise<T>) => database.transaction(work)
const found = async (question: string) =>
  (await createSearch(database.pool).find(question, 5)).hits.map((hit) => hit.chunk.body)

describe('publishing', () => {
  test('is whole or not at all: an end in the middle leaves the old version as it was', async () => {
    const first = await aVersion('Врата куће закључава домар Петар.')
    await inTransaction((db) => publishVersion(db, first, null, trainer.id, now))
    const [source] = await listMaterial(database.pool)
    const second = await aVersion('Врата куће закључава чувар Марко.')
    const killed = inTransaction(async (db) => {
      await publishVersion(db, second, source!.sourceId, trainer.id, now)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect(await found('ко закључава врата куће')).toEqual(['Врата куће закључава домар Петар.'])
    expect((await listVersions(database.pool, source!.sourceId)).map((version) => version.state)).toEqual(['published'])
    expect(await inTransaction((db) => publishVersion(db, second, source!.sourceId, trainer.id, now))).toMatchObject({
      kind: 'published',
      number: 2,
    })
    expect(await found('ко закључава врата куће')).toEqual(['Врата куће закључава чувар Марко.'])
  })

  test('happens once, though two trainers press at once', async () => {
    const version = await aVersion('Прозоре отвара Ана.')
    const results = await Promise.all(
      [1, 2].map(() => inTransaction((db) => publishVersion(db, version, null, trainer.id, now))),
    )
    expect(results.map((result) => result.kind).toSorted()).toEqual(['already-decided', 'published'])
  })

  test('of two new versions of one source at once leaves one in use, and its passages only', async () => {
    const first = await aVersion('Подрум закључава Васа.')
    await inTransaction((db) => publishVersion(db, first, null, trainer.id, now))
    const source = (await listMaterial(database.pool)).at(-1)!
    const prepared = await Promise.all(['Подрум закључава Мира.', 'Подрум закључава Зора.'].map(aVersion))
    const results = await Promise.all(
      prepared.map((version) => inTransaction((db) => publishVersion(db, version, source.sourceId, trainer.id, now))),
    )
    expect(results.map((result) => result.kind)).toEqual(['published', 'published'])
    const versions = await listVersions(database.pool, source.sourceId)
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [3, 'published'],
      [2, 'replaced'],
      [1, 'replaced'],
    ])
    expect((await found('ко закључава подрум')).filter((body) => body.startsWith('Подрум'))).toHaveLength(1)
  })

  test('a discarded version cannot be published, nor a published one discarded', async () => {
    const version = await aVersion('Таван је затворен.')
    expect(await inTransaction((db) => discardVersion(db, version, trainer.id, now))).toBe(true)
    expect(await inTransaction((db) => publishVersion(db, version, null, trainer.id, now))).toEqual({
      kind: 'already-decided',
    })
    expect(await inTransaction((db) => discardVersion(db, version, trainer.id, now))).toBe(false)
  })

  test('a source that is withdrawn twice, or a version brought back that is in use, changes nothing', async () => {
    const [source] = await listMaterial(database.pool)
    const [inUse, old] = await listVersions(database.pool, source!.sourceId)
    expect(await inTransaction((db) => bringBack(db, inUse!.id, trainer.id, now))).toEqual({
      kind: 'already-decided',
    })
    expect(await inTransaction((db) => withdrawSource(db, source!.sourceId, trainer.id, now))).toBe(true)
    expect(await inTransaction((db) => withdrawSource(db, source!.sourceId, trainer.id, now))).toBe(false)
    expect(await found('ко закључава врата куће')).not.toContain('Врата куће закључава чувар Марко.')
    expect(await inTransaction((db) => bringBack(db, old!.id, trainer.id, now))).toMatchObject({ number: 1 })
    expect(await found('ко закључава врата куће')).toContain('Врата куће закључава домар Петар.')
  })
})

describe('a list of people', () => {
  const LIST = 'Ана Анић, 064 123 4567; Петар Лазић, 065 333 221; Нада Пешић, 062 998 877'

  test('is published only by a word that is kept, and stays held back when it is to be brought back unasked', async () => {
    const version = await aVersion(LIST)
    expect(await inTransaction((db) => publishVersion(db, version, null, trainer.id, now))).toMatchObject({
      kind: 'lists-people',
      people: { seen: { persons: 3, phones: 3 } },
    })
    const asked = { versionId: version, replaces: null, reason: 'Већ објављено у службеном листу.' }
    expect(await inTransaction((db) => publishPeople(db, asked, trainer.id, now))).toMatchObject({ kind: 'published' })
    expect(await inTransaction((db) => publishPeople(db, asked, trainer.id, now))).toEqual({ kind: 'already-decided' })
    const { rows } = await database.pool.query('select what, reason from material_event where version_id = $1', [
      version,
    ])
    expect(rows).toEqual([
      { what: 'confirmed', reason: asked.reason },
      { what: 'published', reason: null },
    ])
  })

  test('that came in before anybody looked is not brought back by a tap', async () => {
    const version = await aVersion(`${LIST}; Јован Савић, 060 111 222`)
    await database.pool.query('update version set people_confirmed_at = now() where id = $1', [version])
    await inTransaction((db) => publishVersion(db, version, null, trainer.id, now))
    await database.pool.query('update version set people_confirmed_at = null where id = $1', [version])
    const [source] = (await listMaterial(database.pool)).filter(({ publishedAt }) => publishedAt !== null).slice(-1)
    await inTransaction((db) => withdrawSource(db, source!.sourceId, trainer.id, now))
    expect(await inTransaction((db) => bringBack(db, version, trainer.id, now))).toMatchObject({ kind: 'lists-people' })
  })
})

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { prepareAll } from '../../../src/knowledge/ingest/folder.ts'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { bringBack, withdrawSource } from '../../../src/knowledge/ingest/publish.ts'
import { listVersions } from '../../../src/knowledge/material/store.ts'
import { createSearch } from '../../../src/knowledge/search/search.ts'
import { meetPerson } from '../../../src/people/store.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { aDatabase } from '../../support/database/database.ts'
import { checkIndex, removeMaterial } from '../../support/material.ts'

const database = await aDatabase()
beforeEach(async () => {
  await removeMaterial(database)
})

function aFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const section = (heading: string, text: string) => `## ${heading}\n\n${text}\n\n`
const MANY = Object.fromEntries(
  Array.from({ length: 10 }, (_, i) => [`f${i}.md`, section(`Питање ${i}`, `Одговор на питање број ${i} о савету.`)]),
)

const ingest = (folder: string, options = {}) => ingestFolder({ database, clock: systemClock, folder, ...options })

/** What the rows of all tables of knowledge look like to the database: equal when nothing was written. */
async function rowsSeen(): Promise<string[]> {
  const tables = ['source', 'version', 'chunk', 'index_segment', 'term', 'collection']
  const sums: string[] = []
  for (const table of tables) {
    const { rows } = await database.pool.query<{ sum: string }>(
      `select md5(coalesce(string_agg(ctid::text || ' ' || xmin::text, ',' order by ctid), '')) as sum from ${table}`,
    )
    sums.push(`${table} ${rows[0]!.sum}`)
  }
  return sums
}

async function bodies(): Promise<string[]> {
  const { rows } = await database.pool.query<{ body: string }>('select body from chunk where withdrawn_at is null')
  return rows.map((row) => row.body)
}

describe('reading a folder', () => {
  test('a list of people is left out, and what was there stays, until somebody takes it all the same', async () => {
    const people = ['Ана Анић, 064 123 4567', 'Петар Лазић, 065 333 221', 'Нада Пешић, 062 998 877']
    const folder = aFolder({
      'a.md': section('Савет', 'Савет заседа месечно.'),
      'b.md': section('Учесници', 'Још нико.'),
    })
    await ingest(folder)
    writeFileSync(join(folder, 'b.md'), section('Учесници', people.join('\n\n')))
    const report = await ingest(folder)
    expect(report).toMatchObject({ kept: ['a.md'], changed: [], refused: [] })
    expect(report.people).toMatchObject([{ path: 'b.md', seen: { persons: 3, phones: 3 } }])
    expect(await bodies()).toContain('Још нико.')
    expect(await ingest(folder, { withPeople: true })).toMatchObject({ changed: ['b.md'], people: [] })
    expect(await ingest(folder)).toMatchObject({ kept: ['a.md', 'b.md'], people: [] })
  })

  test('a second run with nothing changed writes nothing', async () => {
    const folder = aFolder(MANY)
    const first = await ingest(folder)
    expect(first).toMatchObject({ chunks: 10, refused: [], heldBack: [] })
    const before = await rowsSeen()
    expect(await ingest(folder)).toMatchObject({ added: [], changed: [], removed: [], chunks: 10 })
    expect(await rowsSeen()).toEqual(before)
  })

  test('a changed file replaces only the passages that changed', async () => {
    const folder = aFolder({
      'a.md': section('Прво', 'Савет се састаје два пута.') + section('Друго', 'Повереник даје податке.'),
    })
    await ingest(folder)
    const { rows: before } = await database.pool.query<{ id: number; body: string }>(
      'select id, body from chunk order by id',
    )
    writeFileSync(
      join(folder, 'a.md'),
      section('Прво', 'Савет се састаје четири пута.') + section('Друго', 'Повереник даје податке.'),
    )
    expect(await ingest(folder)).toMatchObject({ changed: ['a.md'], chunks: 2 })
    const { rows: after } = await database.pool.query<{ id: number; body: string }>(
      'select id, body from chunk where withdrawn_at is null order by id',
    )
    expect(after.find((row) => row.body.includes('Повереник'))?.id).toBe(
      before.find((row) => row.body.includes('Повереник'))?.id,
    )
    expect(after.map((row) => row.body).join()).toContain('четири')
    expect(after.map((row) => row.body).join()).not.toContain('два пута')
    await checkIndex(database)
  })

  test('a file that is gone is withdrawn, and comes back when it is there again', async () => {
    const folder = aFolder(MANY)
    await ingest(folder)
    rmSync(join(folder, 'f3.md'))
    expect(await ingest(folder)).toMatchObject({ removed: ['f3.md'], chunks: 9 })
    await checkIndex(database)
    writeFileSync(join(folder, 'f3.md'), MANY['f3.md']!)
    expect(await ingest(folder)).toMatchObject({ added: ['f3.md'], chunks: 10 })
    const { rows } = await database.pool.query<{ id: number }>(`select id from source where path = 'f3.md'`)
    expect((await listVersions(database.pool, rows[0]!.id)).map((version) => version.state)).toEqual([
      'published',
      'withdrawn',
    ])
  })

  test('a folder that lost more than a fifth of the material is held back, until it is forced', async () => {
    const folder = aFolder(MANY)
    await ingest(folder)
    const empty = aFolder({ 'f0.md': MANY['f0.md']! })
    expect(await ingest(empty)).toMatchObject({ removed: [], chunks: 10 })
    expect((await ingest(empty)).heldBack).toHaveLength(9)
    expect(await ingest(empty, { force: true })).toMatchObject({ heldBack: [], chunks: 1 })
    await checkIndex(database)
  })

  test.each([
    ['is empty', ' \n'],
    ['has only front matter', '---\ntitle: Прво\n---\n'],
  ])('a file that suddenly %s keeps its older version, until it is forced', async (_, text) => {
    const folder = aFolder(MANY)
    await ingest(folder)
    writeFileSync(join(folder, 'f3.md'), text)
    writeFileSync(join(folder, 'new.md'), text)
    expect(await ingest(folder)).toMatchObject({
      changed: [],
      removed: [],
      heldBack: ['f3.md'],
      refused: [{ path: 'new.md', reason: 'The file has no text.' }],
      chunks: 10,
    })
    expect(await ingest(folder, { force: true })).toMatchObject({ removed: ['f3.md'], heldBack: [], chunks: 9 })
    expect(await ingest(folder)).toMatchObject({ removed: [], heldBack: [], chunks: 9 })
    await checkIndex(database)
  })

  test('a file that lost most of its passages is held back too, while others are taken over', async () => {
    const long = Array.from({ length: 10 }, (_, i) => section(`Тачка ${i}`, `Текст тачке број ${i}.`)).join('')
    const folder = aFolder({ ...MANY, 'long.md': long })
    expect(await ingest(folder)).toMatchObject({ chunks: 20 })
    writeFileSync(join(folder, 'long.md'), section('Тачка 1', 'Текст тачке број 1.'))
    writeFileSync(join(folder, 'f1.md'), section('Питање 1', 'Нов одговор.'))
    expect(await ingest(folder)).toMatchObject({ changed: ['f1.md'], heldBack: ['long.md'], chunks: 20 })
    expect(await ingest(folder, { force: true })).toMatchObject({ changed: ['long.md'], heldBack: [], chunks: 11 })
  })

  test('what trainers withdrew or brought back stays so until its file changes', async () => {
    const folder = aFolder(MANY)
    await ingest(folder)
    writeFileSync(join(folder, 'f2.md'), section('Питање 2', 'Нов одговор о савету.'))
    await ingest(folder)
    const idOf = async (path: string) =>
      (await database.pool.query<{ id: number }>('select id from source where path = $1', [path])).rows[0]!.id
    const { id: trainer } = await meetPerson(database.pool, {
      telegramId: 1,
      name: 'Јован',
      localeSeen: null,
      localeFirst: 'sr-Cyrl',
      now: systemClock.now(),
    })
    const withdrawn = await idOf('f1.md')
    await database.transaction((db) => withdrawSource(db, withdrawn, trainer, systemClock.now()))
    const [, first] = await listVersions(database.pool, await idOf('f2.md'))
    await database.transaction((db) => bringBack(db, first!.id, trainer, systemClock.now()))
    expect(await ingest(folder)).toMatchObject({ added: [], changed: [], removed: [], chunks: 9 })
    expect((await bodies()).join()).toContain('Одговор на питање број 2')

    writeFileSync(join(folder, 'f1.md'), section('Питање 1', 'Опет нов одговор о савету.'))
    writeFileSync(join(folder, 'f2.md'), section('Питање 2', 'Најновији одговор о савету.'))
    expect(await ingest(folder)).toMatchObject({ added: ['f1.md'], changed: ['f2.md'], chunks: 10 })
    expect((await bodies()).join()).toContain('Најновији')
    await checkIndex(database)
  })

  test('links that lead back are not followed for ever, those that lead out not at all, and each file is read once', async () => {
    const folder = aFolder(MANY)
    mkdirSync(join(folder, 'more', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'more', 'a.md'), section('Прво', 'Савет се састаје два пута.'))
    symlinkSync(folder, join(folder, 'more', 'deep', 'back'))
    symlinkSync('..', join(folder, 'more', 'up'))
    symlinkSync('more/a.md', join(folder, 'again.md'))
    symlinkSync('nowhere.md', join(folder, 'broken.md'))
    const elsewhere = aFolder({ 'b.md': section('Друго', 'Повереник даје податке.') })
    symlinkSync(elsewhere, join(folder, 'other'))
    symlinkSync(join(elsewhere, 'b.md'), join(folder, 'outside.md'))
    const beside = `${folder}-beside`
    mkdirSync(beside)
    onTestFinished(() => rmSync(beside, { recursive: true }))
    writeFileSync(join(beside, 'c.md'), section('Треће', 'Комесаријат даје средства.'))
    symlinkSync(beside, join(folder, 'beside'))
    const report = await ingest(folder)
    expect(report.added.filter((path) => !/^f\d/.test(path))).toEqual(['more/a.md'])
    expect(report).toMatchObject({ refused: [], chunks: 11 })
  })

  test('what was read ahead is taken as far as the files are still the same', async () => {
    const folder = aFolder({
      'a.md': section('Савет', 'Савет заседа месечно.'),
      'b.md': section('План', 'План траје пет година.'),
      'c.md': section('Рок', 'Рок је петак.'),
    })
    writeFileSync(join(folder, 'broken.md'), Buffer.from([0xff, 0x41]))
    const ahead = await prepareAll(folder)
    expect([...ahead.keys()]).toEqual(['a.md', 'b.md', 'c.md'])
    writeFileSync(join(folder, 'b.md'), section('План', 'План траје четири године.'))
    rmSync(join(folder, 'c.md'))
    const report = await ingest(folder, { ahead })
    expect(report).toMatchObject({ added: ['a.md', 'b.md'], refused: [{ path: 'broken.md' }] })
    expect((await bodies()).toSorted()).toEqual(['План траје четири године.', 'Савет заседа месечно.'])
  })

  test('a dry run says what it would do and does nothing', async () => {
    const folder = aFolder(MANY)
    expect((await ingest(folder, { dryRun: true })).added).toHaveLength(10)
    const { rows } = await database.pool.query('select from source')
    expect(rows).toHaveLength(0)
  })

  test('a faulty file is reported with the reason, and its older version stays', async () => {
    const folder = aFolder({ 'a.md': section('Прво', 'Савет се састаје два пута.') })
    await ingest(folder)
    writeFileSync(join(folder, 'a.md'), '---\nchecked: јуче\n---\n\nтекст')
    writeFileSync(join(folder, 'b.md'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]))
    const report = await ingest(folder)
    expect(report.refused).toEqual([
      { path: 'a.md', reason: expect.stringContaining('checked') },
      { path: 'b.md', reason: expect.stringContaining('UTF-8') },
    ])
    expect(report.removed).toEqual([])
    const { hits } = await createSearch(database.pool).find('колико пута се састаје савет', 3)
    expect(hits[0]?.chunk.body).toContain('два пута')
  })

  test('two processes that read the same folder at once end with one copy', async () => {
    const folder = aFolder(MANY)
    await Promise.all([ingest(folder), ingest(folder)])
    await checkIndex(database)
    const { rows } = await database.pool.query<{ count: number }>('select count(*) as count from chunk')
    expect(rows[0]!.count).toBe(10)
  })
})

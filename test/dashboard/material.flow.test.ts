import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { saveTrace } from '../../src/answers/keeping/store.ts'
import { readMarkdown } from '../../src/knowledge/readers/markdown/markdown.ts'
import { aSourceOf } from '../knowledge/material/versions.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let page: Awaited<ReturnType<typeof aVisitor>>
let trainerId: number
beforeAll(async () => {
  bot = await aBot()
  const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  page = await aVisitor(bot, trainer)
  const { rows } = await bot.database.pool.query<{ id: number }>(
    'select id from person where telegram_id = $1::bigint',
    [trainer.id],
  )
  trainerId = rows[0]!.id
})

/** A source of the trainer's, with these texts as its versions. */
const sourceOf = (...texts: string[]) => {
  const said = texts.map((markdown) => ({ markdown, by: trainerId, now: bot.clock.now() }))
  return bot.database.transaction((db) => aSourceOf(db, said))
}

const documentOf = async (markdown: string) => readMarkdown(markdown, 'a.md')

const sources = async (words: string) =>
  [
    ...(await page.get(`/material?q=${encodeURIComponent(words)}`)).html.matchAll(
      /\/app\/material\/(\d+)"><strong>([^<]+)/g,
    ),
  ].map(([, id, title]) => ({ id: id!, title: title! }))

test('sources are found by their titles in any script, and show what answers would quote', async () => {
  const all = await sources('')
  expect(all.length).toBeGreaterThan(1)
  const found = await sources('sednice')
  expect(found.map(({ title }) => title)).toEqual(['Седнице савета'])
  expect(await sources('nepostojeći')).toEqual([])
  expect((await page.get(`/material/${found[0]!.id}`)).text).toContain('два пута годишње')
})

test('a source is taken out of use, once, and what cited it stays with who did it', async () => {
  const [{ id } = { id: '' }] = await sources('sednice')
  const form = { once: randomUUID() }
  const [one, other] = await Promise.all([
    page.post(`/material/${id}/withdraw`, form),
    page.post(`/material/${id}/withdraw`, form),
  ])
  expect([one.text, other.text].filter((text) => text.includes('То је већ урађено'))).toHaveLength(1)
  expect((await page.get(`/material/${id}`)).html).not.toContain('/withdraw"')
  const { rows } = await bot.database.pool.query(`select from material_event where what = 'withdrawn'`)
  expect(rows).toHaveLength(1)
  expect((await page.get('/material/999999')).status).toBe(404)
})

const EARLIER =
  '# Правила куће\n\n## Кључеви\n\nВрата закључава домар Петар у осам.\n\n## Бука\n\nУвече се говори тихо.\n'
const LATER =
  '# Правила куће\n\n## Кључеви\n\nВрата закључава чувар Марко у осам.\n\n## Смеће\n\nСмеће се износи ујутру.\n'

test('two versions stand side by side, and an earlier one is used again', async () => {
  const id = await sourceOf(EARLIER, LATER)
  const compared = await page.get(`/material/${id}/compare`)
  expect(compared.html).toContain('<del>домар Петар </del>')
  expect(compared.html).toContain('<ins>чувар Марко </ins>')
  for (const words of ['Кључеви измењено', 'Смеће додато', 'Бука изостављено', 'Измењено: 3'])
    expect(compared.text).toContain(words)
  const [, versionId] = /name="version" value="(\d+)"/.exec((await page.get(`/material/${id}`)).html)!
  const form = { once: randomUUID(), version: versionId! }
  expect((await page.post(`/material/${id}/bring-back`, form)).text).toContain('је поново у употреби (верзија 1)')
  expect((await page.post(`/material/${id}/bring-back`, form)).text).toContain('То је већ урађено')
  expect((await page.get(`/material/${id}`)).text).toContain('домар Петар')
  // A version of another source is not brought back from here.
  const other = await sourceOf('# Друго\n\nДруго пише овде.\n', '# Друго\n\nДругачије пише овде.\n')
  const [, foreign] = /name="version" value="(\d+)"/.exec((await page.get(`/material/${other}`)).html)!
  await page.post(`/material/${id}/bring-back`, { once: randomUUID(), version: foreign! })
  expect((await page.get(`/material/${other}`)).text).toContain('Другачије пише')
})

test('a source that lists people is not brought back by a trainer, who is told why', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => `| Милица Јовић${i} | 064 123 45${10 + i} | m${i}@primer.rs |`)
  const list = `# Списак\n\n## Људи\n\n| Име и презиме | Телефон | Имејл |\n|-|-|-|\n${lines.join('\n')}\n`
  const id = await sourceOf('# Списак\n\n## Људи\n\nНикога још нема.\n', '# Списак\n\n## Људи\n\nЈош увек никога.\n')
  const { rows } = await bot.database.pool.query<{ id: number }>(
    `update version set people = null, document = jsonb_set(document, '{sections}', $2::jsonb)
     where source_id = $1::int and number = 1 returning id`,
    [id, JSON.stringify((await documentOf(list)).sections)],
  )
  const { text } = await page.post(`/material/${id}/bring-back`, { once: randomUUID(), version: String(rows[0]!.id) })
  expect(text).toContain('Ово личи на списак људи')
  expect((await page.get(`/material/${id}`)).text).toContain('Још увек никога')
})

test('what a source is cited for is seen by its sentences, without who asked', async () => {
  const id = await sourceOf('# Одмор\n\n## Кад се одмара\n\nОдмор траје двадесет минута.\n')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from chunk where source_id = $1::int', [id])
  const quote = { n: 1, chunkId: rows[0]!.id, quote: 'Одмор траје двадесет минута.' }
  const asked = { personId: trainerId, chatId: page.id, text: 'Моје тајно питање', locale: 'sr-Cyrl', ms: 5 } as const
  const answer = { outcome: 'answered', mode: 'extractive', evidence: {}, account: null, citations: [quote] } as const
  for (let i = 0; i < 2; i++)
    await saveTrace(bot.database.pool, { ...asked, ...answer, citations: [quote] }, bot.clock.now())
  const { text } = await page.get(`/material/${id}`)
  expect(text).toContain('Одмор траје двадесет минута. наведено 2 пута')
  expect(text).not.toContain('тајно')
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { aBot, type Bot } from '../support/bot.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let page: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  page = await aVisitor(bot, trainer)
})

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

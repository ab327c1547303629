import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { insertMarks } from '../../src/sessions/attendance/store.ts'
import { readRoll } from '../../src/sessions/line/store.ts'
import type { Session } from '../../src/sessions/session/session.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let session: Session
let page: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  session = await aComingSession(bot, { title: 'Извештајна', module: 'Први модул', capacity: 5 }, 2)
  for (const [name, place] of [
    ['Ана Анић', 'Чачак'],
    ['Весна Вуковић', 'Шабац'],
  ] as const)
    await joins(bot, await aRegisteredPerson(bot, { name, place }), session.id, 'Место је Ваше')
  const { signUps } = (await readRoll(bot.database.pool, session.id))!
  const on = session.starts.toPlainDate()
  const base = { on, how: 'tapped', at: session.starts.toInstant(), actorId: session.createdBy, reason: null } as const
  await insertMarks(
    bot.database.pool,
    session.id,
    signUps.map(({ id }) => ({ ...base, signUpId: id, state: 'present' as const })),
  )
  await bot.call('POST', '/clock', { advance: 'P4D' })
  page = await aVisitor(bot, trainer)
})

const of = (fields: Record<string, string>) => page.get(`/reports?${new URLSearchParams(fields)}`)
const year = () => session.starts.year
const chosenIn = (html: string) => [...html.matchAll(/value="([^"]+)" selected/g)].map(([, value]) => value)

describe('the page of reports', () => {
  test('shows the sums, the map and the lists that the chat has', async () => {
    const { text, html } = await of({})
    for (const words of ['Извештај: од почетка', 'Људи: 2', 'Учешћа: 2', 'Обуке (1)', 'Извештајна'])
      expect(text).toContain(words)
    expect(html).toContain('role="img" aria-label="Општине на обукама: од почетка"')
    expect(text).not.toContain('Анић')
    // Whoever never came is named, by district, in none of which is somebody who came.
    const [, never] = /Још нису биле \(\d+\)(.*)/.exec(text)!
    expect(never).toMatch(/Моравички Горњи Милановац, Ивањица, Лучани/)
    expect(never).toContain('Ниш')
  })

  test('is narrowed by district, topic and days, and says of what it is', async () => {
    const topic = /<option value="([0-9a-f]{8})"[^>]*>Први модул/.exec((await of({})).html)![1]!
    const narrow = await of({ place: 'dca', topic, period: String(year()) })
    expect(narrow.text).toContain(`Извештај: ${year()}. година, Моравички округ, Први модул`)
    expect(narrow.text).toContain('Људи: 1')
    expect(narrow.text).toContain('Још нису биле (3)')
    expect(narrow.text).not.toContain('Постављена питања')
    expect(chosenIn(narrow.html)).toEqual([String(year()), 'dca', topic])
    const day = session.starts.toPlainDate()
    expect((await of({ from: String(day), to: String(day) })).text).toContain('Људи: 2')
    expect((await of({ from: String(day.add({ days: 1 })), to: String(day.add({ days: 9 })) })).text).toContain(
      'Људи: 0',
    )
  })

  test.each([
    [{ from: '2026-03-05', to: '2026-03-01' }],
    [{ from: '2026-03-05' }],
    [{ from: '2026-02-31', to: '2026-03-01' }],
  ])('days that are no period are said beside their fields: %j', async (fields) => {
    const { status, text } = await of(fields)
    expect(status).toBe(422)
    expect(text).toContain('Упишите оба дана')
  })

  test('shows everything for codes that nobody made', async () => {
    const { status, text } = await of({ period: '2026q9', place: 'dxx', topic: '<b>' })
    expect(status).toBe(200)
    expect(text).toContain('Извештај: од почетка')
  })

  test('sends the workbook into the chat, once', async () => {
    const chat = conversation(trainer)
    const form = { once: randomUUID(), kind: 'xlsx', period: String(year()), place: 'all', topic: 'all' }
    expect((await page.post('/reports', form)).text).toContain('Послато у разговор са ботом: XLSX')
    expect((await page.post('/reports', form)).text).toContain('То је већ урађено')
    expect(await chat.reads('сви редови од којих')).toMatchObject({
      document: { file_name: `izvestaj-${year()}.xlsx` },
    })
    expect((await page.post('/reports', { ...form, once: randomUUID(), kind: 'exe' })).text).toContain('То је већ')
  })

  test('sums of before are entered in words, with what is wrong beside the field, and removed', async () => {
    const enter = (words: string) => page.post('/reports/past', { once: randomUUID(), words })
    const wrong = await enter('14 <b>обука')
    expect(wrong).toMatchObject({ status: 422 })
    expect(wrong.text).toContain('Почните са „до марта 2024:“')
    expect(wrong.html).toContain('14 &lt;b&gt;обука</textarea>')
    expect((await enter('до марта 2024: 14 обука, 149 људи, 70 општина')).text).toContain('људи 151')
    const { html } = await of({})
    const [, id] = /name="remove" value="(\d+)"/.exec(html)!
    expect((await page.post('/reports/past', { once: randomUUID(), remove: id! })).text).not.toContain('људи 151')
  })
})

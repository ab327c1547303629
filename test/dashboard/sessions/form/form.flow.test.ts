import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../../../src/dashboard/sessions/form/plan.ts'
import { readPlan } from '../../../../src/reminders/store.ts'
import { planOf, type SessionPlan } from '../../../../src/sessions/session/session.ts'
import { readSession } from '../../../../src/sessions/session/store.ts'
import { sessionHistory } from '../../../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../../../people/registration/registered.ts'
import { aPlan } from '../../../sessions/builders.ts'
import { aComingSession } from '../../../sessions/coming-session.ts'
import { joins } from '../../../sessions/joining.ts'
import { aBot, type Bot } from '../../../support/bot.ts'
import { aVisitor } from '../../visitor.ts'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let page: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
})
beforeEach(async () => {
  page = await aVisitor(bot, trainer)
})

/** A plan some weeks ahead of the bot's clock. */
function ahead(changes: Partial<SessionPlan> = {}): SessionPlan {
  const day = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').toPlainDate().add({ days: 40 })
  const [starts, ends] = [`${day}T10:00`, `${day.add({ days: 1 })}T16:00`]
  const until = `${day.subtract({ days: 3 })}T18:00`
  return aPlan({ starts, ends, signUpUntil: until, cancelUntil: until, ...changes })
}

const fields = (plan: SessionPlan, more: Record<string, string>): [string, string][] => [
  ...fieldsOf(plan),
  ...Object.entries({ once: randomUUID(), form: 'session:new', ...more }),
]

const madeOf = async (title: string) => {
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from session where title = $1::text', [
    title,
  ])
  return rows.map(({ id }) => id)
}

test('a session is made on one page and opened, once, however often it is sent', async () => {
  const form = fields(ahead({ title: 'Са стране' }), { act: 'open' })
  const answers = await Promise.all([page.post('/sessions/new', form), page.post('/sessions/new', form)])
  expect(answers.some(({ text }) => text.includes('пријаве су отворене'))).toBe(true)
  const ids = await madeOf('Са стране')
  expect(ids).toHaveLength(1)
  const session = (await readSession(bot.database.pool, ids[0]!))!
  expect(session.state).toBe('open')
  expect(planOf(session)).toEqual(ahead({ title: 'Са стране' }))
  // As from the chat: made, then opened.
  const lines = await sessionHistory(bot.database.pool, ids[0]!)
  expect(lines.map((line) => line.kind === 'session' && line.what)).toEqual(['opened', 'created'])
})

test('every fault stands beside its field, nothing is kept, and what was written stays', async () => {
  const wrong = fields(ahead({ title: '', capacity: 0 }), { act: 'open', signUpUntil: '2099-01-01T10:00' })
  const sent = wrong.filter(([name, value]) => !(name === 'signUpUntil' && value !== '2099-01-01T10:00'))
  const { status, html, text } = await page.post('/sessions/new', sent)
  expect(status).toBe(422)
  expect(html).toMatch(/id="f-title" name="title" aria-describedby="title-fault" aria-invalid="true"/)
  expect(html).toMatch(/id="capacity-fault"/)
  expect(html).toMatch(/id="signUpUntil-fault"/)
  expect(html).toContain('value="Тренинг центар, Пландиште"')
  expect(text).toContain('Обука није сачувана')
  expect(await madeOf('')).toEqual([])
})

test('what is written is seen at once as people will see it, in both scripts, and is there when the page is opened again', async () => {
  const plan = ahead({ title: 'Започето' })
  const { text } = await page.post('/sessions/draft', fields(plan, {}))
  expect(text).toContain('Овако ће видети: Започето')
  expect(text).toContain('Započeto')
  const again = await page.get('/sessions/new')
  expect(again.html).toContain('value="Започето"')
  expect(again.text).toContain('Ово сте започели раније')
  const other = await bot.person({ name: 'Друга', role: 'trainer' })
  await other.ask('/start')
  expect((await (await aVisitor(bot, other)).get('/sessions/new')).html).not.toContain('Започето')
  expect((await page.post('/sessions/new', fields(plan, { act: 'drop' }))).html).not.toContain('value="Започето"')
  expect(await madeOf('Започето')).toEqual([])
})

test('a change keeps what another trainer changed meanwhile, and people are told of it', async () => {
  const session = await aComingSession(bot, { title: 'Мења се' })
  const person = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, person, session.id, 'Место је Ваше')
  const before = planOf(session)
  const edit = (plan: SessionPlan) =>
    page.post(
      `/sessions/${session.id}/edit`,
      fields(plan, { act: 'save', form: `session:${session.id}`, before: fieldsOf(before).toString() }),
    )
  expect((await page.get(`/sessions/${session.id}/edit`)).html).toContain('value="Мења се"')
  await edit({ ...before, place: 'Ваљево, Дом културе' })
  await person.reads('Ваљево, Дом културе')
  // Opened before the place was changed.
  await edit({ ...before, capacity: 7 })
  expect(planOf((await readSession(bot.database.pool, session.id))!)).toEqual({
    ...before,
    place: 'Ваљево, Дом културе',
    capacity: 7,
  })
  expect((await edit({ ...before, capacity: 0 })).status).toBe(422)
})

test('a copy has the words of another session and its days with their hours, without dates', async () => {
  const { starts } = ahead()
  const [first, second] = [0, 7].map((days) => Temporal.PlainDate.from(starts.slice(0, 10)).add({ days }))
  const days = `${first}T14:00/${first}T16:00 ${second}T09:00/${second}T13:00`
  const plan = ahead({ title: 'За копирање', starts: `${first}T14:00`, ends: `${second}T13:00`, days })
  await page.post('/sessions/new', fields(plan, { act: 'keep' }))
  const [id] = await madeOf('За копирање')
  const { html, text } = await page.get(`/sessions/new?copy=${id}`)
  expect(html).toContain('value="За копирање"')
  expect(html).not.toContain(`value="${first}"`)
  expect(html.match(/name="from" value="[^"]*"/g)).toEqual(['name="from" value="14:00"', 'name="from" value="09:00"'])
  expect(html).toContain('name="on" value="" data-after="7"')
  // Deadlines have their usual times once there are days: they are not missing.
  expect(text).not.toContain('Поље „Пријаве до“')
  for (const copy of ['x', '-1', '99999999999', ''])
    expect((await page.get(`/sessions/new?copy=${copy}`)).status).toBe(200)
})

const asked = async (id: number) => {
  const session = (await readSession(bot.database.pool, id))!
  const { reminders, note } = await readPlan(bot.database.pool, id)
  return { questions: session.questions, on: reminders.filter(({ isOn }) => isOn).length, note }
}

test('what a session asks and when it reminds are in the form: made, changed and copied with the rest', async () => {
  const form: [string, string][] = [
    ...fields(ahead({ title: 'Са питањима' }), {
      act: 'open',
      asks: 'on',
      own: 'Долазите ли аутом?\nДа\nНе\n\nКоја величина мајице?',
    }),
    ['ask', 'bed'],
    ['ask', 'diet'],
    ['remind', 'before-start-1d0h'],
    ['remind', 'before-start-3d0h'],
    ['note', 'Понесите рачунар.'],
  ]
  await page.post('/sessions/new', form)
  const [id] = await madeOf('Са питањима')
  const own = { kind: 'own', key: 'q1', text: 'Долазите ли аутом?', choices: ['Да', 'Не'] }
  const size = { kind: 'own', key: 'q2', text: 'Која величина мајице?', choices: [] }
  const kinds = [
    { kind: 'bed', key: 'bed' },
    { kind: 'diet', key: 'diet' },
  ]
  expect(await asked(id!)).toEqual({ questions: [...kinds, own, size], on: 2, note: 'Понесите рачунар.' })

  const { html } = await page.get(`/sessions/${id}/edit`)
  expect(html).toMatch(/name="ask" value="bed" checked/)
  expect(html).toContain('Која величина мајице?</textarea>')
  const before = /name="before" value="([^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  const changed = new URLSearchParams(before)
  changed.delete('ask')
  changed.append('ask', 'diet')
  changed.set('own', 'Која величина мајице?\nS\nM\n\nИмате ли питање?')
  const sent: [string, string][] = [
    ...changed,
    ['before', before],
    ['act', 'save'],
    ['once', randomUUID()],
    ['form', `session:${id}`],
  ]
  expect((await page.post(`/sessions/${id}/edit`, sent)).text).toContain('Сачувано')
  expect((await asked(id!)).questions).toEqual([
    kinds[1],
    { ...size, choices: ['S', 'M'] },
    { kind: 'own', key: 'q3', text: 'Имате ли питање?', choices: [] },
  ])

  const copy = await page.get(`/sessions/new?copy=${id}`)
  expect(copy.html).toMatch(/name="ask" value="diet" checked/)
  expect(copy.html).toContain('Понесите рачунар.')
})

test('questions that cannot be asked are said beside their field, and a session held in Hungarian stays so', async () => {
  const form: [string, string][] = [
    ...fields(ahead({ title: 'Превише', language: 'hu' }), { act: 'open', asks: 'on', own: 'а'.repeat(201) }),
  ]
  const { status, html } = await page.post('/sessions/new', form)
  expect(status).toBe(422)
  expect(html).toContain('id="own-fault"')
  expect(html).toMatch(/value="hu" selected/)
  expect(await madeOf('Превише')).toEqual([])
})

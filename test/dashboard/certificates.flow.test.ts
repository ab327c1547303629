import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { stretchesIn } from '../../src/sessions/session/session.ts'
import { aPlaceFor, note } from '../certificates/attended.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation, textOf } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'
import { hasPoppler, textOfPdf } from '../support/pdf.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let staff: Record<'trainer' | 'coordinator', Awaited<ReturnType<Bot['person']>>>
let page: Awaited<ReturnType<typeof aVisitor>>
let coordinator: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot({ issuer: 'Комесаријат за избеглице и миграције' })
  const as = async (name: string, role: string) => {
    const person = await bot.person({ name, role })
    await person.ask('/start')
    return person
  }
  staff = { trainer: await as('Тренер Јован', 'trainer'), coordinator: await as('Координатор Ана', 'coordinator') }
})

/** Both open the page anew: it holds for an hour. */
async function opened() {
  page = await aVisitor(bot, staff.trainer)
  coordinator = await aVisitor(bot, staff.coordinator)
}

/** A session of two days that is over, at noon: Ana was there on both, Branko on the first. */
async function aHeldSession(title: string) {
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  const branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
  const wall = (days: number, hour: string) =>
    bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').add({ days }).toPlainDate().toString() + hour
  const plan = { title, starts: wall(3, 'T09:00'), ends: wall(4, 'T15:00'), capacity: 20 }
  const session = await aComingSession(bot, { ...plan, signUpUntil: wall(2, 'T12:00'), cancelUntil: wall(2, 'T12:00') })
  const anas = await aPlaceFor(bot, ana.person.id, session.id)
  const brankos = await aPlaceFor(bot, branko.person.id, session.id)
  const noon = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').add({ days: 5 }).withPlainTime('12:00')
  bot.clock.advance(bot.clock.now().until(noon.toInstant()))
  const days = stretchesIn(session).map(({ from }) => from.toPlainDate().toString())
  await note(bot, session.id, days, { [anas]: ['present', 'present'], [brankos]: ['present', 'absent'] })
  await opened()
  return { session, ana, branko }
}

const form = (fields: Record<string, string>) => ({ once: randomUUID(), ...fields })

async function givenIn(sessionId: number) {
  const { html } = await page.get(`/sessions/${sessionId}/certificates`)
  return [...html.matchAll(/\/app\/certificates\/(\d+)/g)].map(([, id]) => Number(id))
}

describe('certificates on the page of a session', () => {
  test('are given, shown, sent again, corrected, withdrawn and given back, as in the chat', async () => {
    const { session, ana, branko } = await aHeldSession('Циљеви и мере')
    const at = `/sessions/${session.id}/certificates`
    expect((await page.get(`/sessions/${session.id}`)).html).toContain(`/app${at}`)
    const before = await page.get(at)
    expect(before.text).toContain('Потврду добија ко је био на свим данима (2)')
    expect(before.text).toMatch(/Бранко Бабић – 1 дан присуства/)

    const giving = form({ act: 'give' })
    expect((await page.post(at, giving)).text).toContain('Готово. Издато: 1')
    expect((await page.post(at, giving)).text).toContain('То је већ урађено')
    const message = await ana.reads('у прилогу')
    expect(message.document?.file_name).toMatch(/\.pdf$/)

    // A rule that one day is enough for names Branko too.
    expect((await page.post(at, form({ act: 'rule', days: '1', quiz: '0' }))).text).toContain('бар 1 дан од 2')
    expect((await page.post(at, form({ act: 'give' }))).text).toContain('Издато: 1, замењено: 0')
    await branko.reads('у прилогу')
    const [anas] = await givenIn(session.id)
    expect((await page.get(`/certificates/${anas}`)).text).toMatch(/Ана Анић.*важи.*Циљеви и мере/s)

    const chat = conversation(staff.trainer)
    expect((await page.post(`/certificates/${anas}`, form({ act: 'paper' }))).text).toContain('Послато је у разговор')
    const shown = await chat.reads('у прилогу')
    if (hasPoppler()) expect(await textOfPdf(await fileOf(bot, shown))).toContain('Ана Анић')
    expect((await page.post(`/certificates/${anas}`, form({ act: 'send' }))).text).toContain('поново стиже учеснику')
    await ana.reads('у прилогу')

    const unclear = await page.post(`/certificates/${anas}`, form({ act: 'name', name: '12 <b>' }))
    expect(unclear).toMatchObject({ status: 422 })
    expect(unclear.html).toMatch(/value="12 &lt;b&gt;"[\s\S]*id="name-fault"/)
    const corrected = await page.post(`/certificates/${anas}`, form({ act: 'name', name: 'Ана Анић Марић' }))
    expect(corrected.text).toMatch(/Нова потврда замењује стару.*Ана Анић Марић/s)
    expect(corrected.headers.get('hx-replace-url')).not.toBe(`/app/certificates/${anas}`)
    expect((await page.get(`/certificates/${anas}`)).text).toContain('замењена')
    await ana.reads('замењује ранију')
    const next = (await givenIn(session.id)).at(-1)!

    // Only coordinators withdraw.
    const withdraw = form({ act: 'revoke', reason: 'Туђе име.' })
    expect((await page.get(`/certificates/${next}`)).html).not.toContain('/validity')
    expect((await page.post(`/certificates/${next}/validity`, withdraw)).status).toBe(403)
    expect(
      (await coordinator.post(`/certificates/${next}/validity`, form({ act: 'revoke', reason: '?' }))).status,
    ).toBe(422)
    expect((await coordinator.post(`/certificates/${next}/validity`, withdraw)).text).toContain('Потврда је повучена')
    expect(textOf(await ana.reads('је повучена'))).toContain('Туђе име.')
    const back = await coordinator.post(`/certificates/${next}/validity`, form({ act: 'restore' }))
    expect(back.text).toContain('нова потврда је издата')
    expect((await page.get('/certificates/999999')).status).toBe(404)
    expect((await page.get('/sessions/999999/certificates')).status).toBe(404)

    const { rows } = await bot.database.pool.query<{ state: string; count: number }>(
      'select state, count(*) as count from certificate where session_id = $1::int group by state order by state',
      [session.id],
    )
    expect(rows.map(({ state, count }) => [state, count])).toEqual([
      ['replaced', 1],
      ['revoked', 1],
      ['valid', 2],
    ])
  })

  test('papers and the list come into the chat of whoever asks, once, and of the day that is chosen', async () => {
    const { session } = await aHeldSession('Папири')
    const at = `/sessions/${session.id}/papers`
    const chat = conversation(staff.trainer)
    const second = stretchesIn(session)[1]!.from.toPlainDate()
    expect((await page.get(`${at}?day=${second}`)).html).toContain(`<option value="${second}" selected`)
    const sheet = form({ paper: 'sheet', day: `${second}` })
    expect((await page.post(at, sheet)).text).toContain('Послато је у разговор')
    expect((await page.post(at, sheet)).text).toContain('То је већ урађено')
    const sent = await chat.reads('Лист за потпис')
    expect(sent.document?.file_name).toBe(`potpisi-${session.id}.pdf`)
    await page.post(at, form({ paper: 'badges' }))
    await chat.reads('Беџеви')
    await page.post(at, form({ paper: 'signs' }))
    await chat.reads('Таблице за сто')
    await page.post(at, form({ paper: 'list' }))
    expect((await chat.reads('Папири')).document?.file_name).toMatch(/\.xlsx$/)
    expect((await page.post(at, form({ paper: 'else' }))).text).toContain('Ништа није промењено')
    const all = (await chat.fromBot()).filter((one) => one.document?.file_name?.startsWith('potpisi'))
    expect(all).toHaveLength(1)
    expect((await page.get('/sessions/999999/papers')).status).toBe(404)
  })

  test('there are none of a session that has not begun, and nothing is given before its last day', async () => {
    const session = await aComingSession(bot, { title: 'Тек предстоји' }, 20)
    await opened()
    expect((await page.get(`/sessions/${session.id}`)).html).not.toContain(`/sessions/${session.id}/certificates`)
    const early = await page.post(`/sessions/${session.id}/certificates`, form({ act: 'give' }))
    expect(early.text).toContain('Потврде се могу дати од почетка последњег дана')
    const member = await bot.person({ name: 'Милица' })
    await member.ask('/start')
    const visitor = await aVisitor(bot, member)
    for (const path of ['certificates', 'papers'])
      expect((await visitor.get(`/sessions/${session.id}/${path}`)).status).toBe(403)
  })
})

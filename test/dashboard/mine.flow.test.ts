import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveCertificates } from '../../src/certificates/actions.ts'
import { saveQuestions } from '../../src/sessions/questions/store.ts'
import type { Session } from '../../src/sessions/session/session.ts'
import { note } from '../certificates/attended.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
let session: Session
let ana: Awaited<ReturnType<typeof aRegisteredPerson>>
let branko: Awaited<ReturnType<typeof aRegisteredPerson>>
beforeAll(async () => {
  bot = await aBot()
  session = await aComingSession(bot, { title: 'Обука са ноћењем', capacity: 1 }, 20)
  await saveQuestions(bot.database.pool, session.id, [
    { kind: 'bed', key: 'bed' },
    { kind: 'phone', key: 'phone' },
    { kind: 'own', key: 'q1', text: 'Шта <b>носите</b>?', choices: ['Рачунар', 'Ништа'] },
  ])
  ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, session.id, 'Место је Ваше')
  branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
  await joins(bot, branko, session.id, 'листи')
})

const signUpOf = async (who: typeof ana) => {
  const { rows } = await bot.database.pool.query<{ id: number }>(
    `select sign_up.id from sign_up join person on person.id = person_id where telegram_id = $1::bigint order by sign_up.id`,
    [who.person.id],
  )
  return rows[0]!.id
}
const answers = async () => {
  const { rows } = await bot.database.pool.query<{ question: string; answer: string }>(
    'select question, answer from sign_up_answer order by question',
  )
  return Object.fromEntries(rows.map(({ question, answer }) => [question, answer]))
}

describe('one’s own page', () => {
  test('answers what a session asks, by a choice or in words, and changes it', async () => {
    const page = await aVisitor(bot, ana.person)
    const signUp = await signUpOf(ana)
    const { html, text } = await page.get('/mine')
    expect(text).toContain('Питања: Обука са ноћењем')
    expect(html).toContain('Шта &lt;b&gt;носите&lt;/b&gt;?')
    const send = (fields: Record<string, string>) =>
      page.post(`/mine/${signUp}/answers`, { once: randomUUID(), ...fields })
    const wrong = await send({ 'chosen-bed': 'all', 'words-phone': 'немам', 'chosen-q1': 'Рачунар' })
    expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Овај одговор не разумем') })
    expect(wrong.html).toContain('value="немам"')
    expect(await answers()).toEqual({ bed: 'all', q1: 'Рачунар' })
    await send({ 'chosen-bed': 'own-words', 'words-bed': 'само другу ноћ', 'words-phone': '064 123 4567' })
    expect(await answers()).toEqual({ bed: 'само другу ноћ', phone: '064 123 4567', q1: 'Рачунар' })
    await send({ 'chosen-bed': 'никакав' })
    expect(await answers()).toMatchObject({ bed: 'само другу ноћ' })
  })

  test('answers nothing for others, and nothing once it is over', async () => {
    const page = await aVisitor(bot, branko.person)
    const of = await signUpOf(ana)
    const form = () => ({ once: randomUUID(), 'chosen-bed': 'none' })
    expect((await page.post(`/mine/${of}/answers`, form())).status).toBe(404)
    expect(await answers()).toMatchObject({ bed: 'само другу ноћ' })
    await bot.database.pool.query(`update session set cancel_until = now() - interval '1 hour' where id = $1::int`, [
      session.id,
    ])
    const late = await (await aVisitor(bot, ana.person)).post(`/mine/${of}/answers`, form())
    expect(late.text).toContain('Одговори се више не могу мењати')
    expect(await answers()).toMatchObject({ bed: 'само другу ноћ' })
  })

  test('whoever waits reads why, and nobody reads it of others', async () => {
    const page = await aVisitor(bot, branko.person)
    const { html } = await page.get('/mine')
    const [, path] = /href="\/app(\/mine\/\d+\/why)"/.exec(html)!
    expect((await page.get(path!)).text).toContain('Моје место у реду')
    expect((await (await aVisitor(bot, ana.person)).get(path!)).status).toBe(404)
  })

  test('a certificate comes into the chat again, in the script that is wanted, to its owner alone', async () => {
    const signUp = await signUpOf(ana)
    await note(bot, session.id, [session.starts.toPlainDate().toString()], { [signUp]: ['present'] })
    await bot.call('POST', '/clock', { advance: 'P22D' })
    const by = { sessionId: session.id, staffId: session.createdBy!, issuer: null }
    expect(await bot.database.transaction((db) => giveCertificates(db, by, bot.clock.now()))).toMatchObject({
      kind: 'given',
    })
    const page = await aVisitor(bot, ana.person)
    const { html } = await page.get('/mine')
    const [, path] = /action="\/app(\/mine\/certificates\/\d+)"/.exec(html)!
    expect((await (await aVisitor(bot, branko.person)).post(path!, { once: randomUUID(), in: 'en' })).status).toBe(404)
    const form = { once: randomUUID(), in: 'sr-Latn' }
    expect((await page.post(path!, form)).text).toContain('Потврда је послата у разговор')
    expect((await page.post(path!, form)).text).toContain('То је већ урађено')
    expect((await ana.reads('Обука са ноћењем')).document?.file_name).toMatch(/\.pdf$/)
  })
})

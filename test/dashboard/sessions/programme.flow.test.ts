import { randomUUID } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveProgramme } from '../../../src/sessions/programme/store.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { readSession } from '../../../src/sessions/session/store.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { joins } from '../../sessions/joining.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { aVisitor } from '../visitor.ts'

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="teal"/></svg>'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let page: Awaited<ReturnType<typeof aVisitor>>
let session: Session
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  session = await aComingSession(bot, { title: 'Обука са програмом', capacity: 5 }, 20)
  page = await aVisitor(bot, trainer)
})

const act = (act: string, fields: Record<string, string> = {}) =>
  page.post(`/sessions/${session.id}/programme`, { once: randomUUID(), act, ...fields })
const programme = async () => (await readSession(bot.database.pool, session.id))!.programme

describe('the programme of a session on its page', () => {
  test('is written, shown as people get it, changed with a hint to tell them, and removed', async () => {
    expect((await page.get(`/sessions/${session.id}`)).html).toContain(`/app/sessions/${session.id}/programme`)
    expect((await page.get(`/sessions/${session.id}/programme`)).text).toContain('Ова обука нема програм')
    expect((await act('save', { text: '   ' })).status).toBe(422)
    const saved = await act('save', { text: '9:00 <b>Увод</b>\r\n10:00 Вежба' })
    expect(saved.html).toContain('<p>9:00 &lt;b&gt;Увод&lt;/b&gt;</p>')
    expect(saved.text).toContain('дугметом „Програм“')
    const person = await aRegisteredPerson(bot, { name: 'Ана Анић' })
    await joins(bot, person, session.id, 'Место је Ваше')
    await person.goes(['presses', 'Програм', '10:00 Вежба'])

    expect((await act('save', { text: '9:00 Увод' })).text).toContain('могли да виде учесници са местом: 1')
    const long = await act('save', { text: 'а'.repeat(3_501) })
    expect(long).toMatchObject({ status: 422 })
    expect(long.html).toContain('а'.repeat(3_501))
    expect(await programme()).toMatchObject({ text: '9:00 Увод', file: null })

    const chat = conversation(trainer)
    const form = { once: randomUUID(), act: 'show' }
    await page.post(`/sessions/${session.id}/programme`, form)
    expect((await page.post(`/sessions/${session.id}/programme`, form)).text).toContain('То је већ урађено')
    await chat.reads('9:00 Увод')
    expect((await act('drop')).text).toContain('нема програм')
    expect(await programme()).toBeNull()
  })

  test('keeps the document that came in the chat, and the form of words that stay', async () => {
    const sent = {
      text: 'Програм',
      entities: [{ type: 'bold' as const, offset: 0, length: 7 }],
      file: { kind: 'document' as const, fileId: 'a-document' },
    }
    const by = { sessionId: session.id, staffId: session.createdBy!, programme: sent }
    await saveProgramme(bot.database.pool, by, bot.clock.now())
    expect((await page.get(`/sessions/${session.id}/programme`)).text).toContain('Учесници добијају и документ')
    await act('save', { text: 'Програм' })
    expect(await programme()).toEqual(sent)
    await act('save', { text: '' })
    expect(await programme()).toEqual({ ...sent, text: '', entities: [] })
    expect((await act('save', { text: 'а'.repeat(701) })).status).toBe(422)
  })

  test('is a document or picture that is chosen there, and people get that; what cannot be taken is said beside it', async () => {
    const at = `/sessions/${session.id}/programme/file`
    const send = (file: File, once = randomUUID()) => page.send(at, file, { once })
    await act('drop')
    await act('save', { text: 'Дођите на време.' })
    const empty = await page.post(at, { once: randomUUID() })
    expect([empty.status, empty.text.includes('Изаберите документ или слику')]).toEqual([422, true])
    const key = randomUUID()
    const document = new File(['%PDF-1.7 програм'], 'Програм.pdf')
    expect((await send(document, key)).text).toContain('Учесници добијају и документ')
    expect((await send(document, key)).text).toContain('То је већ урађено')
    expect(await programme()).toMatchObject({ text: 'Дођите на време.', file: { kind: 'document' } })
    const chat = conversation(trainer)
    await chat.readsFile('Програм.pdf')
    const person = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
    await joins(bot, person, session.id, 'Место је Ваше')
    await person.presses('Програм')
    await person.readsFile('Програм.pdf')

    const picture = new File([new Resvg(SQUARE).render().asPng() as Uint8Array<ArrayBuffer>], 'plan.png')
    expect((await send(picture)).text).toContain('Учесници добијају и слику')
    expect((await programme())!.file!.kind).toBe('photo')
    await act('drop')
    await act('save', { text: 'а'.repeat(800) })
    const long = await send(document)
    expect([long.status, long.text.includes('може највише 700')]).toEqual([422, true])
    expect((await programme())!.file).toBeNull()
  })

  test('of a session that there is not is no page', async () => {
    expect((await page.get('/sessions/999/programme')).status).toBe(404)
    expect((await page.post('/sessions/999/programme', { once: randomUUID(), act: 'drop' })).status).toBe(404)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/reminders/store.ts'
import { readSheet } from '../../../src/sessions/attendance/reads.ts'
import { readSession } from '../../../src/sessions/session/store.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aVisitor } from '../visitor.ts'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let page: Awaited<ReturnType<typeof aVisitor>>
let id: number
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  id = (await aComingSession(bot, { title: 'Обука са ноћењем', capacity: 5 }, 20)).id
  page = await aVisitor(bot, trainer)
})

const act = (act: string, fields: Record<string, string> = {}) =>
  page.post(`/sessions/${id}/asks`, { once: randomUUID(), act, ...fields })
const questions = async () => (await readSession(bot.database.pool, id))!.questions

describe('what a session asks and when it reminds', () => {
  test('questions are switched, added with choices and removed', async () => {
    const shown = await act('kind', { value: 'bed' })
    expect(shown.html).toContain('value="bed" aria-pressed="true"')
    expect(shown.html).toContain('value="diet" aria-pressed="false"')
    await act('own', { own: 'Шта <b>носите</b>?\nРачунар\nНишта' })
    expect(await questions()).toMatchObject([{ kind: 'bed' }, { kind: 'own', choices: ['Рачунар', 'Ништа'] }])
    const refused = await act('own', { own: '??' })
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.html).toContain('>??</textarea>')
    expect(refused.html).toContain('Шта &lt;b&gt;носите&lt;/b&gt;?')
    await act('drop', { value: 'q1' })
    await act('kind', { value: 'bed' })
    await act('kind', { value: 'never' })
    expect(await questions()).toEqual([])
  })

  test('a form that is sent twice switches once', async () => {
    const form = { once: randomUUID(), act: 'kind', value: 'phone' }
    await page.post(`/sessions/${id}/asks`, form)
    expect((await page.post(`/sessions/${id}/asks`, form)).text).toContain('То је већ урађено')
    expect(await questions()).toMatchObject([{ kind: 'phone' }])
  })

  test('reminders are switched and added, and what to bring is written', async () => {
    const { html } = await page.get(`/sessions/${id}/asks`)
    const [, added] = /value="([^"]+)" aria-pressed="false">14 дана/.exec(html)!
    const before = (await readPlan(bot.database.pool, id)).reminders
    await act('reminder', { value: added! })
    const { reminders } = await readPlan(bot.database.pool, id)
    expect(reminders).toHaveLength(before.length + 1)
    expect(reminders.at(-1)).toMatchObject({ days: 14, isOn: true })
    await act('reminder', { value: added! })
    expect((await readPlan(bot.database.pool, id)).reminders.at(-1)).toMatchObject({ days: 14, isOn: false })
    await act('note', { note: ' Понесите личну карту. ' })
    expect((await readPlan(bot.database.pool, id)).note).toBe('Понесите личну карту.')
    expect((await act('note', { note: 'а'.repeat(301) })).status).toBe(422)
    expect((await page.get('/sessions/999999/asks')).status).toBe(404)
  })
})

test('somebody who came without a place is found by name and let in with a reason', async () => {
  await aRegisteredPerson(bot, { name: 'Ана Анић' })
  const { starts } = (await readSession(bot.database.pool, id))!
  bot.clock.advance(bot.clock.now().until(starts.add({ minutes: 5 }).toInstant()))
  page = await aVisitor(bot, trainer)
  const day = `${starts.toPlainDate()}`
  const at = `/sessions/${id}/attendance/add`
  expect((await page.get(`/sessions/${id}/attendance?day=${day}`)).html).toContain(`href="/app${at}?day=${day}"`)
  const found = await page.get(`${at}?day=${day}&q=${encodeURIComponent('anic')}`)
  const [, person] = /name="person" value="(\d+)"/.exec(found.html)!
  const form = { day, q: 'anic', person: person! }
  expect((await page.post(at, { ...form, once: randomUUID(), words: ' ' })).status).toBe(422)
  const letIn = { ...form, once: randomUUID(), words: 'дошла уместо колеге' }
  expect((await page.post(at, letIn)).text).toContain('Ана Анић')
  expect((await page.post(at, letIn)).text).toContain('То је већ урађено')
  const { people } = (await readSheet(bot.database.pool, id))!
  expect(people).toMatchObject([
    { days: [{ state: 'present', mark: { how: 'walk-in', reason: 'дошла уместо колеге' } }] },
  ])

  // Whoever has no Telegram is written down right there, and one is back at the sheet.
  expect((await page.get(`${at}?day=${day}`)).text).toContain('Дан обуке је отворен')
  const entered = { day, name: 'Дара Дарић', municipality: 'Пландишпе', phone: '064 123 4567', once: randomUUID() }
  const enter = (fields: Record<string, string>) => page.post(`/sessions/${id}/enter`, { ...entered, ...fields })
  const refused = await enter({})
  expect(refused.text).toContain('Можда: Општина Пландиште')
  expect(refused.html).toContain('value="Дара Дарић"')
  expect((await enter({ municipality: 'Пландиште' })).text).toMatch(/присуство данас је забележено.*✓ Дара Дарић/)
  expect((await enter({ municipality: 'Пландиште' })).text).toContain('То је већ урађено')
  const again = await enter({ name: 'Ана Анић', municipality: 'Ниш', once: randomUUID() })
  expect(again.text).toContain('Ана Анић је већ на овом списку')
  await aRegisteredPerson(bot, { name: 'Вера Верић' })
  const known = await enter({ name: 'Вера Верић', municipality: 'Ниш', once: randomUUID() })
  expect(known.text).toContain('изаберите је изнад')
  expect(known.html).toMatch(/name="person" value="\d+"/)
})

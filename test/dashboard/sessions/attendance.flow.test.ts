import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSheet } from '../../../src/sessions/attendance/reads.ts'
import { listEntries } from '../../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { joins } from '../../sessions/joining.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { aVisitor } from '../visitor.ts'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let page: Awaited<ReturnType<typeof aVisitor>>
let session: { id: number; day: string; numberOf: (name: string) => number }
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  const { id, starts } = await aComingSession(bot, { title: 'Дан обуке', capacity: 5 })
  for (const name of ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић'])
    await joins(bot, await aRegisteredPerson(bot, { name }), id, 'Место је Ваше')
  const entries = await listEntries(bot.database.pool, id)
  const numberOf = (name: string) => entries.find((entry) => entry.name === name)!.signUp.id
  session = { id, day: starts.toPlainDate().toString(), numberOf }
})
beforeEach(async () => {
  page = await aVisitor(bot, trainer)
})

const states = async () => {
  const sheet = (await readSheet(bot.database.pool, session.id))!
  return sheet.people.map(({ days }) => days[0]!.state)
}
const note = (fields: Record<string, string>) =>
  page.post(`/sessions/${session.id}/attendance`, { day: session.day, ...fields })

describe('a session’s day on a phone', () => {
  test('before it opens the page says from when, and shows no code', async () => {
    expect((await page.get(`/sessions/${session.id}/attendance`)).text).toContain('Присуство за овај дан бележи се од')
    expect((await page.get(`/sessions/${session.id}/code?day=${session.day}`)).html).not.toContain('<svg')
    expect(await states()).toEqual([null, null, null])
  })

  test('names are tapped as in the chat, all others at once, and a tap is taken back', async () => {
    const { starts } = (await readSheet(bot.database.pool, session.id))!.session
    bot.clock.advance(bot.clock.now().until(starts.subtract({ minutes: 10 }).toInstant()))
    page = await aVisitor(bot, trainer)
    const late = `${session.numberOf('Бранко Бабић')}:late`
    await note({ mark: late })
    // The same tap once more changes nothing.
    await note({ mark: late })
    expect(await states()).toEqual([null, 'late', null])
    expect((await note({ mark: 'the-rest:present' })).text).toContain('Ту су: 3')
    const { html, text } = await page.get(`/sessions/${session.id}/attendance`)
    expect(text).toContain('✓ Ана Анић')
    expect(html).toMatch(new RegExp(`value="${late}" aria-pressed="true"`))
    const act = /name="undo" value="(\d+)"/.exec(html)![1]!
    await note({ undo: act })
    await note({ undo: act })
    expect(await states()).toEqual([null, 'late', null])
    const history = (await page.get(`/sessions/${session.id}/history`)).text
    expect(history).toMatch(/присуство за .+: унето за 1 особу \(Тренер Јован\)/)
    expect(history).toMatch(/унето за 2 особе, па поништено/)
    const chat = conversation(trainer)
    await chat.goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Дан обуке', 'Места'],
      ['presses', 'Присуство', 'Ту су: 1'],
    )
  })

  test('the code for the room is the one people are noted by', async () => {
    const { text, html } = await page.get(`/sessions/${session.id}/code?day=${session.day}`)
    expect(html).toContain('<svg')
    const digits = /(\d{3}) (\d{3})/.exec(text)!.slice(1).join('')
    expect((await page.get(`/sessions/${session.id}/code?day=${session.day}`)).text).toContain(
      `${digits.slice(0, 3)} ${digits.slice(3)}`,
    )
    const person = await bot.person({ name: 'Непозната' })
    await person.ask('/start')
    expect(JSON.stringify(await person.ask(digits))).toContain('Дан обуке')
  })

  test.each(['', '2026-13-45', 'сутра', '2099-01-01', "'; drop"])(
    'a day that is none is nobody’s: «%s»',
    async (day) => {
      expect((await page.get(`/sessions/${session.id}/attendance?day=${encodeURIComponent(day)}`)).status).toBe(200)
      expect((await page.get(`/sessions/${session.id}/code?day=${encodeURIComponent(day)}`)).status).toBe(404)
      const before = await states()
      expect((await note({ day, mark: 'the-rest:absent' })).status).toBe(200)
      expect(await states()).toEqual(before)
    },
  )

  test.each(['', 'x', '1:constructor', 'the-rest:', '99999999999:late', '999999:late'])(
    'a mark that is none changes nothing: «%s»',
    async (mark) => {
      const before = await states()
      expect((await note({ mark })).status).toBe(200)
      expect(await states()).toEqual(before)
    },
  )
})

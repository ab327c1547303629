import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEntries, sessionHistory } from '../../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { joins } from '../../sessions/joining.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { aVisitor } from '../visitor.ts'
import { aFullSession, events, once } from './full-session.ts'

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

describe('what is done from the page is what is done from the chat', () => {
  const chat = () => conversation(trainer)

  test('moving', async () => {
    const words = { words: 'Договорено на састанку' }
    const one = await aFullSession(bot, 'Померање на страни')
    const { text } = await page.post(`/sessions/${one.id}/people`, {
      ...once(),
      ...words,
      act: 'first',
      person: one.numberOf('Горан Гајић'),
    })
    expect(text).toContain('сада 1. у реду')
    await one.people[3]!.reads('Договорено на састанку')
    const other = await aFullSession(bot, 'Померање у разговору')
    await chat().goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Померање у разговору', 'Места'],
      ['presses', 'Пријаве (', 'Пријаве:'],
      ['presses', 'Горан Гајић', 'Место у реду: 2'],
      ['presses', 'На почетак реда', 'Зашто мењате место'],
      ['says', 'Договорено на састанку', 'сада 1. у реду'],
    )
    expect(await events(bot, one.id)).toEqual(await events(bot, other.id))
  })

  test('removing', async () => {
    const one = await aFullSession(bot, 'Уклањање на страни')
    const removed = { ...once(), act: 'remove', words: 'Двострука пријава', person: one.numberOf('Бранко Бабић') }
    expect((await page.post(`/sessions/${one.id}/people`, removed)).text).toContain('Бранко Бабић')
    await one.people[1]!.reads('Двострука пријава')
    const other = await aFullSession(bot, 'Уклањање у разговору')
    await chat().goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Уклањање у разговору', 'Места'],
      ['presses', 'Пријаве (', 'Пријаве:'],
      ['presses', 'Бранко Бабић', 'потврђен'],
      ['presses', 'Уклони', 'Зашто'],
      ['says', 'Двострука пријава', 'Бранко Бабић'],
    )
    expect(await events(bot, one.id)).toEqual(await events(bot, other.id))
  })

  test('approving several at once, and declining with a reason', async () => {
    const { id } = await aComingSession(bot, { title: 'Одобравање', needsApproval: true, capacity: 5 })
    const people = [
      await aRegisteredPerson(bot, { name: 'Дана Дакић' }),
      await aRegisteredPerson(bot, { name: 'Ема Ерић' }),
    ]
    for (const one of people) await joins(bot, one, id, 'Пријава је примљена')
    const entries = await listEntries(bot.database.pool, id)
    const persons = entries.map(({ signUp }): [string, string] => ['person', String(signUp.id)])
    const fields: [string, string][] = [['once', randomUUID()], ['act', 'approve'], ...persons]
    const { text } = await page.post(`/sessions/${id}/people`, fields)
    expect(text).toMatch(/Дана Дакић.*Ема Ерић/)
    for (const one of people) await one.reads('одобрена')
    expect((await listEntries(bot.database.pool, id)).map(({ signUp }) => signUp.status)).toEqual([
      'confirmed',
      'confirmed',
    ])
  })

  test('writing to several', async () => {
    const one = await aFullSession(bot, 'Порука са стране')
    const persons = ['Ана Анић', 'Весна Вуковић'].map((name): [string, string] => ['person', one.numberOf(name)])
    const message: [string, string][] = [
      ['once', randomUUID()],
      ['act', 'message'],
      ['words', 'Понесите статистику.'],
    ]
    await page.post(`/sessions/${one.id}/people`, [...message, ...persons])
    await one.people[0]!.reads('Понесите статистику.')
    await one.people[2]!.reads('Понесите статистику.')
    // What was said is nobody else's.
    expect((await page.get(`/sessions/${one.id}/history`)).text).not.toContain('Понесите статистику')
  })

  test('adding somebody', async () => {
    const { id } = await aFullSession(bot, 'Додавање')
    await aRegisteredPerson(bot, { name: 'Љубица Њежић', place: 'Чачак' })
    const found = await page.get(`/sessions/${id}/add?q=ljub`)
    const person = /name="person" value="(\d+)"/.exec(found.html)![1]!
    const { text } = await page.post(`/sessions/${id}/add`, { ...once(), person, words: 'Договорено' })
    expect(text).toContain('Љубица Њежић')
    expect((await page.get(`/sessions/${id}/history`)).text).toContain('Договорено')
  })

  test('closing, opening and calling off', async () => {
    const { id, people } = await aFullSession(bot, 'Отказивање са стране')
    const change = (to: string, words = '') => page.post(`/sessions/${id}/state`, { ...once(), to, words })
    expect((await change('close')).text).toContain('Пријаве су затворене')
    expect((await change('open')).text).toContain('Пријаве су отворене')
    expect(await change('cancel')).toMatchObject({ status: 422, text: expect.stringContaining('Напишите разлог') })
    await change('cancel', 'Сала је поплављена')
    await people[0]!.reads('Сала је поплављена')
    expect(await page.get(`/sessions/${id}/history`)).toMatchObject({
      text: expect.stringContaining('Сала је поплављена'),
    })
  })
})

describe('a form', () => {
  test('that is sent twice, or twice at once, does nothing twice', async () => {
    const { id, people, numberOf } = await aFullSession(bot, 'Двапут')
    const form = { ...once(), act: 'message', words: 'Само једном', person: numberOf('Ана Анић') }
    const answers = await Promise.all([
      page.post(`/sessions/${id}/people`, form),
      page.post(`/sessions/${id}/people`, form),
    ])
    expect((await page.post(`/sessions/${id}/people`, form)).text).toContain('То је већ урађено')
    expect(answers.filter(({ text }) => text.includes('То је већ урађено'))).toHaveLength(1)
    await people[0]!.reads('Само једном')
    const { rows } = await bot.database.pool.query('select from session_word where session_id = $1::int', [id])
    expect(rows).toHaveLength(1)
  })

  test('without its key does nothing', async () => {
    const { id, numberOf } = await aFullSession(bot, 'Без кључа')
    const { text } = await page.post(`/sessions/${id}/people`, {
      act: 'remove',
      words: 'разлог',
      person: numberOf('Ана Анић'),
    })
    expect(text).toContain('Имају место: 2')
  })

  test.each([
    ['nobody chosen', { act: 'remove', words: 'разлог' }, 'Изаберите бар једну особу'],
    ['an act that is none', { act: 'constructor', words: 'разлог', person: '1' }, 'Изаберите бар једну особу'],
    ['a person that is no number', { act: 'remove', words: 'разлог', person: '1; drop' }, 'Изаберите бар једну особу'],
    ['no reason', { act: 'remove', words: ' .', person: 'Ана Анић' }, 'Напишите разлог речима'],
    ['too long a reason', { act: 'remove', words: 'а'.repeat(301), person: 'Ана Анић' }, 'Текст има 301 знакова'],
  ])('with a fault changes nothing and keeps what was written: %s', async (_, fields, fault) => {
    const { id, numberOf } = await aFullSession(bot, `Грешка: ${fault}`)
    const person = 'person' in fields && fields.person === 'Ана Анић' ? { person: numberOf('Ана Анић') } : {}
    const answer = await page.post(`/sessions/${id}/people`, { ...once(), ...fields, ...person })
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining(fault) })
    expect(answer.html).toContain(`>${fields.words}</textarea>`)
    expect(answer.text).toContain('Имају место: 2')
  })

  test('about somebody of another session reaches nobody', async () => {
    const one = await aFullSession(bot, 'Једна')
    const other = await aFullSession(bot, 'Друга')
    await page.post(`/sessions/${one.id}/people`, {
      ...once(),
      act: 'remove',
      words: 'разлог',
      person: other.numberOf('Ана Анић'),
    })
    expect((await page.get(`/sessions/${other.id}`)).text).toContain('Имају место: 2')
  })

  test('two trainers who move the same person each read how it is', async () => {
    const { id, numberOf } = await aFullSession(bot, 'Два тренера')
    const second = await bot.person({ name: 'Тренерка Зора', role: 'trainer' })
    await second.ask('/start')
    const pages = [page, await aVisitor(bot, second)]
    const form = { act: 'first', words: 'Договорено', person: numberOf('Горан Гајић') }
    const answers = await Promise.all(pages.map((one) => one.post(`/sessions/${id}/people`, { ...once(), ...form })))
    for (const { text } of answers) expect(text).toMatch(/1\. Горан Гајић.*2\. Весна Вуковић/)
    expect((await events(bot, id)).filter(({ reason }) => reason === 'Договорено')).toHaveLength(1)
  })
})

describe('what was done on the page', () => {
  test('is taken back there for ten minutes: for one on their page, for several in the list, once', async () => {
    const { id, numberOf } = await aFullSession(bot, 'Поништавање')
    const [vesna, goran] = [numberOf('Весна Вуковић'), numberOf('Горан Гајић')]
    const act = (fields: [string, string][]) =>
      page.post(`/sessions/${id}/people`, [...Object.entries({ ...once(), words: 'Договорено.' }), ...fields])
    const done = await act([
      ['act', 'remove'],
      ['person', vesna],
      ['person', goran],
    ])
    expect(done.text).toContain('Поништи за 2 особе')
    const sent = [...done.html.matchAll(/name="undo" value="([\d:]+)"/g)].map(([, value]) => value!)
    expect(sent).toHaveLength(2)
    const form: [string, string][] = [...Object.entries(once()), ...sent.map((one): [string, string] => ['undo', one])]
    const back = await page.post(`/sessions/${id}/undo`, form)
    expect(back.text).toMatch(/На листи чекања: 2.*1\. Весна Вуковић.*2\. Горан Гајић/)
    expect((await page.post(`/sessions/${id}/undo`, form)).text).toContain('већ урађено')

    const moved = await act([
      ['act', 'first'],
      ['person', goran],
      ['alone', goran],
    ])
    expect(moved.text).toContain('Поништи: померање у реду')
    const [, one] = /name="undo" value="([\d:]+)"/.exec(moved.html)!
    const alone = { ...once(), undo: one!, alone: goran }
    expect((await page.post(`/sessions/${id}/undo`, alone)).html).toContain(`/sessions/${id}/people`)
    const lines = await sessionHistory(bot.database.pool, id)
    const kinds = lines.flatMap((line) => (line.kind === 'sign-up' ? [line.change.kind] : []))
    expect(kinds.slice(0, 2)).toEqual(['undone', 'moved'])
    await bot.call('POST', '/clock', { advance: 'PT11M' })
    expect((await page.post(`/sessions/${id}/undo`, { ...once(), undo: one! })).text).toContain('То више не може')
    expect((await page.post(`/sessions/${id}/undo`, { ...once(), undo: 'било шта' })).text).toContain('Ништа није')
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { listEntries, sessionHistory } from '../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aVisitor } from './visitor.ts'

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

type Someone = Awaited<ReturnType<typeof aRegisteredPerson>>

/** A session for two with three people, the last of whom waits, of whom each knows the number of their sign-up. */
async function aFullSession(title: string) {
  const { id } = await aComingSession(bot, { title })
  const people: Someone[] = []
  for (const [i, name] of ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић', 'Горан Гајић'].entries()) {
    const one = await aRegisteredPerson(bot, { name, place: i === 1 ? 'Чачак' : 'Ниш' })
    await joins(bot, one, id, i < 2 ? 'Место је Ваше' : 'На листи чекања')
    people.push(one)
  }
  const entries = await listEntries(bot.database.pool, id)
  const numberOf = (name: string) => String(entries.find((entry) => entry.name === name)!.signUp.id)
  return { id, people, numberOf }
}

/** What happened in a session, without when and who the people are by number: to compare what the page and the chat do. */
async function events(sessionId: number) {
  const lines = await sessionHistory(bot.database.pool, sessionId)
  const own = { requestedAt: null, personId: null, until: null }
  return lines.map(({ at: _, ...line }) =>
    line.kind === 'sign-up' ? { ...line, change: { ...line.change, ...own } } : line,
  )
}

const once = () => ({ once: randomUUID() })

describe('the page of a session', () => {
  test('shows who has a place by municipality, and the line in its order', async () => {
    const { id } = await aFullSession('Ко је где')
    const { text } = await page.get(`/sessions/${id}`)
    expect(text).toContain('Потврђено 2 од 2, понуђено 0, на чекању 2')
    expect(text).toMatch(/Имају место: 2.*Ниш 1 Ана Анић.*Чачак 1 Бранко Бабић/)
    expect(text).toMatch(/На листи чекања: 2.*1\. Весна Вуковић.*2\. Горан Гајић/)
  })

  test('finds people by the beginning of a name or municipality, in any script, and by where they stand', async () => {
    const { id } = await aFullSession('Тражење')
    const names = async (query: string) =>
      [...(await page.get(`/sessions/${id}?${query}`)).text.matchAll(/(Ана|Бранко|Весна|Горан) \p{L}+ić?/gu)].map(
        ([, one]) => one,
      )
    const found = async (query: string) => {
      const { text } = await page.get(`/sessions/${id}?${query}`)
      return ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић', 'Горан Гајић'].filter((name) => text.includes(name))
    }
    expect(await names('q=')).toEqual([])
    expect(await found('q=vesn')).toEqual(['Весна Вуковић'])
    expect(await found(`q=${encodeURIComponent('чачак')}`)).toEqual(['Бранко Бабић'])
    expect(await found('show=line')).toEqual(['Весна Вуковић', 'Горан Гајић'])
    expect(await found('q=nepoznat')).toEqual([])
  })
})

describe('what is done from the page is what is done from the chat', () => {
  const chat = () => conversation(trainer)

  test('moving', async () => {
    const words = { words: 'Договорено на састанку' }
    const one = await aFullSession('Померање на страни')
    const { text } = await page.post(`/sessions/${one.id}/people`, {
      ...once(),
      ...words,
      act: 'first',
      person: one.numberOf('Горан Гајић'),
    })
    expect(text).toContain('сада 1. у реду')
    await one.people[3]!.reads('Договорено на састанку')
    const other = await aFullSession('Померање у разговору')
    await chat().goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Померање у разговору', 'Места'],
      ['presses', 'Пријаве (', 'Пријаве:'],
      ['presses', 'Горан Гајић', 'Место у реду: 2'],
      ['presses', 'На почетак реда', 'Зашто мењате место'],
      ['says', 'Договорено на састанку', 'сада 1. у реду'],
    )
    expect(await events(one.id)).toEqual(await events(other.id))
  })

  test('removing', async () => {
    const one = await aFullSession('Уклањање на страни')
    const removed = { ...once(), act: 'remove', words: 'Двострука пријава', person: one.numberOf('Бранко Бабић') }
    expect((await page.post(`/sessions/${one.id}/people`, removed)).text).toContain('Бранко Бабић')
    await one.people[1]!.reads('Двострука пријава')
    const other = await aFullSession('Уклањање у разговору')
    await chat().goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Уклањање у разговору', 'Места'],
      ['presses', 'Пријаве (', 'Пријаве:'],
      ['presses', 'Бранко Бабић', 'потврђен'],
      ['presses', 'Уклони', 'Зашто'],
      ['says', 'Двострука пријава', 'Бранко Бабић'],
    )
    expect(await events(one.id)).toEqual(await events(other.id))
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
    const one = await aFullSession('Порука са стране')
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
    const { id } = await aFullSession('Додавање')
    await aRegisteredPerson(bot, { name: 'Љубица Њежић', place: 'Чачак' })
    const found = await page.get(`/sessions/${id}/add?q=ljub`)
    const person = /name="person" value="(\d+)"/.exec(found.html)![1]!
    const { text } = await page.post(`/sessions/${id}/add`, { ...once(), person, words: 'Договорено' })
    expect(text).toContain('Љубица Њежић')
    expect((await page.get(`/sessions/${id}/history`)).text).toContain('Договорено')
  })

  test('closing, opening and calling off', async () => {
    const { id, people } = await aFullSession('Отказивање са стране')
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
    const { id, people, numberOf } = await aFullSession('Двапут')
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
    const { id, numberOf } = await aFullSession('Без кључа')
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
    const { id, numberOf } = await aFullSession(`Грешка: ${fault}`)
    const person = 'person' in fields && fields.person === 'Ана Анић' ? { person: numberOf('Ана Анић') } : {}
    const answer = await page.post(`/sessions/${id}/people`, { ...once(), ...fields, ...person })
    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining(fault) })
    expect(answer.html).toContain(`>${fields.words}</textarea>`)
    expect(answer.text).toContain('Имају место: 2')
  })

  test('about somebody of another session reaches nobody', async () => {
    const one = await aFullSession('Једна')
    const other = await aFullSession('Друга')
    await page.post(`/sessions/${one.id}/people`, {
      ...once(),
      act: 'remove',
      words: 'разлог',
      person: other.numberOf('Ана Анић'),
    })
    expect((await page.get(`/sessions/${other.id}`)).text).toContain('Имају место: 2')
  })

  test('two trainers who move the same person each read how it is', async () => {
    const { id, numberOf } = await aFullSession('Два тренера')
    const second = await bot.person({ name: 'Тренерка Зора', role: 'trainer' })
    await second.ask('/start')
    const pages = [page, await aVisitor(bot, second)]
    const form = { act: 'first', words: 'Договорено', person: numberOf('Горан Гајић') }
    const answers = await Promise.all(pages.map((one) => one.post(`/sessions/${id}/people`, { ...once(), ...form })))
    for (const { text } of answers) expect(text).toMatch(/1\. Горан Гајић.*2\. Весна Вуковић/)
    expect((await events(id)).filter(({ reason }) => reason === 'Договорено')).toHaveLength(1)
  })
})

describe('a page that is open', () => {
  test('hears within two seconds of what happens elsewhere, and of nothing else', async () => {
    const { id, numberOf } = await aFullSession('Уживо')
    const { html } = await page.get(`/sessions/${id}`)
    const address = /data-live="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    const stop = new AbortController()
    const response = await fetch(`${bot.url}${address}`, {
      headers: { authorization: `tma ${page.launch}` },
      signal: stop.signal,
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    let heard = ''
    const listening = (async () => {
      for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) heard += piece
    })().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(heard).not.toContain('changed')
    const at = performance.now()
    await page.post(`/sessions/${id}/people`, {
      ...once(),
      act: 'remove',
      words: 'разлог',
      person: numberOf('Ана Анић'),
    })
    await vi.waitFor(() => expect(heard).toContain('event: changed'), { timeout: 10_000, interval: 20 })
    expect(performance.now() - at).toBeLessThan(4_000)
    stop.abort()
    await listening
  })

  test('is not heard by those who may not see it', async () => {
    const { id } = await aFullSession('Само за тренере')
    const member = await bot.person({ name: 'Милан' })
    await member.ask('/start')
    const headers = { authorization: `tma ${(await aVisitor(bot, member)).launch}` }
    expect((await fetch(`${bot.url}/app/sessions/${id}/live`, { headers })).status).toBe(403)
    expect((await fetch(`${bot.url}/app/sessions/${id}/live`, { headers: { authorization: 'tma x' } })).status).toBe(
      401,
    )
  })
})

describe('one person', () => {
  test('has a page with what is known of them, why they stand there and what can be done', async () => {
    const { id, numberOf } = await aFullSession('О особи')
    const number = numberOf('Горан Гајић')
    const { text } = await page.get(`/sessions/${id}/people/${number}`)
    expect(text).toMatch(/Горан Гајић.*Место у реду: 2/)
    expect(text).toContain('тренутно сте 2. у реду')
    expect(text).not.toContain('Одобри')
    const moved = await page.post(`/sessions/${id}/people`, {
      ...once(),
      act: 'first',
      words: 'Договорено',
      person: number,
      alone: number,
    })
    expect(moved.text).toMatch(/сада 1\. у реду.*Место у реду: 1/)
    expect(moved.headers.get('hx-replace-url')).toBe(`/app/sessions/${id}/people/${number}`)
  })

  test('who is not there has none', async () => {
    const { id } = await aFullSession('Нема га')
    expect((await page.get(`/sessions/${id}/people/999999`)).status).toBe(404)
    expect((await page.get('/sessions/999999')).status).toBe(404)
    expect((await page.get('/sessions/99999999999999')).status).toBe(404)
  })
})

describe('somebody without Telegram', () => {
  const ANA = { name: 'Ана Анић', municipality: 'Пландиште', phone: '064 123 4567', email: '' }

  test('is written down on the page, once, and marked in the list', async () => {
    const { id } = await aComingSession(bot, { title: 'Уписани на страни' })
    expect((await page.get(`/sessions/${id}/add`)).text).toContain('Особа без Телеграма')
    const refused = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, municipality: 'Пландишпе' })
    expect(refused.text).toContain('Можда: Општина Пландиште')
    expect((await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, phone: '' })).text).toContain(
      'Недостаје телефон или мејл',
    )
    const { text } = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA })
    expect(text).toContain('Уписано: Ана Анић има место.')
    expect(text).toContain('нема Телеграм: 064 123 4567')
    const again = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, name: 'Anić Ana' })
    expect(again.text).toContain('Anić Ana је већ на овом списку.')
    const another = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, another: 'yes' })
    expect(another.text).toContain('Потврђено 2 од 2')
  })

  test('answers an offer by the mouth of staff, and is not written to', async () => {
    const { id, people } = await aFullSession('Одговор на страни')
    await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, name: 'Дара Дарић', municipality: 'Врање' })
    const entry = (await listEntries(bot.database.pool, id)).find(({ name }) => name === 'Дара Дарић')!
    const at = `/sessions/${id}/people/${entry.signUp.id}`
    expect((await page.get(at)).text).not.toContain('Долази')
    // Whoever is the first of their municipality goes before those of Niš, who have a place.
    await people[1]!.goes(
      ['says', '/moje', 'Одговор на страни'],
      ['presses', 'Одговор на страни', 'Место Вам је потврђено'],
      ['presses', 'Откажи долазак', 'Отказујете долазак'],
      ['presses', 'Да', 'Отказано'],
    )
    const offered = await page.get(at)
    expect(offered.text).toMatch(/Нема Телеграм, позовите\s*:\s*064 123 4567/)
    const { text } = await page.post(`${at}/answer`, { ...once(), answer: 'accepted' })
    expect(text).toContain('Записано: Дара Дарић долази.')
  })
})

describe('what was done on the page', () => {
  test('is taken back there for ten minutes: for one on their page, for several in the list, once', async () => {
    const { id, numberOf } = await aFullSession('Поништавање')
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

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { linkSecret } from '../src/bot/links.ts'
import { fieldsOf } from '../src/dashboard/sessions/form/plan.ts'
import { type Cell, xlsxOf } from '../src/platform/spreadsheet.ts'
import { codeOf, stepAt } from '../src/sessions/attendance/code.ts'
import { planOf, type Session } from '../src/sessions/session/session.ts'
import { readSession } from '../src/sessions/session/store.ts'
import { strayFromEvents } from '../src/sessions/staff/reads.ts'
import { aVisitor } from './dashboard/visitor.ts'
import { aRegisteredPerson } from './people/registration/registered.ts'
import { aComingSession } from './sessions/coming-session.ts'
import { aBot, type Bot, wordsOf } from './support/bot.ts'
import { conversation, textOf } from './support/conversation.ts'

type Chat = ReturnType<typeof conversation>

let bot: Bot
let trainer: Chat
/** The trainer's page, opened anew: it holds for an hour. */
const opened = () => aVisitor(bot, trainer.person)
const people: Record<string, Chat> = {}
beforeAll(async () => {
  bot = await aBot()
  const person = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await person.ask('/start')
  trainer = conversation(person)
})

const ZONE = 'Europe/Belgrade'
/** Moves the clock to a wall time of a day, in steps, so that what is due on the way happens. */
async function until(day: Temporal.PlainDate, time: string) {
  const moment = day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant()
  const seconds = bot.clock.now().until(moment).total('seconds')
  await bot.call('POST', '/clock', { advance: `PT${Math.ceil(seconds)}S` })
}

const LIST: Cell[][] = [
  ['Анић Ана', 'Град Ниш', '064 111 0001'],
  ['Babić Branko', 'Čačak', 641110002],
  ['Вуковић Весна', 'РУМА', null],
  ['Гајић Горан', 'Врање', '064/111-0004'],
  ['Дарић Дара', 'Пирот', null],
  ['Емић Ема', 'Ниш', null],
  ['Жикић Живко', 'Leskovac', null],
  ['Зорић Зорка', 'Краљево', null],
  ['Илић Ивана', 'Шабац', null],
  ['Марић Марко', 'Краљево', '063 555 666'],
  ['Надић Нада', 'Сомбор', '063 555 777'],
  ['Обрадовић Обрад', 'Сомбор', '+381 64 111 0012'],
  ['Укупно: 12', null, null],
]

async function lists(title: string) {
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', title, 'Места'],
    ['presses', 'Увези списак', 'Пошаљите списак'],
  )
  const bytes = await xlsxOf([{ name: 'Позвани', head: ['Презиме и име', 'ЈЛС', 'Контакт'], rows: LIST }])
  await trainer.person.sendFile('documents', new File([bytes as Uint8Array<ArrayBuffer>], 'позвани.xlsx'))
  const preview = wordsOf(await trainer.reads('Списак за обуку'))
  expect(preview).toContain('3 особе су без Телеграма')
  expect(preview).toContain('9 особа')
  await trainer.goes(['presses', 'Упиши (12)', 'Увезено: 12 особа има место'])
}

async function answers(who: string, ...choices: string[]) {
  await people[who]!.presses('Смештај, исхрана, долазак')
  for (const choice of choices) {
    await people[who]!.reads('Додирните одговор')
    await people[who]!.presses(choice)
  }
  await people[who]!.reads('све је забележено')
}

test('a training is lived from its copy to its report', async () => {
  // Last year's, of two nights.
  const lastYear = await aComingSession(bot, { title: 'Израда ЛАП-а у Пландишту', capacity: 15 }, 3)
  const first = bot.clock.now().toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 20 })
  const days = [0, 1, 2].map((count) => first.add({ days: count }))
  const copied = new URLSearchParams(fieldsOf(planOf(lastYear)))
  for (const name of ['on', 'from', 'until', 'to', 'signUpUntil', 'cancelUntil']) copied.delete(name)
  const when = days.flatMap((day): [string, string][] => [
    ['on', `${day}`],
    ['from', '09:00'],
    ['until', ''],
    ['to', '15:00'],
  ])
  const asks = ['bed', 'diet', 'arrival'].map((kind): [string, string] => ['ask', kind])
  const form: [string, string][] = [
    ...[...copied].filter(([name]) => name !== 'title'),
    ...([
      ['title', 'Израда ЛАП-а, ове године'],
      ['asks', 'on'],
      ['act', 'open'],
      ['form', 'session:new'],
    ] as [string, string][]),
    ['once', randomUUID()],
    ...['before-start-1d0h', 'after-end-0d2h'].map((name): [string, string] => ['remind', name]),
    ...when,
    ...asks,
  ]
  expect((await (await opened()).post('/sessions/new', form)).text).toContain('пријаве су отворене')
  const { rows } = await bot.database.pool.query<{ id: number }>(`select max(id) as id from session`)
  const session = (await readSession(bot.database.pool, rows[0]!.id))!

  for (const row of LIST.slice(0, 9)) {
    const [family, given] = String(row[0]).split(' ')
    people[given!] = await aRegisteredPerson(bot, { name: `${given} ${family}`, place: String(row[1]) })
  }
  await lists('Израда ЛАП-а, ове године')
  const { rows: names } = await bot.database.pool.query<{ name: string }>(
    `select full_name as name from person where phone is not null order by id`,
  )
  expect(names.map(({ name }) => name)).toEqual(['Марко Марић', 'Нада Надић', 'Обрад Обрадовић'])

  await answers('Ана', 'Од прве', 'Једем све', 'Ујутру')
  await answers('Branko', 'Не треба', 'Једем све', 'Ујутру')
  await answers('Весна', 'Од прве', 'Посна', 'Ујутру')
  await answers('Горан', 'И ноћ', 'Вегетаријанска', 'Вече')
  await answers('Дара', 'Од прве', 'Без глутена', 'Касније')
  await answers('Ема', 'Од прве', 'Једем све', 'Ујутру')

  await people.Ема!.goes(['says', 'стижем у недељу увече', 'Проследио сам поруку тренеру'])
  await trainer.goes(
    ['presses', 'Одговори', 'Напишите поруку за: Ема Емић'],
    ['says', 'Соба Вас чека.', 'Порука је послата'],
  )
  await people.Ема!.reads('Соба Вас чека.')
  await people.Живко!.person.block()
  await people.Живко!.person.unblock()
  await people.Живко!.goes(['says', '/moje', 'Место Вам је потврђено'])

  await until(days[0]!.subtract({ days: 1 }), '09:01')
  for (const who of ['Ана', 'Горан', 'Ема']) {
    await people[who]!.reads('обука је сутра')
    await people[who]!.presses('Долазим')
  }
  await until(days[0]!.subtract({ days: 1 }), '18:01')
  const digest = wordsOf(await trainer.reads('Преглед обука'))
  expect(digest).toContain('3 долазе, 6 није одговорило')
  expect(digest).toContain('Марко Марић 063 555 666')

  const kitchen = (await (await opened()).get(`/sessions/${session.id}/overview`)).text
  expect(kitchen).toContain('Потврђених: 12. Одговорило на сва питања: 6')
  expect(kitchen).toMatch(/Кревети по ноћима [^:]*: 1 [^:]*: 5 [^:]*: 5 /)
  await attended(session, days)
  await papers(session)
})

/** Three days pass: two check in by code, one is tapped, all others stay away. */
async function attended(session: Session, days: readonly Temporal.PlainDate[]) {
  for (const on of days) {
    await until(on, '09:10')
    const code = codeOf(await linkSecret(bot.database.pool), { sessionId: session.id, on }, stepAt(bot.clock.now()))
    for (const who of ['Ана', 'Горан']) await people[who]!.goes(['says', code, 'Забележено'])
    const page = await opened()
    const sheet = await page.get(`/sessions/${session.id}/attendance?day=${on}`)
    expect(sheet.text).toContain('Ту су: 2')
    const [, mark] = /Ема Емић[\s\S]*?name="mark"[^>]*value="(\d+:present)"/.exec(sheet.html)!
    const tapped = { once: randomUUID(), day: `${on}`, mark: mark! }
    expect((await page.post(`/sessions/${session.id}/attendance`, tapped)).text).toContain('Ту су: 3')
  }
  await until(days[2]!, '17:30')
  await people.Ана!.reads('Хвала што сте учествовали')
}

async function papers(session: Session) {
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће'],
    ['presses', 'Прошле', 'Прошле обуке'],
    ['presses', 'ове године', 'завршена'],
    ['presses', 'Потврде', 'Добија потврду: 3'],
    ['presses', 'Дај потврде (3)', 'Издато: 3'],
  )
  const numberIn = (words: string) => /[ЛL][СS](?:-\d{4}){4}/.exec(words)![0]
  const old = numberIn(textOf(await people.Горан!.reads('у прилогу. Број')))
  await trainer.goes(
    ['presses', 'Појединачно', 'једна по једна'],
    ['presses', 'Горан Гајић', 'важи'],
    ['presses', 'Исправи име', 'Како треба да гласи'],
    ['says', 'Горан Гајић Млађи', 'Име је исправљено'],
  )
  await people.Горан!.reads('замењује ранију')
  await people.Ана!.goes(['says', `провери ${old}`, 'замењена је другом'])

  const { text } = await (await opened()).get('/reports')
  expect(text).toMatch(/Учешћа: 3 Људи: 3 Јединице локалне самоуправе: 2 /)
  expect(text).toContain('Потврде: 3')
  expect(await strayFromEvents(bot.database.pool, session.id)).toEqual([])
}

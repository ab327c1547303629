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
import { aBot, type Bot, passUntil, wordsOf } from './support/bot.ts'
import { conversation, textOf } from './support/conversation.ts'
import { fileOf } from './support/files.ts'
import { hasPoppler, textOfPdf } from './support/pdf.ts'

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
/** Lets time pass until a wall time of a day. */
const until = (day: Temporal.PlainDate, time: string) =>
  passUntil(bot, day.toZonedDateTime({ timeZone: ZONE, plainTime: time }))

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

/** Three days pass: two check in by code, three are tapped, all others stay away; the sheet is printed. */
async function attended(session: Session, days: readonly Temporal.PlainDate[]) {
  for (const on of days) {
    await until(on, '09:10')
    const code = codeOf(await linkSecret(bot.database.pool), { sessionId: session.id, on }, stepAt(bot.clock.now()))
    for (const who of ['Ана', 'Горан']) await people[who]!.goes(['says', code, 'Забележено'])
    const page = await opened()
    const sheet = await page.get(`/sessions/${session.id}/attendance?day=${on}`)
    expect(sheet.text).toContain('Ту су: 2')
    for (const [name, count] of [
      ['Ема Емић', 3],
      ['Branko Babić', 4],
      ['Весна Вуковић', 5],
    ] as const) {
      const [, mark] = new RegExp(`${name}[\\s\\S]*?name="mark"[^>]*value="(\\d+:present)"`).exec(sheet.html)!
      const tapped = { once: randomUUID(), day: `${on}`, mark: mark! }
      expect((await page.post(`/sessions/${session.id}/attendance`, tapped)).text).toContain(`Ту су: ${count}`)
    }
  }
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће'],
    ['presses', 'ове године', 'Места'],
    ['presses', 'Присуство', 'Ту су: 5'],
  )
  await trainer.presses('Лист за потпис')
  const printed = await fileOf(bot, await trainer.readsFile(`potpisi-${session.id}.pdf`))
  if (hasPoppler()) for (const who of ['Ана Анић', 'Обрад Обрадовић']) expect(textOfPdf(printed)).toContain(who)
  await until(days[2]!, '17:30')
  await people.Ана!.reads('Хвала што сте учествовали')
  await people.Дара!.goes(['says', '/moje', 'обук'])
  expect((await people.Дара!.fromBot()).map(textOf).join()).not.toContain('Хвала што сте')
}

async function papers(session: Session) {
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће'],
    ['presses', 'Прошле', 'Прошле обуке'],
    ['presses', 'ове године', 'завршена'],
    ['presses', 'Потврде', 'Добија потврду: 5'],
    ['presses', 'Дај потврде (5)', 'Издато: 5'],
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

  await evaluated(session)
  const { text, html } = await (await opened()).get('/reports')
  expect(text).toMatch(/Учешћа: 5 Људи: 5 Јединице локалне самоуправе: 4 /)
  expect(text).toContain('Потврде: 5')
  // The list and the map name the same four: Niš has two people, and of their districts each tile has one.
  for (const line of ['Ниш 2 2 1', 'Врање 1 1 1', 'Чачак 1 1 1', 'Рума 1 1 1']) expect(text).toContain(line)
  expect(text).toContain('Укупно: 4 од ')
  const reachedIn = (sign: string) => new RegExp(`>${sign}</text>\\s*<text[^>]*>(\\d+)/`).exec(html)![1]
  expect(['НИ', 'ВР', 'ЧА', 'СМ', 'ПИ'].map(reachedIn)).toEqual(['1', '1', '1', '1', '0'])
  expect(await strayFromEvents(bot.database.pool, session.id)).toEqual([])
}

/** Five answer what they thought of it, and from the fifth on it is shown, without names. */
async function evaluated(session: Session) {
  await until(session.ends.toPlainDate(), '20:30')
  for (const who of ['Ана', 'Горан', 'Ема', 'Branko', 'Весна']) {
    await people[who]!.presses('Оцени обуку')
    for (let i = 1; i <= 4; i++) {
      await people[who]!.reads(`${i} од 5`)
      await people[who]!.presses('5')
    }
    await people[who]!.reads('5 од 5')
    await people[who]!.presses('Прескочи')
    await people[who]!.reads('Хвала!')
  }
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће'],
    ['presses', 'Прошле', 'Прошле обуке'],
    ['presses', 'ове године', 'завршена'],
    ['presses', 'Оцене', 'Питано: 5. Одговорило: 5.'],
  )
}

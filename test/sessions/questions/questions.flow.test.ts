import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import type { SessionPlan } from '../../../src/sessions/session/session.ts'
import { changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { allText } from '../../knowledge/readers/support.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, wordsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { fileOf } from '../../support/files.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

test('a trainer chooses questions, people answer them by a tap each and change their mind, and the kitchen’s list adds up', async () => {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  const session = await aComingSession(bot, { title: 'Обука са ноћењем' }, 20)
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Обука са ноћењем', 'Места'],
    ['presses', 'Питања и преглед', 'Шта да питам'],
    ['presses', '✗ Кревет', 'Шта да питам'],
    ['presses', '✗ Исхрана', 'Шта да питам'],
    ['presses', '✗ Долазак', 'Шта да питам'],
  )
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, session.id, 'Место је Ваше')
  await ana.goes(
    ['presses', 'Смештај, исхрана', 'Од које ноћи'],
    ['presses', 'И ноћ пре', 'Каква храна'],
    ['presses', 'Вегетаријанска', 'Кад стижете'],
    ['says', 'у недељу увече', 'све је забележено'],
    ['presses', 'Исхрана', 'Каква храна'],
    ['presses', 'Посна', 'све је забележено'],
  )
  const branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
  await joins(bot, branko, session.id, 'Место је Ваше')
  await trainer.presses('Преглед за кухињу')
  const overview = wordsOf(await trainer.reads('За кухињу и улаз'))
  expect(overview).toContain('Посна (1): Ана Анић')
  expect(overview).toContain('у недељу увече (1): Ана Анић')
  expect(overview).toMatch(/Нису одговорили на сва питања\W+Бранко Бабић/)
  await trainer.readsFile(`kuhinja-${session.id}.pdf`)
  const message = await trainer.readsFile(`kuhinja-${session.id}.xlsx`)
  const sheet = await readFile(await fileOf(bot, message), 'a.xlsx')
  expect(sheet.kind === 'read' && allText(sheet)).toContain('Посна')

  await ana.goes(['says', '/mojipodaci', 'Шта чувам'])
  await bot.call('POST', '/clock', { advance: 'P19D' })
  await ana.presses('Смештај, исхрана')
  await ana.reads('више не могу да се мењају')
})

test('who answered about beds is asked to look again when the session moves, and the beds are of the new nights', async () => {
  const trainer = conversation(await bot.person({ name: 'Тренерка Ива', role: 'trainer' }))
  const session = await aComingSession(bot, { title: 'Обука која се помера' }, 20)
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Обука која се помера', 'Места'],
    ['presses', 'Питања и преглед', 'Шта да питам'],
    ['presses', '✗ Кревет', 'Шта да питам'],
  )
  const ana = await aRegisteredPerson(bot, { name: 'Ана Антић' })
  await joins(bot, ana, session.id, 'Место је Ваше')
  await ana.goes(['presses', 'Смештај, исхрана', 'Од које ноћи'], ['presses', 'И ноћ пре', 'све је забележено'])

  const later = (wall: string, days: number) =>
    Temporal.PlainDateTime.from(wall).add({ days }).toString({ smallestUnit: 'minute' })
  const change = (plan: SessionPlan): SessionPlan => ({
    ...plan,
    starts: later(plan.starts, 7),
    ends: later(plan.ends, 8),
    days: null,
  })
  await bot.database.transaction((db) =>
    changeSession(db, { sessionId: session.id, change, staffId: 1 }, bot.clock.now()),
  )
  const told = textOf(await ana.reads('Измењена је обука'))
  expect(told).toContain('важе и за нове дане')
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Обука која се помера', 'Места'],
    ['presses', 'Питања и преглед', 'Шта да питам'],
  )
  await trainer.presses('Преглед за кухињу')
  const overview = wordsOf(await trainer.reads('За кухињу и улаз'))
  const days = [26, 27].map((ahead) => bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').add({ days: ahead }).day)
  const nights = overview.split('\n').filter((line) => /^• \d+.*: 1$/.test(line))
  expect(nights.map((line) => Number.parseInt(line.slice(2), 10))).toEqual(days)
})

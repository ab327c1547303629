import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { allText } from '../../knowledge/readers/support.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, wordsOf } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
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

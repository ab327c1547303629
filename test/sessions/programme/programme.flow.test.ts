import { beforeAll, expect, test } from 'vitest'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const aPdf = (name: string) => new File(['%PDF-1.4 програм'], name)

async function aTrainer(title: string) {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', title, 'Стање'],
    ['presses', 'Програм', 'Пошаљите програм'],
  )
  return trainer
}

test('a trainer sends the programme, people get it by a button and with reminders, and a new one takes its place', async () => {
  const session = await aComingSession(bot, { title: 'Обука са програмом' }, 20)
  const trainer = await aTrainer('Обука са програмом')
  await trainer.person.sendFile('documents', aPdf('program.pdf'))
  await trainer.reads('Програм је сачуван')
  await trainer.reads('дан и више пре почетка')

  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  const place = await joins(bot, ana, session.id, 'Место је Ваше')
  expect(buttonsOf(place).filter((label) => label === 'Програм')).toHaveLength(1)
  await ana.presses('Програм')
  await ana.readsFile('program.pdf')

  await trainer.goes(['says', '/upravljanje', 'обук'], ['presses', 'Обука са програмом', 'Стање'])
  await trainer.presses('Програм')
  await trainer.reads('Нови програм замењује овај')
  await trainer.says('9:00 окупљање, 10:00 рад у групама')
  const told = await trainer.reads('већ могли да виде учесници са местом: 1')
  expect(buttonsOf(told)).toContain('Јави потврђенима')
  await ana.goes(['presses', 'Програм', '10:00 рад у групама'])

  await trainer.goes(['says', '/upravljanje', 'обук'], ['presses', 'Обука са програмом', 'Стање'])
  await trainer.presses('Програм')
  await trainer.person.sendFile('documents', aPdf('program-2.pdf'))
  await trainer.reads('Програм је сачуван')
  const hours = Math.floor(bot.clock.now().until(session.starts.toInstant()).total('hours'))
  await bot.call('POST', '/clock', { advance: `PT${hours - (7 * 24 - 1)}H` })
  const week = await ana.readsFile('program-2.pdf')
  expect(textOf(week)).toContain('Подсетник: обука је за')
  expect(buttonsOf(week)).toEqual(['Долазим', 'Не долазим', 'Програм'])

  await trainer.goes(['says', '/upravljanje', 'обук'], ['presses', 'Обука са програмом', 'Стање'])
  await trainer.presses('Историја')
  await trainer.reads('промењен програм')
})

test('what is no programme is said to be none, and the question stays open; one that was taken away is gone for everybody', async () => {
  const session = await aComingSession(bot, { title: 'Кратка обука' }, 20)
  const trainer = await aTrainer('Кратка обука')
  await trainer.person.sendFile('voices', new File(['OggS'], 'voice.ogg'))
  await trainer.reads('не умем да сачувам као програм')
  await trainer.goes(['says', 'а'.repeat(3_600), 'превише знакова: 3.600'])
  await trainer.goes(['says', '9:00 почетак', 'Програм је сачуван'])
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, session.id, 'Место је Ваше')
  await trainer.goes(['says', '/upravljanje', 'обук'], ['presses', 'Кратка обука', 'Стање'])
  await trainer.presses('Програм')
  await trainer.goes(['presses', 'Уклони програм', 'више нема програм'])
  await ana.goes(['presses', 'Програм', 'нема програм'])
})

import { beforeAll, expect, test } from 'vitest'
import type { Session } from '../../../src/sessions/session/session.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, passUntil, wordsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'

type Chat = ReturnType<typeof conversation>

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
  trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
})

/** Two days from 10:00 to 14:00, in so many days. */
async function twoDays(title: string, daysAhead = 3): Promise<Session> {
  const wall = (days: number, time: string) => {
    const day = bot.clock
      .now()
      .toZonedDateTimeISO('Europe/Belgrade')
      .toPlainDate()
      .add({ days: daysAhead + days })
    return `${day}T${time}`
  }
  const plan = { title, capacity: 10, starts: wall(0, '10:00'), ends: wall(1, '14:00') }
  return aComingSession(bot, plan, daysAhead)
}

/** Lets time pass until so many minutes after a moment. */
const passUntilAfter = (moment: Temporal.ZonedDateTime, minutes: number) => passUntil(bot, moment.add({ minutes }))

async function opensSheet(title: string, reads: string) {
  await trainer.goes(['says', '/upravljanje', 'обук'], ['presses', title, 'Места'], ['presses', 'Присуство', reads])
}

const sheet = async () => trainer.reads('Присуство:')
const said = async (chat: Chat, words: string) =>
  (await chat.fromBot()).filter((one) => textOf(one).includes(words)).length

test('a trainer taps who is there, lets somebody in, takes a press back and corrects a day that is past', async () => {
  const session = await twoDays('Присутни')
  const [ana, branko, vesna] = [
    await aRegisteredPerson(bot, { name: 'Ана Анић' }),
    await aRegisteredPerson(bot, { name: 'Бранко Бабић', place: 'Чачак' }),
    await aRegisteredPerson(bot, { name: 'Весна Вуковић', place: 'Шабац' }),
  ] as const
  const goran = await aRegisteredPerson(bot, { name: 'Горан Гајић' })
  for (const one of [ana, branko, vesna]) await joins(bot, one, session.id, 'Место је Ваше')
  await opensSheet('Присутни', 'бележи се од')
  for (const [paper, file] of [
    ['Лист за потпис', 'potpisi'],
    ['Беџеви', 'bedzevi'],
    ['Таблице за сто', 'tablice'],
  ] as const) {
    await trainer.presses(paper)
    await trainer.readsFile(`${file}-${session.id}.pdf`)
  }

  await passUntilAfter(session.starts, -30)
  await opensSheet('Присутни', 'Ту су: 0. Нису ту: 0. Није означено: 3.')
  await trainer.goes(['presses', 'Ана Анић', 'Ту су: 1.'])
  expect(await trainer.presses('Ана Анић')).toBe('Већ је тако означено.')
  await passUntilAfter(session.starts, 45)
  await trainer.goes(
    ['presses', 'Касни', 'Ту су: 1.'],
    ['presses', 'Бранко Бабић', 'Ту су: 2.'],
    ['presses', 'Није ту', 'Ту су: 2.'],
    ['presses', 'Сви неозначени: Није ту', 'Нису ту: 1. Није означено: 0.'],
    ['presses', 'Поништи последње', 'Нису ту: 0. Није означено: 1.'],
    ['presses', 'Сви неозначени: Није ту', 'Нису ту: 1. Није означено: 0.'],
  )
  expect(buttonsOf(await sheet())).toEqual(
    expect.arrayContaining(['✓ Ана Анић, Ниш', '✓ Бранко Бабић, Чачак (од 10:45)', '✗ Весна Вуковић, Шабац']),
  )

  await trainer.goes(
    ['presses', 'Неко ван списка', 'Ко је дошао ван списка'],
    ['says', 'goran', 'Ко је од њих дошао'],
    ['presses', 'Горан Гајић', 'Зашто уписујете особу ван списка: Горан Гајић'],
    ['presses', 'замена за колегу', 'Ту су: 3. Нису ту: 1.'],
  )
  expect(await said(goran, 'Тренер Вас је пријавио')).toBe(0)

  await passUntilAfter(session.starts, 24 * 60 + 5)
  await ana.goes(['says', '/moje', 'Присуство: 1 од 2 дана, 4 сата.'])
  await branko.goes(['says', '/moje', 'Присуство: 1 од 2 дана, 3 сата 15 мин.'])
  await opensSheet('Присутни', 'Није означено: 4.')
  await trainer.goes(['presses', 'Сви неозначени: Ту је', 'Ту су: 4.'])
  // Yesterday is settled.
  const yesterday = `${session.starts.day}.${session.starts.month}.`
  await trainer.goes(
    ['presses', 'Није ту', 'Ту су: 4.'],
    ['presses', yesterday, 'Ту су: 3. Нису ту: 1.'],
    ['presses', 'Горан Гајић', 'Напишите зашто исправљате'],
    ['says', '-', 'Напишите разлог речима'],
    ['presses', 'погрешно означено', 'Ту су: 2. Нису ту: 2.'],
  )
  await goran.goes(['says', '/moje', 'Присуство: 1 од 2 дана, 4 сата. Није забележено:'])
})

test('whoever came is thanked, and whoever did not is not', async () => {
  const session = await twoDays('Захвалница')
  const [dara, ema] = [
    await aRegisteredPerson(bot, { name: 'Дара Дарић' }),
    await aRegisteredPerson(bot, { name: 'Ема Емић', place: 'Чачак' }),
  ] as const
  for (const one of [dara, ema]) await joins(bot, one, session.id, 'Место је Ваше')
  for (const [day, mode] of [
    [0, 'Није ту'],
    [1, 'Није ту'],
  ] as const) {
    await passUntilAfter(session.starts.add({ days: day }), 5)
    await opensSheet('Захвалница', 'Није означено: 2.')
    await trainer.goes(['presses', 'Дара Дарић', 'Ту су: 1.'], ['presses', mode, 'Ту су: 1.'])
    await trainer.goes(['presses', 'Ема Емић', 'Нису ту: 1.'])
  }
  await passUntilAfter(session.ends, 3 * 60)
  await dara.reads('Хвала што сте учествовали')
  await ema.goes(['says', '/moje', 'Нисте били на обуци.'])
  expect(await said(ema, 'Хвала што сте учествовали')).toBe(0)
  expect(wordsOf(await ema.reads('Моје пријаве'))).not.toContain('Место Вам је било потврђено')
})

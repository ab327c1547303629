import { beforeAll, expect, test } from 'vitest'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aSessionTrainer, type Chat, openRoll, takeCharge } from '../sessions/trainer.ts'
import { aBot, type Bot, wordsOf } from '../support/bot.ts'

let bot: Bot
let trainer: Chat
let sessionId: number
beforeAll(async () => {
  bot = await aBot()
  trainer = await aSessionTrainer(bot)
  sessionId = (await aComingSession(bot, { title: 'Без Телеграма', capacity: 5 }, 5)).id
  await takeCharge(bot, trainer, sessionId)
  await openRoll(trainer, 'Без Телеграма')
  await trainer.goes(
    ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
    ['says', 'Ана Анић, Пландиште, 064 123 4567', 'Уписано'],
  )
  await joins(bot, await aRegisteredPerson(bot, { name: 'Бранко Бабић' }), sessionId, 'Место је Ваше')
})

const ANA = 'Ана Анић (Општина Пландиште): 064 123 4567'

test('a message to the confirmed is counted without whoever has no Telegram, and the author is given the numbers', async () => {
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Без Телеграма', 'Места'],
    ['presses', 'Порука потврђенима', 'поруку'],
    ['says', 'Понесите податке своје општине.', 'Немају Телеграм, па ћете добити њихове бројеве да их позовете: 1'],
  )
  await trainer.presses('Пошаљи одмах')
  expect(wordsOf(await trainer.reads('не стиже свима'))).toContain(ANA)
})

test('a reminder comes to whoever has no Telegram by the mouth of the trainer', async () => {
  // Noon of the day before, or later in that day: the reminder is due, and it is no night.
  const { now } = await bot.call<{ now: string }>('GET', '/clock')
  const { hour } = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Belgrade')
  await bot.call('POST', '/clock', { advance: `P4DT${Math.max(0, 12 - hour)}H` })
  expect(wordsOf(await trainer.reads('Време је за подсетник: обука „Без Телеграма“'))).toContain(ANA)
})

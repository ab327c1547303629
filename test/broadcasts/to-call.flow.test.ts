import { beforeAll, expect, test } from 'vitest'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

let bot: Bot
let trainer: ReturnType<typeof conversation>
let sessionId: number
beforeAll(async () => {
  bot = await aBot()
  trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(['says', '/upravljanje', 'обук'])
  sessionId = (await aComingSession(bot, { title: 'Без Телеграма', capacity: 5 }, 5)).id
  await bot.database.pool.query(
    'update session set created_by = (select id from person where telegram_id = $1::bigint) where id = $2::int',
    [trainer.person.id, sessionId],
  )
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Без Телеграма', 'Места'],
    ['presses', 'Пријаве (', 'Пријаве:'],
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

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { strayFromEvents } from '../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aComingSession } from './coming-session.ts'
import { joins } from './joining.ts'
import { aSessionTrainer, type Chat, openRoll } from './trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

/** A session of the trainer's, with somebody in it who has no Telegram. */
async function aSessionWith(title: string, entry: string, capacity = 2) {
  const { id } = await aComingSession(bot, { title, capacity })
  const { pool } = bot.database
  await pool.query(
    `update session set questions = '[{"kind":"diet","key":"diet"}]',
       created_by = (select id from person where telegram_id = $1::bigint) where id = $2::int`,
    [trainer.person.id, id],
  )
  await openRoll(trainer, title)
  await trainer.goes(['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'], ['says', entry, 'Уписано:'])
  return id
}

const placesIn = async (sessionId: number) => {
  const { rows } = await bot.database.pool.query<{ place: string }>(
    `select coalesce(full_name, '?') || ' ' || status || case when telegram_id is null then '' else ' Telegram' end as place
     from sign_up left join person on person.id = person_id where session_id = $1::int order by sign_up.id`,
    [sessionId],
  )
  return rows.map(({ place }) => place)
}

describe('somebody without Telegram who comes to the bot', () => {
  test('takes over the place by a personal link, and tells only what nobody knew', async () => {
    const id = await aSessionWith('Линк за Ану', 'Ана Анић, Пландиште, 064 123 4567')
    await trainer.presses('Лични линк')
    const invitation = wordsOf(await trainer.reads('Позвани сте на обуку „Линк за Ану“'))
    const payload = /start=([\w-]+)/.exec(invitation)![1]!
    const ana = conversation(await bot.person({ name: 'Anči' }))
    await ana.goes(
      ['says', `/start ${payload}`, 'Овај линк је за особу: Ана Анић, Општина Пландиште. Јесте ли то Ви?'],
      ['presses', 'Нисам', 'Линк и даље важи'],
      ['says', `/start ${payload}`, 'Јесте ли то Ви?'],
      ['presses', 'Да, ја сам', 'улога'],
      ['presses', 'Члан/чланица савета', 'На коју адресу'],
      ['presses', 'Прескочи', 'Јесте ли'],
      ['presses', 'Имам', 'пристанак'],
    )
    expect(await placesIn(id)).toEqual(['Ана Анић confirmed'])
    await ana.goes(['presses', 'Пристајем', 'Место је Ваше'], ['presses', 'Смештај, исхрана', 'Линк за Ану'])
    await trainer.reads('има Телеграм: место на обуци „Линк за Ану“ је преузето')
    expect(await placesIn(id)).toEqual(['Ана Анић confirmed Telegram'])
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])
    const other = conversation(await bot.person({ name: 'Друга' }))
    await other.goes(['says', `/start ${payload}`, 'већ искоришћен'])
  })

  test('is known by name and municipality in either script, and joined by a tap of staff', async () => {
    const id = await aSessionWith('Исто име', 'Бранка Бабић, Ниш, 063 222 333')
    const branka = conversation(await bot.person({ name: 'Branka' }))
    await joins(bot, branka, id, 'име и презиме')
    await branka.goes(
      ['says', 'Babić Branka', 'општине'],
      ['says', 'Niš', 'улога'],
      ['presses', 'Члан/чланица савета', 'На коју адресу'],
      ['presses', 'Прескочи', 'Јесте ли'],
      ['presses', 'Имам', 'пристанак'],
      ['presses', 'Пристајем', 'Место је Ваше'],
    )
    expect(await placesIn(id)).toEqual(['Бранка Бабић confirmed', 'Babić Branka confirmed Telegram'])
    const asked = await trainer.reads('Да ли је то иста особа?')
    expect(buttonsOf(asked)).toEqual(['Да, иста особа', 'Није иста', 'Отвори пријаву'])
    await trainer.goes(['presses', 'Да, иста особа', 'Спојено: Бранка Бабић сада има Телеграм.'])
    // The earlier place stays; the second one is nobody's, and free.
    expect(await placesIn(id)).toEqual(['Babić Branka confirmed Telegram', '? removed'])
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])
    await trainer.goes(['presses', 'Све пријаве', 'Потврђено 1 од 2'])
  })

  test('who is somebody else stays so', async () => {
    const id = await aSessionWith('Две особе', 'Вера Верић, Чачак, 063 222 444')
    const { person } = await aRegisteredPerson(bot, { name: 'Вера Вујић', place: 'Чачак' })
    const vera = conversation(person)
    await vera.goes(
      ['says', '/mojipodaci', 'Вера Вујић'],
      ['presses', 'Измени: Име', 'презиме'],
      ['says', 'Вера Верић', 'Вера Верић'],
    )
    await trainer.goes(['presses', 'Није иста', 'то су две особе'])
    expect(await placesIn(id)).toEqual(['Вера Верић confirmed'])
  })
})

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSheet } from '../../../../src/sessions/attendance/reads.ts'
import { cancelSignUp } from '../../../../src/sessions/participants/sign-up-actions.ts'
import { strayFromEvents } from '../../../../src/sessions/staff/reads.ts'
import { changeSession } from '../../../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson } from '../../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, passUntil, wordsOf } from '../../../support/bot.ts'
import { aComingSession } from '../../coming-session.ts'
import { joins } from '../../joining.ts'
import { aSessionTrainer, type Chat, openRoll, takeCharge } from '../../trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

describe('somebody without Telegram', () => {
  test('has a place like anybody, in the list, with a number to call', async () => {
    await aComingSession(bot, { title: 'Без телефона' })
    await openRoll(trainer, 'Без телефона')
    await trainer.goes(
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Ана Анић, Пландиште', 'Недостаје телефон'],
      ['says', 'Ана Анић, Пландишпе, 064 123 4567', 'Можда: Општина Пландиште'],
      ['says', 'Ана Анић, Пландиште, 064 123 4567', 'Уписано: Ана Анић има место.'],
    )
    const card = await trainer.reads('Уписано')
    expect(wordsOf(card)).toContain('Нема Телеграм, позовите: 064 123 4567')
    expect(buttonsOf(card)).not.toContain('Пошаљи поруку')
    await openRoll(trainer, 'Без телефона')
    expect(wordsOf(await trainer.reads('Потврђено 1 од 2'))).toContain('Ана Анић (нема Телеграм)')
  })

  test('is not written down twice; another of the same name is', async () => {
    await aComingSession(bot, { title: 'Двапут' })
    await aRegisteredPerson(bot, { name: 'Jelena Jelić', place: 'Ниш' })
    await openRoll(trainer, 'Двапут')
    await trainer.goes(
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Јелена Јелић, Ниш, 063 111 222', 'Већ знам некога'],
      ['presses', 'То је друга особа', 'Уписано: Јелена Јелић има место.'],
      ['presses', 'Све пријаве', 'Пријаве:'],
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Јелић Јелена, Ниш, 063 111 222', 'је већ на овом списку'],
    )
    expect(wordsOf(await trainer.reads('је већ на овом списку'))).toContain('063 111 222')
  })

  test('waits in the fair line; the trainer is told to call, and answers for them', async () => {
    const { id } = await aComingSession(bot, { title: 'Ред без Телеграма', capacity: 1 })
    await takeCharge(bot, trainer, id)
    const first = await aRegisteredPerson(bot, { name: 'Прва Првић', place: 'Ниш' })
    await joins(bot, first, id, 'Место је Ваше')
    await openRoll(trainer, 'Ред без Телеграма')
    await trainer.goes(
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Друга Другић, Чачак, drugi@cacak.rs', 'је на листи чекања, 1. у реду'],
    )
    const { rows } = await bot.database.pool.query<{ id: number; person_id: number }>(
      `select id, person_id from sign_up where session_id = $1 and status = 'confirmed'`,
      [id],
    )
    const by = { signUpId: rows[0]!.id, personId: rows[0]!.person_id, reason: null }
    await bot.database.transaction((db) => cancelSignUp(db, by, bot.clock.now()))
    const told = await trainer.reads('понуђено је слободно место на обуци „Ред без Телеграма“')
    expect(wordsOf(told)).toContain('Нема Телеграм: позовите.')
    expect(wordsOf(told)).toContain('Друга Другић (Град Чачак): drugi@cacak.rs')
    await trainer.goes(
      ['presses', 'Отвори пријаву', 'понуђено место до'],
      ['presses', 'Потврђује долазак', 'Записано: Друга Другић долази.'],
    )
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])
  })

  test('is called when the session changes', async () => {
    const { id } = await aComingSession(bot, { title: 'Промена места' })
    await takeCharge(bot, trainer, id)
    await openRoll(trainer, 'Промена места')
    await trainer.goes(
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Цана Цанић, Краљево, 065 222 333', 'има место'],
    )
    const change = (plan: object) => ({ ...plan, place: 'Краљево, Дом културе' }) as never
    await bot.database.transaction((db) => changeSession(db, { sessionId: id, change, staffId: 1 }, bot.clock.now()))
    const told = await trainer.reads('Обуци „Промена места“ су промењени подаци')
    expect(wordsOf(told)).toContain('Цана Цанић (Град Краљево): 065 222 333')
  })

  test('answers what the session asks by the mouth of staff, is put right, and erased', async () => {
    const { id } = await aComingSession(bot, { title: 'Са питањима' })
    await bot.database.pool.query(
      `update session set questions = '[{"kind":"diet","key":"diet"}]' where id = $1::int`,
      [id],
    )
    await openRoll(trainer, 'Са питањима')
    await trainer.goes(
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Мара Марић, Врање, 066 777 888', 'има место'],
      ['presses', 'Упиши одговоре', 'Са питањима'],
      ['presses', 'Посна', 'Исхрана: Посна'],
    )
    await openRoll(trainer, 'Са питањима')
    await trainer.goes(
      ['presses', 'Мара Марић', '066 777 888'],
      ['presses', 'Исправи податке', 'Сада пише: Мара Марић, Град Врање, 066 777 888'],
      ['says', 'Мара Маринковић, Врање, 066 777 889', 'Подаци су исправљени.'],
      ['presses', 'Обриши податке', 'Да ли да обришем све податке о особи Мара Маринковић'],
      ['presses', 'Да, обриши', 'Подаци су обрисани.'],
    )
    const { rows } = await bot.database.pool.query(
      `select name, full_name, phone, erased_at is not null as erased from person
       where id in (select person_id from sign_up where session_id = $1) or phone = '066 777 889'`,
      [id],
    )
    expect(rows).toEqual([])
    await openRoll(trainer, 'Са питањима')
    expect(wordsOf(await trainer.reads('Потврђено 0 од 2'))).toContain('обрисани подаци')
  })
})

describe('somebody without Telegram who comes to a session that is full and under way', () => {
  test('is written down in the chat and noted as there; whoever is known already is chosen, and let in', async () => {
    const session = await aComingSession(bot, { title: 'Пуна сала', capacity: 1 }, 1)
    await joins(bot, await aRegisteredPerson(bot, { name: 'Бранко Бабић' }), session.id, 'Место је Ваше')
    await aRegisteredPerson(bot, { name: 'Вера Верић', place: 'Пирот' })
    await passUntil(bot, session.starts.add({ minutes: 1 }))
    await trainer.goes(
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Пуна сала', 'Места'],
      ['presses', 'Присуство', 'Није означено: 1'],
      ['presses', 'Неко ван списка', 'Ко је дошао'],
      ['says', 'Јагода Јагодић', 'Нисам нашао никога'],
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Јагода Јагодић, Пландиште, 064 123 4567', 'присуство данас је забележено'],
      ['says', '/upravljanje', 'Предстојеће обуке'],
      ['presses', 'Пуна сала', 'Места'],
      ['presses', 'Пријаве (', 'Пријаве:'],
      ['presses', 'Упиши особу без Телеграма', 'Кога уписујете?'],
      ['says', 'Вера Верић, Пирот, 064 222 333', 'Већ знам некога'],
      ['presses', 'Вера Верић (има Телеграм)', 'Зашто уписујете'],
      ['presses', 'замена за колегу', 'Вера Верић: место и присуство су уписани'],
    )
    const { people } = (await readSheet(bot.database.pool, session.id))!
    expect(people.map(({ days }) => days[0]!.mark?.how ?? null)).toEqual([null, 'walk-in', 'walk-in'])
    expect(await strayFromEvents(bot.database.pool, session.id)).toEqual([])
  })
})

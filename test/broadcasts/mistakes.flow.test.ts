import { beforeAll, describe, expect, test } from 'vitest'
import { grantRole } from '../../src/people/store.ts'
import { cancelSession } from '../../src/sessions/staff/session-actions.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { textOf } from '../support/conversation.ts'
import { aReader, aTrainer, said, untilNoon } from './audience.ts'
import { begins, picks, writes } from './composing.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot({ bulkRate: 200 })
  await untilNoon(bot)
})

describe('what an author may do wrong', () => {
  test('nobody in the audience, too long a text with its rest, a voice: each is told, and nothing entered is lost', async () => {
    const session = await aComingSession(bot, { title: 'Празна обука', capacity: 9 })
    const full = await aComingSession(bot, { title: 'Пуна обука', capacity: 9 })
    const mila = await aReader(bot, [full])
    const ana = await aTrainer(bot)
    await begins(ana)
    await picks(ana, session.title, 'line')
    await ana.goes(['presses', 'Даље', 'Напишите поруку'], ['says', 'реч '.repeat(1_500), 'највише 3.900'])
    await ana.person.sendFile('voices', new File(['x'], 'glas.ogg', { type: 'audio/ogg' }))
    await ana.reads('Ову врсту поруке')
    await bot.call('POST', '/clock', { advance: 'PT10S' })
    await ana.goes(
      ['says', '  . ', 'Да ли да испод поруке'],
      ['presses', 'Без дугмета', 'нема никога коме бих могао да пишем'],
      ['presses', 'Измени поруку', 'Напишите поруку'],
      ['says', 'Исправљена порука', 'нема никога коме бих могао да пишем'],
      ['presses', 'Измени коме шаљем', 'Коме шаљете поруку'],
    )
    await picks(ana, full.title, 'all')
    await ana.presses('Даље')
    expect(textOf(await ana.reads('Добиће је 1 особа'))).not.toContain('Празна')
    await ana.presses('Пошаљи одмах')
    await mila.reads('Исправљена порука')
  })

  test('municipalities and topics: unknown ones are asked for again', async () => {
    const mila = await aReader(bot, [], { place: 'Кладово' })
    await mila.says('Колико кошта карта за Марс у суботу?')
    await mila.reads('Не знам')
    const ana = await aTrainer(bot)
    await begins(ana)
    await ana.goes(
      ['presses', 'Људима из изабраних', 'Упишите општину'],
      ['says', 'Недођија', 'Не налазим'],
      ['says', 'Кладово', 'Изабране општине: Кладово'],
      ['presses', 'Даље', 'из општина: Кладово'],
      ['presses', 'Онима без одговора', 'О чему су питали'],
      ['says', '?', 'бар једну реч'],
      ['says', 'карте за Марс', 'они без одговора'],
      ['presses', 'Даље', 'Напишите поруку'],
      ['says', 'За Кладово', 'Да ли да испод'],
      ['presses', 'Без дугмета', 'Добиће је 1 особа'],
      ['presses', 'Пошаљи одмах', 'Слање почиње'],
    )
    await mila.reads('сте из општине')
  })

  test('a session cancelled between preview and sending, or before the time, is not passed over in silence', async () => {
    const session = await aComingSession(bot, { title: 'Несигурна обука', capacity: 9 })
    const mila = await aReader(bot, [session])
    const ana = await aTrainer(bot)
    await writes(ana, session.title, 'Видимо се у суботу')
    const cancel = (id: number) =>
      bot.database.transaction((db) =>
        cancelSession(db, { sessionId: id, staffId: session.createdBy!, reason: 'Нема тренера' }, bot.clock.now()),
      )
    await cancel(session.id)
    await ana.goes(
      ['presses', 'Пошаљи одмах', 'је отказана. Да ли ипак'],
      ['presses', 'Одустани', 'Да одбацим'],
      ['presses', 'Да, одбаци', 'није послата'],
    )
    const later = await aComingSession(bot, { title: 'Још несигурнија', capacity: 9 })
    const vuk = await aReader(bot, [later], { name: 'Вук Илић', place: 'Шабац' })
    await writes(ana, later.title, 'Видимо се у недељу')
    await ana.goes(['presses', 'Пошаљи касније', 'дан и час'], ['says', 'сутра у 10', 'заказана'])
    await cancel(later.id)
    await bot.call('POST', '/clock', { advance: 'PT23H' })
    await ana.reads('у међувремену отказана обука')
    expect(await said(vuk, 'Видимо се у недељу')).toBe(0)
    await ana.presses('Настави')
    await ana.reads('Порука је послата')
    expect(await said(mila, 'Видимо се')).toBe(0)
  })

  test('who is no trainer, or no more, is refused kindly at every step', async () => {
    const mila = await aReader(bot, [])
    await mila.says('/poruka')
    await mila.reads('тренер')
    const session = await aComingSession(bot, { title: 'Последња обука', capacity: 9 })
    await aReader(bot, [session])
    const ana = await aTrainer(bot)
    await writes(ana, session.title, 'Никад послата')
    await grantRole(bot.database.pool, {
      telegramId: ana.person.id,
      name: 'Ана',
      role: 'member',
      now: bot.clock.now(),
    })
    await ana.presses('Пошаљи одмах')
    await ana.reads('тренер')
    const { rows } = await bot.database.pool.query(`select from broadcast where content->>'text' = 'Никад послата'`)
    expect(rows).toEqual([])
  })

  test('more than two hundred people are confirmed twice', async () => {
    await bot.database.pool.query(
      `insert into person (telegram_id, name, locale_seen, first_seen_at, last_seen_at)
       select 5000000 + n, 'Особа', 'sr-Cyrl', now(), now() from generate_series(1, 210) as n`,
    )
    const ana = await aTrainer(bot)
    await begins(ana)
    await ana.goes(
      ['presses', 'Свима', 'Изабрано'],
      ['presses', 'Даље', 'Напишите поруку'],
      ['says', 'Свима', 'Да ли да испод'],
      ['presses', 'Без дугмета', 'Преглед поруке'],
      ['presses', 'Пошаљи одмах', 'Да ли сте сигурни?'],
      ['presses', 'Одустани', 'Да одбацим'],
      ['presses', 'Да, одбаци', 'Порука није послата'],
    )
  })
})

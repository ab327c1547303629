import { beforeAll, describe, expect, test, vi } from 'vitest'
import { say } from '../../src/broadcasts/texts.ts'
import { LOCALES, shownTo } from '../../src/language/locale.ts'
import { aPng } from '../sandbox/support.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot, buttonsOf } from '../support/bot.ts'
import { textOf } from '../support/conversation.ts'
import { aReader, aTrainer, said, untilNoon } from './audience.ts'
import { begins, picks, writes } from './composing.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot({ bulkRate: 200 })
  await untilNoon(bot)
})

describe('the whole way of a message', () => {
  test.each(LOCALES)(
    'in %s: two overlapping audiences, a restart, the preview, sending, the result',
    async (locale) => {
      const tell = say(locale)
      const first = await aComingSession(bot, { title: `Прва обука ${locale}`, capacity: 9 })
      const second = await aComingSession(bot, { title: `Друга обука ${locale}`, capacity: 9 })
      const mila = await aReader(bot, [first, second], { locale: 'sr-Cyrl' })
      const vuk = await aReader(bot, [second], { name: 'Вук Илић', place: 'Шабац', locale: 'sr-Latn' })
      const eve = await aReader(bot, [first], { name: 'Ева Илић', place: 'Шабац', locale: 'en' })
      const blocked = await aReader(bot, [first], { name: 'Рада Илић', place: 'Шабац' })
      await blocked.person.block()
      // As if they had blocked the bot without its hearing of it.
      const reachable =
        'update person set unreachable_since = null where telegram_id = $1 and unreachable_since is not null'
      await vi.waitFor(async () =>
        expect((await bot.database.pool.query(reachable, [blocked.person.id])).rowCount).toBe(1),
      )
      const ana = await aTrainer(bot, locale)
      await begins(ana, locale)
      await picks(ana, first.title, 'confirmed', locale)
      await picks(ana, second.title, 'all', locale)
      await ana.presses(tell('button-next'))
      await ana.reads(tell('ask-content'))
      await bot.restart()
      await ana.says(`Понесите нацрт ЛАП-а, Његошева ${locale}`)
      await ana.reads(tell('ask-button'))
      await ana.presses(tell('button-to-session'))
      await ana.reads(tell('pick-session'))
      await ana.presses(shownTo(locale, second.title))
      const summary = textOf(await ana.reads(tell('preview-title')))
      expect(summary).toContain(tell('preview-reach', { people: 4 }))
      const news = await ana.news()
      const shown = news.find((one) => textOf(one).includes('Његошева'))!
      const shownInLatin = news.find((one) => textOf(one).includes('Njegoševa'))!
      await ana.presses(tell('button-send-me'))
      await ana.reads(tell('sent-to-you'))
      await ana.presses(tell('button-send-now'))
      await ana.reads(tell('ordered-now'))
      const mine = await mila.reads('Понесите нацрт')
      // The preview is what people get.
      expect([mine.text, mine.entities]).toEqual([shown.text, shown.entities])
      expect(buttonsOf(mine)).toEqual(buttonsOf(shown))
      const latin = textOf(await vuk.reads('Ponesite nacrt'))
      expect(latin).toContain('Njegoševa')
      expect(latin).toContain('jer ste prijavljeni na obuku')
      expect(textOf(shownInLatin)).toContain('Ponesite nacrt LAP-a')
      expect(textOf(await eve.reads('Ponesite nacrt'))).toContain('because you have a place in')
      const result = textOf(await ana.reads(tell('result-title', { state: 'finished' })))
      expect(result).toContain(tell('progress-sent', { count: 3 }))
      expect(result).toContain(tell('progress-failed-blocked', { count: 1 }))
      for (const [chat, text] of [
        [mila, 'Понесите нацрт'],
        [vuk, 'Ponesite nacrt'],
        [eve, 'Ponesite nacrt'],
      ] as const)
        expect(await said(chat, text)).toBe(1)
      await mila.presses('Обука: Друга')
      await mila.reads('Места:')
      // Kept, and to be looked at again.
      await ana.says('/poruka')
      await ana.reads(tell('list-title'))
      await ana.presses(shownTo(locale, 'Понесите нацрт'))
      expect(textOf(await ana.reads(tell('list-line-finished', { sent: 3 })))).toContain(
        tell('progress-failed-blocked', { count: 1 }),
      )
      await blocked.person.unblock()
      await blocked.says('/jezik')
      await blocked.reads('')
      await ana.presses(tell('button-again'))
      await ana.reads(tell('preview-reach', { people: 1 }))
      await ana.presses(tell('button-send-now'))
      await blocked.reads('Понесите нацрт')
      expect(await said(mila, 'Понесите нацрт')).toBe(1)
    },
  )

  test('a picture with its caption, and a button that asks a question, answered once', async () => {
    const session = await aComingSession(bot, { title: 'Обука са сликом', capacity: 9 })
    const mila = await aReader(bot, [session])
    const ana = await aTrainer(bot)
    await begins(ana)
    await picks(ana, session.title, 'confirmed')
    await ana.presses('Даље')
    await ana.reads('Напишите поруку')
    await ana.person.sendFile('photos', new File([aPng()], 'plan.png', { type: 'image/png' }))
    await ana.reads('Да ли да испод поруке')
    await ana.goes(
      ['presses', 'Дугме ка питању', 'Упишите питање'],
      ['says', 'а'.repeat(61), 'највише 60 знакова'],
      ['says', 'Ко усваја ЛАП?', 'Преглед поруке'],
    )
    const previews = (await ana.news()).filter((one) => one.photo)
    expect(previews).toHaveLength(2)
    expect(await ana.presses('Ко усваја')).toContain('само преглед')
    await ana.presses('Пошаљи одмах')
    const copy = await mila.reads('имате место на обуци')
    expect(copy.photo?.at(-1)?.file_unique_id).toBe(previews[0]!.photo!.at(-1)!.file_unique_id)
    await mila.presses('Ко усваја ЛАП?')
    await mila.reads('скупштина општине или града')
    expect(await mila.presses('Ко усваја ЛАП?')).toContain('већ послат')
  })
})

describe('a time of its own', () => {
  test('is asked for until it is one; what waits can be seen and cancelled, or comes at its time', async () => {
    const session = await aComingSession(bot, { title: 'Обука са роком', capacity: 9 })
    const mila = await aReader(bot, [session])
    const ana = await aTrainer(bot)
    await writes(ana, session.title, 'Прва заказана порука')
    await ana.goes(
      ['presses', 'Пошаљи касније', 'Упишите дан и час'],
      ['says', 'кад стигнеш', 'Не разумем'],
      ['says', '31. 2. у 10', 'Таквог дана нема'],
      ['says', '1. 1. 2020. у 10:00', 'већ прошло'],
      ['says', 'сутра у 23:00', 'не узнемиравам људе'],
      ['presses', 'Ујутру у 8', 'Порука је заказана'],
      ['says', '/poruka', 'Последње поруке'],
      ['presses', 'Прва заказана', 'Док не дође време'],
      ['presses', 'Погледај поруку', 'Прва заказана порука'],
    )
    expect(await ana.presses('Откажи слање')).toContain('отказано')
    await ana.reads('Слање је отказано')
    await writes(ana, session.title, 'Друга заказана порука')
    await ana.goes(['presses', 'Пошаљи касније', 'Упишите дан и час'], ['says', 'сутра у 10', 'Порука је заказана'])
    await bot.call('POST', '/clock', { advance: 'PT21H' })
    expect(await said(mila, 'заказана порука')).toBe(0)
    await bot.call('POST', '/clock', { advance: 'PT2H' })
    await mila.reads('Друга заказана порука')
    await bot.call('POST', '/clock', { advance: 'PT30H' })
    await untilNoon(bot)
    await ana.reads('Порука је послата')
    expect(await said(mila, 'Прва заказана порука')).toBe(0)
  })

  test('in the night the author decides: in the morning, or at once all the same', async () => {
    const session = await aComingSession(bot, { title: 'Ноћна обука', capacity: 9 })
    const mila = await aReader(bot, [session])
    const ana = await aTrainer(bot)
    await untilNoon(bot)
    await bot.call('POST', '/clock', { advance: 'PT10H' })
    await writes(ana, session.title, 'Ноћна порука')
    await ana.goes(['presses', 'Пошаљи одмах', 'не узнемиравам људе'], ['presses', 'Ипак одмах', 'Слање почиње'])
    await mila.reads('Ноћна порука')
    await untilNoon(bot)
  })
})

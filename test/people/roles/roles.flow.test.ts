import { beforeAll, describe, expect, test } from 'vitest'
import { grantRole } from '../../../src/people/store.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'

let bot: Bot
let coordinator: ReturnType<typeof conversation>
beforeAll(async () => {
  bot = await aBot()
  coordinator = conversation(await bot.person({ name: 'Координаторка Вера', role: 'coordinator' }))
})

/** Makes an invitation and returns what its link writes to the bot. */
async function anInvitation(): Promise<string> {
  await coordinator.goes(['says', '/pozovi', 'Позивница је спремна'])
  const link = wordsOf(await coordinator.reads('Позвани сте да водите обуке'))
  const payload = /\?start=(poziv-[\w-]+)/.exec(link)?.[1]
  if (!payload) throw new Error(`No link in «${link}»`)
  return `/start ${payload}`
}

const aPerson = async (name: string) => conversation(await bot.person({ name }))

describe('an invitation', () => {
  test('makes one person a trainer, once, and tells who invited them', async () => {
    const start = await anInvitation()
    const first = await aPerson('Мина Минић')
    await first.goes(['says', start, 'Позив је послала особа Координаторка Вера'], ['says', '/upravljanje', 'обук'])
    await coordinator.reads('Мина Минић сада има улогу тренера')
    const second = await aPerson('Други Другић')
    await second.goes(['says', start, 'већ искоришћена'], ['says', '/upravljanje', 'само за тренере'])
    await first.goes(['says', start, 'Већ имате улогу тренера'])
  })

  test('is not used up by somebody who is staff already', async () => {
    const start = await anInvitation()
    await coordinator.goes(['says', start, 'Већ имате улогу тренера'])
    await (await aPerson('Трећа Трећић')).goes(['says', start, 'Сада имате улогу тренера'])
  })

  test('expires', async () => {
    const start = await anInvitation()
    await bot.call('POST', '/clock', { advance: 'P8D' })
    await (await aPerson('Касна Каснић')).goes(['says', start, 'је истекла: важила је до'])
  })

  test('can be taken back, and a forged one is none', async () => {
    const start = await anInvitation()
    await coordinator.goes(
      ['says', '/treneri', 'Отворене позивнице'],
      ['presses', 'Повуци позивницу', 'Позивница је повучена'],
    )
    const person = await aPerson('Пера Перић')
    await person.goes(['says', start, 'је повучена'], ['says', '/start poziv-izmisljeno', 'није исправан'])
    await coordinator.goes(['presses', 'Назад на списак', 'Нема отворених позивница'])
  })

  test('two who open it at once: one becomes a trainer', async () => {
    const start = await anInvitation()
    const people = [await aPerson('Близанац Први'), await aPerson('Близанац Други')]
    await Promise.all(people.map((one) => one.says(start)))
    const answers = await Promise.all(people.map((one) => one.reads('.').then(wordsOf)))
    expect(answers.filter((answer) => answer.includes('Сада имате улогу тренера'))).toHaveLength(1)
    expect(answers.filter((answer) => answer.includes('већ искоришћена'))).toHaveLength(1)
  })
})

describe('a role that is taken away', () => {
  test('ends what was begun: open questions and old buttons say so kindly and do nothing', async () => {
    const trainer = await aPerson('Бивши Тренер')
    await trainer.goes(['says', await anInvitation(), 'Сада имате улогу тренера'])
    await trainer.goes(['says', '/novaobuka', 'Како се обука зове'], ['says', 'Обука бившег тренера', 'Ком модулу'])
    await coordinator.goes(
      ['says', '/treneri', 'Тренери и координатори'],
      ['presses', 'Бивши Тренер', 'Да ли да јој одузмем'],
      ['presses', 'Не', 'Тренери и координатори'],
      ['presses', 'Бивши Тренер', 'Да ли да јој одузмем'],
      ['presses', 'Да, одузми', 'Улога тренера је одузета'],
    )
    await trainer.reads('Више немате улогу тренера')
    await trainer.goes(['says', 'Модул 1', 'Више немате улогу тренера'])
    expect(await trainer.presses('Без модула')).toContain('само за тренере')
    await trainer.goes(['says', '/novaobuka', 'само за тренере'])
    const { rows } = await bot.database.pool.query(
      "select count(*)::int as n from dialogue where kind = 'session-plan'",
    )
    expect(rows[0]!.n).toBe(0)
    await coordinator.goes(['presses', 'Назад на списак', 'Тренери и координатори'])
  })

  test('trainers cannot invite or take roles', async () => {
    const trainer = conversation(await bot.person({ name: 'Обичан Тренер', role: 'trainer' }))
    await trainer.goes(['says', '/pozovi', 'само координатори'], ['says', '/treneri', 'само координатори'])
  })

  test('the only coordinator has no button that takes their own role', async () => {
    await coordinator.goes(['says', '/treneri', 'Координаторка Вера – координатор'])
    const list = await coordinator.reads('Координаторка Вера')
    expect(buttonsOf(list).join()).not.toMatch(/Вера|Одричем/)
  })

  test('a coordinator’s is taken after a question, and both they and the others are told by whom', async () => {
    const petar = conversation(await bot.person({ name: 'Петар Петровић', role: 'coordinator' }))
    const third = conversation(await bot.person({ name: 'Трећа Координаторка', role: 'coordinator' }))
    await petar.goes(['says', '/pozovi', 'Позивница је спремна'])
    const start = `/start ${/\?start=(poziv-[\w-]+)/.exec(wordsOf(await petar.reads('позива: Петар Петровић')))![1]}`
    await third.says('/treneri')
    await coordinator.goes(
      ['says', '/treneri', 'Петар Петровић – координатор'],
      ['presses', 'Одузми улогу: Петар', 'престају да важе'],
      ['presses', 'Да, одузми', 'Улога координатора је одузета: Петар Петровић'],
    )
    await petar.reads('одузимање је потврдила особа Координаторка Вера')
    await third.reads('Петар Петровић више нема улогу координатора')
    await petar.goes(['says', '/treneri', 'само координатори'], ['says', '/novaobuka', 'само за тренере'])
    await (await aPerson('Гост Гостић')).goes(['says', start, 'је повучена'])

    await third.goes(
      ['says', '/treneri', 'Трећа Координаторка – координатор'],
      ['presses', 'Одричем се улоге', 'Да ли се одричете'],
      ['presses', 'Да, одричем се', 'Више немате улогу координатора'],
    )
    await coordinator.reads('Трећа Координаторка више нема улогу координатора, по сопственој одлуци')
  })

  test('the only coordinator is told so before erasing, and of another who erases the others are told', async () => {
    await coordinator.goes(['says', '/obrisi', 'Ви сте једина особа с улогом координатора'])
    const other = conversation(await bot.person({ name: 'Још Једна', role: 'coordinator' }))
    await other.says('/obrisi')
    expect(wordsOf(await other.reads('Да обришем све'))).not.toContain('једина особа')
    await other.goes(['presses', 'Да, обриши', 'Обрисано је све'])
    await coordinator.reads('Један од координатора је обрисао све своје податке')
  })

  test('an old question about a role they have no more takes nothing', async () => {
    const trainer = await aPerson('Двапут Питана')
    await trainer.goes(['says', await anInvitation(), 'Сада имате улогу тренера'])
    await coordinator.goes(
      ['says', '/treneri', 'Двапут Питана – тренер'],
      ['presses', 'Одузми улогу: Двапут', 'Да ли да јој'],
    )
    await grantRole(bot.database.pool, {
      telegramId: trainer.person.id,
      name: 'Двапут Питана',
      role: 'coordinator',
      now: bot.clock.now(),
    })
    await coordinator.goes(['presses', 'Да, одузми', 'Та особа више нема ту улогу'])
    await trainer.goes(['says', '/treneri', 'Двапут Питана – координатор'])
  })
})

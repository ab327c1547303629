import { beforeAll, expect, test, vi } from 'vitest'
import { aPng } from '../../sandbox/support.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { aBot, type Bot, buttonsOf } from '../../support/bot.ts'
import { textOf } from '../../support/conversation.ts'
import { aReader, aTrainer, type Chat, untilNoon } from '../audience.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot({ bulkRate: 200 })
  await untilNoon(bot)
})

/** A picture with words for those with a place, sent; the trainer has read the result. */
async function sends(trainer: Chat, title: string, words: string) {
  await trainer.goes(
    ['says', '/poruka', ''],
    ...(((await bot.database.pool.query('select from broadcast')).rowCount ?? 0) > 0
      ? ([['presses', 'Нова порука', 'Коме']] as ['presses', string, string][])
      : []),
    ['presses', 'Учесницима једне обуке', 'За коју обуку'],
    ['presses', title, title],
    ['presses', 'Потврђенима', 'Изабрано'],
    ['presses', 'Даље', 'Напишите поруку'],
  )
  await trainer.person.sendFile('photos', new File([aPng()], 'plan.png', { type: 'image/png' }), words)
  await trainer.reads('Да ли да испод поруке')
  await trainer.goes(['presses', 'Без дугмета', 'Преглед поруке'], ['presses', 'Пошаљи одмах', 'Порука је послата'])
}

const inChat = async (chat: Chat, words: string) => (await chat.fromBot()).filter((one) => textOf(one).includes(words))

test('a trainer corrects the words under a picture, changes their mind once, and then takes the message back', async () => {
  const session = await aComingSession(bot, { title: 'Исправке', capacity: 9 })
  const mila = await aReader(bot, [session], { locale: 'sr-Latn' })
  const ana = await aTrainer(bot)
  await sends(ana, session.title, 'Почињемо у 9')
  await vi.waitFor(async () => expect(await inChat(mila, 'Počinjemo u 9')).toHaveLength(1))

  await ana.goes(['presses', 'Исправи, повуци', 'Почињемо у 9'], ['presses', 'Исправи поруку', 'онако како треба'])
  await ana.person.sendFile('photos', new File([aPng()], 'drugo.png', { type: 'image/png' }), 'Почињемо у 11')
  await ana.reads('Слику или документ не могу')
  await ana.goes(
    ['says', 'Почињемо у 12', 'код 1 човека који је већ има'],
    ['presses', 'Измени поруку', 'онако како треба'],
    ['says', 'Почињемо у 10', 'код 1 човека који је већ има'],
    ['presses', 'Да, исправи', 'Исправљена: 1'],
  )
  const [corrected] = await inChat(mila, 'Počinjemo u 10')
  expect(corrected?.photo).toBeDefined()
  expect(await inChat(mila, 'Počinjemo u 9')).toEqual([])

  await ana.goes(
    ['says', '/poruka', 'Последње поруке'],
    ['presses', 'Почињемо у 10', 'Исправљена: 1'],
    ['presses', 'Повуци поруку', 'Да повучем поруку од 1 човека?'],
    ['presses', 'Не, нека остане', 'остаје каква јесте'],
    ['presses', 'Повуци поруку', 'не може да се врати'],
    ['presses', 'Да, повуци', 'Обрисана: 1'],
  )
  expect(await inChat(mila, 'Počinjemo u')).toEqual([])
  await ana.goes(['says', '/poruka', 'Последње поруке'], ['presses', 'Почињемо у 10', 'Обрисана: 1'])
  expect(buttonsOf((await ana.news()).at(-1)!)).not.toContain('Исправи поруку')
})

import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aRegisteredPerson } from '../../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, passUntil } from '../../../support/bot.ts'
import { conversation } from '../../../support/conversation.ts'
import { aComingSession } from '../../coming-session.ts'
import { joins } from '../../joining.ts'
import { aSessionTrainer, type Chat, takeCharge } from '../../trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

/** A session of the trainer's, and somebody with a place in it. */
async function inSession(title: string) {
  const session = await aComingSession(bot, { title }, 10)
  await takeCharge(bot, trainer, session.id)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, session.id, 'Место је Ваше')
  return { session, ana }
}

/** Answers a message in place, as one does in Telegram. */
const replies = (chat: Chat, text: string, replyTo: number) =>
  bot.call('POST', `/people/${chat.person.id}/messages`, { text, replyTo })

test('words about coming reach the trainer, who answers in place; a question stays one', async () => {
  const { ana } = await inSession('Обука у Пландишту')
  await ana.says('стижем у недељу увече')
  await ana.reads('Проследио сам поруку тренеру (Тренер Јован)')
  const word = await trainer.reads('стижем у недељу увече')
  expect(JSON.stringify(word)).toContain('Ана Анић (Град Ниш)')
  expect(JSON.stringify(word)).toContain('Обука у Пландишту')

  await replies(trainer, 'Чекаћемо Вас, кључ је на рецепцији.', word.message_id)
  await trainer.reads('Одговор је послат')
  const answer = await ana.reads('кључ је на рецепцији')
  await replies(ana, 'А где је рецепција?', answer.message_id)
  await trainer.reads('А где је рецепција?')

  await ana.goes(['says', 'Ко усваја ЛАП?', 'скупштина'])
})

test('what somebody writes who was at a session yesterday is about the one that is ahead', async () => {
  const yesterday = await aComingSession(bot, { title: 'Јучерашња обука' }, 1)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, yesterday.id, 'Место је Ваше')
  const ahead = await aComingSession(bot, { title: 'Наредна обука' }, 9)
  await joins(bot, ana, ahead.id, 'Место је Ваше')
  await passUntil(bot, yesterday.ends.add({ hours: 20 }))
  await ana.goes(['says', 'стижем у недељу увече', 'Наредна обука'])
})

test('words that were a question are asked by a tap, and nobody outside of a session writes to trainers', async () => {
  const { ana } = await inSession('Кратка обука')
  await ana.goes(['says', 'Не могу да дођем', 'Проследио сам поруку'])
  await ana.presses('Ово је питање о ЛАП-у')
  await vi.waitFor(async () => expect((await ana.person.messages()).length).toBeGreaterThan(3))
  const stranger = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
  await stranger.says('касним')
  const said = await stranger.reads(' ')
  expect(JSON.stringify(said)).not.toContain('Проследио')
})

test('what sounds of danger and is about coming reaches the trainer, and its writer reads whom to call', async () => {
  const { ana } = await inSession('Зимска обука')
  await ana.says('срце ме стеже, не могу на пут')
  const said = await ana.reads('Проследио сам поруку')
  expect(JSON.stringify(said)).toContain('194')
  await trainer.reads('срце ме стеже')
  await ana.goes(['says', 'туку ме, не могу да дођем', 'одмах позовите'])
})

test('once the trainer has lost the role, a coordinator reads it', async () => {
  const { ana } = await inSession('Туђа обука')
  const coordinator = conversation(await bot.person({ name: 'Координаторка Вера', role: 'coordinator' }))
  await coordinator.goes(['says', '/upravljanje', 'обук'])
  await bot.database.pool.query(`update person set role = 'member' where telegram_id = $1`, [trainer.person.id])
  await ana.goes(['says', 'Каснићу сат времена', 'Координаторка Вера'])
  await coordinator.reads('Каснићу сат времена')
})

test('an answer to a session that is over reaches the trainer without an offer to cancel, and of one long past is told', async () => {
  const { session, ana } = await inSession('Прошла обука')
  await ana.says('стижем у недељу увече')
  const word = await trainer.reads('стижем у недељу увече')
  await replies(trainer, 'Видимо се, кључ је код портира.', word.message_id)
  const answer = await ana.reads('кључ је код портира')
  bot.clock.advance(bot.clock.now().until(session.ends.toInstant().add({ hours: 3 })))
  await replies(ana, 'Хвала на свему!', answer.message_id)
  await trainer.reads('Хвала на свему!')
  expect(buttonsOf(await ana.reads('Проследио сам поруку'))).toEqual(['Ово је питање о ЛАП-у'])

  await bot.database.pool.query('delete from session_word')
  bot.clock.advance(Temporal.Duration.from({ hours: 24 * 60 }))
  await replies(ana, 'Кад је следећа обука?', answer.message_id)
  await ana.reads('давно је завршена')
})

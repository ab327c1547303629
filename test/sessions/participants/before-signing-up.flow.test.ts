import { beforeAll, beforeEach, expect, test } from 'vitest'
import { linkSecret, sealLink } from '../../../src/bot/links.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, wordsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'
import { aSessionTrainer, type Chat, takeCharge } from '../trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

test('of a full session somebody new reads where they would stand before they are asked who they are, and stands there after seven acts', async () => {
  const { id } = await aComingSession(bot, { title: 'Пуна обука', capacity: 1 })
  await joins(bot, await aRegisteredPerson(bot), id, 'Место је Ваше')
  await joins(bot, await aRegisteredPerson(bot), id, 'листи чекања')
  const chat = conversation(await bot.person({ name: 'Мира Мирић' }))
  await chat.says(`/start ${sealLink(await linkSecret(bot.database.pool), { kind: 's', data: String(id) })}`)
  expect(wordsOf(await chat.reads('Сва места су заузета'))).toContain('бићете најдаље 2.')
  const acts: ['says' | 'presses', string, string][] = [
    ['presses', 'Стани у ред', 'Ваше име и презиме'],
    ['presses', 'Да, то сам ја', 'Из које сте општине'],
    ['says', 'Пландиште', 'улога'],
    ['presses', 'Члан/чланица савета', 'На коју адресу'],
    ['presses', 'Прескочи', 'Јесте ли'],
    ['presses', 'Имам', 'пристанак'],
    ['presses', 'Пристајем', 'На листи чекања сте: 1. у реду'],
  ]
  expect(acts).toHaveLength(7)
  await chat.goes(...acts)
})

test('two sessions at the same time are pointed out to whoever signs up for both', async () => {
  const first = await aComingSession(bot, { title: 'Прва од две' }, 15)
  const second = await aComingSession(bot, { title: 'Друга од две' }, 15)
  const other = await aComingSession(bot, { title: 'Дан касније' }, 16)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, first.id, 'Место је Ваше')
  expect(textOf(await joins(bot, ana, second.id, 'Место је Ваше'))).toContain('У исто време сте на обуци „Прва од две“')
  expect(textOf(await joins(bot, ana, other.id, 'Место је Ваше'))).not.toContain('У исто време')
})

test('a place that is given back shortly before, and that nobody waits for, is told to whoever is in charge', async () => {
  const { id } = await aComingSession(bot, { title: 'Празно место', cancelUntil: farAhead(2) }, 3)
  await takeCharge(bot, trainer)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, id, 'Место је Ваше')
  await bot.call('POST', '/clock', { advance: 'PT26H' })
  await ana.goes(['says', '/moje', 'Празно место'])
  await ana.presses('Откажи')
  await ana.presses('Да, отказујем')
  expect(wordsOf(await trainer.reads('Празно место'))).toMatch(/слободн[ао]/)
})

test('the confirmed are written to in three acts from the card, also whoever wants no news, and read why', async () => {
  const { id } = await aComingSession(bot, { title: 'Порука са картице' }, 11)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  await joins(bot, ana, id, 'Место је Ваше')
  await bot.database.pool.query(
    `insert into notice_choice (person_id, kind, wanted) select id, 'news', false from person where telegram_id = $1::bigint`,
    [ana.person.id],
  )
  await trainer.goes(['says', '/upravljanje', 'Предстојеће'], ['presses', 'Порука са картице', 'Места'])
  const acts: ['says' | 'presses', string, string][] = [
    ['presses', 'Порука потврђенима', 'Напишите поруку'],
    ['says', 'Понесите чизме, пада снег.', 'Преглед поруке'],
    ['presses', 'Пошаљи одмах', ''],
  ]
  expect(acts.length).toBeLessThan(4)
  await trainer.goes(...acts)
  expect(textOf(await ana.reads('Понесите чизме'))).toContain('Вести сте искључили')
})

/** A wall time so many days from now. */
const farAhead = (days: number) =>
  bot.clock
    .now()
    .toZonedDateTimeISO('Europe/Belgrade')
    .add({ days })
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

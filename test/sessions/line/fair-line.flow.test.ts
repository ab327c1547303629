import { beforeAll, expect, test } from 'vitest'
import { ZONE } from '../../../src/platform/clock.ts'
import { blocksOf, mustRead } from '../../knowledge/readers/support.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { fileOf } from '../../support/files.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

type Chat = ReturnType<typeof conversation>

/** A trainer makes a session for two, one from each municipality at most, and gets its link. */
async function makesSession(trainer: Chat): Promise<string> {
  const day = bot.clock.now().toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 30 })
  await trainer.goes(
    ['says', '/novaobuka', 'Како се обука зове'],
    ['says', 'Анализа стања', 'Ком модулу'],
    ['presses', 'Без модула', 'кратак опис'],
    ['presses', 'Без описа', 'Кад је обука'],
    ['says', `${day.day}.${day.month}.${day.year}. од 10 до 16`, 'Где је обука'],
    ['says', 'Тренинг центар, Пландиште', 'Колико има места'],
    ['says', '2', 'једна општина'],
    ['presses', '1', 'До када се примају'],
    ['presses', 'Остало је уобичајено', 'Овако ће учесници'],
    ['presses', 'Објави', 'пријаве су отворене'],
    ['presses', 'Линк за пријаву', 't.me'],
  )
  return payloadIn(wordsOf(await trainer.reads('t.me')))
}

const payloadIn = (text: string) => /\?start=([\w-]+)/.exec(text)![1]!

async function joins(chat: Chat, payload: string, expected: string) {
  await chat.says(`/start ${payload}`)
  const card = await chat.reads('Анализа стања')
  await chat.presses(buttonsOf(card).includes('Стани у ред') ? 'Стани у ред' : 'Пријави ме')
  await chat.reads(expected)
}

test('from making a session to its list: everybody’s own view and the trainer’s agree', {
  timeout: 120_000,
}, async () => {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  const link = await makesSession(trainer)

  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић', place: 'Ниш' })
  const branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић', place: 'Ниш' })
  const vesna = await aRegisteredPerson(bot, { name: 'Весна Вуковић', place: 'Пирот' })
  const goran = await aRegisteredPerson(bot, { name: 'Горан Гајић', place: 'Пирот' })
  const dragan = await aRegisteredPerson(bot, { name: 'Драган Деспић', place: 'Чачак' })
  await joins(ana, link, 'Место је Ваше')
  await joins(branko, link, 'На листи чекања сте: 1. у реду')
  await joins(vesna, link, 'Место је Ваше')
  await joins(goran, link, 'На листи чекања сте: 2. у реду')
  await joins(dragan, link, 'На листи чекања сте: 1. у реду')

  // With Ана gone Ниш has no place either, so its earliest request is the first in line.
  await branko.says('/otkazi')
  await ana.goes(['presses', 'Откажи долазак', 'Отказујете'], ['presses', 'Да, отказујем', 'Отказано'])
  await branko.reads('Има места за Вас')
  await dragan.says('/otkazi')
  await bot.call('POST', '/clock', { advance: 'P2D' })
  await branko.reads('није потврђено у року')
  await dragan.reads('Има места за Вас')
  await dragan.goes(['presses', 'Потврђујем долазак', 'Место је Ваше'])

  await dragan.presses('Уступи место колеги')
  const handover = payloadIn(textOf(await dragan.reads('Проследите овај линк')))
  const djordje = await aRegisteredPerson(bot, { name: 'Ђорђе Ђукић', place: 'Чачак' })
  await djordje.goes(
    ['says', `/start ${handover}`, 'Преузимате ли га'],
    ['presses', 'Преузимам место', 'Место је Ваше'],
  )

  for (const [chat, own] of [
    [ana, 'Пријаву сте отказали'],
    [branko, 'Понуђено место није потврђено у року'],
    [vesna, 'Место Вам је потврђено'],
    [goran, 'На листи чекања сте, 1. у реду'],
    [dragan, 'Послали сте замену'],
    [djordje, 'Место Вам је потврђено'],
  ] as const) {
    await chat.says('/moje')
    expect(textOf(await chat.reads('Моје пријаве'))).toContain(own)
  }

  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Анализа стања', '2 потврђено од 2'],
    ['presses', 'Пријаве (3)', 'Пријаве: Анализа стања'],
  )
  const roll = wordsOf(await trainer.reads('Пријаве: Анализа стања'))
  expect(roll).toContain('Потврђено 2 од 2, понуђено 0, на чекању 1')
  for (const line of [
    'Чачак (1) – Ђорђе Ђукић',
    'Пирот (1) – Весна Вуковић',
    '1. Горан Гајић – Пирот',
    'Ана Анић – Ниш, отказано',
    'Бранко Бабић – Ниш, понуда истекла',
    'Драган Деспић – Чачак, место уступљено',
  ])
    expect(roll).toContain(line)

  await trainer.presses('Извези списак')
  const workbook = await trainer.reads('6 пријава')
  const read = await mustRead(await fileOf(bot, workbook), workbook.document!.file_name!)
  const rows = blocksOf(read, 'table').flatMap((block) => (block.kind === 'table' ? block.rows : []))
  const stands = new Map(
    rows.filter(([n]) => /^\d+$/.test(n ?? '')).map((row) => [row[1], row.slice(2, 5).join(' ').trim()]),
  )
  expect(stands.get('Ђорђе Ђукић')).toBe('Чачак потврђено')
  expect(stands.get('Весна Вуковић')).toBe('Пирот потврђено')
  expect(stands.get('Горан Гајић')).toBe('Пирот на листи чекања 1')
  expect(stands.get('Ана Анић')).toBe('Ниш отказано')
  expect(stands.get('Бранко Бабић')).toBe('Ниш понуда истекла')
  expect(stands.get('Драган Деспић')).toBe('Чачак место уступљено')
})

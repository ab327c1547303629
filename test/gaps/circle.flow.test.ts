import { beforeAll, expect, test } from 'vitest'
import { aBot, type Bot, buttonsOf, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const aMember = async (name = 'Милица Јовић') => conversation(await bot.person({ name }))
type Chat = Awaited<ReturnType<typeof aMember>>

const sends = (chat: Chat, question: string, how = 'Пошаљи без имена') =>
  chat.goes(
    ['says', question, 'Не знам'],
    ['presses', 'Питај тренера', question],
    ['presses', how, 'послато тренерима'],
  )

test('what one asks in vain a trainer answers once, and everybody has it', async () => {
  const member = await aMember()
  const latin = await aMember('Petar Petrović')
  await sends(member, 'Ко плаћа превоз до обуке?')
  await latin.goes(
    ['says', 'ko placa prevoz do obuke', 'Ne znam'],
    ['presses', 'Pitaj trenera', 'ko placa prevoz'],
    ['presses', 'Pošalji sa mojim imenom', 'poslato trenerima'],
  )
  const trainer = conversation(await bot.person({ name: 'Ана Анић', role: 'trainer' }))
  await trainer.says('/pitanja')
  const queue = await trainer.reads('Ко плаћа превоз до обуке?')
  expect(wordsOf(queue)).toContain('2 особе')
  await trainer.goes(
    ['presses', 'Ко плаћа превоз', 'Питају 2 особе'],
    ['presses', 'Одговори', 'Напишите одговор'],
    ['says', 'Путне трошкове до обуке плаћа Комесаријат, уз рачун за карту.', 'На шта се одговор ослања'],
    ['says', 'Позив за обуку, КИРС, 2026.', 'Овако ће читати одговор'],
  )
  expect(JSON.stringify(await trainer.fromBot())).toContain('Petar Petrović')
  expect(JSON.stringify(await trainer.fromBot())).not.toContain('Милица')
  await trainer.goes(['presses', 'Објави', 'Објављено'])
  expect(wordsOf(await member.reads('Тренер је одговорио'))).toContain('Комесаријат, уз рачун за карту')
  expect(wordsOf(await latin.reads('Trener je odgovorio'))).toContain('Komesarijat, uz račun za kartu')
  await trainer.reads('сада стиже на 2 питања')

  await member.says('Ко плаћа превоз до обуке?')
  expect(wordsOf(await member.reads('Путне трошкове'))).toContain('потврдио тренер (Ана Анић)')
  const second = await aMember('Јован Јовић')
  await second.says('ko nam plaća prevoz do obuke')
  const answer = await second.reads('trener')
  expect(wordsOf(answer)).toContain('potvrdio trener (Ana Anić)')
  expect(buttonsOf(answer)).not.toContain('Pitaj trenera')
  await trainer.goes(['says', '/pitanja', 'Нема питања'], ['says', '/materijal', 'Ко плаћа превоз до обуке?'])
})

test('whoever does not want to hear of it is not told, and off topic is told once', async () => {
  const member = await aMember()
  const silent = await aMember()
  await sends(member, 'Како се пече хлеб?')
  await sends(silent, 'Како се пече хлеб?')
  await silent.goes(['presses', 'Не јављај ми', 'нећу јављати'])
  const trainer = conversation(await bot.person({ name: 'Ана Анић', role: 'trainer' }))
  await trainer.goes(
    ['says', '/pitanja', 'Како се пече хлеб?'],
    ['presses', 'Како се пече', 'Питају 2 особе'],
    ['presses', 'Ван теме', 'Да ли је ово питање ван теме'],
    ['presses', 'Да, ван теме', 'затворено'],
  )
  await member.reads('Није из области')
  const { rows } = await bot.database.pool.query(
    `select key from outbox where key like 'gap:news:%' and payload = '{}'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect((await silent.fromBot()).some((one) => wordsOf(one).includes('Није из области'))).toBe(false)
})

test('a passage that was there is pointed to, and found from then on', async () => {
  const member = await aMember()
  await sends(member, 'Шаље ли неко папир кад се окупљамо?')
  const trainer = conversation(await bot.person({ name: 'Ана Анић', role: 'trainer' }))
  await trainer.goes(['says', '/pitanja', 'Шаље ли неко папир'], ['presses', 'Шаље ли неко', 'Питају 1 особа'])
  await trainer.presses('Већ пише у материјалу')
  await trainer.goes(['presses', 'Колико често се састаје', 'два пута годишње'], ['presses', 'Објави', 'Објављено'])
  await member.reads('Тренер је пронашао одговор')
  await member.says('Шаље ли неко папир кад се окупљамо?')
  const answer = await member.reads('два пута годишње')
  expect(wordsOf(answer)).not.toContain('потврдио')
})

test('where a second look is required, another of staff publishes', async () => {
  const coordinator = conversation(await bot.person({ name: 'Координаторка', role: 'coordinator' }))
  const member = await aMember()
  await sends(member, 'Где се купују сидра?')
  await coordinator.goes(['says', '/pitanja', 'Где се купују сидра'], ['presses', 'Тражи другу проверу', 'још неко'])
  const trainer = conversation(await bot.person({ name: 'Ана Анић', role: 'trainer' }))
  await trainer.goes(
    ['says', '/pitanja', 'Где се купују сидра'],
    ['presses', 'Где се купују', 'Питају'],
    ['presses', 'Одговори', 'Напишите одговор'],
    ['says', 'Сидра се купују у бродарској задрузи.', 'ослања'],
    ['says', 'Бродарска задруга', 'Овако ће'],
    ['presses', 'Измени рок', 'До када'],
    ['presses', 'Две године', 'Важи до'],
    ['presses', 'Објави', 'на другу проверу'],
  )
  await coordinator.reads('чека другу проверу')
  await coordinator.goes(
    ['presses', 'Погледај одговор', 'бродарској задрузи'],
    ['presses', 'Слажем се', 'Објављено'],
    ['says', '/pitanja', 'Нема питања'],
    ['presses', 'Не тражи другу проверу', 'ко га напише'],
  )
  await member.reads('Тренер је одговорио')
})

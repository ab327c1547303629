import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../src/knowledge/readers/read-file.ts'
import { insertMarks } from '../../src/sessions/attendance/store.ts'
import { readRoll } from '../../src/sessions/line/store.ts'
import { allText } from '../knowledge/readers/support.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'
import { hasPoppler, textOfPdf } from '../support/pdf.ts'
import { seenIn } from '../support/picture.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

test('staff read what was done, as a message, a map, a workbook and a page; and enter what was before', async () => {
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(['says', '/izvestaji', 'нема ниједне завршене обуке'])
  const session = await aComingSession(bot, { title: 'Извештајна', capacity: 5 }, 2)
  const people = [
    await aRegisteredPerson(bot, { name: 'Ана Анић' }),
    await aRegisteredPerson(bot, { name: 'Бранко Бабић', place: 'Чачак' }),
    await aRegisteredPerson(bot, { name: 'Весна Вуковић', place: 'Шабац' }),
  ]
  for (const one of people) await joins(bot, one, session.id, 'Место је Ваше')
  const { signUps } = (await readRoll(bot.database.pool, session.id))!
  const on = session.starts.toPlainDate()
  const base = { on, how: 'tapped', at: session.starts.toInstant(), actorId: session.createdBy, reason: null } as const
  await insertMarks(
    bot.database.pool,
    session.id,
    signUps.map(({ id }, i) => ({ ...base, signUpId: id, state: i < 2 ? ('present' as const) : ('absent' as const) })),
  )
  await bot.call('POST', '/clock', { advance: 'P4D' })

  await trainer.goes(
    ['says', '/izvestaji', 'Људи: 2'],
    ['says', '/izvestaji Чачак', 'Учешћа: 1'],
    ['says', '/izvestaji нешто', 'То нисам разумео'],
    ['says', '/izvestaji', 'Имали место, а нису дошли: 1'],
  )
  await trainer.presses('Мапа')
  const map = await trainer.reads('Сваки квадратић')
  expect(seenIn(await fileOf(bot, map))).toMatchObject({ width: 1080 })
  await trainer.presses('XLSX')
  const book = await readFile(await fileOf(bot, await trainer.reads('сви редови')), 'izvestaj.xlsx')
  if (book.kind !== 'read') throw new Error(book.reason)
  for (const words of ['Ана Анић', 'Бранко Бабић', 'Извештајна', 'Нишавски']) expect(allText(book)).toContain(words)
  expect(allText(book)).not.toContain('Весна Вуковић')
  await trainer.presses('PDF за донатора')
  const page = await fileOf(bot, await trainer.reads('једна страна, без имена'))
  if (hasPoppler()) {
    expect(textOfPdf(page)).toContain('Људи: 2')
    expect(textOfPdf(page)).not.toContain('Анић')
  }

  await trainer.goes(
    ['presses', 'Унеси збир', 'Напишите шта је одржано'],
    ['says', '14 обука', 'Почните са'],
    ['says', 'до 2030: 14 обука, 149 људи', 'још није прошао'],
    ['says', 'до марта 2024: 14 обука, 149 људи, 70 општина\nНиш, Атлантида', 'не препознајем: Атлантида'],
    ['says', 'до марта 2024: 14 обука, 149 људи, 70 општина', 'људи 151'],
  )
  expect(wordsOf(await trainer.reads('Укупно са унетим'))).toContain('обуке 15')
  await trainer.presses('Уклони: до')
  expect(wordsOf(await trainer.reads('Људи: 2'))).not.toContain('унетим')
})

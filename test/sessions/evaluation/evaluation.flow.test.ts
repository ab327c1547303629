import { beforeAll, expect, test } from 'vitest'
import { aPlaceFor, note } from '../../certificates/attended.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { fileOf } from '../../support/files.ts'
import { seenIn } from '../../support/picture.ts'
import { aComingSession } from '../coming-session.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

type Chat = ReturnType<typeof conversation>

const hours = (count: number) => bot.clock.advance(Temporal.Duration.from({ hours: count }))

/** Marks for the four questions, and words, or none. */
async function evaluates(chat: Chat, marks: readonly (number | null)[], words: string | null) {
  await chat.presses('Оцени обуку')
  for (const [i, mark] of marks.entries()) {
    await chat.reads(`${i + 1} од 5`)
    await chat.presses(mark === null ? 'Прескочи' : String(mark))
  }
  await chat.reads('Шта бисте променили')
  await (words === null ? chat.presses('Прескочи') : chat.says(words))
  await chat.reads('Хвала!')
}

/** The evaluation of a session as a trainer opens it. */
async function opens(trainer: Chat, title: string, list: 'ahead' | 'past') {
  await trainer.says('/upravljanje')
  await trainer.reads('обук')
  if (list === 'past') await trainer.presses('Прошле')
  await trainer.presses(title)
  await trainer.reads(title)
  await trainer.presses('Оцене')
  return trainer.reads('Оцене: ')
}

test('those who were there are asked, answer as nobody, are reminded once, and results show from five on', async () => {
  const names = ['Ана Анић', 'Вера Верић', 'Гоца Гоцић', 'Дара Дарић', 'Ела Елић', 'Зора Зорић', 'Јана Јанић']
  const people: Chat[] = []
  for (const name of names) people.push(await aRegisteredPerson(bot, { name }))
  const title = 'Мерење успеха'
  const session = await aComingSession(bot, { title, capacity: 20 }, 5)
  const signUps: number[] = []
  for (const { person } of people) signUps.push(await aPlaceFor(bot, person.id, session.id))
  const trainer = conversation(await bot.person({ name: 'Тренерка Јована', role: 'trainer' }))
  expect(textOf(await opens(trainer, title, 'ahead'))).toContain('Колико Вам је обука корисна')
  await trainer.presses('Друга питања')
  await trainer.goes(
    ['says', '?', 'Нисам разумео'],
    [
      'says',
      'Колико је било корисно?\nКолико је било јасно?\nКакав је био тренер?\nКаква је била сала?',
      'Каква је била сала?',
    ],
  )

  bot.clock.advance(bot.clock.now().until(session.ends.toInstant().add({ hours: 1 }), { largestUnit: 'hours' }))
  const day = session.starts.toPlainDate().toString()
  const marks = Object.fromEntries(signUps.map((id, i) => [id, [i === 6 ? ('absent' as const) : ('present' as const)]]))
  await note(bot, session.id, [day], marks)
  hours(3)
  const [ana, vera, goca, dara, ela, zora, jana] = people as [Chat, Chat, Chat, Chat, Chat, Chat, Chat]
  expect(textOf(await ana.reads('Како је било на обуци?'))).toContain('анонимни')

  await evaluates(ana, [5, 4, 5, null], 'Више вежби, молим.')
  await evaluates(vera, [4, 4, 4, 4], null)
  await evaluates(goca, [5, 5, 5, 5], 'Све је било добро.')
  // Back, another mark, and only the last one counts; a question of their own is none of the answers.
  await dara.presses('Оцени обуку')
  await dara.reads('1 од 5')
  await dara.presses('1')
  await dara.reads('2 од 5')
  await dara.presses('Назад')
  await dara.reads('1 од 5')
  expect(buttonsOf((await dara.fromBot()).at(-1)!)).toContain('● 1')
  await dara.goes(['says', 'Ко усваја ЛАП?', 'скупштина'])
  await dara.presses('3')
  for (const step of ['2 од 5', '3 од 5', '4 од 5']) {
    await dara.reads(step)
    await dara.presses('Прескочи')
  }
  await dara.reads('Шта бисте променили')
  await dara.presses('Прескочи')
  await dara.reads('Хвала!')

  const below = textOf(await opens(trainer, title, 'past'))
  expect(below).toContain('Питано: 6. Одговорило: 4.')
  expect(below).not.toMatch(/просек|вежби/)
  expect(buttonsOf((await trainer.fromBot()).at(-1)!)).not.toContain('Преузми као XLSX')

  hours(49)
  await ela.reads('Још није касно')
  await zora.reads('Више Вас нећу подсећати')
  await evaluates(ela, [3, 3, 3, 3], 'Краће паузе.')
  const results = textOf(await opens(trainer, title, 'past'))
  expect(results).toContain('Питано: 6. Одговорило: 5.')
  expect(results).toMatch(/Колико је било корисно\? – просек 4,0\s+5 ▇+ 2\s+4 ▇+ 1\s+3 ▇+ 2\s+2 +0\s+1 +0/)
  expect(results).toMatch(/Више вежби, молим\./)
  for (const name of names) expect(results).not.toContain(name.split(' ')[1])
  await trainer.presses('Слика')
  const picture = await fileOf(bot, await trainer.reads('Оцене: Мерење успеха'))
  expect(seenIn(picture)).toMatchObject({ width: 1080 })
  expect(picture.length).toBeLessThan(150_000)
  await trainer.presses('Преузми као XLSX')
  await trainer.readsFile(`ocene-${session.id}.xlsx`)

  // Nobody answers twice, nor whoever was not there.
  const said = async (chat: Chat) => (await chat.fromBot()).map(textOf).join('\n')
  expect(await said(vera)).not.toContain('Још није касно')
  expect(await said(jana)).not.toMatch(/Како је било|Још није касно/)

  hours(24 * 5)
  const staff = conversation(await bot.person({ name: 'Координаторка', role: 'coordinator' }))
  expect(textOf(await opens(staff, title, 'past'))).not.toContain('још траје')
  await zora.presses('Оцени обуку')
  await zora.reads('завршено')

  // Nothing in the database says whose an answer is.
  const { rows } = await bot.database.pool.query('select * from evaluation_answer')
  expect(rows).toHaveLength(5)
  expect(Object.keys(rows[0]!).toSorted()).toEqual(['answers', 'id', 'session_id'])
  const writers = await bot.database.pool.query('select distinct xmin::text from evaluation_answer')
  expect(writers.rows).toHaveLength(1)
  const dialogues = await bot.database.pool.query("select * from dialogue where kind = 'evaluation'")
  expect(dialogues.rows).toEqual([])
})

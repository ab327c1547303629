import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { begin } from '../../src/quiz/actions.ts'
import { allQuizzes } from '../../src/quiz/quizzes.ts'
import { aPlaceFor } from '../certificates/attended.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot, type TestPerson } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

const [first] = allQuizzes()

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** The newest poll in somebody's chat. */
async function pollIn(person: TestPerson, place: number): Promise<Message> {
  return vi.waitFor(
    async () => {
      const found = (await person.messages()).findLast(({ poll }) => poll?.question.startsWith(`Питање ${place} од`))
      if (!found) throw new Error(`No question ${place}`)
      return found
    },
    { timeout: 15_000, interval: 20 },
  )
}

async function answerAll(person: TestPerson, choose: (right: number, at: number) => number): Promise<void> {
  for (const [at, { right }] of first!.questions.entries()) {
    const { message_id: id, poll } = await pollIn(person, at + 1)
    expect(poll).toMatchObject({ type: 'quiz', is_anonymous: false, correct_option_ids: [right] })
    await person.vote(id, [choose(right, at)])
  }
}

describe('a quiz', () => {
  test('asks on after each vote, and says at the end what was missed', async () => {
    const member = await bot.person({ name: 'Ана Анић' })
    const chat = conversation(member)
    await chat.goes(['says', '/kviz', 'Изаберите квиз'])
    await chat.presses(first!.title)
    await answerAll(member, (right, at) => (at === 0 ? (right + 1) % 3 : right))
    const score = await chat.reads(`Тачно: ${first!.questions.length - 1} од ${first!.questions.length}`)
    expect(JSON.stringify(score)).toContain(first!.questions[0]!.explanation.slice(0, 20))
  })

  test('passes over a question, counts each once, and ends when another begins', async () => {
    const member = await bot.person({ name: 'Мира Мирић' })
    const chat = conversation(member)
    await chat.goes(['says', '/kviz', 'Изаберите квиз'])
    await chat.presses(first!.title)
    const old = await pollIn(member, 1)
    await member.tap(old.message_id, 'Даље')
    const second = await pollIn(member, 2)
    expect((await member.tap(old.message_id, 'Даље')).text).toBe('На то питање сте већ одговорили.')
    await chat.says('/kviz')
    await chat.presses(allQuizzes()[1]!.title)
    await vi.waitFor(async () => {
      const { poll } = await pollIn(member, 1)
      expect(poll!.question).toContain('радионице')
    })
    expect((await member.tap(second.message_id, 'Даље')).text).toContain('завршен')
  })

  test('is said in words where a server takes no polls, and goes on by «Даље»', async () => {
    const member = await bot.person({ name: 'Јован Јовић' })
    const chat = conversation(member)
    await chat.goes(['says', '/kviz', 'Изаберите квиз'])
    await bot.call('POST', '/faults', { method: 'sendPoll', error: 400, times: 2 })
    await chat.presses(first!.title)
    expect(JSON.stringify(await chat.reads('Питање 1 од'))).toContain('Тачан одговор')
    await chat.presses('Даље')
    await chat.reads('Питање 2 од')
  })

  test('is sent by a trainer to the confirmed, each once, and shows sums once three have finished', async () => {
    const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
    const members: TestPerson[] = []
    for (const name of ['Вера Верић', 'Гоца Гоцић', 'Дара Дарић'])
      members.push((await aRegisteredPerson(bot, { name })).person)
    const session = await aComingSession(bot, { title: 'Мерење успеха', capacity: 20 }, 5)
    for (const { id } of members) await aPlaceFor(bot, id, session.id)
    await trainer.goes(
      ['says', '/kviz', 'Изаберите квиз'],
      ['presses', 'Пошаљи учесницима обуке', 'За коју обуку'],
      ['presses', 'Мерење успеха', 'Прима порука: 3'],
      ['presses', 'Пошаљи', 'Квиз је послат (3)'],
      ['presses', 'Резултати', 'још није завршило'],
    )
    for (const [i, member] of members.entries()) {
      await conversation(member).presses('Почни')
      await answerAll(member, (right, at) => (i === 0 && at === 1 ? (right + 1) % 3 : right))
      await vi.waitFor(async () => expect(JSON.stringify(await member.messages())).toContain('Тачно: '))
    }
    await trainer.goes(['presses', 'Резултати', 'Завршили: 3. Просечно тачно: 7,7 од 8.'])
    expect(JSON.stringify(await trainer.fromBot())).toContain('(1 од 3)')
    await trainer.goes(
      ['says', '/upravljanje', 'обук'],
      ['presses', 'Мерење успеха', 'Мерење успеха'],
      ['presses', 'Квиз', 'Прима порука: 3'],
      ['presses', 'Пошаљи', 'већ послат'],
    )
  })

  test('of a session counts there for those alone who have a place, whatever button is forged', async () => {
    const session = await aComingSession(bot, { title: 'Туђи квиз', capacity: 20 }, 5)
    const idOf = async (telegramId: number) =>
      (await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [telegramId]))
        .rows[0]!.id
    const member = (await aRegisteredPerson(bot, { name: 'Зора Зорић' })).person
    await aPlaceFor(bot, member.id, session.id)
    const stranger = await aRegisteredPerson(bot, { name: 'Илија Илић' })
    const counts: (number | null)[] = []
    for (const telegramId of [member.id, stranger.person.id]) {
      const by = { personId: await idOf(telegramId), quizId: first!.id, sessionId: session.id }
      const begun = await bot.database.transaction((db) => begin(db, by, bot.clock.now()))
      counts.push(begun.kind === 'going' ? begun.run.sessionId : null)
    }
    expect(counts).toEqual([session.id, null])
  })
})

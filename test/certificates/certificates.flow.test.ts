import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, test } from 'vitest'
import { quizOf } from '../../src/quiz/quizzes.ts'
import { stretchesIn } from '../../src/sessions/session/session.ts'
import { enterPerson } from '../../src/sessions/staff/entered/actions.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot, buttonsOf } from '../support/bot.ts'
import { conversation, textOf } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'
import { hasPoppler, textOfPdf } from '../support/pdf.ts'
import { aPlaceFor, note } from './attended.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot({ issuer: 'Комесаријат за избеглице и миграције' })
})

type Chat = Awaited<ReturnType<typeof aRegisteredPerson>>

/** A session of three days that is over, with these people in it, and a trainer. */
async function aHeldSession(title: string, people: readonly Chat[], entered: readonly string[] = []) {
  const wall = (days: number, hour: string) =>
    bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').add({ days }).toPlainDate().toString() + hour
  const plan = { title, starts: wall(3, 'T09:00'), ends: wall(5, 'T15:00'), capacity: 20 }
  const session = await aComingSession(bot, { ...plan, signUpUntil: wall(2, 'T12:00'), cancelUntil: wall(2, 'T12:00') })
  const signUps: number[] = []
  for (const { person } of people) signUps.push(await aPlaceFor(bot, person.id, session.id))
  for (const name of entered) signUps.push(await anEnteredPlace(session.id, name))
  bot.clock.advance(Temporal.Duration.from({ hours: 24 * 6 }))
  const days = stretchesIn(session).map(({ from }) => from.toPlainDate().toString())
  return { session, signUps, days }
}

/** A place for somebody whom staff wrote down; the sign-up. */
async function anEnteredPlace(sessionId: number, name: string): Promise<number> {
  const entry = { name, municipality: '80012', phone: '064 123 4567', email: null }
  const by = { sessionId, entry, staffId: 1, reason: { added: 'договорено', letIn: 'дошао' }, isAnother: false }
  const result = await bot.database.transaction((db) => enterPerson(db, by, bot.clock.now()))
  if (!('signUp' in result)) throw new Error(result.kind)
  return result.signUp.id
}

/** Somebody went through the first quiz to its end. */
async function takes(telegramId: number, answers: (number | null)[]) {
  await bot.database.pool.query(
    `insert into quiz_run (person_id, quiz, answers, started_at, ended_at, finished)
     select id, 1, $2::jsonb, $3::timestamptz, $3::timestamptz, true from person where telegram_id = $1::bigint`,
    [telegramId, JSON.stringify(answers), bot.clock.now().toString()],
  )
}

const trainerOf = async (role: 'trainer' | 'coordinator', name = 'Тренерка Јована') =>
  conversation(await bot.person({ name, role }))

/** Opens the certificates of a session from its card. */
async function opens(trainer: ReturnType<typeof conversation>, title: string) {
  await trainer.says('/upravljanje')
  await trainer.reads('обук')
  await trainer.presses('Прошле')
  await trainer.presses(title)
  await trainer.reads(title)
  await trainer.presses('Потврде')
  return trainer.reads('Потврде: ')
}

const numberIn = (message: Message) => /[ЛL][СS](?:-\d{4}){4}/.exec(textOf(message))![0]

const arrives = async (chat: Chat, words = 'у прилогу') => {
  const message = await chat.reads(words)
  expect(message.document?.file_name).toMatch(/\.pdf$/)
  return message
}

describe('certificates', () => {
  test('are given to those whom the rule names, follow a corrected name and sheet, and are checked by their number', async () => {
    const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
    const petar = await aRegisteredPerson(bot, { name: 'Petar Petrović', languageCode: 'hr' })
    const mira = await aRegisteredPerson(bot, { name: 'Мира Мирић' })
    const { session, signUps, days } = await aHeldSession('Циљеви и мере', [ana, petar, mira])
    const [anaIs, petarIs, miraIs] = signUps as [number, number, number]
    await note(bot, session.id, days, {
      [anaIs]: ['present', 'present', 'late'],
      [petarIs]: ['present', 'present', 'present'],
      [miraIs]: ['present', 'absent', 'absent'],
    })
    const trainer = await trainerOf('trainer')
    const overview = textOf(await opens(trainer, 'Циљеви и мере'))
    expect(overview).toContain('ко је био на свим данима (3)')
    expect(overview).toMatch(
      /Добија потврду: 2[\s\S]*Ана Анић[\s\S]*Не добија потврду: 1[\s\S]*Мира Мирић – 1 дан присуства/,
    )

    await trainer.presses('Дај потврде (2)')
    expect(textOf(await trainer.reads('Готово.'))).toContain('Издато: 2')
    const first = numberIn(await arrives(ana))
    const latin = await arrives(petar, 'u prilogu')
    expect(numberIn(latin)).toMatch(/^LS-/)
    if (hasPoppler()) {
      const paper = textOfPdf(await fileOf(bot, latin))
      expect(paper).toMatch(/POTVRDA[\s\S]*Petar Petrović[\s\S]*Ciljevi i mere[\s\S]*3 od 3 dana[\s\S]*18 sati/)
      expect(paper).toContain('Komesarijat za izbeglice i migracije')
    }

    // Anybody asks, in whichever script.
    const stranger = conversation(await bot.person({ name: 'Непозната' }))
    await stranger.says(`провери ${first}`)
    const checked = textOf(await stranger.reads('Потврда важи'))
    expect(checked).toMatch(/Ана Анић[\s\S]*Циљеви и мере[\s\S]*3 од 3 дана/)
    await stranger.goes(['says', `/proveri ${numberIn(latin)}`, 'Потврда важи'])

    // A name is corrected.
    await trainer.presses('Појединачно')
    await trainer.presses('Ана Анић')
    await trainer.reads('Стање: важи')
    expect(buttonsOf((await trainer.fromBot()).at(-1)!)).not.toContain('Повуци')
    await trainer.presses('Исправи име')
    await trainer.goes(['says', '1234', 'Напишите име и презиме'], ['says', 'Ана Анић-Лукић', 'Име је исправљено'])
    const second = numberIn(await arrives(ana, 'замењује ранију'))
    expect(second).not.toBe(first)
    await stranger.goes(
      ['says', `провери ${first}`, 'замењена је другом'],
      ['says', `провери ${second}`, 'Ана Анић-Лукић'],
    )

    // The sheet is corrected afterwards.
    await note(bot, session.id, days, { [anaIs]: ['absent'], [miraIs]: ['present', 'present', 'present'] })
    bot.clock.advance(Temporal.Duration.from({ minutes: 2 }))
    expect(textOf(await ana.reads('повучена'))).toContain('присуство је исправљено')
    await arrives(mira)
    await stranger.goes(['says', second, 'повучена је'])

    // Again at any time, in another script and language.
    await mira.says('/moje')
    await mira.reads('Циљеви и мере')
    await mira.presses('Моје потврде')
    await mira.presses('Циљеви и мере')
    await arrives(mira)
    await mira.presses('На енглеском')
    const english = await arrives(mira)
    if (hasPoppler()) expect(textOfPdf(await fileOf(bot, english))).toMatch(/CERTIFICATE[\s\S]*Mira Mirić/)
  })

  test('a quiz that the rule wants is asked of those who can take it, also afterwards; whoever has the paper keeps it when answers are forgotten', async () => {
    const [vera, goran, milan] = [
      await aRegisteredPerson(bot, { name: 'Вера Верић' }),
      await aRegisteredPerson(bot, { name: 'Горан Гајић' }),
      await aRegisteredPerson(bot, { name: 'Милан Милић' }),
    ]
    const { session, signUps, days } = await aHeldSession('Обука са квизом', [vera, goran, milan], ['Нада Надић'])
    const all = ['present', 'present', 'present'] as const
    await note(bot, session.id, days, Object.fromEntries(signUps.map((id) => [id, [...all]])))
    const trainer = await trainerOf('trainer')
    const quiz = quizOf(1)!
    await opens(trainer, 'Обука са квизом')
    await trainer.presses('Правило')
    await trainer.presses('Квиз: ')
    await trainer.reads('положити квиз')
    const right = quiz.questions.map((question) => question.right)
    await takes(vera.person.id, right)
    await takes(
      goran.person.id,
      quiz.questions.map(() => null),
    )
    const shown = textOf(await opens(trainer, 'Обука са квизом'))
    expect(shown).toContain('квиз није положен')
    await trainer.presses('Дај потврде (2)')
    await trainer.reads('Издато: 2')
    await arrives(vera)
    await takes(goran.person.id, right)
    await arrives(goran)

    await bot.database.pool.query('delete from quiz_run')
    expect(textOf(await opens(trainer, 'Обука са квизом'))).toContain('Издато је: 3')
    await trainer.presses('Правило')
    await trainer.presses('Без квиза')
    await trainer.presses('(1)')
    await trainer.reads('Издато: 1')
    await arrives(milan)
  })

  test('a rule of fewer days names more people, and a coordinator revokes with a reason', async () => {
    const vera = await aRegisteredPerson(bot, { name: 'Вера Верић' })
    const { session, signUps, days } = await aHeldSession('Буџет плана', [vera])
    await note(bot, session.id, days, { [signUps[0]!]: ['present', 'present', 'absent'] })
    const coordinator = await trainerOf('coordinator', 'Координаторка Ирена')
    expect(textOf(await opens(coordinator, 'Буџет плана'))).toContain('за сада не добија нико')
    await coordinator.presses('Правило')
    await coordinator.presses('Бар 2')
    await coordinator.reads('бар 2 дана од 3')
    await coordinator.presses('Дај потврде (1)')
    await coordinator.reads('Издато: 1')
    const number = numberIn(await arrives(vera))

    await coordinator.presses('Појединачно')
    await coordinator.presses('Вера Верић')
    await coordinator.presses('Повуци')
    await coordinator.goes(['says', '.', 'Напишите разлог'], ['says', 'Издата је грешком.', 'Потврда је повучена'])
    expect(textOf(await vera.reads('повучена'))).toContain('Издата је грешком.')
    await vera.goes(['says', `провери ${number}`, 'повучена је'])

    // It does not come back by itself, only by the same hand.
    await note(bot, session.id, days, { [signUps[0]!]: ['present', 'present', 'present'] })
    bot.clock.advance(Temporal.Duration.from({ minutes: 2 }))
    expect(textOf(await opens(coordinator, 'Буџет плана'))).toContain('потврда је повучена')
    await coordinator.presses('Појединачно')
    await coordinator.presses('Вера Верић')
    await coordinator.presses('Врати')
    await coordinator.reads('нова потврда је издата')
    expect(numberIn(await arrives(vera))).not.toBe(number)
  })

  test('of somebody who erased their data are found by number alone, without the name', async () => {
    const zora = await aRegisteredPerson(bot, { name: 'Зора Зорић' })
    const { session, signUps, days } = await aHeldSession('Подаци', [zora])
    await note(bot, session.id, days, { [signUps[0]!]: ['present', 'present', 'present'] })
    const trainer = await trainerOf('trainer', 'Тренер Марко')
    await opens(trainer, 'Подаци')
    await trainer.presses('Дај потврде (1)')
    const number = numberIn(await arrives(zora))
    await zora.says('/obrisi')
    await zora.presses('Да, обриши све')
    await zora.reads('Обрисано је све')
    const stranger = conversation(await bot.person({ name: 'Непознат' }))
    await stranger.says(`провери ${number}`)
    const answer = textOf(await stranger.reads('Потврда важи'))
    expect(answer).toContain('Име није сачувано')
    expect(answer).toContain('Подаци')
    expect(answer).not.toContain('Зор')
    await stranger.goes(
      ['says', `провери ${number} Zora Zorić`, 'јесте издата на то име'],
      ['says', `провери ${number} Мара Марић`, 'није издата на то име'],
    )
    const { rows } = await bot.database.pool.query('select * from certificate where session_id = $1', [session.id])
    expect(JSON.stringify(rows)).not.toMatch(/Зор|ЛС|person_id":"?\d/)
    expect(rows[0]).toMatchObject({ number: null, person_id: null, state: 'valid' })
  })

  test('of somebody without Telegram come to whoever gave them, to be handed over', async () => {
    const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
    const { session, signUps, days } = await aHeldSession('Папир у руке', [ana], ['Дара Дарић'])
    const was = ['present', 'present', 'present'] as const
    await note(bot, session.id, days, Object.fromEntries(signUps.map((id) => [id, was])))
    const trainer = await trainerOf('trainer')
    await opens(trainer, 'Папир у руке')
    await trainer.presses('Дај потврде (2)')
    const paper = await trainer.reads('Дара Дарић нема Телеграм: одштампајте потврду')
    expect(textOf(paper)).toContain('064 123 4567')
    expect(paper.document?.file_name).toMatch(/\.pdf$/)
    await arrives(ana)
  })

  test('are not given before the last day, nor for a session that was called off', async () => {
    const session = await aComingSession(bot, { title: 'Тек ће бити' }, 5)
    bot.clock.advance(Temporal.Duration.from({ hours: 24 * 3 }))
    const trainer = await trainerOf('trainer', 'Тренерка Сања')
    await trainer.says('/upravljanje')
    await trainer.presses('Тек ће бити')
    const card = await trainer.reads('Тек ће бити')
    expect(buttonsOf(card)).not.toContain('Потврде')
    expect(session.state).toBe('open')
  })
})

test('who guesses numbers is slowed down, and typing errors are told without it', async () => {
  const guesser = conversation(await bot.person({ name: 'Погађач' }))
  await guesser.goes(['says', 'провери ЛС-1234-5678-9012-3456', 'нешто не одговара'])
  for (let i = 0; i < 10; i++) {
    const { newNumber, shownNumber } = await import('../../src/certificates/number.ts')
    await guesser.goes(['says', `провери ${shownNumber('sr-Cyrl', newNumber())}`, 'не постоји'])
  }
  await guesser.goes(['says', 'ЛС-4821-0937-5516-2010', 'Превише бројева'])
})

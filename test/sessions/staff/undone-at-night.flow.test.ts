import { beforeAll, describe, expect, test } from 'vitest'
import type { SessionPlan } from '../../../src/sessions/session/session.ts'
import { moveInLine, removePerson, undo } from '../../../src/sessions/staff/actions.ts'
import { cancelSession, changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { type conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'

let bot: Bot
let staffId: number
beforeAll(async () => {
  bot = await aBot()
  const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
  const { rows } = await bot.database.pool.query<{ id: number }>(
    'select id from person where telegram_id = $1::bigint',
    [trainer.id],
  )
  staffId = rows[0]!.id
})

type Chat = Awaited<ReturnType<typeof aRegisteredPerson>>

async function until(time: string) {
  const here = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade')
  const today = here.withPlainTime(time)
  const at = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })
  const seconds = bot.clock.now().until(at.toInstant()).total('seconds')
  await bot.call('POST', '/clock', { advance: `PT${Math.ceil(seconds)}S` })
}

const saidTo = async (one: ReturnType<typeof conversation>) => (await one.fromBot()).map(textOf).join('\n')

/** The sign-up of somebody, and the number of the last event on it. */
async function signUpOf({ person }: Chat, sessionId: number) {
  const { rows } = await bot.database.pool.query<{ id: number; number: number }>(
    `select sign_up.id, (select max(number) from sign_up_event where sign_up_id = sign_up.id) as number
     from sign_up join person on person.id = person_id where telegram_id = $1::bigint and sign_up.session_id = $2::int`,
    [person.id, sessionId],
  )
  return rows[0]!
}

async function removes(chat: Chat, sessionId: number) {
  const { id: signUpId } = await signUpOf(chat, sessionId)
  const by = { signUpId, staffId, reason: 'Није позван.' }
  await bot.database.transaction((db) => removePerson(db, by, bot.clock.now()))
}

async function undoes(chat: Chat, sessionId: number) {
  const { id: signUpId, number } = await signUpOf(chat, sessionId)
  const by = { signUpId, number, staffId, passedOnReason: 'место је у међувремену понуђено' }
  return bot.database.transaction((db) => undo(db, by, bot.clock.now()))
}

/** Something that arrives in the morning as well, after all that was held before it. */
async function morningComes(chat: Chat) {
  const other = await aComingSession(bot, { title: `Увече ${chat.person.id}` }, 40)
  await joins(bot, chat, other.id, 'Место је Ваше')
  await removes(chat, other.id)
  await until('08:01')
  await chat.reads(`Увече ${chat.person.id}`)
}

describe('an act of staff that is undone', () => {
  test('in the same night is told to nobody, whoever stands where they stood', async () => {
    const session = await aComingSession(bot, { title: 'Ноћна обука', capacity: 2 }, 20)
    const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
    await joins(bot, ana, session.id, 'Место је Ваше')
    await until('22:15')
    const before = (await ana.fromBot()).length
    await removes(ana, session.id)
    expect(await undoes(ana, session.id)).toMatchObject({ kind: 'undone', untold: true })
    const { rows } = await bot.database.pool.query(`select key from outbox where lane = 'held'`)
    expect(rows).toEqual([])
    await morningComes(ana)
    const since = (await ana.fromBot()).slice(before).map(textOf).join('\n')
    expect(since).not.toMatch(/Није позван.*Ноћна|Ноћна обука/s)
  })

  test('in the same night tells the outcome alone, once, where that is another', async () => {
    const session = await aComingSession(bot, { title: 'Пуна обука', capacity: 1 }, 20)
    const branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић' })
    const vesna = await aRegisteredPerson(bot, { name: 'Весна Вуковић', place: 'Пирот' })
    await joins(bot, branko, session.id, 'Место је Ваше')
    await joins(bot, vesna, session.id, 'реду')
    await until('22:15')
    await removes(branko, session.id)
    const undone = await undoes(branko, session.id)
    expect(undone).toMatchObject({ kind: 'undone', passedOn: true })
    expect(undone).not.toHaveProperty('untold')
    await until('08:01')
    await branko.reads('поништио своју последњу промену')
    expect(await saidTo(branko)).not.toContain('Није позван.')
    await vesna.reads('Пуна обука')
  })

  test('twice in the same night leaves nothing of either, and by day both are told', async () => {
    const session = await aComingSession(bot, { title: 'Обука са редом', capacity: 1 }, 20)
    const chats: Chat[] = []
    for (const [i, name] of ['Горан Гајић', 'Дара Дарић', 'Ђура Ђурић'].entries()) {
      const chat = await aRegisteredPerson(bot, { name, place: ['Ниш', 'Пирот', 'Врање'][i]! })
      await joins(bot, chat, session.id, i === 0 ? 'Место је Ваше' : 'реду')
      chats.push(chat)
    }
    const last = chats[2]!
    const moves = async (to: 'first' | 'last') => {
      const { id: signUpId } = await signUpOf(last, session.id)
      const by = { signUpId, staffId, to, reason: 'договорено' }
      await bot.database.transaction((db) => moveInLine(db, by, bot.clock.now()))
    }
    await until('22:15')
    const before = (await last.fromBot()).length
    for (const _ of [1, 2]) {
      await moves('first')
      expect(await undoes(last, session.id)).toMatchObject({ untold: true })
    }
    await until('08:01')
    await until('12:00')
    expect((await last.fromBot()).length).toBe(before)

    await moves('first')
    await last.reads('договорено')
    expect(await undoes(last, session.id)).not.toHaveProperty('untold')
    await last.reads('поништио своју последњу промену')
  })
})

describe('a session that is changed', () => {
  const changes = (sessionId: number, change: Partial<SessionPlan>) =>
    bot.database.transaction((db) =>
      changeSession(db, { sessionId, staffId, change: (plan) => ({ ...plan, ...change }) }, bot.clock.now()),
    )

  test('and changed back in the same night is told to nobody; several changes are told as one; calling it off alone is told', async () => {
    const [back, twice, off] = [
      await aComingSession(bot, { title: 'Враћена обука', place: 'Ниш' }, 20),
      await aComingSession(bot, { title: 'Двапут мењана', place: 'Ниш' }, 22),
      await aComingSession(bot, { title: 'Отказана обука', place: 'Ниш' }, 24),
    ]
    const ema = await aRegisteredPerson(bot, { name: 'Ема Ерић' })
    for (const { id } of [back, twice, off]) await joins(bot, ema, id, 'Место је Ваше')
    await until('22:15')
    const before = (await ema.fromBot()).length
    expect(await changes(back.id, { place: 'Пирот' })).toMatchObject({ kind: 'changed', told: 1 })
    expect(await changes(back.id, { place: 'Ниш' })).toMatchObject({ kind: 'changed', told: 0 })
    await changes(twice.id, { place: 'Пирот' })
    await changes(twice.id, { place: 'Врање', title: 'Двапут измењена' })
    await changes(off.id, { place: 'Пирот' })
    const cancelling = { sessionId: off.id, staffId, reason: 'Нема сале.' }
    await bot.database.transaction((db) => cancelSession(db, cancelling, bot.clock.now()))
    await until('08:01')
    await ema.reads('Нема сале.')
    const said = (await ema.fromBot()).slice(before).map(textOf)
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/Врање/)
    expect(said[0]).toMatch(/Двапут мењана/)
    expect(said[0]).toMatch(/Ниш/)
    expect(said.join('\n')).not.toMatch(/Пирот|Враћена/)

    // By day the change has been read before it is taken back.
    await changes(back.id, { place: 'Пирот' })
    await ema.reads('Пирот')
    expect(await changes(back.id, { place: 'Ниш' })).toMatchObject({ told: 1 })
  })
})

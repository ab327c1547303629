import { beforeAll, describe, expect, test, vi } from 'vitest'
import { linkSecret, sealLink } from '../../src/bot/links.ts'
import type { Session } from '../../src/sessions/session/session.ts'
import { cancelSession, changeSession } from '../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot, buttonsOf } from '../support/bot.ts'
import { conversation, textOf } from '../support/conversation.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

type Chat = Awaited<ReturnType<typeof aRegisteredPerson>>

async function signUp(chat: Chat, session: Session, expected: string) {
  const link = sealLink(await linkSecret(bot.database.pool), { kind: 's', data: String(session.id) })
  await chat.says(`/start ${link}`)
  const card = await chat.reads('Места:')
  await chat.presses(buttonsOf(card).includes('Стани у ред') ? 'Стани у ред' : 'Пријави ме')
  return chat.reads(expected)
}

const pass = (duration: string) => bot.call('POST', '/clock', { advance: duration })
const hoursUntil = (session: Session) => Math.floor(bot.clock.now().until(session.starts.toInstant()).total('hours'))

/** Lets the clock run until so long before the session. */
async function passUntil(session: Session, hoursBefore: number) {
  await pass(`PT${hoursUntil(session) - hoursBefore}H`)
}

/** How many of the bot's messages in a chat say this. */
const said = async (chat: Chat, words: string) =>
  (await chat.fromBot()).filter((message) => textOf(message).includes(words)).length

describe('a session’s week', () => {
  test('reminds by itself; one answers «не долазим», the place is offered on, and the moved session reminds by its new time', async () => {
    const session = await aComingSession(bot, { title: 'Недеља обуке', capacity: 1 }, 20)
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    const vuk = await aRegisteredPerson(bot, { name: 'Вук Илић', place: 'Шабац' })
    await signUp(mila, session, 'Место је Ваше')
    await signUp(vuk, session, 'листи')
    await passUntil(session, 7 * 24 - 1)
    const week = await mila.reads('Подсетник: обука је за')
    expect(textOf(week)).toMatch(/Када: \p{L}+, \d/u)
    expect(textOf(week)).toContain('Ниш, Градска кућа')
    expect(buttonsOf(week)).toEqual(['Долазим', 'Не долазим'])
    await vuk.reads('И даље сте на листи чекања')
    expect(await mila.presses('Долазим')).toContain('Хвала')
    await mila.presses('Не долазим')
    await mila.reads('Отказујете долазак')
    await mila.presses('Да, отказујем')
    await vuk.reads('Има места за Вас')
    await vuk.presses('Потврђујем долазак')
    await vuk.reads('Место је Ваше')
    // Three days later than it was: everybody was told, and what was due before is not said again.
    const later = (wall: string) =>
      Temporal.PlainDateTime.from(wall).add({ days: 3 }).toString({ smallestUnit: 'minute' })
    const moved = await bot.database.transaction((db) =>
      changeSession(
        db,
        {
          sessionId: session.id,
          change: (plan) => ({ ...plan, starts: later(plan.starts), ends: later(plan.ends) }),
          staffId: session.createdBy!,
        },
        bot.clock.now(),
      ),
    )
    if (moved.kind !== 'changed') throw new Error(moved.kind)
    await passUntil(session, 23)
    await passUntil(moved.session, 23)
    await vuk.reads('Подсетник: обука је сутра')
    expect(await said(vuk, 'Подсетник: обука је сутра')).toBe(1)
    await passUntil(moved.session, 1)
    await vuk.reads('Подсетник: обука је данас')
    await pass('PT8H')
    await vuk.reads('Хвала што сте учествовали')
    expect(await said(mila, 'Подсетник')).toBe(1)
  })

  test('a cancelled session, and one whose reminders came too late, say nothing', async () => {
    const session = await aComingSession(bot, { title: 'Отказана обука' }, 20)
    const silent = await aComingSession(bot, { title: 'Прескочена обука' }, 20)
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    await signUp(mila, session, 'Место је Ваше')
    await signUp(mila, silent, 'Место је Ваше')
    await bot.database.transaction((db) =>
      cancelSession(
        db,
        { sessionId: session.id, staffId: session.createdBy!, reason: 'Нема тренера' },
        bot.clock.now(),
      ),
    )
    await mila.reads('отказана')
    await pass('P40D')
    const outcomes = () =>
      bot.database.pool.query<{ outcome: string; n: number }>(
        'select outcome, count(*) as n from reminder_run where session_id = any ($1::int[]) group by 1',
        [[session.id, silent.id]],
      )
    await vi.waitFor(async () => expect((await outcomes()).rows).toEqual([{ outcome: 'late', n: 5 }]), {
      timeout: 15_000,
    })
    expect(await said(mila, 'Подсетник')).toBe(0)
  })
})

describe('what people choose', () => {
  test('in one tap, and nothing they switched off comes', async () => {
    const session = await aComingSession(bot, { title: 'Тиха обука' }, 10)
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    await signUp(mila, session, 'Место је Ваше')
    await mila.says('/obavestenja')
    expect(buttonsOf(await mila.reads('Шта желите да Вам јављам?'))[0]).toBe('✓ Подсетници за моје обуке')
    await mila.presses('Подсетници за моје')
    expect(buttonsOf(await mila.reads('Шта желите'))[0]).toBe('✗ Подсетници за моје обуке')
    const vuk = await aRegisteredPerson(bot, { name: 'Вук Илић', place: 'Шабац' })
    await signUp(vuk, session, 'Место је Ваше')
    await passUntil(session, 7 * 24 - 1)
    await vuk.reads('Подсетник: обука је за')
    expect(await said(mila, 'Подсетник')).toBe(0)
  })
})

describe('staff', () => {
  test('arrange the reminders of one session: switch, add, write what to bring, and see who is coming', async () => {
    const session = await aComingSession(bot, { title: 'Уређена обука' }, 20)
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    await signUp(mila, session, 'Место је Ваше')
    const ana = conversation(await bot.person({ name: 'Ана Тренер', role: 'trainer' }))
    await ana.says('/podsetnici')
    await ana.reads('За коју обуку?')
    await ana.presses('Уређена обука')
    await ana.reads('Подсетници: Уређена обука')
    await ana.presses('7 дана пре почетка')
    expect(buttonsOf(await ana.reads('Подсетници: Уређена обука')).some((label) => label.startsWith('✗ 7 дана'))).toBe(
      true,
    )
    await ana.presses('Додај подсетник')
    await ana.reads('Кад још')
    await ana.presses('3 дана пре почетка')
    await ana.reads('Подсетници: Уређена обука')
    await ana.goes(['presses', 'Упиши шта понети', 'Упишите шта'], ['says', 'личну карту', 'Понети: личну карту'])
    await passUntil(session, 7 * 24 - 1)
    await passUntil(session, 3 * 24 - 1)
    expect(textOf(await mila.reads('Подсетник: обука је за'))).toContain('Понесите: личну карту')
    expect(await said(mila, 'Подсетник')).toBe(1)
    await mila.presses('Долазим')
    await ana.says('/podsetnici')
    await ana.reads('За коју обуку?')
    await ana.presses('Уређена обука')
    const shown = textOf(await ana.reads('Подсетници: Уређена обука'))
    expect(shown).toContain('Потврдили су да долазе: 1 од 1')
    expect(shown).toContain('Послато (1): 3 дана пре почетка')
  })

  test('reach them from the card of the session, and attach what goes with the thanks', async () => {
    const session = await aComingSession(bot, { title: 'Захвална обука' }, 20)
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    await signUp(mila, session, 'Место је Ваше')
    const ana = conversation(await bot.person({ name: 'Ана Тренер', role: 'trainer' }))
    await ana.goes(
      ['says', '/upravljanje', 'Захвална обука'],
      ['presses', 'Захвална обука', 'Ниш, Градска кућа'],
      ['presses', 'Подсетници', 'само позив да поставе питање'],
      ['presses', 'Материјал после обуке', 'Пошаљите оно што учесници добијају'],
    )
    await ana.person.sendFile('voices', new File(['x'], 'glas.ogg', { type: 'audio/ogg' }))
    await ana.reads('Ову врсту поруке')
    await ana.says('слово '.repeat(520))
    await ana.reads('Скратите га')
    await ana.person.sendFile('documents', new File(['Нацрт'], 'nacrt.docx'))
    await ana.readsFile('nacrt.docx')
    await ana.reads('Ваша порука са документом')
    // What is due at night waits for the morning.
    await passUntil(session, 1)
    await pass('PT8H')
    const thanks = await mila.readsFile('nacrt.docx')
    expect(textOf(thanks)).toContain('Хвала Вам на учешћу у обуци „Захвална обука“.')
    expect(textOf(thanks)).toContain('/obavestenja')
  })

  test('add a reminder only where there is none yet and there is still time', async () => {
    await aComingSession(bot, { title: 'Блиска обука' }, 2)
    const ana = conversation(await bot.person({ name: 'Ана Тренер', role: 'trainer' }))
    await ana.says('/podsetnici')
    await ana.reads('За коју обуку?')
    await ana.presses('Блиска обука')
    await ana.reads('Подсетници: Блиска обука')
    await ana.presses('Додај подсетник')
    const offered = buttonsOf(await ana.reads('Кад још'))
    expect(offered).not.toContain('14 дана пре почетка')
    expect(offered).toContain('1 сат пре почетка')
    await ana.presses('1 сат пре почетка')
    const arranged = buttonsOf(await ana.reads('Подсетници: Блиска обука'))
    expect(arranged.some((label) => label.startsWith('✓ 1 сат пре почетка'))).toBe(true)
    await ana.presses('Додај подсетник')
    expect(buttonsOf(await ana.reads('Кад још'))).not.toContain('1 сат пре почетка')
  })

  test('only they: a member is refused kindly, also by a forwarded button', async () => {
    const mila = await aRegisteredPerson(bot, { name: 'Мила Мирић' })
    await mila.says('/podsetnici')
    await mila.reads('тренер')
  })
})

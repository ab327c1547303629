import { beforeAll, describe, expect, test } from 'vitest'
import { linkSecret, sealLink } from '../../../src/bot/links.ts'
import { cancelSession, closeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf } from '../../support/bot.ts'
import { textOf } from '../../support/conversation.ts'
import { pressForged } from '../../support/forged.ts'
import { aComingSession } from '../coming-session.ts'
import { signUpsIn } from './signing-up.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const { linkOf, signUp, aLine } = signUpsIn(() => bot)

describe('bad input', () => {
  test('a forged, cut or unknown link gets a kind sentence', async () => {
    const session = await aComingSession(bot)
    const chat = await aRegisteredPerson(bot)
    const real = await linkOf(session)
    const forged = real.slice(0, -1) + (real.endsWith('A') ? 'B' : 'A')
    for (const link of [forged, '/start zzz', `/start s${session.id}`, '/start 💥'])
      await chat.goes(['says', link, 'није исправан'])
    const gone = sealLink(await linkSecret(bot.database.pool), { kind: 's', data: '99999' })
    await chat.goes(['says', `/start ${gone}`, 'Ту обуку не налазим'])
  })

  test('a session that is past, closed, cancelled or unknown refuses with the reason and what else is open', async () => {
    const chat = await aRegisteredPerson(bot)
    const { createdBy: staffId } = await aComingSession(bot, { title: 'Друга обука' })
    const closed = await aComingSession(bot)
    const cancelled = await aComingSession(bot)
    const past = await aComingSession(bot, {}, 4)
    for (const session of [closed, cancelled, past]) {
      await chat.says(await linkOf(session))
      await chat.reads('Места:')
    }
    const act = async (sessionId: number, words: string) => {
      await press(chat, `session:join:${sessionId}`)
      expect(textOf(await chat.reads(words))).toContain('Пријаве су отворене за')
      expect(buttonsOf((await chat.news()).at(-1)!).length).toBeGreaterThan(0)
    }
    await bot.database.transaction((db) =>
      closeSession(db, { sessionId: closed.id, staffId: staffId! }, bot.clock.now()),
    )
    await bot.database.transaction((db) =>
      cancelSession(db, { sessionId: cancelled.id, staffId: staffId!, reason: 'Болест' }, bot.clock.now()),
    )
    await act(closed.id, 'Пријаве су затворене')
    await act(cancelled.id, 'Обука је отказана')
    await bot.call('POST', '/clock', { advance: 'P3D' })
    await act(past.id, 'Рок за пријаву је истекао')
    await bot.call('POST', '/clock', { advance: 'P2D' })
    await act(past.id, 'Обука је почела')
    await act(99_999, 'није објављена')
  })

  test('buttons of other people and of staff do nothing', async () => {
    const session = await aComingSession(bot)
    const owner = await aRegisteredPerson(bot)
    await signUp(owner, session, 'Место је Ваше')
    const { rows } = await bot.database.pool.query<{ id: number }>('select id from sign_up where session_id = $1', [
      session.id,
    ])
    const other = await aRegisteredPerson(bot)
    for (const data of [`session:leave-yes:${rows[0]!.id}`, `session:send:${rows[0]!.id}`, `offer:yes:${rows[0]!.id}`])
      expect(await press(other, data), data).toContain('припада другој особи')
    for (const data of [
      'session:join:abc',
      'session:view:0',
      'offer:maybe:1',
      'reg:role:king',
      'withdraw:1',
      'erase:yes:1',
    ])
      expect(await press(other, data), data).toMatch(/застарела|није отворен/)
    expect(textOf((await owner.fromBot()).at(-1)!)).toContain('Место је Ваше')
  })

  test('somebody who blocked the bot keeps their place in line, and nothing is offered to them', async () => {
    const session = await aComingSession(bot, { capacity: 1 })
    const [first, second, third] = await aLine(session)
    await second.person.block()
    await third.says('/otkazi')
    await first.goes(['presses', 'Откажи долазак', 'Отказујете'], ['presses', 'Да, отказујем', 'Отказано'])
    await third.reads('Има места за Вас')
    await second.person.unblock()
    await second.says('/moje')
    await second.reads('1. у реду')
  })

  /** Presses a button that nobody gave them, as a forged client would. Returns the line over the chat. */
  async function press(chat: Awaited<ReturnType<typeof aRegisteredPerson>>, data: string): Promise<string | undefined> {
    const message = (await chat.fromBot()).at(-1)!
    return (await pressForged(bot, chat.person, message.message_id, data)).text
  }
})

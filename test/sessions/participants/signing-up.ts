import { linkSecret, sealLink } from '../../../src/bot/links.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import type { Bot } from '../../support/bot.ts'
import { joins } from '../joining.ts'

type Chat = Awaited<ReturnType<typeof aRegisteredPerson>>

/** What people of these tests do in the chat of a bot. */
export function signUpsIn(bot: () => Bot) {
  const linkOf = async (session: Session) =>
    `/start ${sealLink(await linkSecret(bot().database.pool), { kind: 's', data: String(session.id) })}`

  const signUp = (chat: Chat, session: Session, expected: string) => joins(bot(), chat, session.id, expected)

  /** Three people of three municipalities: the first has the one place of `session`, the others wait in this order. */
  async function aLine(session: Session) {
    const line = [
      await aRegisteredPerson(bot()),
      await aRegisteredPerson(bot(), { place: 'Пирот' }),
      await aRegisteredPerson(bot(), { place: 'Чачак' }),
    ] as const
    await signUp(line[0], session, 'Место је Ваше')
    await signUp(line[1], session, '1. у реду')
    await signUp(line[2], session, '2. у реду')
    return line
  }

  return { linkOf, signUp, aLine }
}

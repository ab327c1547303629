import { linkSecret, sealLink } from '../../src/bot/links.ts'
import type { aRegisteredPerson } from '../people/registration/registered.ts'
import { type Bot, buttonsOf } from '../support/bot.ts'

type Chat = Awaited<ReturnType<typeof aRegisteredPerson>>

/** Opens a session by its link, presses «Пријави ме» or «Стани у ред», and reads what comes of it. */
export async function joins(bot: Bot, chat: Chat, sessionId: number, expected: string) {
  const payload = sealLink(await linkSecret(bot.database.pool), { kind: 's', data: String(sessionId) })
  await chat.says(`/start ${payload}`)
  const card = await chat.reads('Места:')
  await chat.presses(buttonsOf(card).includes('Стани у ред') ? 'Стани у ред' : 'Пријави ме')
  return chat.reads(expected)
}

import type { Locale } from '../../src/language/locale.ts'
import { findMunicipalities } from '../../src/people/municipalities/municipalities.ts'
import { chooseLocale } from '../../src/people/store.ts'
import { signUp } from '../../src/sessions/participants/sign-up-actions.ts'
import type { Session } from '../../src/sessions/session/session.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { type Bot, passUntil, wordsOf } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

export type Chat = ReturnType<typeof conversation>

/** Moves the clock to noon of the next day in Belgrade, when nothing is quiet. */
export async function untilNoon(bot: Bot): Promise<void> {
  const here = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade')
  await passUntil(bot, here.add({ days: 1 }).withPlainTime({ hour: 12 }))
}

const idOf = async (bot: Bot, chat: Chat) => {
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [
    chat.person.id,
  ])
  return rows[0]!.id
}

/** A trainer whom the bot writes to in this locale. */
export async function aTrainer(bot: Bot, locale: Locale = 'sr-Cyrl'): Promise<Chat> {
  const chat = conversation(await bot.person({ name: 'Ана Тренер', role: 'trainer' }))
  await chat.says('/jezik')
  await chat.reads('')
  await chooseLocale(bot.database.pool, await idOf(bot, chat), locale)
  return chat
}

/** Somebody registered who reads this locale, and signed up for the sessions. */
export async function aReader(
  bot: Bot,
  sessions: readonly Session[],
  { name = 'Мила Мирић', place = 'Ниш', locale = 'sr-Cyrl' as Locale } = {},
): Promise<Chat> {
  const chat = await aRegisteredPerson(bot, { name, place })
  const personId = await idOf(bot, chat)
  await chooseLocale(bot.database.pool, personId, locale)
  const now = bot.clock.now()
  const applicant = { personId, municipality: findMunicipalities(place)[0]!.code, consented: true }
  for (const { id: sessionId } of sessions)
    await bot.database.transaction((db) => signUp(db, { sessionId, applicant, requestedAt: now }, now))
  return chat
}

/** How many of the bot's messages in a chat say this. */
export async function said(chat: Chat, words: string): Promise<number> {
  return (await chat.fromBot()).filter((message) => (message.caption ?? wordsOf(message)).includes(words)).length
}

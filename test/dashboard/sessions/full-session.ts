import { randomUUID } from 'node:crypto'
import { listEntries, sessionHistory } from '../../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { joins } from '../../sessions/joining.ts'
import type { Bot } from '../../support/bot.ts'

type Someone = Awaited<ReturnType<typeof aRegisteredPerson>>

/** A session for two with three people, the last of whom waits, of whom each knows the number of their sign-up. */
export async function aFullSession(bot: Bot, title: string) {
  const { id } = await aComingSession(bot, { title })
  const people: Someone[] = []
  for (const [i, name] of ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић', 'Горан Гајић'].entries()) {
    const one = await aRegisteredPerson(bot, { name, place: i === 1 ? 'Чачак' : 'Ниш' })
    await joins(bot, one, id, i < 2 ? 'Место је Ваше' : 'На листи чекања')
    people.push(one)
  }
  const entries = await listEntries(bot.database.pool, id)
  const numberOf = (name: string) => String(entries.find((entry) => entry.name === name)!.signUp.id)
  return { id, people, numberOf }
}

/** What happened in a session, without when and who the people are by number: to compare what the page and the chat do. */
export async function events(bot: Bot, sessionId: number) {
  const lines = await sessionHistory(bot.database.pool, sessionId)
  const own = { requestedAt: null, personId: null, until: null }
  return lines.map(({ at: _, ...line }) =>
    line.kind === 'sign-up' ? { ...line, change: { ...line.change, ...own } } : line,
  )
}

/** The key of a form, with which it is done once. */
export const once = () => ({ once: randomUUID() })

import { CONSENT_VERSION } from '../../src/people/rules.ts'
import { saveProfile } from '../../src/people/store.ts'
import type { Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'

/** Somebody of a municipality, by its code. */
export async function registered(bot: Bot, name: string, fullName: string, municipalityCode: string) {
  const person = await bot.person({ name })
  await person.ask('/jezik')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [
    person.id,
  ])
  const about = { councilRole: 'member', experience: 'new', consentVersion: CONSENT_VERSION, email: null } as const
  await saveProfile(bot.database.pool, rows[0]!.id, { ...about, fullName, municipalityCode }, bot.clock.now())
  return conversation(person)
}

type Chat = Awaited<ReturnType<typeof registered>>

export async function begun(chat: Chat): Promise<void> {
  await chat.goes(
    ['says', '/plan', 'још нема план'],
    ['presses', 'Започни план', 'За који период'],
    ['says', 'ускоро', 'Не разумем период'],
    ['says', '2027–2031', 'Следеће: корак 1'],
  )
}

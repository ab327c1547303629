import { findMunicipalities } from '../../../src/people/municipalities/municipalities.ts'
import { CONSENT_VERSION } from '../../../src/people/rules.ts'
import { saveProfile } from '../../../src/people/store.ts'
import type { Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'

/** Somebody registered, from the municipality that `place` names; they have written to the bot once. */
export async function aRegisteredPerson(
  bot: Bot,
  {
    name = 'Милица Јовић',
    place = 'Ниш',
    languageCode = 'sr',
  }: { name?: string; place?: string; languageCode?: string } = {},
) {
  const person = await bot.person({ name, languageCode })
  await person.ask('/jezik')
  const { pool } = bot.database
  const { rows } = await pool.query<{ id: number }>('select id from person where telegram_id = $1', [person.id])
  const profile = {
    fullName: name,
    municipalityCode: findMunicipalities(place)[0]!.code,
    councilRole: 'member',
    email: null,
    experience: 'new',
    consentVersion: CONSENT_VERSION,
  } as const
  await saveProfile(pool, rows[0]!.id, profile, bot.clock.now())
  return conversation(person)
}

/** Answers the questions from the municipality on, up to the consent. */
export async function tellTheRest(chat: ReturnType<typeof conversation>, place: string): Promise<void> {
  await chat.goes(
    ['says', place, 'улога'],
    ['presses', 'Члан/чланица савета', 'На коју адресу'],
    ['presses', 'Прескочи', 'Јесте ли'],
    ['presses', 'Имам', 'пристанак'],
  )
}

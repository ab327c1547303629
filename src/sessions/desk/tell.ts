import { queue } from '../../bot/send/outbox.ts'
import { readNames } from '../../people/directory-store.ts'
import { localeOf } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { leaving } from '../session/quiet.ts'
import type { Session } from '../session/session.ts'
import { staffInCharge } from './in-charge.ts'
import type { Matter } from './matters.ts'
import { matterMessage } from './texts.ts'

/**
 * Tells whoever is in charge of a session, each in their language, once for `key`; `first` before others, and not `except`,
 * whose own doing it was. At night only of a session that is near, or where it cannot wait (`atOnce`). Returns whom.
 */
export async function tellInCharge(
  db: Db,
  session: Session,
  told: { matter: Matter; key: string; first?: number | null; except?: number | null; atOnce?: boolean },
  now: Temporal.Instant,
): Promise<number[]> {
  const { matter, key, first = null, except = null, atOnce = false } = told
  const how = atOnce ? {} : leaving(session, now)
  const people = (await staffInCharge(db, session, first)).filter(({ id }) => id !== except)
  if (people.length === 0) return []
  const name = 'personId' in matter ? await nameOf(db, matter.personId) : null
  for (const person of people) {
    const message = matterMessage({ chatId: person.telegramId, locale: localeOf(person) }, { session, matter, name })
    await queue(db, message, { key: `${key}:${person.id}`, lane: 'reply', now, ...how })
  }
  return people.map(({ id }) => id)
}

async function nameOf(db: Db, personId: number | null): Promise<string | null> {
  return personId === null ? null : ((await readNames(db, [personId])).get(personId) ?? null)
}

import type { Db } from '../../platform/database/database.ts'
import type { Person } from '../rules.ts'

/**
 * Whoever asks what is held about them, or to erase it. The user name is known while they write alone; somebody without Telegram asks
 * through staff, and is known by a number or an address.
 */
export type Asked = Omit<Person, 'telegramId'> & {
  telegramId: number | null
  username?: string | undefined
  phone?: string | null
  email?: string | null
}

/**
 * What one feature holds about people. `data.ts` joins them all, so that a person sees and erases everything without any
 * feature knowing the others.
 */
export type PersonalData = {
  /** Its name in the file a person gets. */
  name: string
  /** All that is held, as it goes into the file: JSON, the person's words as they wrote them. */
  read(db: Db, person: Asked): Promise<unknown>
  /** Erases it, or takes out of it who it is about, in the transaction of `db`. */
  erase(db: Db, person: Asked, now: Temporal.Instant): Promise<void>
}

/** Everything held about a person, by feature. */
export async function readAll(
  db: Db,
  person: Asked,
  features: readonly PersonalData[],
): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const feature of features) all[feature.name] = await feature.read(db, person)
  return all
}

/** Erases everything, in the order of `features`. */
export async function eraseAll(
  db: Db,
  person: Asked,
  features: readonly PersonalData[],
  now: Temporal.Instant,
): Promise<void> {
  for (const feature of features) await feature.erase(db, person, now)
}

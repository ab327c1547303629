import { meetPerson } from '../../src/people/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { insertMarks } from '../../src/sessions/attendance/store.ts'
import { readRoll } from '../../src/sessions/line/store.ts'
import { signUp } from '../../src/sessions/participants/sign-up-actions.ts'
import { stretchesIn } from '../../src/sessions/session/session.ts'
import { NOW } from '../sessions/builders.ts'
import { anOpenSession, aPerson } from '../sessions/people.ts'

/** A session after `aPlan` in which people of these names have a place, in their order. */
export async function aSessionWithPeople(database: Database, names: readonly string[]) {
  const staffId = await aPerson(database, 900)
  const session = await anOpenSession(database, staffId, { capacity: names.length })
  for (const [i, name] of names.entries()) {
    const seen = { telegramId: i + 1, name, localeSeen: null, localeFirst: 'sr-Cyrl' as const, now: NOW }
    const { id: personId } = await meetPerson(database.pool, seen)
    const applicant = { personId, municipality: `M${i}`, consented: true }
    await database.transaction((db) => signUp(db, { sessionId: session.id, applicant, requestedAt: NOW }, NOW))
  }
  const { signUps } = (await readRoll(database.pool, session.id))!
  return { session, staffId, signUpIds: signUps.map(({ id }) => id) }
}

/** Notes that everybody was there on all days. */
export async function allWereThere(
  { pool }: Database,
  { session, signUpIds }: Awaited<ReturnType<typeof aSessionWithPeople>>,
  at: Temporal.Instant,
): Promise<void> {
  const about = { state: 'present', how: 'corrected', at, actorId: null, reason: null } as const
  const days = stretchesIn(session).map(({ from }) => from.toPlainDate())
  const marks = signUpIds.flatMap((signUpId) => days.map((on) => ({ ...about, signUpId, on })))
  await insertMarks(pool, session.id, marks)
}

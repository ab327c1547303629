import type { Database, Db } from '../../../src/platform/database/database.ts'
import type { Applicant } from '../../../src/sessions/line/decision.ts'
import { signUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { listEntries } from '../../../src/sessions/staff/reads.ts'
import { NOW } from '../builders.ts'
import { anApplicant } from '../people.ts'

let lastId = 100

/** What tests of sign-ups on a database do and look at. */
export function signUpsOn(database: Database) {
  const act = <T>(work: (db: Db) => Promise<T>) => database.transaction(work)

  /** Somebody new, and how the bot reaches them. */
  async function somebody(municipality = 'A'): Promise<Applicant & { telegramId: number }> {
    const telegramId = ++lastId
    return { ...(await anApplicant(database, telegramId, municipality)), telegramId }
  }

  const enter = (sessionId: number, applicant: Applicant, now = NOW) =>
    act((db) => signUp(db, { sessionId, applicant, requestedAt: now }, now))

  /** Signs up, and returns the id of the sign-up. */
  async function entered(sessionId: number, applicant: Applicant, now = NOW): Promise<number> {
    const result = await enter(sessionId, applicant, now)
    if (result.kind === 'refused') throw new Error(result.reason)
    return result.signUp.id
  }

  const statuses = async (sessionId: number) =>
    (await listEntries(database.pool, sessionId)).map(({ signUp: { id, status } }) => `${id} ${status}`)

  return { act, somebody, enter, entered, statuses }
}

import { insertEntered } from '../../src/people/entered/store.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { meetPerson } from '../../src/people/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Applicant } from '../../src/sessions/line/decision.ts'
import type { Session, SessionPlan } from '../../src/sessions/session/session.ts'
import { createSession, openSession } from '../../src/sessions/staff/session-actions.ts'
import { aPlan, NOW } from './builders.ts'

/** Somebody who wrote to us once; Telegram knows them by `telegramId`. */
export async function aPerson({ pool }: Database, telegramId: number): Promise<number> {
  const { id } = await meetPerson(pool, {
    telegramId,
    name: `Особа ${telegramId}`,
    localeSeen: 'sr-Cyrl',
    localeFirst: 'sr-Cyrl',
    now: NOW,
  })
  return id
}

/** Somebody whom staff wrote down, since they have no Telegram. */
export async function anEnteredPerson({ pool }: Database, staffId: number, name: string): Promise<number> {
  await fillMunicipalities(pool)
  return insertEntered(pool, { name, municipality: '80012', phone: '064 123 4567', email: null }, { staffId, now: NOW })
}

export async function anApplicant(database: Database, telegramId: number, municipality = 'A'): Promise<Applicant> {
  return { personId: await aPerson(database, telegramId), municipality, consented: true }
}

/** A session that is open to sign-ups since `NOW`. */
export async function anOpenSession(
  database: Database,
  staffId: number,
  plan: Partial<SessionPlan> = {},
): Promise<Session> {
  return database.transaction(async (db) => {
    const created = await createSession(db, { plan: aPlan(plan), staffId }, NOW)
    if (created.kind !== 'created') throw new Error(JSON.stringify(created.faults))
    const opened = await openSession(db, { sessionId: created.session.id, staffId }, NOW)
    if (opened.kind !== 'done') throw new Error(opened.kind)
    return opened.session
  })
}

/** What is queued for a person: the words of each message, the oldest first. */
export async function queuedFor({ pool }: Database, telegramId: number): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>('select key from outbox where chat_id = $1::bigint order by id', [
    telegramId,
  ])
  return rows.map((row) => row.key)
}

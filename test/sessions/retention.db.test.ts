import { expect, test } from 'vitest'
import { forget, type Holding } from '../../src/platform/database/retention.ts'
import { readRoll } from '../../src/sessions/line/store.ts'
import { insertSubstituteLink } from '../../src/sessions/participants/link-store.ts'
import { cancelSignUp, signUp } from '../../src/sessions/participants/sign-up-actions.ts'
import { SESSION_DATA } from '../../src/sessions/retention.ts'
import { sessionHistory, strayFromEvents } from '../../src/sessions/staff/reads.ts'
import { cancelSession } from '../../src/sessions/staff/session-actions.ts'
import { aDatabase } from '../support/database/database.ts'
import { NOW } from './builders.ts'
import { anApplicant, anOpenSession, aPerson } from './people.ts'

const database = await aDatabase()
const { pool } = database

/** A session with a place, somebody in line and somebody who left, with words of theirs and of staff, and a link. */
async function aHeldSession(): Promise<number> {
  const staffId = await aPerson(database, 900)
  const { id: sessionId } = await anOpenSession(database, staffId, { capacity: 1 })
  const applicants = await Promise.all([1, 2, 3].map((who) => anApplicant(database, who, `M${who}`)))
  return database.transaction(async (db) => {
    for (const applicant of applicants) await signUp(db, { sessionId, applicant, requestedAt: NOW }, NOW)
    const [placed, , left] = (await readRoll(db, sessionId))!.signUps
    await cancelSignUp(db, { signUpId: left!.id, personId: left!.personId!, reason: 'Болестан сам.' }, NOW)
    await insertSubstituteLink(db, placed!.id, 'token', NOW)
    await cancelSession(db, { sessionId, staffId, reason: 'Тренер је болестан.' }, NOW)
    return sessionId
  })
}

/** So many days after the end of the session of `aPlan`. */
const forgetAfter = async (days: number) => {
  const now = Temporal.Instant.from('2026-04-03T14:00:00Z').add({ hours: days * 24, seconds: 1 })
  return (await forget(pool, SESSION_DATA, now)).map(({ name, rows, forgotten }: Holding) => [name, rows, forgotten])
}

const statuses = async (sessionId: number) =>
  (await readRoll(pool, sessionId))!.signUps.map(({ municipality, status }) => `${municipality} ${status}`)

test('a session that is over loses links, words and people in turn, and its counts stay', async () => {
  const sessionId = await aHeldSession()
  const were = await statuses(sessionId)
  expect(were).toHaveLength(3)

  expect(await forgetAfter(29)).toEqual([
    ['links that hand a place on', 1, 0],
    ['reasons and messages of sessions', 2, 0],
    ['people of sessions', 3, 0],
    ['what staff did to sessions', 3, 0],
  ])
  expect((await forgetAfter(30))[0]).toEqual(['links that hand a place on', 0, 1])
  expect((await forgetAfter(179))[1]).toEqual(['reasons and messages of sessions', 2, 0])
  expect((await forgetAfter(180))[1]).toEqual(['reasons and messages of sessions', 0, 2])
  expect((await sessionHistory(pool, sessionId)).map(({ actor }) => actor)).toContain('Особа 900')
  expect((await forgetAfter(729))[2]).toEqual(['people of sessions', 3, 0])
  expect((await forgetAfter(730)).slice(2)).toEqual([
    ['people of sessions', 0, 3],
    ['what staff did to sessions', 0, 3],
  ])

  expect(await statuses(sessionId)).toEqual(were)
  expect(await strayFromEvents(pool, sessionId)).toEqual([])
  for (const line of await sessionHistory(pool, sessionId))
    expect(line).toMatchObject({ actor: null, subject: null, reason: null })
  const named = `select from sign_up_event where actor_id is not null or jsonb_typeof(change -> 'personId') = 'number'`
  expect((await pool.query(named)).rows).toEqual([])
  expect((await pool.query('select created_by from session')).rows).toEqual([{ created_by: null }])
})

import { expect, test } from 'vitest'
import { admit, noteAttendance, undoAttendance } from '../../../src/sessions/attendance/actions.ts'
import { daysOfSession } from '../../../src/sessions/attendance/attendance.ts'
import { type CheckIn, checkIn } from '../../../src/sessions/attendance/check-in.ts'
import { stepAt } from '../../../src/sessions/attendance/code.ts'
import { readSheet } from '../../../src/sessions/attendance/reads.ts'
import { readMarks } from '../../../src/sessions/attendance/store.ts'
import { readRoll } from '../../../src/sessions/line/store.ts'
import { signUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { strayFromEvents } from '../../../src/sessions/staff/reads.ts'
import { atOnce } from '../../support/database/at-once.ts'
import { aDatabase } from '../../support/database/database.ts'
import { NOW } from '../builders.ts'
import { anApplicant, anOpenSession, aPerson, queuedFor } from '../people.ts'

const database = await aDatabase()
const { pool, transaction } = database
const STAFF = await aPerson(database, 900)
let nextPerson = 1

/** A full session of two, with somebody in line, on its first day at the moment it begins. */
async function aFullRoom() {
  const session = await anOpenSession(database, STAFF, { capacity: 2 })
  const applicants = []
  for (let i = 0; i < 3; i++) {
    const applicant = await anApplicant(database, nextPerson++, `M${i}`)
    applicants.push(applicant)
    await transaction((db) => signUp(db, { sessionId: session.id, applicant, requestedAt: NOW }, NOW))
  }
  const { signUps } = (await readRoll(pool, session.id))!
  const now = session.starts.toInstant()
  const on = daysOfSession(session)[0]!.on
  const states = async () =>
    (await readSheet(pool, session.id))!.people.map(({ days, municipality }) => [municipality, days[0]!.state])
  return { session, applicants, signUps, now, on, states }
}

test('whoever came without a place is let in beyond all places, told nothing, and sent away again when that was a mistake', async () => {
  const { session, applicants, signUps, now, on, states } = await aFullRoom()
  const waiting = applicants[2]!
  const by = { sessionId: session.id, on, applicant: waiting, staffId: STAFF, reason: 'Дошла је ипак.' }
  const told = await queuedFor(database, nextPerson - 1)
  const result = await transaction((db) => admit(db, by, now))
  expect(result).toMatchObject({ kind: 'noted', signUpId: signUps[2]!.id })
  expect(await states()).toEqual([
    ['M0', null],
    ['M1', null],
    ['M2', 'present'],
  ])
  expect(await queuedFor(database, nextPerson - 1)).toEqual(told)
  expect(await transaction((db) => admit(db, by, now))).toMatchObject({ kind: 'already-there' })
  if (result.kind !== 'noted') throw new Error(result.kind)
  const undo = { sessionId: session.id, act: result.act, staffId: STAFF }
  expect(await transaction((db) => undoAttendance(db, undo, now.add({ minutes: 1 })))).toBe(1)
  expect(await states()).toEqual([
    ['M0', null],
    ['M1', null],
  ])
  expect((await readRoll(pool, session.id))!.signUps[2]!.status).toBe('removed')
  expect(await strayFromEvents(pool, session.id)).toEqual([])
})

test('whoever told no municipality is not let in, nor anybody before the day has opened', async () => {
  const { session, now, on } = await aFullRoom()
  const stranger = { ...(await anApplicant(database, nextPerson++)), municipality: null }
  const by = { sessionId: session.id, on, applicant: stranger, staffId: STAFF, reason: 'Дошао.' }
  expect(await transaction((db) => admit(db, by, now))).toMatchObject({ kind: 'profile-incomplete' })
  expect(await transaction((db) => admit(db, by, NOW))).toMatchObject({ kind: 'too-early' })
  expect(await transaction((db) => admit(db, { ...by, sessionId: 999_999 }, now))).toEqual({ kind: 'unknown' })
})

test('one person with two devices checks in once, and a trainer who taps at the same moment changes nothing', async () => {
  const { session, signUps, now, on, states } = await aFullRoom()
  const by = { sessionId: session.id, on, personId: signUps[0]!.personId!, step: stepAt(now) }
  const results: CheckIn['kind'][] = []
  const press = async (db: Parameters<typeof checkIn>[0]) => results.push((await checkIn(db, by, now)).kind)
  await atOnce(database, press, press)
  expect(results).toEqual(['noted', 'already'])
  const tap = {
    sessionId: session.id,
    on,
    state: 'present' as const,
    who: signUps[0]!.id,
    staffId: STAFF,
    reason: null,
  }
  const code = { ...by, personId: signUps[1]!.personId! }
  await atOnce(
    database,
    (db) => noteAttendance(db, { ...tap, who: signUps[1]!.id }, now),
    async (db) => results.push((await checkIn(db, code, now)).kind),
  )
  expect(results.at(-1)).toBe('already')
  expect((await readMarks(pool, [session.id])).get(session.id)).toHaveLength(2)
  expect(await states()).toEqual([
    ['M0', 'present'],
    ['M1', 'present'],
  ])
})

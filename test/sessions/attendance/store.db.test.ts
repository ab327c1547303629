import { expect, test } from 'vitest'
import { forget } from '../../../src/platform/database/retention.ts'
import { daysOfSession } from '../../../src/sessions/attendance/attendance.ts'
import { readSheet } from '../../../src/sessions/attendance/reads.ts'
import { ATTENDANCE_DATA } from '../../../src/sessions/attendance/retention.ts'
import {
  attendanceAuditEntries,
  blankMarksOf,
  insertMarks,
  lastAct,
  type NewMark,
  readMarks,
  readMarksOf,
  undoMarks,
} from '../../../src/sessions/attendance/store.ts'
import { readRoll } from '../../../src/sessions/line/store.ts'
import { signUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { aDatabase } from '../../support/database/database.ts'
import { NOW } from '../builders.ts'
import { anApplicant, anOpenSession, aPerson } from '../people.ts'

const database = await aDatabase()
const { pool } = database
const STAFF = await aPerson(database, 900)
let nextPerson = 1

/** A session with two people who have a place, and notes about them. */
async function aRoom() {
  const session = await anOpenSession(database, STAFF, {})
  for (const who of [nextPerson++, nextPerson++]) {
    const applicant = await anApplicant(database, who, 'M1')
    await database.transaction((db) => signUp(db, { sessionId: session.id, applicant, requestedAt: NOW }, NOW))
  }
  const { signUps } = (await readRoll(pool, session.id))!
  const on = daysOfSession(session)[0]!.on
  const at = session.starts.toInstant()
  const about = (i: number, changes: Partial<NewMark> = {}): NewMark => {
    return {
      signUpId: signUps[i]!.id,
      on,
      state: 'present',
      how: 'tapped',
      at,
      actorId: STAFF,
      reason: null,
      ...changes,
    }
  }
  const states = async () =>
    (await readSheet(pool, session.id))!.people.map(({ days }) => days.map(({ state }) => state))
  return { session, signUps, about, states }
}

test('what is noted by one press is taken back together, once, by whoever pressed', async () => {
  const { session, about, states } = await aRoom()
  await insertMarks(pool, session.id, [about(0, { state: 'late' })])
  const [mark] = await insertMarks(pool, session.id, [about(0), about(1)])
  expect(await states()).toEqual([
    ['present', null],
    ['present', null],
  ])
  const by = { sessionId: session.id, act: mark!.act, staffId: STAFF }
  expect(await undoMarks(pool, { ...by, staffId: STAFF + 1 }, NOW)).toEqual([])
  expect(await lastAct(pool, { ...by, on: about(0).on })).toBe(mark!.act)
  expect(await undoMarks(pool, by, NOW)).toHaveLength(2)
  expect(await undoMarks(pool, by, NOW)).toEqual([])
  expect(await lastAct(pool, { ...by, on: about(0).on })).toBe(mark!.act - 1)
  expect(await states()).toEqual([
    ['late', null],
    [null, null],
  ])
})

test('a code is taken once a person and day, and what was noted of another session stays there', async () => {
  const { session, about, states } = await aRoom()
  const other = await aRoom()
  expect(await insertMarks(pool, session.id, [about(0, { how: 'code' })])).toHaveLength(1)
  expect(await insertMarks(pool, session.id, [about(0, { how: 'code', state: 'late' })])).toEqual([])
  expect(await states()).toEqual([
    ['present', null],
    [null, null],
  ])
  const marks = await readMarks(pool, [session.id, other.session.id])
  expect([...marks.values()].map((all) => all.length)).toEqual([1, 0])
})

test('whoever erases their data is in no note any more, and the notes stay', async () => {
  const { session, signUps, about, states } = await aRoom()
  const personId = signUps[0]!.personId!
  await insertMarks(pool, session.id, [about(0, { how: 'walk-in', reason: 'Дошао уместо колегинице.' })])
  await insertMarks(pool, session.id, [about(1, { actorId: personId, reason: 'Каснио воз.' })])
  expect(await readMarksOf(pool, personId)).toMatchObject([{ state: 'present', reason: 'Дошао уместо колегинице.' }])
  await blankMarksOf(pool, personId)
  const [own, other] = (await readMarks(pool, [session.id])).get(session.id)!
  expect(own).toMatchObject({ actorId: STAFF, reason: null })
  expect(other).toMatchObject({ actorId: null, reason: 'Каснио воз.' })
  expect(await states()).toEqual([
    ['present', null],
    ['present', null],
  ])
})

test('two years after a session it is forgotten who noted what and why, and what was taken back', async () => {
  const { session, about, states } = await aRoom()
  const [wrong] = await insertMarks(pool, session.id, [about(0, { state: 'absent' })])
  await undoMarks(pool, { sessionId: session.id, act: wrong!.act, staffId: STAFF }, NOW)
  await insertMarks(pool, session.id, [about(0, { reason: 'Дошла уместо колеге.' })])
  const forgetAfter = async (days: number) => {
    const now = session.ends.toInstant().add({ hours: days * 24, seconds: 1 })
    return (await forget(pool, ATTENDANCE_DATA, now))[0]!
  }
  const held = (await forgetAfter(729)).rows
  expect((await forgetAfter(730)).forgotten).toBe(held)
  expect((await forgetAfter(730)).rows).toBe(0)
  expect((await readMarks(pool, [session.id])).get(session.id)).toMatchObject([{ actorId: null, reason: null }])
  expect((await states())[0]).toEqual(['present', null])
})

test('the audit says what staff noted and took back, a line a press, and nothing that people noted themselves', async () => {
  const { session, signUps, about } = await aRoom()
  const [first] = await insertMarks(pool, session.id, [about(0), about(1)])
  await insertMarks(pool, session.id, [about(0, { how: 'code', actorId: signUps[0]!.personId })])
  const later = session.starts.toInstant().add({ hours: 1 })
  await undoMarks(pool, { sessionId: session.id, act: first!.act, staffId: STAFF }, later)
  const entries = await attendanceAuditEntries(pool, NOW)
  const own = entries.filter(({ what }) => what.startsWith(`session ${session.id} `))
  const ids = signUps.map(({ id }) => id).join(', ')
  expect(own.map(({ actorId, what }) => [actorId, what.split(': ').at(-1)])).toEqual([
    [STAFF, `tapped as present, sign-ups ${ids}`],
    [STAFF, `taken back, sign-ups ${ids}`],
  ])
})

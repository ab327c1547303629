import { expect, test } from 'vitest'
import type { Db } from '../../../src/platform/database/database.ts'
import type { SessionPlan } from '../../../src/sessions/session/session.ts'
import { readSession } from '../../../src/sessions/session/store.ts'
import { changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { atOnce } from '../../support/database/at-once.ts'
import { aDatabase } from '../../support/database/database.ts'
import { NOW } from '../builders.ts'
import { anOpenSession, aPerson } from '../people.ts'

test('of two trainers who change a session at once, one its capacity and one its place, none loses it', async () => {
  const database = await aDatabase()
  const staffId = await aPerson(database, 1)
  const { id: sessionId } = await anOpenSession(database, staffId)
  const by = (changes: Partial<SessionPlan>) => (db: Db) =>
    changeSession(db, { sessionId, change: (plan) => ({ ...plan, ...changes }), staffId }, NOW)
  await atOnce(database, by({ capacity: 9 }), by({ place: 'Пирот' }))
  expect(await readSession(database.pool, sessionId)).toMatchObject({ capacity: 9, place: 'Пирот' })
})

import { expect, test } from 'vitest'
import { grantRole } from '../../../src/people/store.ts'
import { sendDigests } from '../../../src/reminders/digest/actions.ts'
import { chooseHour } from '../../../src/reminders/digest/store.ts'
import { signUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { NOW } from '../../sessions/builders.ts'
import { anApplicant, anOpenSession, aPerson, queuedFor } from '../../sessions/people.ts'
import { aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const parts = { database, queued: () => {} }

test('whoever is in charge gets one digest a day at their hour, whatever process asks, and none when nothing is to be said', async () => {
  for (const [telegramId, name] of [
    [1, 'Тренер'],
    [2, 'Други тренер'],
  ] as const)
    await grantRole(database.pool, { telegramId, name, role: 'trainer', now: NOW })
  const staffId = await aPerson(database, 1)
  await aPerson(database, 2)
  const { id } = await anOpenSession(database, staffId, { needsApproval: true })
  const ana = await anApplicant(database, 11)
  await database.transaction((db) => signUp(db, { sessionId: id, applicant: ana, requestedAt: NOW }, NOW))
  const before = (await queuedFor(database, 1)).length
  const evening = Temporal.Instant.from('2026-03-02T17:30:00Z')
  expect(await Promise.all([sendDigests(parts, evening), sendDigests(parts, evening)])).toEqual(
    expect.arrayContaining([0, 1]),
  )
  expect(await sendDigests(parts, evening.add({ minutes: 5 }))).toBe(0)
  expect(await queuedFor(database, 1)).toHaveLength(before + 1)
  expect(await queuedFor(database, 2)).toEqual([])

  await chooseHour(database.pool, staffId, 7)
  expect(await sendDigests(parts, Temporal.Instant.from('2026-03-03T17:30:00Z'))).toBe(0)
  expect(await sendDigests(parts, Temporal.Instant.from('2026-03-04T07:10:00Z'))).toBe(1)
  await chooseHour(database.pool, staffId, null)
  expect(await sendDigests(parts, Temporal.Instant.from('2026-03-05T07:10:00Z'))).toBe(0)
})

import { expect, test } from 'vitest'
import { sendDueReminders } from '../../src/reminders/actions.ts'
import { cancelSignUp, settleDueSessions, signUp } from '../../src/sessions/participants/sign-up-actions.ts'
import { listEntries, strayFromEvents } from '../../src/sessions/staff/reads.ts'
import { NOW } from '../sessions/builders.ts'
import { anApplicant, anOpenSession, aPerson } from '../sessions/people.ts'
import { aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const { pool } = database
const staffId = await aPerson(database, 900)
const hours = (count: number) => NOW.add({ hours: count })

let lastTelegramId = 0
/** A session for one: the first has the place, the others wait. Returns the session's id and the sign-up that has the place. */
async function aLine(people: number) {
  const { id } = await anOpenSession(database, staffId, { capacity: 1 })
  for (let i = 0; i < people; i++) {
    const applicant = await anApplicant(database, ++lastTelegramId, `M${i}`)
    await database.transaction((db) => signUp(db, { sessionId: id, applicant, requestedAt: NOW }, NOW))
  }
  const [first] = await listEntries(pool, id)
  return { id, first: first!.signUp }
}

const statuses = async (sessionId: number) =>
  (await listEntries(pool, sessionId)).map(({ signUp: { status } }) => status).toSorted()

const queued = async () => (await pool.query<{ key: string }>('select key from outbox order by key')).rows

test('an offer outlives a clock that is set back, runs out once when it catches up, and is passed on', async () => {
  const { id, first } = await aLine(3)
  const by = { signUpId: first.id, personId: first.personId!, reason: null }
  await database.transaction((db) => cancelSignUp(db, by, NOW))
  expect(await statuses(id)).toEqual(['cancelled', 'offered', 'waitlisted'])
  for (const count of [-48, -1, 1, -24]) {
    await settleDueSessions(database, hours(count))
    expect(await statuses(id)).toEqual(['cancelled', 'offered', 'waitlisted'])
  }
  await settleDueSessions(database, hours(72))
  expect(await statuses(id)).toEqual(['cancelled', 'expired', 'offered'])
  await settleDueSessions(database, NOW)
  expect(await statuses(id)).toEqual(['cancelled', 'expired', 'offered'])
  expect(await strayFromEvents(pool, id)).toEqual([])
})

test('a clock that leaps past everything ends every offer, and gives no place to two', async () => {
  const { id, first } = await aLine(3)
  const by = { signUpId: first.id, personId: first.personId!, reason: null }
  await database.transaction((db) => cancelSignUp(db, by, NOW))
  for (let turn = 0; turn < 5; turn++) await settleDueSessions(database, hours(24 * 365))
  expect(await statuses(id)).not.toContain('offered')
  await settleDueSessions(database, NOW)
  expect((await statuses(id)).filter((status) => status === 'confirmed')).toEqual([])
  expect(await strayFromEvents(pool, id)).toEqual([])
})

test('a reminder comes once, however often the clock passes its moment', async () => {
  await aLine(2)
  const send = (now: Temporal.Instant) => sendDueReminders({ database, queued: () => {} }, now)
  // The session of `aPlan` is a month ahead; a week before it everybody in it is reminded.
  const due = Temporal.Instant.from('2026-03-26T09:00:00Z')
  await send(due.subtract({ hours: 48 }))
  const before = await queued()
  await send(due)
  const reminded = await queued()
  expect(reminded.length).toBeGreaterThan(before.length)
  for (const now of [due.subtract({ hours: 72 }), due.subtract({ hours: 1 }), due, due.add({ hours: 1 })])
    await send(now)
  expect(await queued()).toEqual(reminded)
})

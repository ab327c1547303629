import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test as anyTest, expect, inject, onTestFinished } from 'vitest'
import { afterQuiet } from '../../../src/people/notices/rules.ts'
import { systemClock, ZONE } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { cancelSignUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { wallTimeOf } from '../../../src/sessions/session/session.ts'
import { listEntries, strayFromEvents } from '../../../src/sessions/staff/reads.ts'
import { aPlace } from '../../support/processes/program.ts'
import { anApplicant, anOpenSession, aPerson, queuedFor } from '../people.ts'
import type { Order } from './presser.ts'

// An embedded database has one process and one connection: nothing there can race.
const test = anyTest.skipIf(inject('template').kind === 'embedded')

const PRESSER = fileURLToPath(new URL('./presser.ts', import.meta.url))

/** A process that follows orders at the database of `url`. */
async function aPresser(url: string): Promise<(order: Order) => Promise<string[]>> {
  const child = fork(PRESSER, [url])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return async (order) => {
    child.send(order)
    const [results] = (await once(child, 'message')) as [string[]]
    return results
  }
}

async function aStage(pressers: number) {
  const place = await aPlace()
  const database = await place.open()
  onTestFinished(() => database.close())
  const processes = Array.from({ length: pressers }, () => aPresser(place.env.DATABASE_URL!))
  return { database, staffId: await aPerson(database, 1), processes: await Promise.all(processes) }
}

/** Starts in so many days by the machine's clock, which the processes follow. */
function startingIn(days: number) {
  const day = systemClock.now().toZonedDateTimeISO(ZONE).toPlainDate().add({ days })
  const starts = day.toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' })
  const before = wallTimeOf(starts.subtract({ minutes: 30 }))
  return {
    starts: wallTimeOf(starts),
    ends: wallTimeOf(starts.add({ hours: 6 })),
    signUpUntil: before,
    cancelUntil: before,
  }
}

const count = (results: string[], kind: string) => results.filter((result) => result === kind).length
const everybody = (database: Database, howMany: number, municipalities: number) =>
  Promise.all(Array.from({ length: howMany }, (_, i) => anApplicant(database, 100 + i, String(i % municipalities))))

test('one person who presses on two devices, twice on each, through two processes, has one sign-up', async () => {
  const { database, staffId, processes } = await aStage(2)
  const { id: sessionId } = await anOpenSession(database, staffId, startingIn(30))
  const ana = await anApplicant(database, 100)
  const order: Order = { do: 'sign-up', sessionId, applicants: [ana, ana] }
  const results = (await Promise.all(processes.map((press) => press(order)))).flat()
  expect(results.toSorted()).toEqual(['already-signed-up', 'already-signed-up', 'already-signed-up', 'confirmed'])
  expect(await listEntries(database.pool, sessionId)).toHaveLength(1)
})

test('120 people for 10 places, through three processes: 10 confirmed, quota kept, nobody lost', async () => {
  const { database, staffId, processes } = await aStage(3)
  const plan = { ...startingIn(30), capacity: 10, municipalityQuota: 2 }
  const { id: sessionId } = await anOpenSession(database, staffId, plan)
  const applicants = await everybody(database, 120, 8)
  const thirds = processes.map((press, i) =>
    press({ do: 'sign-up', sessionId, applicants: applicants.filter((_, n) => n % 3 === i) }),
  )
  const results = (await Promise.all(thirds)).flat()
  expect(count(results, 'confirmed')).toBe(10)
  expect(count(results, 'waitlisted')).toBe(110)
  const entries = await listEntries(database.pool, sessionId)
  const confirmed = entries.filter(({ signUp }) => signUp.status === 'confirmed')
  const byMunicipality = Map.groupBy(confirmed, ({ signUp }) => signUp.municipality)
  expect(Math.max(...[...byMunicipality.values()].map((people) => people.length))).toBe(2)
  expect(entries.map(({ position }) => position).filter((position) => position !== null)).toEqual(
    Array.from({ length: 110 }, (_, i) => i + 1),
  )
  expect(await strayFromEvents(database.pool, sessionId)).toEqual([])
})

test('several asked shortly before the session: the first to confirm has the place', async () => {
  const { database, staffId, processes } = await aStage(2)
  const { id: sessionId } = await anOpenSession(database, staffId, { ...startingIn(1), capacity: 1 })
  const applicants = await everybody(database, 4, 4)
  await processes[0]!({ do: 'sign-up', sessionId, applicants: applicants.slice(0, 1) })
  await processes[0]!({ do: 'sign-up', sessionId, applicants: applicants.slice(1) })
  const [holder, ...waiting] = (await listEntries(database.pool, sessionId)).map(({ signUp }) => ({
    signUpId: signUp.id,
    personId: signUp.personId!,
  }))
  await database.transaction((db) => cancelSignUp(db, { ...holder!, reason: 'болест' }, systemClock.now()))
  const answers = await Promise.all([
    processes[0]!({ do: 'accept', signUps: waiting.slice(0, 2) }),
    processes[1]!({ do: 'accept', signUps: waiting.slice(2) }),
  ])
  expect(answers.flat().toSorted()).toEqual(['confirmed', 'no-offer', 'no-offer'])
  expect(await strayFromEvents(database.pool, sessionId)).toEqual([])
})

test('an offer that ran out is passed on once, though two processes look', async () => {
  const { database, staffId, processes } = await aStage(2)
  const { id: sessionId } = await anOpenSession(database, staffId, { ...startingIn(30), capacity: 1 })
  const applicants = await everybody(database, 3, 3)
  for (const one of applicants) await processes[0]!({ do: 'sign-up', sessionId, applicants: [one] })
  const [holder] = await listEntries(database.pool, sessionId)
  const by = { signUpId: holder!.signUp.id, personId: holder!.signUp.personId!, reason: null }
  // By day: what is freed at night is offered in the morning.
  const day = afterQuiet(systemClock.now())
  await database.transaction((db) => cancelSignUp(db, by, day))
  const now = day.add({ hours: 48 }).toString()
  await Promise.all(processes.map((press) => press({ do: 'settle', now })))
  expect((await listEntries(database.pool, sessionId)).map(({ signUp }) => signUp.status).toSorted()).toEqual([
    'cancelled',
    'expired',
    'offered',
  ])
  expect(await queuedFor(database, 101)).toHaveLength(2)
  expect(await queuedFor(database, 102)).toHaveLength(1)
})

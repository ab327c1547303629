import { describe, expect, test } from 'vitest'
import { markUnreachable, seeAgain } from '../../../src/people/store.ts'
import type { Applicant } from '../../../src/sessions/line/decision.ts'
import { explainPosition, listComingSessions, mySessions } from '../../../src/sessions/line/reads.ts'
import { exportSignUps } from '../../../src/sessions/line/store.ts'
import {
  answerOffer,
  cancelSignUp,
  eraseSignUps,
  settleAllLines,
  settleDueSessions,
} from '../../../src/sessions/participants/sign-up-actions.ts'
import {
  makeSubstituteLink,
  readSubstituteLink,
  takeSubstitute,
} from '../../../src/sessions/participants/substitute-actions.ts'
import { listSessionsForStaff, strayFromEvents } from '../../../src/sessions/staff/reads.ts'
import { cancelSession, closeSession, createSession } from '../../../src/sessions/staff/session-actions.ts'
import { aDatabase } from '../../support/database/database.ts'
import { aPlan, NOW } from '../builders.ts'
import { anOpenSession, aPerson, queuedFor } from '../people.ts'
import { signUpsOn } from './somebody.ts'

const database = await aDatabase()
const staffId = await aPerson(database, 1)
const { act, somebody, enter, entered, statuses } = signUpsOn(database)

describe('signing up', () => {
  test('gives a place, then a place in line with its reason, and one sign-up for however many taps', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 2, municipalityQuota: 1 })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('A'), await somebody('B')]
    expect(await enter(id, ana)).toMatchObject({ kind: 'confirmed', signUp: { municipality: 'A' } })
    expect(await enter(id, bojan)).toMatchObject({ kind: 'waitlisted', position: 1, reason: 'quota' })
    expect(await enter(id, vera)).toMatchObject({ kind: 'confirmed' })
    expect(await enter(id, await somebody('C'))).toMatchObject({ kind: 'waitlisted', position: 1, reason: 'full' })
    expect(await enter(id, ana)).toMatchObject({ kind: 'refused', reason: 'already-signed-up' })
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })

  test('is refused with the reason', async () => {
    const { id } = await anOpenSession(database, staffId)
    const ana = await somebody()
    const refusal = async (applicant: Applicant, now = NOW, sessionId = id) => {
      const result = await enter(sessionId, applicant, now)
      return result.kind === 'refused' ? result.reason : result.kind
    }
    expect(await refusal(ana, NOW, 9_999)).toBe('unknown')
    expect(await refusal({ ...ana, municipality: null })).toBe('profile-incomplete')
    expect(await refusal({ ...ana, consented: false })).toBe('no-consent')
    expect(await refusal(ana, Temporal.Instant.from('2026-04-01T00:00:00Z'))).toBe('deadline-passed')
    expect(await refusal(ana, Temporal.Instant.from('2026-04-02T09:00:00Z'))).toBe('started')
    await act((db) => closeSession(db, { sessionId: id, staffId }, NOW))
    expect(await refusal(ana)).toBe('closed')
    await act((db) => cancelSession(db, { sessionId: id, staffId, reason: 'болест' }, NOW))
    expect(await refusal(ana)).toBe('cancelled')
    const unopened = await act((db) => createSession(db, { plan: aPlan(), staffId }, NOW))
    expect(await refusal(ana, NOW, unopened.kind === 'created' ? unopened.session.id : 0)).toBe('unknown')
  })
})

describe('a freed place', () => {
  test('is offered with a deadline, passed on when that runs out, and taken by the next', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('B'), await somebody('C')]
    const [first, second, third] = [await entered(id, ana), await entered(id, bojan), await entered(id, vera)]
    const cancelled = await act((db) =>
      cancelSignUp(db, { signUpId: first, personId: ana.personId, reason: null }, NOW),
    )
    expect(cancelled).toMatchObject({ kind: 'cancelled', late: false, was: 'confirmed' })
    expect(await statuses(id)).toEqual([`${second} offered`, `${third} waitlisted`, `${first} cancelled`])
    expect(await queuedFor(database, bojan.telegramId)).toHaveLength(1)

    expect(await settleDueSessions(database, NOW.add({ hours: 23 }))).toBe(0)
    const later = NOW.add({ hours: 26 })
    expect(await settleDueSessions(database, later)).toBe(1)
    expect(await settleDueSessions(database, later)).toBe(0)
    expect(await statuses(id)).toEqual([`${third} offered`, `${first} cancelled`, `${second} expired`])
    expect(await queuedFor(database, bojan.telegramId)).toHaveLength(2)

    const answer = { signUpId: third, personId: vera.personId, answer: 'accepted' } as const
    expect(await act((db) => answerOffer(db, { ...answer, personId: ana.personId }, later))).toEqual({
      kind: 'not-yours',
    })
    expect(await act((db) => answerOffer(db, answer, later))).toMatchObject({ kind: 'confirmed' })
    expect(await act((db) => answerOffer(db, answer, later))).toMatchObject({ kind: 'no-offer', status: 'confirmed' })
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })

  test('is told about in the order of events: why somebody stands where they stand', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('A'), await somebody('B')]
    await entered(id, ana)
    const second = await entered(id, bojan)
    const third = await entered(id, vera, NOW.add({ minutes: 1 }))
    const why = await explainPosition(database.pool, { signUpId: second, personId: bojan.personId }, NOW)
    expect(why).toMatchObject({
      position: 2,
      obstacle: 'full',
      ahead: { byStaff: 0, firstOfMunicipality: 1, earlier: 0 },
      moves: [
        { from: null, to: 1, because: 'signed-up' },
        { from: 1, to: 2, because: 'signed-up' },
      ],
    })
    expect(await explainPosition(database.pool, { signUpId: third, personId: bojan.personId }, NOW)).toBeNull()
  })

  test('late needs a reason, and none can be given back after the start', async () => {
    const { id } = await anOpenSession(database, staffId)
    const ana = await somebody()
    const signUpId = await entered(id, ana)
    const late = Temporal.Instant.from('2026-03-30T10:00:00Z')
    const by = { signUpId, personId: ana.personId }
    const cancel = (reason: string | null, now: Temporal.Instant) =>
      act((db) => cancelSignUp(db, { ...by, reason }, now))
    expect(await cancel(null, late)).toMatchObject({ kind: 'reason-needed' })
    expect(await cancel('болест', Temporal.Instant.from('2026-04-02T08:00:00Z'))).toMatchObject({ kind: 'started' })
    expect(await cancel('болест', late)).toMatchObject({ kind: 'cancelled', late: true })
    expect(await cancel('болест', late)).toMatchObject({ kind: 'not-signed-up', status: 'cancelled' })
  })

  test('is not offered to somebody who blocked us', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('B'), await somebody('C')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    const third = await entered(id, vera)
    await markUnreachable(database.pool, bojan.telegramId, NOW)
    await act((db) => cancelSignUp(db, { signUpId: first, personId: ana.personId, reason: null }, NOW))
    expect(await statuses(id)).toEqual([`${third} offered`, `${second} waitlisted`, `${first} cancelled`])
  })

  test('is passed on at once by somebody who blocked us, and offered again to who returns', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('B'), await somebody('C')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    const third = await entered(id, vera)
    await act((db) => cancelSignUp(db, { signUpId: first, personId: ana.personId, reason: null }, NOW))
    await markUnreachable(database.pool, bojan.telegramId, NOW)
    await settleDueSessions(database, NOW)
    expect(await statuses(id)).toEqual([`${third} offered`, `${second} waitlisted`, `${first} cancelled`])
    await markUnreachable(database.pool, vera.telegramId, NOW)
    await settleDueSessions(database, NOW)
    expect(await statuses(id)).toEqual([`${second} waitlisted`, `${third} waitlisted`, `${first} cancelled`])

    const later = NOW.add({ hours: 200 })
    await settleDueSessions(database, later)
    expect(await statuses(id)).toEqual([`${second} waitlisted`, `${third} waitlisted`, `${first} cancelled`])
    const seen = { name: 'Бојан', localeSeen: null, localeFirst: 'sr-Cyrl', now: later } as const
    await seeAgain(database.pool, { ...seen, telegramId: bojan.telegramId })
    expect(await settleDueSessions(database, later)).toBe(1)
    expect(await statuses(id)).toEqual([`${second} offered`, `${third} waitlisted`, `${first} cancelled`])
    expect(await queuedFor(database, bojan.telegramId)).toHaveLength(2)
    expect(await settleDueSessions(database, later)).toBe(0)
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })

  test('that nobody was asked about is found by the hourly look', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan] = [await somebody('A'), await somebody('B')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    await database.pool.query(`update sign_up set status = 'cancelled' where id = $1`, [first])
    expect(await settleDueSessions(database, NOW)).toBe(0)
    await settleAllLines(database, NOW)
    expect(await statuses(id)).toEqual([`${second} offered`, `${first} cancelled`])
  })
})

describe('a substitute', () => {
  test('of the same municipality takes the place, once', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1, municipalityQuota: 1 })
    const [ana, colleague, stranger] = [await somebody('A'), await somebody('A'), await somebody('B')]
    const signUpId = await entered(id, ana)
    const waiting = await entered(id, colleague)
    const link = await act((db) => makeSubstituteLink(db, { signUpId, personId: ana.personId }, NOW))
    if (link.kind !== 'made') throw new Error(link.kind)
    const { payload } = link
    expect(payload).toMatch(/^[\w-]{1,64}$/)
    expect(await readSubstituteLink(database.pool, payload, NOW)).toMatchObject({ kind: 'open', municipality: 'A' })
    const take = (by: Applicant, text = payload) =>
      act((db) => takeSubstitute(db, { payload: text, colleague: by }, NOW))
    expect(await take(stranger)).toMatchObject({ kind: 'other-municipality', municipality: 'A' })
    expect(await take(ana)).toMatchObject({ kind: 'own-link' })
    expect(await take(colleague, `${payload.slice(0, -1)}${payload.endsWith('A') ? 'B' : 'A'}`)).toEqual({
      kind: 'link-invalid',
    })
    expect(await take(colleague)).toMatchObject({ kind: 'took-over', signUp: { id: waiting, status: 'confirmed' } })
    expect(await take(stranger)).toEqual({ kind: 'link-used' })
    expect(await statuses(id)).toEqual([`${waiting} confirmed`, `${signUpId} substituted`])
    expect(await queuedFor(database, ana.telegramId)).toHaveLength(1)
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })

  test('cannot come by a link that a newer one ended, or when the place was given back', async () => {
    const { id } = await anOpenSession(database, staffId)
    const [ana, colleague] = [await somebody('A'), await somebody('A')]
    const by = { signUpId: await entered(id, ana), personId: ana.personId }
    const make = async () => {
      const link = await act((db) => makeSubstituteLink(db, by, NOW))
      return link.kind === 'made' ? link.payload : link.kind
    }
    const [older, newer] = [await make(), await make()]
    const take = (payload: string) => act((db) => takeSubstitute(db, { payload, colleague }, NOW))
    expect(await take(older)).toEqual({ kind: 'link-invalid' })
    await act((db) => cancelSignUp(db, { ...by, reason: null }, NOW))
    expect(await take(newer)).toMatchObject({ kind: 'place-gone' })
  })
})

describe('lists', () => {
  test('show everybody the same state', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan] = [await somebody('A'), await somebody('B')]
    await entered(id, ana)
    await entered(id, bojan)
    const coming = await listComingSessions(database.pool, bojan.personId, NOW)
    expect(coming.find(({ session }) => session.id === id)).toMatchObject({
      places: { taken: 1, free: 0 },
      waiting: 1,
      own: { position: 1, signUp: { status: 'waitlisted' } },
    })
    expect(await mySessions(database.pool, ana.personId, NOW)).toMatchObject([
      { own: { signUp: { status: 'confirmed' } } },
    ])
    const staff = await listSessionsForStaff(database.pool, NOW)
    expect(staff.find(({ session }) => session.id === id)?.counts).toEqual({ confirmed: 1, waitlisted: 1 })
  })

  test('what is kept about a person is exported, and erased with their place passed on', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan] = [await somebody('A'), await somebody('B')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    expect(await exportSignUps(database.pool, ana.personId)).toMatchObject([
      { status: 'confirmed', municipality: 'A', events: [{ what: 'signed-up' }] },
    ])
    await act((db) => eraseSignUps(db, ana.personId, NOW))
    expect(await exportSignUps(database.pool, ana.personId)).toEqual([])
    expect(await statuses(id)).toEqual([`${second} offered`, `${first} cancelled`])
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })
})

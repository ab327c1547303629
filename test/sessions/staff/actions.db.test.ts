import { describe, expect, test } from 'vitest'
import { cancelSignUp } from '../../../src/sessions/participants/sign-up-actions.ts'
import { addPerson, approve, messagePerson, moveInLine, removePerson } from '../../../src/sessions/staff/actions.ts'
import { sessionHistory, strayFromEvents } from '../../../src/sessions/staff/reads.ts'
import { cancelSession, changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aDatabase } from '../../support/database/database.ts'
import { NOW } from '../builders.ts'
import { signUpsOn } from '../line/somebody.ts'
import { anOpenSession, aPerson, queuedFor } from '../people.ts'

const database = await aDatabase()
const staffId = await aPerson(database, 1)
const { act, somebody, entered, statuses } = signUpsOn(database)

describe('staff', () => {
  test('approve in the order of requests, add, move, remove and write; each is told, and in the history', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1, needsApproval: true })
    const [ana, bojan, vera] = [await somebody('A'), await somebody('A'), await somebody('A')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    expect(await statuses(id)).toEqual([`${first} requested`, `${second} requested`])
    expect(await act((db) => approve(db, { signUpId: first, staffId }, NOW))).toMatchObject({ kind: 'confirmed' })
    expect(await act((db) => approve(db, { signUpId: second, staffId }, NOW))).toMatchObject({ kind: 'waitlisted' })
    expect(await act((db) => approve(db, { signUpId: second, staffId }, NOW))).toMatchObject({ kind: 'not-requested' })
    const added = await act((db) => addPerson(db, { sessionId: id, applicant: vera, staffId, reason: 'договор' }, NOW))
    if (added.kind !== 'waitlisted') throw new Error(added.kind)
    const third = added.signUp.id
    const move = { signUpId: third, staffId, to: 'first', reason: 'договор' } as const
    expect(await act((db) => moveInLine(db, move, NOW))).toMatchObject({ kind: 'moved', position: 1 })
    const remove = { signUpId: first, staffId, reason: 'није из општине' }
    expect(await act((db) => removePerson(db, remove, NOW))).toMatchObject({ kind: 'removed' })
    expect(await statuses(id)).toEqual([`${third} offered`, `${second} waitlisted`, `${first} removed`])
    await act((db) => messagePerson(db, { signUpId: second, staffId, text: 'Понесите податке.' }, NOW))
    expect(await queuedFor(database, ana.telegramId)).toHaveLength(2)
    expect(await queuedFor(database, bojan.telegramId)).toHaveLength(2)
    expect(await queuedFor(database, vera.telegramId)).toHaveLength(3)
    const history = await sessionHistory(database.pool, id)
    const names = history.map((line) =>
      line.kind === 'session' ? line.what : line.kind === 'sign-up' ? line.change.kind : line.noted.how,
    )
    expect(names.toSorted()).toEqual(
      [
        'created',
        'opened',
        'message',
        'signed-up',
        'signed-up',
        'approved',
        'approved',
        'added',
        'moved',
        'removed',
        'offered',
      ].toSorted(),
    )
    expect(history.find((line) => line.kind === 'sign-up' && line.change.kind === 'moved')).toMatchObject({
      actor: 'Особа 1',
      reason: 'договор',
    })
  })

  test('raising capacity offers the new places; lowering it below those taken is refused', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const people = [await somebody('A'), await somebody('A'), await somebody('B'), await somebody('C')]
    for (const person of people) await entered(id, person)
    const change = (changes: object) =>
      act((db) => changeSession(db, { sessionId: id, change: (plan) => ({ ...plan, ...changes }), staffId }, NOW))
    expect(await change({ capacity: 3 })).toMatchObject({ kind: 'changed', offered: 2, told: 0 })
    expect(await change({ capacity: 2 })).toMatchObject({
      kind: 'faulty',
      faults: [{ field: 'capacity', kind: 'below-taken', taken: 3 }],
    })
    expect(await change({ capacity: 0 })).toMatchObject({
      kind: 'faulty',
      faults: [{ field: 'capacity', kind: 'not-a-count', least: 1 }],
    })
    expect(await change({})).toMatchObject({ kind: 'nothing-changed' })
    const moved = await change({ starts: '2026-04-02T11:00', place: 'Београд' })
    expect(moved).toMatchObject({ kind: 'changed', told: 4, session: { calendarSequence: 1 } })
    for (const { telegramId } of people) {
      expect((await queuedFor(database, telegramId)).filter((key) => key.startsWith('session-event'))).toHaveLength(1)
    }
  })

  test('calling a session off tells everybody once and takes offers back', async () => {
    const { id } = await anOpenSession(database, staffId, { capacity: 1 })
    const [ana, bojan] = [await somebody('A'), await somebody('B')]
    const first = await entered(id, ana)
    const second = await entered(id, bojan)
    await act((db) => cancelSignUp(db, { signUpId: first, personId: ana.personId, reason: null }, NOW))
    const by = { sessionId: id, staffId, reason: 'поплава' }
    expect(await act((db) => cancelSession(db, by, NOW))).toMatchObject({ kind: 'done', told: 1 })
    expect(await act((db) => cancelSession(db, by, NOW))).toMatchObject({ kind: 'session-cancelled' })
    expect(await statuses(id)).toEqual([`${second} waitlisted`, `${first} cancelled`])
    expect(await queuedFor(database, bojan.telegramId)).toHaveLength(2)
    expect(await strayFromEvents(database.pool, id)).toEqual([])
  })
})

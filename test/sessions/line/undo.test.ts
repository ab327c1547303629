import { describe, expect, test } from 'vitest'
import { decideAnswer } from '../../../src/sessions/line/answer-or-cancel.ts'
import { decideMove, decideRemove } from '../../../src/sessions/line/by-staff.ts'
import type { Decision } from '../../../src/sessions/line/decision.ts'
import { decideAdd, decideApprove, decideSignUp } from '../../../src/sessions/line/enter.ts'
import { lineOf } from '../../../src/sessions/line/order.ts'
import type { Roll, SignUpEvent } from '../../../src/sessions/line/sign-up.ts'
import { decideUndo } from '../../../src/sessions/line/undo.ts'
import { aRoll, aSession, NOW } from '../builders.ts'

const STAFF = 1000
const minutes = (count: number) => NOW.add({ minutes: count })
const by = (signUpId: number) => ({ signUpId, staffId: STAFF, reason: 'грешка' })

/** A session and all that happened in it; each person is also the number of their sign-up. */
function aLife(capacity: number, needsApproval = false) {
  let roll: Roll = aRoll(aSession({ capacity, needsApproval }), [])
  const events: SignUpEvent[] = []
  let minute = 0
  const goes = <R>(decide: (roll: Roll, now: Temporal.Instant) => Decision<R>, now = minutes(minute++)): R => {
    const done = decide(roll, now)
    roll = done.roll
    events.push(...done.events)
    return done.result
  }
  const applicant = (personId: number, municipality = 'A') => ({ personId, municipality, consented: true })
  return {
    signsUp: (personId: number) =>
      goes((roll, now) => decideSignUp(roll, applicant(personId), { requestedAt: now, now, newId: personId })),
    isAdded: (personId: number) =>
      goes((roll, now) => decideAdd(roll, applicant(personId), by(personId), { now, newId: personId })),
    isApproved: (id: number) => goes((roll, now) => decideApprove(roll, by(id), now)),
    isRemoved: (id: number) => goes((roll, now) => decideRemove(roll, by(id), now)),
    isMoved: (id: number, to: 'first' | 'last') => goes((roll, now) => decideMove(roll, { ...by(id), to }, now)),
    accepts: (id: number) =>
      goes((roll, now) => decideAnswer(roll, { signUpId: id, personId: id, answer: 'accepted' }, now)),
    undoes: (id: number, now = minutes(minute), number?: number) => {
      const last = events.findLast((event) => event.signUpId === id && event.actorId === STAFF)
      const order = { signUpId: id, number: number ?? last?.number ?? 0, staffId: STAFF, passedOnReason: 'понуђено' }
      return goes((roll) => decideUndo(roll, order, events, now))
    },
    stands: () => roll.signUps.map(({ id, status }) => `${id} ${status}`),
    line: () => lineOf(roll).map(({ id }) => id),
  }
}

describe('undone', () => {
  test('a removal gives the place back while nobody was asked about it', () => {
    const life = aLife(2)
    life.signsUp(1)
    life.isRemoved(1)
    expect(life.undoes(1)).toMatchObject({ kind: 'undone', passedOn: false, position: null })
    expect(life.stands()).toEqual(['1 confirmed'])
  })

  test('a removal leaves the place with whoever it was offered to; the person is first in line', () => {
    const life = aLife(1)
    for (const person of [1, 2, 3]) life.signsUp(person)
    life.isRemoved(1)
    expect(life.stands()).toEqual(['1 removed', '2 offered', '3 waitlisted'])
    expect(life.undoes(1)).toMatchObject({ kind: 'undone', passedOn: true, position: 1 })
    expect(life.stands()).toEqual(['1 waitlisted', '2 offered', '3 waitlisted'])
    expect(life.line()).toEqual([1, 3])
  })

  test('a removal from the line gives back the place in it', () => {
    const life = aLife(1)
    for (const person of [1, 2, 3]) life.signsUp(person)
    life.isMoved(3, 'first')
    life.isRemoved(3)
    expect(life.undoes(3)).toMatchObject({ kind: 'undone', position: 1 })
    life.isRemoved(2)
    expect(life.undoes(2)).toMatchObject({ kind: 'undone', position: 2 })
  })

  test('a move puts everybody back where they stood', () => {
    const life = aLife(1)
    for (const person of [1, 2, 3]) life.signsUp(person)
    life.isMoved(3, 'first')
    expect(life.line()).toEqual([3, 2])
    life.undoes(3)
    expect(life.line()).toEqual([2, 3])
  })

  test('an approval waits again, and what it held is offered on', () => {
    const life = aLife(1, true)
    life.signsUp(1)
    life.signsUp(2)
    life.isApproved(1)
    life.isApproved(2)
    expect(life.stands()).toEqual(['1 confirmed', '2 waitlisted'])
    life.undoes(1)
    expect(life.stands()).toEqual(['1 requested', '2 offered'])
  })

  test('somebody who was added is out', () => {
    const life = aLife(1)
    life.isAdded(1)
    life.undoes(1)
    expect(life.stands()).toEqual(['1 removed'])
  })
})

describe('nothing is undone', () => {
  test('after ten minutes, twice, or of another event', () => {
    const life = aLife(2)
    life.signsUp(1)
    life.isRemoved(1)
    expect(life.undoes(1, minutes(11)).kind).toBe('not-undoable')
    expect(life.undoes(1, minutes(10), 1).kind).toBe('not-undoable')
    expect(life.undoes(1, minutes(10)).kind).toBe('undone')
    expect(life.undoes(1, minutes(10)).kind).toBe('not-undoable')
    expect(life.undoes(7).kind).toBe('unknown')
  })

  test('when the person did something since, though not when a rule did', () => {
    const life = aLife(1)
    for (const person of [1, 2, 3]) life.signsUp(person)
    life.isMoved(3, 'first')
    life.isRemoved(1)
    expect(life.stands()).toEqual(['1 removed', '2 waitlisted', '3 offered'])
    life.accepts(3)
    expect(life.undoes(3).kind).toBe('not-undoable')
    expect(life.stands()).toContain('3 confirmed')
  })
})

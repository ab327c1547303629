import { describe, expect, test } from 'vitest'
import { decideAnswer, decideCancel, dueAt, expire } from '../../../src/sessions/line/answer-or-cancel.ts'
import { decideChange, decideMove } from '../../../src/sessions/line/by-staff.ts'
import { decideAdd, decideApprove, decideSignUp } from '../../../src/sessions/line/enter.ts'
import { noticesOf } from '../../../src/sessions/line/notices/notice.ts'
import type { Roll } from '../../../src/sessions/line/sign-up.ts'
import { decideSubstitute } from '../../../src/sessions/line/substitute.ts'
import { aRoll, aSession, at, eventsOf, NOW } from '../builders.ts'

const hours = (count: number) => NOW.add({ hours: count })
const held = { status: 'offered', offer: { until: hours(5), held: true } } as const
const asked = { status: 'offered', offer: { until: hours(5), held: false } } as const
const newcomer = (municipality: string | null = 'A', personId = 50) => ({ personId, municipality, consented: true })
const pressing = (now = NOW) => ({ requestedAt: now, now, newId: 50 })

describe('a newcomer', () => {
  test('does not take a free place past somebody who was asked about it', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [asked])
    const { result } = decideSignUp(roll, newcomer('B'), pressing())
    expect(result).toMatchObject({ kind: 'waitlisted', reason: 'line' })
  })

  test('takes a free place past those whose municipality has its most', () => {
    const roll = aRoll(aSession({ municipalityQuota: 1 }), [{ status: 'confirmed' }, {}])
    expect(decideSignUp(roll, newcomer('B'), pressing()).result).toMatchObject({ kind: 'confirmed' })
  })

  test('of a municipality without a place stands before earlier requests of those with one', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, {}, {}])
    expect(decideSignUp(roll, newcomer('B'), pressing()).result).toMatchObject({ kind: 'waitlisted', position: 1 })
  })

  test('who left comes back at the end, with the sign-up they had', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, { status: 'expired' }, {}])
    const { result } = decideSignUp(roll, newcomer('A', 2), pressing())
    expect(result).toMatchObject({ kind: 'waitlisted', position: 2, signUp: { id: 2 } })
  })

  test('who pressed earlier but is handled later stands where they pressed', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, { requestedAt: NOW }])
    const { result } = decideSignUp(roll, newcomer(), { ...pressing(), requestedAt: NOW.subtract({ seconds: 1 }) })
    expect(result).toMatchObject({ kind: 'waitlisted', position: 1 })
  })
})

describe('a place that is freed at night', () => {
  const night = at('2026-03-10T02:00').toInstant()
  const morning = at('2026-03-10T08:00').toInstant()
  const cancelled = (session = aSession({ capacity: 1 })) =>
    decideCancel(aRoll(session, [{ status: 'confirmed' }, {}]), { signUpId: 1, personId: 1, reason: 'посао' }, night)

  test('is offered in the morning, when the session is looked at, and nobody hears of it before', () => {
    const done = cancelled()
    expect(eventsOf(done)).toEqual(['1 cancelled'])
    expect(noticesOf(done, 1)).toEqual([])
    expect(dueAt(done.roll, night)).toEqual(morning)
    expect(eventsOf(expire(done.roll, morning))).toEqual(['2 offered'])
  })

  test('goes to no newcomer meanwhile', () => {
    const { result, roll } = decideSignUp(cancelled().roll, newcomer('B'), pressing(night))
    expect(result).toMatchObject({ kind: 'waitlisted', reason: 'line' })
    expect(dueAt(roll, night)).toEqual(morning)
  })

  test('is offered at once shortly before the session, and by day', () => {
    const soon = aSession({ capacity: 1, starts: at('2026-03-11T10:00'), ends: at('2026-03-11T16:00') })
    expect(eventsOf(cancelled(soon))).toEqual(['1 cancelled', '2 offered'])
    const evening = at('2026-03-09T20:59').toInstant()
    const by = { signUpId: 1, personId: 1, reason: 'посао' }
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, {}])
    expect(eventsOf(decideCancel(roll, by, evening))).toEqual(['1 cancelled', '2 offered'])
    expect(dueAt(roll, night)).toBeNull()
  })
})

describe('an answer to an offer', () => {
  const answer = (roll: Roll, personId: number, now = NOW, yes = true) =>
    decideAnswer(roll, { signUpId: personId, personId, answer: yes ? 'accepted' : 'declined' }, now)

  test('in time confirms the place; at the deadline it is too late, and the next is asked', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [held, {}])
    expect(answer(roll, 1, hours(4)).result).toMatchObject({ kind: 'confirmed' })
    const late = answer(roll, 1, hours(5))
    expect(late.result).toMatchObject({ kind: 'expired' })
    expect(eventsOf(late)).toEqual(['1 expired', '2 offered'])
    expect(noticesOf(late, 1).map(({ personId, notice }) => [personId, notice.kind])).toEqual([[2, 'offer']])
  })

  test('of one among several takes the place from the others, who are back in line', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [asked, asked, {}])
    const done = answer(roll, 2)
    expect(eventsOf(done)).toEqual(['2 accepted', '1 withdrawn'])
    expect(noticesOf(done, 2).map(({ notice }) => notice)).toMatchObject([{ kind: 'offer-gone', position: 1 }])
    expect(answer(done.roll, 1).result).toMatchObject({ kind: 'no-offer', status: 'waitlisted', position: 1 })
  })

  test('no passes the place on', () => {
    expect(eventsOf(answer(aRoll(aSession({ capacity: 1 }), [held, {}]), 1, NOW, false))).toEqual([
      '1 declined',
      '2 offered',
    ])
  })

  test('by somebody else, or to a session called off, changes nothing', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [held])
    const forwarded = decideAnswer(roll, { signUpId: 1, personId: 2, answer: 'accepted' }, NOW)
    expect(forwarded).toMatchObject({ result: { kind: 'not-yours' }, events: [] })
    const off = { ...roll, session: aSession({ state: 'cancelled' }) }
    expect(answer(off, 1)).toMatchObject({ result: { kind: 'session-cancelled' }, events: [] })
    expect(answer(roll, 1, at('2026-04-02T10:00').toInstant()).result.kind).toBe('started')
  })
})

describe('time', () => {
  test('ends every offer that ran out, and passes the places on', () => {
    const roll = aRoll(aSession({ capacity: 2 }), [held, held, {}, {}])
    expect(eventsOf(expire(roll, hours(5)))).toEqual(['1 expired', '2 expired', '3 offered', '4 offered'])
    expect(expire(roll, hours(4)).events).toEqual([])
  })

  test('ends a reservation, and offers what was reserved', () => {
    const session = aSession({ capacity: 2, reservedPlaces: 1, reservedUntil: at('2026-03-10T12:00') })
    const roll = aRoll(session, [{ status: 'confirmed' }, {}])
    expect(dueAt(roll, NOW)?.toString()).toBe('2026-03-10T11:00:00Z')
    const done = expire(roll, at('2026-03-10T12:00').toInstant())
    expect(done.events[0]?.change).toMatchObject({ kind: 'offered', cause: 'reservation-ended' })
  })

  test('changes nothing when no offer is open', () => {
    expect(dueAt(aRoll(aSession(), [{}, { status: 'confirmed' }]), NOW)).toBeNull()
    expect(dueAt(aRoll(aSession(), [{}, held]), NOW)).toEqual(hours(5))
  })
})

describe('a change by staff', () => {
  test('that raises the quota offers the free places', () => {
    const roll = aRoll(aSession({ municipalityQuota: 1 }), [{ status: 'confirmed' }, {}])
    expect(eventsOf(decideChange(roll, aSession({ municipalityQuota: 2 }), NOW))).toEqual(['2 offered'])
  })

  test('that lowers the quota throws nobody out', () => {
    const roll = aRoll(aSession(), [{ status: 'confirmed' }, { status: 'confirmed' }])
    expect(decideChange(roll, aSession({ municipalityQuota: 1 }), NOW).events).toEqual([])
  })

  test('moves somebody first, and back by the rule', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, {}, {}])
    const move = (from: Roll, to: 'first' | 'rule') =>
      decideMove(from, { signUpId: 3, staffId: 9, reason: 'договор', to }, NOW)
    const moved = move(roll, 'first')
    expect(moved.result).toMatchObject({ kind: 'moved', position: 1 })
    expect(move(moved.roll, 'rule').result).toMatchObject({ kind: 'moved', position: 2 })
  })

  test('adds somebody after the deadline, but not past the line', () => {
    const closed = aSession({ state: 'closed', capacity: 1 })
    const add = (roll: Roll) => decideAdd(roll, newcomer(), { staffId: 9, reason: 'договор' }, { now: NOW, newId: 50 })
    expect(add(aRoll(closed, [])).result.kind).toBe('confirmed')
    expect(add(aRoll(closed, [asked])).result.kind).toBe('waitlisted')
  })

  test('approves into the line by the time of the request', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, { status: 'requested' }, {}])
    expect(decideApprove(roll, { signUpId: 2, staffId: 9 }, NOW).result).toMatchObject({ position: 1 })
  })
})

test('giving back a place late passes it on as such', () => {
  const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, {}])
  const late = at('2026-03-30T12:00').toInstant()
  const done = decideCancel(roll, { signUpId: 1, personId: 1, reason: 'болест' }, late)
  expect(done.events).toMatchObject([
    { reason: 'болест', change: { kind: 'cancelled', late: true } },
    { change: { kind: 'offered', cause: 'late-cancelled' } },
  ])
})

test('a colleague who held an offer of their own leaves it to the next', () => {
  const roll = aRoll(aSession({ capacity: 2 }), [{ status: 'confirmed' }, held, {}])
  const done = decideSubstitute(roll, 1, newcomer('A', 2), { now: NOW, newId: 50 })
  expect(eventsOf(done)).toEqual(['1 substituted', '2 took-over', '3 offered'])
})

import { describe, expect, test } from 'vitest'
import { offerFreePlaces } from '../../../src/sessions/line/free-places.ts'
import { eligible, lineOf, obstacleFor } from '../../../src/sessions/line/order.ts'
import { unchanged } from '../../../src/sessions/line/recorded.ts'
import { aRoll, aSession, at, eventsOf, NOW } from '../builders.ts'

const ids = (signUps: { id: number }[]) => signUps.map(({ id }) => id)

describe('the line', () => {
  test('municipalities without a place come first, then the earlier request', () => {
    const roll = aRoll(aSession(), [
      { municipality: 'A', status: 'confirmed' },
      { municipality: 'A' },
      { municipality: 'B' },
      { municipality: 'C' },
      { municipality: 'B' },
    ])
    expect(ids(lineOf(roll))).toEqual([3, 4, 2, 5])
  })

  test('a place kept for an answer counts as a place of the municipality', () => {
    const offer = { until: NOW.add({ hours: 5 }), held: true }
    const roll = aRoll(aSession(), [{ status: 'offered', offer }, { municipality: 'A' }, { municipality: 'B' }])
    expect(ids(lineOf(roll))).toEqual([3, 2])
  })

  test('requests of the same moment keep the order in which they were handled', () => {
    const roll = aRoll(aSession(), [
      { requestedAt: NOW, requestNumber: 9 },
      { requestedAt: NOW, requestNumber: 4 },
    ])
    expect(ids(lineOf(roll))).toEqual([2, 1])
  })

  test('whom staff moved stands first, the latest move foremost, or last', () => {
    const roll = aRoll(aSession(), [
      { moved: { to: 'last', number: 7 } },
      { municipality: 'B' },
      { municipality: 'C', moved: { to: 'first', number: 8 } },
      { municipality: 'D', moved: { to: 'first', number: 9 } },
    ])
    expect(ids(lineOf(roll))).toEqual([4, 3, 2, 1])
  })
})

describe('an obstacle', () => {
  test('confirmed and kept places count towards quota and capacity, first-come offers do not', () => {
    const session = aSession({ capacity: 3, municipalityQuota: 2 })
    const held = { status: 'offered', offer: { until: NOW.add({ hours: 5 }), held: true } } as const
    const asked = { status: 'offered', offer: { until: NOW.add({ hours: 5 }), held: false } } as const
    expect(obstacleFor(aRoll(session, [{ status: 'confirmed' }, held]), 'A', NOW)).toBe('quota')
    expect(obstacleFor(aRoll(session, [{ status: 'confirmed' }, asked]), 'A', NOW)).toBeNull()
    expect(obstacleFor(aRoll(session, [held, held, { ...held, municipality: 'B' }]), 'B', NOW)).toBe('full')
  })

  test('a municipality that has its most is told so, also while no place is free at all', () => {
    const roll = aRoll(aSession({ capacity: 2, municipalityQuota: 1 }), [
      { status: 'confirmed' },
      { status: 'confirmed', municipality: 'B' },
    ])
    expect(obstacleFor(roll, 'A', NOW)).toBe('quota')
    expect(obstacleFor(roll, 'C', NOW)).toBe('full')
  })

  test('the last places are reserved, until a date, for municipalities that have none', () => {
    const session = aSession({ capacity: 3, reservedPlaces: 2, reservedUntil: at('2026-03-10T00:00') })
    const roll = aRoll(session, [{ status: 'confirmed' }])
    expect(obstacleFor(roll, 'A', NOW)).toBe('reserved')
    expect(obstacleFor(roll, 'B', NOW)).toBeNull()
    expect(obstacleFor(roll, 'A', at('2026-03-10T00:00').toInstant())).toBeNull()
  })

  test('people who blocked us keep their place in line and are passed over', () => {
    const roll = { ...aRoll(aSession(), [{}, { municipality: 'B' }]), unreachable: new Set([1]) }
    expect(ids(lineOf(roll))).toEqual([1, 2])
    expect(ids(eligible(roll, NOW))).toEqual([2])
  })
})

describe('a free place', () => {
  test('is offered to the next in line, and kept', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{}, {}])
    const done = offerFreePlaces(unchanged(roll), 'cancelled', NOW)
    expect(eventsOf(done)).toEqual(['1 offered'])
    expect(done.events[0]!.change).toMatchObject({ held: true, cause: 'cancelled' })
  })

  test('two places go to two municipalities, whoever asked first', () => {
    const roll = aRoll(aSession({ capacity: 2 }), [{}, {}, { municipality: 'B' }])
    expect(eventsOf(offerFreePlaces(unchanged(roll), 'places-added', NOW))).toEqual(['1 offered', '3 offered'])
  })

  test('passes over those whose municipality has its most', () => {
    const session = aSession({ capacity: 2, municipalityQuota: 1 })
    const roll = aRoll(session, [{ status: 'confirmed' }, {}, { municipality: 'B' }])
    expect(eventsOf(offerFreePlaces(unchanged(roll), 'cancelled', NOW))).toEqual(['3 offered'])
  })

  test('shortly before the session is offered to several, and kept for nobody', () => {
    const roll = aRoll(aSession({ capacity: 1 }), [{}, {}, {}, {}])
    const done = offerFreePlaces(unchanged(roll), 'cancelled', at('2026-04-01T12:00').toInstant())
    expect(eventsOf(done)).toEqual(['1 offered', '2 offered', '3 offered'])
    expect(done.events.every(({ change }) => change.kind === 'offered' && !change.held)).toBe(true)
  })

  test('once taken is withdrawn from the others who were asked', () => {
    const asked = { status: 'offered', offer: { until: NOW.add({ hours: 1 }), held: false } } as const
    const roll = aRoll(aSession({ capacity: 1 }), [{ status: 'confirmed' }, asked, asked])
    expect(eventsOf(offerFreePlaces(unchanged(roll), 'other', NOW))).toEqual(['2 withdrawn', '3 withdrawn'])
  })

  test('of a session not open yet, of one under way or of a cancelled one is offered to nobody', () => {
    const waiting = [{}, {}]
    const after = at('2026-04-02T10:00').toInstant()
    expect(offerFreePlaces(unchanged(aRoll(aSession({ state: 'draft' }), waiting)), 'other', NOW).events).toEqual([])
    expect(offerFreePlaces(unchanged(aRoll(aSession({ state: 'cancelled' }), waiting)), 'other', NOW).events).toEqual(
      [],
    )
    expect(offerFreePlaces(unchanged(aRoll(aSession(), waiting)), 'other', after).events).toEqual([])
  })
})

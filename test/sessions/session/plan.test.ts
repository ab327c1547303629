import { describe, expect, test } from 'vitest'
import { checkPlan, type Fault } from '../../../src/sessions/session/plan.ts'
import type { SessionPlan } from '../../../src/sessions/session/session.ts'
import { aPlan, NOW } from '../builders.ts'

const ZONE = 'Europe/Belgrade'
const faultsOf = (changes: Partial<SessionPlan>, kept: { plan: SessionPlan; taken: number } | null = null) =>
  checkPlan(aPlan(changes), { now: NOW, zone: ZONE, kept })
const fault = (field: Fault['field'], kind: Fault['kind']) => expect.objectContaining({ field, kind })

describe('a plan', () => {
  test('that can be held has no faults', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ signUpUntil: '2026-04-02T10:00', cancelUntil: '2026-04-02T10:00' })).toEqual([])
  })

  test('says what is missing or too long', () => {
    expect(faultsOf({ title: '  ', place: '' })).toEqual([fault('title', 'missing'), fault('place', 'missing')])
    expect(faultsOf({ title: 'О'.repeat(120) })).toEqual([])
    expect(faultsOf({ title: 'О'.repeat(121) })).toEqual([{ field: 'title', kind: 'too-long', most: 120 }])
  })

  test('without its days has no deadlines that were missing too', () => {
    expect(faultsOf({ starts: '', ends: '', signUpUntil: '', cancelUntil: '' })).toEqual([
      fault('starts', 'missing'),
      fault('ends', 'missing'),
    ])
    expect(faultsOf({ signUpUntil: '' })).toEqual([fault('signUpUntil', 'missing')])
  })

  test('needs days and hours that exist', () => {
    expect(faultsOf({ starts: '2027-02-29T10:00' })).toEqual([fault('starts', 'no-such-time')])
    expect(faultsOf({ starts: '2028-02-29T10:00', ends: '2028-02-29T12:00' })).toEqual([])
    expect(faultsOf({ starts: '2026-04-31T10:00' })).toEqual([fault('starts', 'no-such-time')])
    expect(faultsOf({ starts: 'сутра' })).toEqual([fault('starts', 'no-such-time')])
    expect(faultsOf({ signUpUntil: '2026-03-29T02:30' })).toEqual([fault('signUpUntil', 'skipped-by-clocks')])
    const autumn = { starts: '2026-10-25T02:30', ends: '2026-10-25T12:00' }
    expect(faultsOf(autumn)).toEqual([fault('starts', 'twice-by-clocks')])
  })

  test('ends after it starts, and has its deadlines before', () => {
    expect(faultsOf({ ends: '2026-04-02T10:00' })).toEqual([fault('ends', 'before-start')])
    expect(faultsOf({ ends: '2026-04-01T10:00' })).toEqual([fault('ends', 'before-start')])
    expect(faultsOf({ signUpUntil: '2026-04-02T10:01' })).toEqual([fault('signUpUntil', 'after-start')])
    expect(faultsOf({ cancelUntil: '2026-04-02T10:01' })).toEqual([fault('cancelUntil', 'after-start')])
    expect(faultsOf({ starts: '2026-03-01T10:00', signUpUntil: '2026-02-28T10:00' })).toEqual(
      expect.arrayContaining([fault('starts', 'past'), fault('signUpUntil', 'past')]),
    )
  })

  test('may keep a time that has passed meanwhile', () => {
    const plan = aPlan({ signUpUntil: '2026-03-01T10:00' })
    expect(checkPlan({ ...plan, place: 'Београд' }, { now: NOW, zone: ZONE, kept: { plan, taken: 0 } })).toEqual([])
  })

  test('counts people in whole numbers, and never fewer than have a place', () => {
    for (const capacity of [0, -1, 1.5, Number.NaN, 10_001])
      expect(faultsOf({ capacity })).toEqual([fault('capacity', 'not-a-count')])
    expect(faultsOf({ municipalityQuota: 0 })).toEqual([fault('municipalityQuota', 'not-a-count')])
    expect(faultsOf({ capacity: 4 }, { plan: aPlan(), taken: 5 })).toEqual([
      { field: 'capacity', kind: 'below-taken', taken: 5 },
    ])
    expect(faultsOf({ capacity: 5 }, { plan: aPlan(), taken: 5 })).toEqual([])
  })

  test('reserves no more than there is, and says until when', () => {
    expect(faultsOf({ reservedPlaces: 1 })).toEqual([fault('reservedUntil', 'missing')])
    expect(faultsOf({ reservedPlaces: 3, reservedUntil: '2026-03-20T00:00' })).toEqual([
      { field: 'reservedPlaces', kind: 'above-capacity', capacity: 2 },
    ])
    expect(faultsOf({ reservedPlaces: 1, reservedUntil: '2026-04-03T00:00' })).toEqual([
      fault('reservedUntil', 'after-start'),
    ])
  })
})

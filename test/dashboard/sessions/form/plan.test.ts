import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldsOf, planIn } from '../../../../src/dashboard/sessions/form/plan.ts'
import { checkPlan } from '../../../../src/sessions/session/plan.ts'
import { aPlan, NOW } from '../../../sessions/builders.ts'
import { runs } from '../../../support/runs.ts'

const WALL = Temporal.PlainDateTime.from('2026-03-02T10:00')

describe('a plan becomes fields and the same plan again', () => {
  test.each([
    ['of days in a row', aPlan()],
    ['of one day', aPlan({ starts: '2026-04-02T10:00', ends: '2026-04-02T14:00' })],
    ['over a night in one go', aPlan({ starts: '2026-04-02T18:00', ends: '2026-04-03T09:00' })],
    [
      'of days with gaps and hours of their own',
      aPlan({
        ends: '2026-04-19T12:30',
        days: '2026-04-02T10:00/2026-04-02T14:00 2026-04-19T09:00/2026-04-19T12:30',
      }),
    ],
    [
      'with everything',
      aPlan({
        module: 'Модул 2',
        municipalityQuota: 3,
        reservedPlaces: 2,
        reservedUntil: '2026-03-20T12:00',
        needsApproval: true,
        language: 'en',
      }),
    ],
  ])('%s', (_, plan) => {
    expect(planIn(fieldsOf(plan), WALL)).toEqual(plan)
  })
})

test('what is left open is usual', () => {
  const fields = fieldsOf(aPlan())
  for (const name of ['signUpUntil', 'cancelUntil', 'quota', 'reserved', 'module']) fields.set(name, '')
  expect(planIn(fields, WALL)).toMatchObject({
    signUpUntil: '2026-03-30T18:00',
    cancelUntil: '2026-03-30T18:00',
    municipalityQuota: null,
    reservedPlaces: 0,
    module: null,
  })
})

test('whatever stands in the fields, it is a plan or has faults, and nothing throws', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('', '2026-02-30', '25:00', '1e9', '-1', '0x10', 'NaN', '2026-04-02', '10:00'),
  )
  const names = [...new Set(fieldsOf(aPlan()).keys())]
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), words)), (given) => {
      const plan = planIn(new URLSearchParams(given), WALL)
      const faults = checkPlan(plan, { now: NOW, zone: 'Europe/Belgrade', kept: null })
      expect(faults.length === 0 || faults.every(({ field }) => field in plan)).toBe(true)
    }),
    runs(200),
  )
})

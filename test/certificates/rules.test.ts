import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesOf, type Judged, judge, mayGive, type Rule, settle, type Valid } from '../../src/certificates/rules.ts'
import { attendanceOf, type Mark, type Sheet, STATES, type State } from '../../src/sessions/attendance/attendance.ts'
import { aRoll, aSession, at } from '../sessions/builders.ts'
import { runs } from '../support/runs.ts'

const DAYS = ['2026-03-12', '2026-03-13', '2026-03-14']
const SESSION = aSession({ starts: at('2026-03-12T09:00'), ends: at('2026-03-14T15:00') })
const AFTER = at('2026-03-14T16:00').toInstant()

/** What was noted of people, a list of three days each; `null`: nothing. */
function aSheet(people: readonly (readonly (State | null)[])[], session = SESSION): Sheet {
  const roll = aRoll(
    session,
    people.map(() => ({ status: 'confirmed' as const })),
  )
  let id = 0
  const marks = people.flatMap((states, i) =>
    states.flatMap((state, day): Mark[] => {
      id += 1
      const on = Temporal.PlainDate.from(DAYS[day]!)
      const how = 'corrected' as const
      return state === null
        ? []
        : [{ id, act: id, signUpId: i + 1, on, state, how, at: AFTER, actorId: 9, reason: null }]
    }),
  )
  return attendanceOf(session, roll.signUps, marks)
}

const names = (sheet: Sheet) => new Map(sheet.people.map(({ signUpId }) => [signUpId, `Особа ${signUpId}`]))
const USUAL: Rule = { leastDays: null, quiz: null }
const judged = (sheet: Sheet, leastDays: number | null = null, barred: number[] = []) =>
  judge(sheet, { leastDays, quiz: null }, { names: names(sheet), barred: new Set(barred), passed: new Set() })
const earned = (all: readonly Judged[]) =>
  all.filter(({ obstacle }) => obstacle === null).map(({ attended }) => attended.signUpId)
const obstacles = (all: readonly Judged[]) => all.map(({ obstacle }) => obstacle)

describe('by the rule', () => {
  const sheet = aSheet([
    ['present', 'present', 'present'],
    ['present', 'late', 'left'],
    ['present', 'absent', 'present'],
    ['absent', 'absent', 'absent'],
  ])

  test('whoever was there on all days has earned one, be it for a part of a day', () => {
    expect(earned(judged(sheet))).toEqual([1, 2])
  })

  test('a rule of two days names whoever was there on two', () => {
    expect(earned(judged(sheet, 2))).toEqual([1, 2, 3])
  })

  test('whoever was there on none gets none, whatever the rule', () => {
    expect(earned(judged(sheet, 1))).toEqual([1, 2, 3])
    expect(obstacles(judged(sheet, 1))[3]).toEqual({ kind: 'too-few-days', days: 0 })
  })

  test('more days than there are (any more) are all of them', () => {
    expect(earned(judged(sheet, 9))).toEqual([1, 2])
  })

  test('a day on which nothing was noted is said to be missing, not the person', () => {
    const gap = aSheet([
      ['present', null, 'present'],
      ['absent', null, 'absent'],
    ])
    expect(obstacles(judged(gap))).toEqual([
      { kind: 'not-noted', days: 2 },
      { kind: 'too-few-days', days: 0 },
    ])
  })

  test('nobody without a name gets one, nor whose was revoked', () => {
    const unnamed = judge(sheet, USUAL, { names: new Map([[2, ' ']]), barred: new Set(), passed: new Set() })
    expect(obstacles(unnamed).slice(0, 2)).toEqual([{ kind: 'no-name' }, { kind: 'no-name' }])
    expect(obstacles(judged(sheet, null, [1]))[0]).toEqual({ kind: 'revoked' })
  })
})

describe('certificates can be given', () => {
  const sheet = (changes = {}) => aSheet([], { ...SESSION, ...changes })
  test.each([
    ['not before the last day', '2026-03-14T08:59', {}, false],
    ['from its beginning on', '2026-03-14T09:00', {}, true],
    ['for none that was called off', '2026-03-15T09:00', { state: 'cancelled' as const }, false],
    ['for none that was never opened', '2026-03-15T09:00', { state: 'draft' as const }, false],
  ])('%s', (_, moment, changes, can) => {
    expect(mayGive(sheet(changes), at(moment).toInstant())).toBe(can)
  })
})

const state = fc.option(fc.constantFrom(...STATES), { nil: null })
const rules = fc.record<Rule>({
  leastDays: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  quiz: fc.constant(null),
})
const attendance = fc.array(fc.tuple(state, state, state), { minLength: 1, maxLength: 6 })

/** What holds after `settle` was carried out. */
function carriedOut(valid: readonly Valid[], all: readonly Judged[], sheet: Sheet): Valid[] {
  const { give, replace, revoke } = settle(all, sheet, valid)
  const gone = new Set([...revoke, ...replace.map(({ certificate }) => certificate)].map(({ id }) => id))
  const next = Math.max(0, ...valid.map(({ id }) => id)) + 1
  const made = [...give, ...replace.map(({ by }) => by)].map(({ attended }, i) => ({
    id: next + i,
    signUpId: attended.signUpId,
    attended: datesOf(attended),
    of: sheet.days.length,
    minutes: attended.minutes,
  }))
  return [...valid.filter(({ id }) => !gone.has(id)), ...made]
}

test('however the sheet is corrected, a certificate exists exactly for those whom the rule names, and says what the sheet says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(attendance, rules), { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(6)),
      (steps, barred) => {
        let valid: Valid[] = []
        for (const [people, { leastDays }] of steps) {
          const sheet = aSheet(people)
          const all = judged(sheet, leastDays, barred)
          valid = carriedOut(valid, all, sheet)
          expect(valid.map(({ signUpId }) => signUpId).toSorted()).toEqual(earned(all).toSorted())
          for (const one of valid) {
            const { attended } = all.find(({ attended }) => attended.signUpId === one.signUpId)!
            expect([one.attended, one.minutes, one.of]).toEqual([datesOf(attended), attended.minutes, 3])
          }
          // A second time there is nothing to do.
          expect(settle(all, sheet, valid)).toEqual({ give: [], replace: [], revoke: [] })
        }
      },
    ),
    runs(200),
  )
})

test('whoever erased their data keeps what they have', () => {
  const sheet = aSheet([['present', 'present', 'present']])
  const valid = carriedOut([], judged(sheet), sheet)
  const erased = judge(sheet, USUAL, { names: new Map(), barred: new Set(), passed: new Set() })
  expect(settle(erased, sheet, valid)).toEqual({ give: [], replace: [], revoke: [] })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attendanceOf,
  daysOfSession,
  isThere,
  type Mark,
  STATES,
  type State,
  stayedAway,
} from '../../../src/sessions/attendance/attendance.ts'
import { runs } from '../../support/runs.ts'
import { aRoll, aSession, at } from '../builders.ts'

/** Two days, 10:00–16:00. */
const SESSION = aSession()
const [FIRST, SECOND] = daysOfSession(SESSION).map(({ on }) => on)
const { signUps } = aRoll(SESSION, [{ status: 'confirmed' }, { status: 'confirmed' }, { status: 'cancelled' }])

let nextId = 1
/** A note about the first person on the first day, made then and there. */
function aMark(wall: string, state: State, changes: Partial<Mark> = {}): Mark {
  const instant = at(wall).toInstant()
  const id = nextId++
  const rest = { act: id, how: 'tapped', actorId: 9, reason: null } as const
  return { id, signUpId: 1, on: FIRST!, state, at: instant, ...rest, ...changes }
}

const first = (marks: Mark[], session = SESSION) => attendanceOf(session, signUps, marks).people[0]!

describe('the days of a session', () => {
  test('are its dates, each with what is held on it', () => {
    expect(daysOfSession(SESSION).map(({ on, stretches }) => [`${on}`, stretches.length])).toEqual([
      ['2026-04-02', 1],
      ['2026-04-03', 1],
    ])
    const days = '2026-04-02T09:00/2026-04-02T12:00 2026-04-02T13:00/2026-04-02T16:00 2026-04-09T09:00/2026-04-09T12:00'
    const session = aSession({ starts: at('2026-04-02T09:00'), ends: at('2026-04-09T12:00'), days })
    expect(daysOfSession(session).map(({ on, stretches }) => [`${on}`, stretches.length])).toEqual([
      ['2026-04-02', 2],
      ['2026-04-09', 1],
    ])
  })
})

describe('who attended', () => {
  test('is everybody with a place, with nothing noted yet', () => {
    const sheet = attendanceOf(SESSION, signUps, [])
    expect(sheet.people.map(({ signUpId, daysAttended, minutes }) => [signUpId, daysAttended, minutes])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
    ])
    expect(sheet.days.map(({ taken }) => taken)).toEqual([false, false])
    expect(sheet.people[0]!.days.map(({ state, of }) => [state, of])).toEqual([
      [null, 360],
      [null, 360],
    ])
  })

  test('has whoever was noted, also without a place', () => {
    const sheet = attendanceOf(SESSION, signUps, [aMark('2026-04-02T09:50', 'present', { signUpId: 3 })])
    expect(sheet.people.map(({ signUpId, daysAttended }) => [signUpId, daysAttended])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ])
  })

  test.each([
    ['the whole day', [aMark('2026-04-02T09:50', 'present')], 360],
    ['from when they came', [aMark('2026-04-02T11:30', 'late')], 270],
    ['until they left', [aMark('2026-04-02T09:50', 'present'), aMark('2026-04-02T15:00', 'left')], 300],
    ['between the two', [aMark('2026-04-02T11:00', 'late'), aMark('2026-04-02T15:00', 'left')], 240],
    ['the last word counts', [aMark('2026-04-02T11:00', 'late'), aMark('2026-04-02T12:00', 'present')], 360],
    ['not at all', [aMark('2026-04-02T10:00', 'present'), aMark('2026-04-02T18:00', 'absent')], 0],
    ['noted in the evening, when nobody knows from when', [aMark('2026-04-02T20:00', 'late')], 360],
    ['corrected next morning', [aMark('2026-04-03T11:00', 'left', { how: 'corrected' })], 360],
  ])('for how long: %s', (_, marks, minutes) => {
    const { days, minutes: all } = first(marks)
    expect([days[0]!.minutes, days[1]!.minutes, all]).toEqual([minutes, 0, minutes])
  })

  test('a break does not count, and neither does a night in which clocks change', () => {
    const days = '2026-04-02T09:00/2026-04-02T12:00 2026-04-02T13:00/2026-04-02T16:00'
    const session = aSession({ starts: at('2026-04-02T09:00'), ends: at('2026-04-02T16:00'), days })
    expect(first([aMark('2026-04-02T08:50', 'present')], session).minutes).toBe(360)
    expect(first([aMark('2026-04-02T12:30', 'late')], session).minutes).toBe(180)
    const night = aSession({ starts: at('2026-03-28T22:00'), ends: at('2026-03-29T06:00') })
    const [on] = daysOfSession(night).map((day) => day.on)
    expect(first([aMark('2026-03-28T22:00', 'present', { on: on! })], night).minutes).toBe(7 * 60)
  })

  test('what was noted of a date on which nothing is held any more is left out', () => {
    const moved = aSession({ starts: at('2026-05-02T10:00'), ends: at('2026-05-02T16:00') })
    expect(first([aMark('2026-04-02T10:00', 'present')], moved)).toMatchObject({ daysAttended: 0, minutes: 0 })
  })
})

describe('somebody stayed away', () => {
  const sheetOf = (...marks: Mark[]) => attendanceOf(SESSION, signUps, marks)
  const others = (on: Temporal.PlainDate) => aMark('2026-04-02T10:00', 'present', { signUpId: 2, on })

  test.each([
    ['nothing was noted', sheetOf(), false],
    ['one day is not noted', sheetOf(others(FIRST!)), false],
    ['every day was noted, of others', sheetOf(others(FIRST!), others(SECOND!)), true],
    ['they came once', sheetOf(others(FIRST!), aMark('2026-04-03T10:00', 'late', { on: SECOND! })), false],
    ['they are said to be absent', sheetOf(others(SECOND!), aMark('2026-04-02T16:00', 'absent')), true],
  ])('%s', (_, sheet, away) => {
    expect(stayedAway(sheet, sheet.people[0]!)).toBe(away)
  })
})

test('whatever was noted, nobody attended longer than it was held, and just those days count on which they were there', () => {
  const marks = fc.array(
    fc.record({
      state: fc.constantFrom(...STATES),
      signUpId: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 0, max: 1 }),
      minute: fc.integer({ min: -200, max: 3_000 }),
    }),
  )
  fc.assert(
    fc.property(marks, (made) => {
      const noted = made.map(({ state, signUpId, day, minute }) => {
        const wall = at('2026-04-02T10:00').add({ minutes: minute }).toPlainDateTime().toString()
        return aMark(wall, state, { signUpId, on: [FIRST!, SECOND!][day]! })
      })
      for (const { days, minutes, daysAttended, signUpId } of attendanceOf(SESSION, signUps, noted).people) {
        for (const day of days) {
          const last = noted.findLast((mark) => mark.signUpId === signUpId && mark.on.equals(day.on))
          expect(day.state).toBe(last?.state ?? null)
          expect(day.minutes).toBeLessThanOrEqual(day.of)
          if (!isThere(day.state)) expect(day.minutes).toBe(0)
        }
        expect(minutes).toBe(days.reduce((sum, day) => sum + day.minutes, 0))
        expect(daysAttended).toBe(days.filter(({ state }) => isThere(state)).length)
      }
    }),
    runs(200),
  )
})

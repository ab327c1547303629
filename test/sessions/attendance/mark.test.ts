import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attendanceOf,
  daysOfSession,
  type Mark,
  STATES,
  type State,
} from '../../../src/sessions/attendance/attendance.ts'
import {
  countDay,
  dayAt,
  decideMarks,
  type Marking,
  stateOn,
  stateOnArrival,
} from '../../../src/sessions/attendance/mark.ts'
import type { NewMark } from '../../../src/sessions/attendance/store.ts'
import { runs } from '../../support/runs.ts'
import { aRoll, aSession, at } from '../builders.ts'

/** Two days, 10:00–16:00. */
const SESSION = aSession()
const DAYS = daysOfSession(SESSION)
const [FIRST, SECOND] = DAYS.map(({ on }) => on)
const { signUps } = aRoll(SESSION, [{ status: 'confirmed' }, { status: 'confirmed' }, { status: 'waitlisted' }])
const instant = (wall: string) => at(wall).toInstant()

const sheetOf = (marks: readonly NewMark[] = [], session = SESSION) => {
  return attendanceOf(
    session,
    signUps,
    marks.map((mark, i): Mark => ({ ...mark, id: i + 1, act: i + 1 })),
  )
}
const by = (changes: Partial<Marking> = {}): Marking => {
  return { on: FIRST!, state: 'present', who: 1, staffId: 9, reason: null, ...changes }
}
const marksOf = (decision: ReturnType<typeof decideMarks>) => {
  if (decision.kind !== 'marks') throw new Error(decision.kind)
  return decision.marks
}
const presentAt = (wall: string) => marksOf(decideMarks(sheetOf(), by(), instant(wall)))

describe('staff note', () => {
  test('one person, by a tap', () => {
    expect(presentAt('2026-04-02T09:55')).toEqual([
      {
        ...{ signUpId: 1, on: FIRST, state: 'present', how: 'tapped' },
        ...{ at: instant('2026-04-02T09:55'), actorId: 9, reason: null },
      },
    ])
  })

  test('everybody of whom nothing is noted, at once, and nobody else', () => {
    const before = presentAt('2026-04-02T09:55')
    const rest = marksOf(
      decideMarks(sheetOf(before), by({ who: 'the-rest', state: 'absent' }), instant('2026-04-02T17:00')),
    )
    expect(rest.map(({ signUpId, state }) => [signUpId, state])).toEqual([[2, 'absent']])
    const all = sheetOf([...before, ...rest])
    expect(countDay(all, FIRST!)).toEqual({ present: 1, late: 0, left: 0, absent: 1, unknown: 0 })
    expect(countDay(all, SECOND!)).toMatchObject({ unknown: 2 })
    expect(decideMarks(all, by({ who: 'the-rest' }), instant('2026-04-02T17:00'))).toEqual({ kind: 'nothing-changes' })
  })

  test.each([
    [
      'an hour before it begins at the earliest',
      by(),
      '2026-04-02T08:59',
      { kind: 'too-early', opens: at('2026-04-02T09:00') },
    ],
    [
      'nothing of tomorrow',
      by({ on: SECOND! }),
      '2026-04-02T12:00',
      { kind: 'too-early', opens: at('2026-04-03T09:00') },
    ],
    [
      'nothing of a day on which it is not held',
      by({ on: FIRST!.add({ days: 7 }) }),
      '2026-04-12T12:00',
      { kind: 'no-such-day' },
    ],
    ['nobody without a place', by({ who: 3 }), '2026-04-02T10:00', { kind: 'not-in-it' }],
    ['nobody who is in no list', by({ who: 77 }), '2026-04-02T10:00', { kind: 'not-in-it' }],
  ])('%s', (_, marking, wall, refusal) => {
    expect(decideMarks(sheetOf(), marking, instant(wall))).toEqual(refusal)
  })

  test('nothing of a session that was called off', () => {
    const cancelled = sheetOf([], { ...SESSION, state: 'cancelled' })
    expect(decideMarks(cancelled, by(), instant('2026-04-02T10:00'))).toEqual({ kind: 'session-cancelled' })
  })

  test('the same again changes nothing', () => {
    const sheet = sheetOf(presentAt('2026-04-02T09:55'))
    expect(decideMarks(sheet, by(), instant('2026-04-02T09:56'))).toEqual({ kind: 'nothing-changes' })
  })

  test('otherwise as often as they like until midnight, and with a reason afterwards', () => {
    const sheet = sheetOf(presentAt('2026-04-02T09:55'))
    const absent = by({ state: 'absent' })
    expect(marksOf(decideMarks(sheet, absent, instant('2026-04-02T23:59')))[0]!.how).toBe('tapped')
    const next = instant('2026-04-03T00:00')
    expect(decideMarks(sheet, absent, next)).toEqual({ kind: 'needs-reason', signUpId: 1 })
    const corrected = marksOf(decideMarks(sheet, { ...absent, reason: 'Лист није потписан.' }, next))
    expect(corrected).toMatchObject([{ how: 'corrected', reason: 'Лист није потписан.' }])
  })

  test('what was forgotten without a reason, however late', () => {
    expect(marksOf(decideMarks(sheetOf(), by(), instant('2026-05-01T12:00')))[0]!.how).toBe('tapped')
  })
})

test('whoever opens the sheet means the last day that has opened, or the first', () => {
  const day = (wall: string) => `${dayAt(SESSION, DAYS, instant(wall)).on}`
  expect([day('2026-03-01T09:00'), day('2026-04-02T12:00'), day('2026-04-03T08:59')]).toEqual(
    Array(3).fill('2026-04-02'),
  )
  expect([day('2026-04-03T09:00'), day('2026-06-01T09:00')]).toEqual(Array(2).fill('2026-04-03'))
})

test('whoever comes a quarter of an hour after the beginning is late', () => {
  const state = (wall: string) => stateOnArrival(SESSION, DAYS[0]!, instant(wall))
  expect(['09:10', '10:15', '10:16', '15:59', '16:01'].map((time) => state(`2026-04-02T${time}`))).toEqual([
    ...['present', 'present', 'late', 'late', 'present'],
  ])
})

test('whatever is tapped, the sheet says what was tapped last of each, and a tap that changes nothing adds nothing', () => {
  const tap = fc.record({
    state: fc.constantFrom<State>(...STATES),
    who: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant('the-rest' as const)),
    reason: fc.option(fc.constant('разлог')),
    hours: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(tap), (taps) => {
      let marks: NewMark[] = []
      for (const { hours, ...tapped } of taps) {
        const sheet = sheetOf(marks)
        const decision = decideMarks(sheet, by(tapped), instant('2026-04-02T09:00').add({ hours }))
        if (decision.kind !== 'marks') continue
        for (const { signUpId } of decision.marks) expect(stateOn(sheet, signUpId, FIRST!)).not.toBe(tapped.state)
        marks = [...marks, ...decision.marks]
        const after = sheetOf(marks)
        for (const { signUpId } of decision.marks) expect(stateOn(after, signUpId, FIRST!)).toBe(tapped.state)
        if (tapped.who === 'the-rest') expect(countDay(after, FIRST!).unknown).toBe(0)
      }
    }),
    runs(200),
  )
})

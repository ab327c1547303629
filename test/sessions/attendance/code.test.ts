import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceOf, daysOfSession } from '../../../src/sessions/attendance/attendance.ts'
import { decideCheckIn } from '../../../src/sessions/attendance/check-in.ts'
import {
  checkInState,
  codeOf,
  findCode,
  isShown,
  isTaken,
  readCode,
  stepAt,
} from '../../../src/sessions/attendance/code.ts'
import { runs } from '../../support/runs.ts'
import { aRoll, aSession, at } from '../builders.ts'

const SECRET = Buffer.alloc(32, 7)
/** Two days, 10:00–16:00. */
const SESSION = aSession()
const DAYS = daysOfSession(SESSION)
const [FIRST, SECOND] = DAYS.map(({ on }) => on)
const instant = (wall: string) => at(wall).toInstant()
const { signUps } = aRoll(SESSION, [{ status: 'confirmed' }, { status: 'waitlisted' }])
const TODAY = { sessionId: 1, on: FIRST! }

describe('six digits', () => {
  test('are read as people type them, and nothing else is', () => {
    expect(['123456', ' 123 456', '123-456\n', '001002'].map(readCode)).toEqual([
      '123456',
      '123456',
      '123456',
      '001002',
    ])
    expect(['12345', '1234567', '12 34 56', 'код 123456', '１２３４５６', '123  456', ''].map(readCode)).toEqual(
      Array(7).fill(null),
    )
  })

  test('follow from the half minute, the session and the day alone', () => {
    const code = codeOf(SECRET, TODAY, 100)
    expect(code).toMatch(/^\d{6}$/)
    expect(codeOf(Buffer.from(SECRET), { ...TODAY }, 100)).toBe(code)
    const others = [
      codeOf(SECRET, TODAY, 101),
      codeOf(SECRET, { ...TODAY, on: SECOND! }, 100),
      codeOf(SECRET, { ...TODAY, sessionId: 2 }, 100),
      codeOf(Buffer.alloc(32, 8), TODAY, 100),
    ]
    expect(others).not.toContain(code)
  })

  test('are taken in their half minute and the next, whatever a phone thinks that it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.integer({ min: -200_000, max: 200_000 }),
        (ms, later) => {
          const shown = Temporal.Instant.fromEpochMilliseconds(ms)
          const step = stepAt(shown)
          const now = Temporal.Instant.fromEpochMilliseconds(Math.max(0, ms + later))
          const inTime = now.epochMilliseconds >= step * 30_000 && now.epochMilliseconds < (step + 2) * 30_000
          expect(isTaken(step, now)).toBe(inTime)
        },
      ),
      runs(500),
    )
  })

  test('say of which day they are, and of how long ago', () => {
    const now = instant('2026-04-02T10:00')
    const neighbour = { sessionId: 2, on: FIRST! }
    const code = codeOf(SECRET, neighbour, stepAt(now) - 5)
    expect(findCode(SECRET, [TODAY, neighbour], code, now)).toEqual({ day: neighbour, step: stepAt(now) - 5 })
    expect(findCode(SECRET, [TODAY], code, now)).toBeNull()
    expect(findCode(SECRET, [neighbour], codeOf(SECRET, neighbour, stepAt(now) + 1), now)).toBeNull()
  })

  test('are found by ten thousand guesses of a minute about as seldom as chance has it', () => {
    const now = instant('2026-04-02T10:00')
    const taken = new Set([0, 1].map((age) => codeOf(SECRET, TODAY, stepAt(now) - age)))
    const guesses = fc.sample(fc.integer({ min: 0, max: 999_999 }), { numRuns: 10_000, seed: 5 })
    const hits = guesses.filter((guess) => taken.has(String(guess).padStart(6, '0'))).length
    expect(hits).toBeLessThanOrEqual(1)
    const codes = Array.from({ length: 10_000 }, (_, step) => codeOf(SECRET, TODAY, step))
    expect(new Set(codes).size).toBeGreaterThan(9_900)
  })
})

describe('a code', () => {
  const marked = (
    wall: string,
    changes: { personId?: number; step?: number; on?: Temporal.PlainDate } = {},
    session = SESSION,
  ) => {
    const now = instant(wall)
    const by = { ...TODAY, personId: 1, step: stepAt(now), ...changes }
    return decideCheckIn(attendanceOf(session, signUps, []), by, now)
  }

  test('notes whoever has a place: in time, or late', () => {
    expect(marked('2026-04-02T09:30')).toMatchObject({
      kind: 'mark',
      state: 'present',
      mark: { how: 'code', actorId: 1 },
    })
    expect(marked('2026-04-02T11:30')).toMatchObject({ kind: 'mark', state: 'late' })
  })

  test.each([
    ['a minute before it opens', marked('2026-04-02T08:59'), { kind: 'too-early', opens: at('2026-04-02T09:00') }],
    ['after the day has ended', marked('2026-04-02T16:01'), { kind: 'over', on: FIRST }],
    ['of tomorrow', marked('2026-04-02T10:00', { on: SECOND! }), { kind: 'too-early', opens: at('2026-04-03T09:00') }],
    ['of yesterday', marked('2026-04-03T10:00'), { kind: 'over', on: FIRST }],
    [
      'that a friend sent home',
      marked('2026-04-02T10:01', { step: stepAt(instant('2026-04-02T10:00')) }),
      { kind: 'expired', on: FIRST },
    ],
    ['of somebody who waits in line', marked('2026-04-02T10:00', { personId: 2 }), { kind: 'not-in-it', on: FIRST }],
    ['of somebody else', marked('2026-04-02T10:00', { personId: 77 }), { kind: 'not-in-it', on: FIRST }],
    [
      'of a session called off',
      marked('2026-04-02T10:00', {}, { ...SESSION, state: 'cancelled' }),
      { kind: 'session-cancelled' },
    ],
  ])('%s is refused, and says why', (_, decision, refusal) => {
    expect(decision).toEqual(refusal)
  })

  test('is taken once a person and day, and of whoever was noted as absent after all', () => {
    const now = instant('2026-04-02T10:40')
    const by = { ...TODAY, personId: 1, step: stepAt(now) }
    const noted = (state: 'present' | 'absent') => {
      const mark = {
        id: 1,
        act: 1,
        signUpId: 1,
        on: FIRST!,
        state,
        how: 'tapped',
        at: now,
        actorId: 9,
        reason: null,
      } as const
      return decideCheckIn(attendanceOf(SESSION, signUps, [mark]), by, now)
    }
    expect(noted('present')).toEqual({ kind: 'already', on: FIRST })
    expect(noted('absent')).toMatchObject({ kind: 'mark', state: 'late' })
  })
})

test('a day is open to its people from an hour before until it ends, and its code shown an hour earlier', () => {
  const states = ['07:59', '08:00', '08:59', '09:00', '16:00', '16:01'].map((time) => {
    const now = instant(`2026-04-02T${time}`)
    return [checkInState(SESSION, DAYS[0]!, now), isShown(SESSION, DAYS[0]!, now)]
  })
  expect(states).toEqual([
    ['too-early', false],
    ['too-early', true],
    ['too-early', true],
    ['open', true],
    ['open', true],
    ['over', false],
  ])
})

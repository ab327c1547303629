import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceOf } from '../../../src/sessions/attendance/attendance.ts'
import {
  type Answers,
  askedOf,
  dueOf,
  isOpen,
  type Progress,
  readQuestions,
  resultsOf,
} from '../../../src/sessions/evaluation/rules.ts'
import { runs } from '../../support/runs.ts'
import { aRoll, aSession, at } from '../builders.ts'

const SESSION = aSession({ starts: at('2026-03-12T09:00'), ends: at('2026-03-12T15:00') })
const NOT_ASKED: Progress = { isOn: true, askedAt: null, remindedAt: null, reportedAt: null }
const moment = (wall: string) => at(wall).toInstant()
const ASKED = { ...NOT_ASKED, askedAt: moment('2026-03-12T18:00') }

describe('what is due', () => {
  test.each([
    ['nothing before people are home', '2026-03-12T17:59', NOT_ASKED, null],
    ['asking, three hours after', '2026-03-12T18:00', NOT_ASKED, 'ask'],
    ['asking late, after the program was down', '2026-03-17T09:00', NOT_ASKED, 'ask'],
    ['nothing a week after', '2026-03-19T15:00', NOT_ASKED, null],
    ['nothing where it is switched off', '2026-03-12T18:00', { ...NOT_ASKED, isOn: false }, null],
    ['nothing the day after asking', '2026-03-13T18:00', ASKED, null],
    ['one reminder after two days', '2026-03-14T18:00', ASKED, 'remind'],
    ['no second one', '2026-03-15T18:00', { ...ASKED, remindedAt: moment('2026-03-14T18:00') }, null],
    ['the report after a week', '2026-03-19T18:00', { ...ASKED, remindedAt: moment('2026-03-14T18:00') }, 'report'],
    ['no second report', '2026-03-20T18:00', { ...ASKED, reportedAt: moment('2026-03-19T18:00') }, null],
  ] as const)('is %s', (_, now, progress, due) => {
    expect(dueOf(SESSION, progress, moment(now))).toBe(due)
  })

  test('is nothing of a session that was called off or never opened', () => {
    for (const state of ['cancelled', 'draft'] as const)
      expect(dueOf({ ...SESSION, state }, NOT_ASKED, moment('2026-03-12T18:00'))).toBeNull()
  })

  test('people may answer from when they are asked until the report', () => {
    expect(isOpen(NOT_ASKED, moment('2026-03-13T18:00'))).toBe(false)
    expect(isOpen(ASKED, moment('2026-03-19T17:59'))).toBe(true)
    expect(isOpen(ASKED, moment('2026-03-19T18:00'))).toBe(false)
  })
})

const answers = fc.record<Answers>({
  ratings: fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { minLength: 4, maxLength: 4 }),
  text: fc.option(fc.string({ minLength: 1 }), { nil: null }),
})

test('below five answers nothing is told but how many there are; from five on every answer is counted once', () => {
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 12 }), (all) => {
      const results = resultsOf(4, all)
      if (all.length < 5) {
        expect(results).toEqual({ kind: 'too-few', answered: all.length })
        return
      }
      if (results.kind !== 'results') throw new Error('nothing is told')
      for (const [i, { counts, average }] of results.tallies.entries()) {
        const given = all.flatMap(({ ratings }) => ratings[i] ?? [])
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given.length)
        expect(average === null).toBe(given.length === 0)
        if (average !== null) expect(average).toBeCloseTo(given.reduce((sum, one) => sum + one, 0) / given.length)
      }
      expect(results.texts.toSorted()).toEqual(all.flatMap(({ text }) => text ?? []).toSorted())
    }),
    runs(200),
  )
})

describe('who is asked', () => {
  const roll = aRoll(SESSION, [
    { status: 'confirmed' },
    { status: 'confirmed' },
    { status: 'waitlisted' },
    { status: 'confirmed', personId: null },
  ])
  const on = Temporal.PlainDate.from('2026-03-12')
  const mark = (id: number, state: 'present' | 'absent') =>
    ({
      id,
      act: id,
      signUpId: id,
      on,
      state,
      how: 'tapped',
      at: moment('2026-03-12T09:05'),
      actorId: 9,
      reason: null,
    }) as const
  const asked = (marks: Parameters<typeof attendanceOf>[2]) =>
    askedOf(attendanceOf(SESSION, roll.signUps, marks)).map(({ signUpId }) => signUpId)

  test('is whoever was there, also without a place before', () => {
    expect(asked([mark(1, 'present'), mark(2, 'absent'), mark(3, 'present')])).toEqual([1, 3])
  })

  test('is whoever had a place where nothing was noted, and nobody who is erased', () => {
    expect(asked([])).toEqual([1, 2])
  })
})

describe('questions as a trainer writes them', () => {
  test.each([
    ['a line each', 'Прво питање?\nДруго питање?', ['Прво питање?', 'Друго питање?']],
    ['with numbers, signs and empty lines', ' 1. Прво?\n\n2) Друго?\n- Треће?', ['Прво?', 'Друго?', 'Треће?']],
  ])('%s', (_, text, questions) => {
    expect(readQuestions(text)).toEqual({ kind: 'questions', questions })
  })

  test.each([
    ['none', ' \n '],
    ['five', 'Прво?\nДруго?\nТреће?\nЧетврто?\nПето?'],
    ['one without words', '???'],
    ['one that is too long', `${'реч '.repeat(40)}?`],
  ])('are refused when there is %s', (_, text) => {
    expect(readQuestions(text)).toEqual({ kind: 'refused' })
  })
})

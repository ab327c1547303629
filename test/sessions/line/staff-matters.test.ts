import { expect, test } from 'vitest'
import { decideCancel } from '../../../src/sessions/line/answer-or-cancel.ts'
import { decideSignUp } from '../../../src/sessions/line/enter.ts'
import type { Recorded } from '../../../src/sessions/line/recorded.ts'
import type { Roll } from '../../../src/sessions/line/sign-up.ts'
import { mattersOf } from '../../../src/sessions/line/staff-matters.ts'
import { aRoll, aSession, at, NOW } from '../builders.ts'

const told = (before: Roll, done: Recorded, now = NOW) => mattersOf(before, done, now).map(({ matter }) => matter)
const applicant = { personId: 9, municipality: 'B', consented: true }

test('the first sign-up that waits for approval is told at once, the next ones are not', () => {
  const first = aRoll(aSession({ needsApproval: true }), [])
  const at = { requestedAt: NOW, now: NOW, newId: 5 }
  const done = decideSignUp(first, applicant, at)
  expect(told(first, done)).toEqual([{ kind: 'approval', signUpId: 5, personId: 9, municipality: 'B' }])
  const second = { ...applicant, personId: 10 }
  expect(told(done.roll, decideSignUp(done.roll, second, { ...at, newId: 6 }))).toEqual([])
})

test('a place given back late is told with its reason, one given back in time is not', () => {
  const by = { signUpId: 1, personId: 1, reason: 'болест' }
  const late = aRoll(aSession({ cancelUntil: at('2026-03-01T12:00') }), [{ status: 'confirmed' }])
  expect(told(late, decideCancel(late, by, NOW))).toMatchObject([
    { kind: 'late-cancel', signUpId: 1, reason: 'болест' },
  ])
  const early = aRoll(aSession(), [{ status: 'confirmed' }])
  expect(told(early, decideCancel(early, by, NOW))).toEqual([])
})

test('shortly before a session a place that nobody waits for is told, and one that somebody can have is not', () => {
  const soon = { starts: at('2026-03-04T10:00'), ends: at('2026-03-04T16:00'), cancelUntil: at('2026-03-03T12:00') }
  const by = { signUpId: 1, personId: 1, reason: null }
  const alone = aRoll(aSession(soon), [{ status: 'confirmed' }, { status: 'confirmed' }])
  expect(told(alone, decideCancel(alone, by, NOW))).toEqual([{ kind: 'empty-seat', free: 1 }])
  const waiting = aRoll(aSession(soon), [{ status: 'confirmed' }, { status: 'confirmed' }, {}])
  expect(told(waiting, decideCancel(waiting, by, NOW))).toEqual([])
  const inVain = { ...waiting, unreachable: new Set([3]) }
  expect(told(inVain, decideCancel(inVain, by, NOW))).toEqual([{ kind: 'empty-seat', free: 1 }])
})

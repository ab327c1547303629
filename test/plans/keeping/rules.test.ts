import { expect, test } from 'vitest'
import { readPeriod } from '../../../src/plans/chat/overview-handlers.ts'
import type { Entry } from '../../../src/plans/draft/draft.ts'
import { PARTS } from '../../../src/plans/draft/draft.ts'
import { deadlinesOf, dueNotices, nextDeadline } from '../../../src/plans/keeping/deadlines.ts'
import { findingsOf, reviewOf } from '../../../src/plans/keeping/review.ts'
import { progressOf } from '../../../src/plans/steps/progress.ts'
import { STEPS } from '../../../src/plans/steps/steps.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2027–2031', { from: 2027, to: 2031 }],
  ['za period 2027 do 2031. godine', { from: 2027, to: 2031 }],
  ['2031–2027', null],
  ['2027', null],
  ['2027–2045', null],
  ['', null],
])('the period in «%s»', (text, period) => {
  expect(readPeriod(text)).toEqual(period)
})

test('every part of a plan is entered in exactly one step', () => {
  const entered = STEPS.flatMap(({ parts, optional }) => [...parts, ...optional])
  expect(entered.toSorted()).toEqual([...PARTS].toSorted())
})

test('deadlines count back from the wished day, and end with it', () => {
  const all = deadlinesOf(day('2026-11-20'))
  expect(all.map(({ dueOn }) => dueOn.toString()).toSorted()).toEqual(all.map(({ dueOn }) => dueOn.toString()))
  expect(all.at(-1)).toMatchObject({ name: 'adoption', dueOn: day('2026-11-20') })
  const [begins, ends] = ['debateBegins', 'debateEnds'].map((name) => all.find((one) => one.name === name)!.dueOn)
  expect(begins!.until(ends!).days).toBeGreaterThanOrEqual(15)
})

test('the next deadline is the first that is not over', () => {
  expect(nextDeadline(day('2026-11-20'), day('2026-11-13'))).toMatchObject({ name: 'adoption' })
  expect(nextDeadline(day('2026-11-20'), day('2026-11-20'))).toMatchObject({ name: 'adoption' })
  expect(nextDeadline(day('2026-11-20'), day('2026-11-21'))).toBeNull()
})

test('people are reminded three days before at the earliest, and not after', () => {
  const due = (today: string) => dueNotices(day('2026-11-20'), day(today)).map(({ name }) => name)
  expect([due('2026-11-16'), due('2026-11-17'), due('2026-11-20'), due('2026-11-21')]).toEqual([
    [],
    ['adoption'],
    ['adoption'],
    [],
  ])
})

test('a plan with all it needs has twenty steps done, an empty one none', () => {
  expect(progressOf({ entries: [] })).toMatchObject({ done: 0, next: { number: 1 } })
  const bare: Entry[] = [{ id: 1, part: 'needs', cells: { category: 'избеглице' } }]
  expect(progressOf({ entries: bare }).states[4]).toBe('begun')
  expect(progressOf(aDraft()).states.filter((state) => state === 'done').length).toBeGreaterThan(10)
})

test('blanks are counted, faults are listed, and those of a step are those of its tables', () => {
  const draft = aDraft()
  const entries = draft.entries.map((entry) =>
    entry.part === 'activities' ? { ...entry, cells: { ...entry.cells, holder: '' } } : entry,
  )
  const review = reviewOf({ ...draft, entries }, TODAY, [])
  const count = entries.filter(({ part }) => part === 'activities').length
  expect(review.findings.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'E4'))
  expect(review.blanks).toBeGreaterThan(0)
  expect(findingsOf(review, ['activities'])).toHaveLength(count)
  expect(findingsOf(review, ['needs'])).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { CHECKS, checkPlan } from '../../../src/plans/rules/check-plan.ts'
import { told } from '../../../src/plans/told.ts'
import { TODAY } from '../made/check.ts'
import { cleanPlan } from '../made/clean.ts'
import type { PlanData } from '../made/data.ts'
import { documentOf } from '../made/document.ts'
import { all, type Fault, put, say, tableOf, write } from '../made/plant.ts'
import { type Made, SEEN } from '../made/seen.ts'
import { UNSEEN } from '../made/unseen.ts'

const [FIRST] = SEEN as [Made]

/** Hints, which a careful plan may well leave as they are. */
const HINTED: readonly Fault[] = [
  ['H1', say(/Одлазак становништва и депопулација/, 'Остале појаве')],
  [
    'H2',
    (plan) => {
      put('objectives', 1, { developmentGoal: '' })(plan)
      put('alignment', 1, { development: '' })(plan)
    },
  ],
  ['H3', write(/^3/, 'Општина лежи између две реке, а до ње воде три пута. '.repeat(600))],
  ['H4', put('activities', 1, { activity: 'Одлучивање о азилу тражилаца', category: 'интерно расељена лица' })],
]

const PLANTED = [...SEEN, ...UNSEEN].flatMap((made) => made.faults.map((fault) => ({ made, fault })))

const findingsIn = (made: Made, change: (plan: PlanData) => void) => {
  const plan = cleanPlan(made.about, made.style)
  change(plan)
  return checkDocument(documentOf(plan, made.style), TODAY).findings
}

const codesIn = (made: Made, change: (plan: PlanData) => void) => [
  ...new Set(findingsIn(made, change).map(({ code }) => code)),
]

test('every check has a plan that has its fault', () => {
  const planted = new Set([...PLANTED.map(({ fault: [code] }) => code), ...HINTED.map(([code]) => code)])
  expect(CHECKS.map(({ code }) => code).filter((code) => !planted.has(code))).toEqual([])
})

test.each([...SEEN, ...UNSEEN].map((made) => [made.name, made] as const))(
  'nothing is found in the plan of %s without its faults',
  (_, made) => {
    expect(findingsIn(made, () => {}).map((finding) => told('sr-Cyrl', finding))).toEqual([])
  },
)

describe('each fault is found, and nothing else', () => {
  test.each(PLANTED.map(({ made, fault }, i) => [`${made.name}, ${fault[0]}, ${i}`, made, fault] as const))(
    '%s',
    (_, made, [code, plant, follows = []]) => {
      expect(codesIn(made, plant).toSorted()).toEqual([code, ...follows].toSorted())
    },
  )

  test.each(HINTED.map((fault) => [fault[0], fault] as const))('%s', (_, [code, plant, follows = []]) => {
    expect(codesIn(FIRST, plant).toSorted()).toEqual([code, ...follows].toSorted())
  })
})

test('what is accepted on purpose with a reason is silent, but for errors', () => {
  const plan = cleanPlan(FIRST.about, FIRST.style)
  put('activities', 5, { holder: 'Општина' })(plan)
  put('activities', 2, { holder: '' })(plan)
  const { plan: read } = readPlan(documentOf(plan, FIRST.style))
  const found = checkPlan(read, TODAY)
  const accept = (reason: string) =>
    checkPlan(
      read,
      TODAY,
      found.map(({ code, place }) => ({ code, quote: place.quote, reason })),
    ).map(({ code }) => code)
  expect(found.map(({ code }) => code)).toEqual(['E4', 'W2'])
  expect(accept('општина је једини могући носилац')).toEqual(['E4'])
  expect(accept('  ')).toEqual(['E4', 'W2'])
})

test('every finding says where, why, and how it may be mended, in each language', () => {
  const found = PLANTED.flatMap(({ made, fault }) => findingsIn(made, fault[1]))
  for (const finding of found)
    for (const locale of ['sr-Cyrl', 'sr-Latn', 'en'] as const) {
      const { where, why, repair, fact } = told(locale, finding)
      for (const text of [where, why, repair]) expect(text.trim()).not.toBe('')
      expect(fact).toMatch(/^F\d+$/)
    }
})

test('errors come first, then warnings', () => {
  const levels = findingsIn(FIRST, all(...FIRST.faults.map(([, plant]) => plant))).map(({ level }) => level)
  const rank = { error: 0, warning: 1, hint: 2 }
  expect(levels).toEqual(levels.toSorted((a, b) => rank[a] - rank[b]))
})

test('an activity more, costed and summed, makes no total wrong', () => {
  const more = (plan: PlanData) => {
    const budget = tableOf(plan, 'budget').rows
    const total = budget.pop()!
    const plus = (key: string, amount: number) =>
      (Number(total[key]!.replaceAll('.', '')) + amount).toLocaleString('de-DE')
    const line = {
      ...budget[0]!,
      mark: '1.1.3',
      activity: 'Прикључци за струју и воду',
      quantity: '10',
      price: '50.000',
      total: '500.000',
      secured: '50.000',
      kirs: '350.000',
      other: '100.000',
      '2027': '500.000',
      '2028': '0',
      '2029': '0',
    }
    const sums = {
      total: plus('total', 500_000),
      secured: plus('secured', 50_000),
      kirs: plus('kirs', 350_000),
      other: plus('other', 100_000),
      '2027': plus('2027', 500_000),
    }
    budget.push(line, { ...total, ...sums })
    const first = tableOf(plan, 'sums').rows[0]!
    first.total = (Number(first.total!.replaceAll('.', '')) + 500_000).toLocaleString('de-DE')
    const activities = tableOf(plan, 'activities').rows
    activities.push({ ...activities[0]!, mark: '1.1.3', activity: 'Прикључци за струју и воду', cost: '500.000' })
  }
  expect(codesIn(FIRST, more)).toEqual([])
})

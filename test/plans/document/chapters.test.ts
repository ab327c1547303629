import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRead } from '../../../src/plans/document/as-read.ts'
import { documentOf } from '../../../src/plans/document/chapters.ts'
import type { Cells, Draft, Entry } from '../../../src/plans/draft/draft.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { checkPlan } from '../../../src/plans/rules/check-plan.ts'
import { runs } from '../../support/runs.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'

const EMPTY: Draft = { ...aDraft(), entries: [] }

const found = (draft: Draft) => {
  const { plan } = readPlan(asRead(documentOf(draft, { on: TODAY })))
  return checkPlan(plan, TODAY)
}

test('of an empty plan there are no faults, only what is to be filled in', () => {
  expect([...new Set(found(EMPTY).map(({ code }) => code))].toSorted()).toEqual(['W12', 'W15'])
  const texts = documentOf(EMPTY, { on: TODAY }).chapters.flatMap(({ blocks }) => blocks)
  expect(
    texts.filter((block) => block.kind === 'text' && block.text.includes('[допунити: табела „Циљеви“]')),
  ).toHaveLength(1)
})

test('the cover says that it is a draft, of which day and which version', () => {
  expect(documentOf(EMPTY, { on: TODAY }).cover).toMatchObject({
    place: 'Општина Брезова Река',
    period: 'за период 2027–2031. године',
    mark: 'НАЦРТ, 20. 11. 2026., верзија 3',
  })
  expect(documentOf({ ...EMPTY, state: 'adopted' }, { on: TODAY }).cover.mark).toBe('УСВОЈЕН, 20. 11. 2026., верзија 3')
})

test('an adopted plan without its acts is a fault, and with them none', () => {
  const adopted: Draft = { ...EMPTY, state: 'adopted' }
  const acts: [Entry['part'], Cells][] = [
    ['opinion', { number: '021-5/2026', date: '22. октобра 2026.' }],
    ['statement', { number: '400-7/2026', date: '23. октобра 2026.' }],
    ['adoption', { number: '06-12/2026', date: '20. новембра 2026.', gazette: 'Службени лист општине, број 9/2026' }],
  ]
  const entries = acts.map(([part, cells], id): Entry => ({ id, part, cells }))
  expect(found(adopted).some(({ code }) => code === 'E9')).toBe(true)
  expect(found({ ...adopted, entries }).filter(({ code }) => code === 'E9')).toEqual([])
})

test.each([
  ['завршног извештаја нема', 'Завршног извештаја нема.'],
  ['сајт општине', 'Завршни извештај: сајт општине.'],
])('of the plan before it is said whether there is a report: %s', (report, said) => {
  const entries: Entry[] = [{ id: 1, part: 'oldPlan', cells: { period: '2021–2025', report } }]
  const texts = documentOf({ ...EMPTY, entries }, { on: TODAY }).chapters.flatMap(({ blocks }) => blocks)
  expect(texts).toContainEqual(
    expect.objectContaining({ text: `Претходни локални акциони план важио је за период 2021–2025. ${said}` }),
  )
})

describe('the budget', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 500 }),
    price: fc.integer({ min: 1, max: 9_000_000 }),
    share: fc.integer({ min: 5, max: 100 }),
    firstYear: fc.boolean(),
  })
  const written = (amount: number) => amount.toLocaleString('de-DE')

  test('more activities never make a total wrong', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const entries = lines.map(({ quantity, price, share, firstYear }, id): Entry => {
          const total = quantity * price
          const secured = Math.ceil((total * share) / 100)
          const half = firstYear ? total : Math.floor(total / 2)
          const cells = {
            activity: `активност број ${id}`,
            quantity: written(quantity),
            price: written(price),
            '2027': written(half),
            '2028': written(total - half),
            secured: written(secured),
            kirs: written(total - secured),
          }
          return { id, part: 'budget', cells }
        })
        expect(found({ ...EMPTY, entries }).filter(({ code }) => code === 'E5' || code === 'W8')).toEqual([])
      }),
      runs(10),
    )
  })
})

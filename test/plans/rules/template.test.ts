import { expect, test } from 'vitest'
import type { Plan } from '../../../src/plans/rules/plan.ts'
import { W15 } from '../../../src/plans/rules/warnings/w15-template.ts'

const TODAY = Temporal.PlainDate.from('2026-11-20')
const place = { headings: [], row: null, table: null, column: null, quote: '', cell: null }
const isLeft = (text: string) =>
  W15.find({ prose: [{ value: text, place }], lines: [] } as unknown as Plan, TODAY).length > 0

test.each([
  'Uvodna reč Predsednika Opštine/Grada',
  'број ______ од ______ године',
  'Датум усвајања: ..........',
  '[допунити: број одлуке]',
  'Грешка! Обележивач није дефинисан.',
  'план за 20ХХ. годину',
  'одлука бр. ........ од ........ године',
])('«%s» was left in', (text) => {
  expect(isLeft(text)).toBe(true)
})

test.each([
  'Увод .................... 3',
  'Odluka Skupštine o usvajanju .........',
  '______________',
  'М.П. ____________ председник',
  'Општина и град сарађују.',
  'Извор: [1]',
])('«%s» was not', (text) => {
  expect(isLeft(text)).toBe(false)
})

import { expect, test } from 'vitest'
import { textOfBlock } from '../../../src/knowledge/readers/document.ts'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { write } from '../../../src/plans/document/written.ts'
import { reportedYear, yearlyReportOf } from '../../../src/plans/document/yearly.ts'
import type { Cells, Draft, Part } from '../../../src/plans/draft/draft.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'

const aPlan = (...entries: [Part, Cells][]): Draft => ({
  place: { name: 'Бечеј', kind: 'општина' },
  period: { from: 2027, to: 2031 },
  version: 2,
  state: 'adopted',
  entries: entries.map(([part, cells], id) => ({ id, part, cells })),
})

test.each([
  ['2028-03-31', 2027],
  ['2028-11-01', 2028],
  ['2026-11-30', 2027],
  ['2040-01-01', 2031],
])('on %s the report is of %d', (on, year) => {
  expect(reportedYear(aPlan(), Temporal.PlainDate.from(on))).toBe(year)
})

/** The rows of the table of a chapter. */
function rowsIn(draft: Draft, year: number, heading: string): readonly (readonly string[])[] {
  const chapter = yearlyReportOf(draft, year, { on: TODAY }).chapters.find((one) => one.heading === heading)!
  return chapter.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map(({ cells }) => cells) : []))
}

const PLAN = aPlan(
  [
    'objectives',
    {
      kind: 'посебан',
      objective: 'А',
      indicator: 'усељене куће',
      baseline: '0',
      baselineYear: '2026',
      target: '20',
      targetYear: '2031',
    },
  ],
  ['activities', { objective: 'ПЦ1', activity: 'Огрев', term: 'К1 2027 – К4 2028', indicator: 'домаћинства' }],
  ['activities', { objective: 'ПЦ1', activity: 'Куће', from: 'март 2029', to: 'јун 2031' }],
  ['activities', { objective: 'ПЦ1', activity: 'Обука', term: 'сваке године' }],
  ['budget', { activity: 'Огрев', '2027': '1.200.000', '2028': '800.000' }],
)

test('a year has its activities with what they were to cost, and those without a year', () => {
  const said = (year: number) => rowsIn(PLAN, year, 'Активности').map(([activity, , , planned]) => [activity, planned])
  expect(said(2027)).toEqual(
    [
      ['1.1.1 Огрев', '1.200.000'],
      ['1.1.2 Обука', ''],
    ].map(([activity, planned]) => [expect.stringContaining(activity!.split(' ')[1]!), planned]),
  )
  expect(said(2030).map(([activity]) => activity)).toEqual([
    expect.stringContaining('Куће'),
    expect.stringContaining('Обука'),
  ])
})

test('indicators stand with their values, and what is not known is a blank', () => {
  expect(rowsIn(PLAN, 2028, 'Показатељи')).toEqual([
    ['ПЦ1', 'усељене куће', '0 (2026)', '[допунити: вредност]', '20 (2031)', ''],
  ])
})

test('the money of a year is summed, and where no year is told apart it is a blank', () => {
  const money = (draft: Draft, year: number) => {
    const { blocks } = yearlyReportOf(draft, year, { on: TODAY }).chapters.find(({ heading }) =>
      heading.endsWith('новац'),
    )!
    return (blocks.at(-1) as { text: string }).text
  }
  expect(money(PLAN, 2028)).toContain('предвиђено 800.000 динара')
  expect(money(aPlan(), 2028)).toContain('[допунити: износ за 2028. годину]')
})

test.each(['cyrl', 'latn'] as const)('of a full plan it is a Word document, in %s', async (script) => {
  const bytes = await write({ kind: 'yearly', draft: aDraft(), year: 2028, on: TODAY.toString(), script })
  const read = await readFile(bytes, 'izvestaj.docx')
  if (read.kind === 'refused') throw new Error(read.reason)
  const text = read.document.sections.flatMap(({ blocks }) => blocks.map(textOfBlock)).join('\n')
  expect(text).toContain(script === 'cyrl' ? '[допунити: шта је урађено]' : '[dopuniti: šta je urađeno]')
  expect(text).not.toContain('undefined')
})

test('an empty plan gives one too', () => {
  expect(yearlyReportOf(aPlan(), 2027, { on: TODAY }).chapters).toHaveLength(5)
})

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { budgetGrids, budgetXlsx } from '../../../src/plans/document/budget-sheet.ts'
import type { Draft } from '../../../src/plans/draft/draft.ts'
import { hasLibreOffice, SOFFICE } from '../../knowledge/readers/office/files.ts'
import { aDraft } from '../made/draft.ts'

const withLines = (lines: Record<string, string>[]): Draft => ({
  ...aDraft(),
  period: { from: 2027, to: 2028 },
  entries: lines.map((cells, id) => ({ id, part: 'budget', cells })),
})

test('a total is a formula of quantity and price, or of the years where one of them is no number', () => {
  const [lines] = budgetGrids(
    withLines([
      { activity: 'куће', quantity: '12', price: '2.100.000' },
      { activity: 'обуке', quantity: 'по потреби', '2027': '300.000' },
    ]),
  )
  expect(lines!.rows.map((row) => row[8])).toEqual([
    { formula: '=D2*E2' },
    { formula: '=SUM(G3:H3)' },
    { formula: '=SUM(I2:I3)' },
  ])
})

test('what people wrote is never a formula', async () => {
  const [lines] = budgetGrids(withLines([{ activity: '=1+1', quantity: '=2', price: '1 или 2' }]))
  expect(lines!.rows[0]!.slice(0, 5)).toEqual([null, { text: '=1+1' }, null, { amount: 2 }, { text: '1 или 2' }])
})

test('a plan without a budget has a workbook of heads and noughts', async () => {
  expect((await budgetXlsx(withLines([]), 'cyrl')).length).toBeGreaterThan(1_000)
})

test.skipIf(!hasLibreOffice())('LibreOffice recalculates what the plan says', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lap-budget-'))
  writeFileSync(join(folder, 'budzet.xlsx'), await budgetXlsx(aDraft(), 'latn'))
  const all = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1'
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await promisify(execFile)(SOFFICE, [
    profile,
    '--headless',
    '--convert-to',
    all,
    '--outdir',
    folder,
    join(folder, 'budzet.xlsx'),
  ])
  const lines = readFileSync(join(folder, 'budzet-Budžet.csv'), 'utf8').trim().split('\n')
  const sums = readFileSync(join(folder, 'budzet-Zbirovi.csv'), 'utf8')
  rmSync(folder, { recursive: true })
  expect(lines.at(-1)).toBe(
    ';Ukupno;;;;;8893333;14630000;15483333;1270000;1683334;41960000;4196000;29372000;8392000;10%;;',
  )
  expect(lines.slice(1, -1).every((line) => line.endsWith(';10%;0;0'))).toBe(true)
  expect(sums).toContain('Posebni cilj 1;33000000')
  expect(sums).toContain('2028. godina;14630000')
  expect(sums).toContain('Ukupno;41960000')
})

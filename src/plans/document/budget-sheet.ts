import type { Script } from '../../language/script.ts'
import { completed, isGeneralKind } from '../draft/completed.ts'
import { type Cells, type Draft, entriesOf, yearsOf } from '../draft/draft.ts'
import { headOf } from '../draft/layout.ts'
import { amountOf, isEmpty, markOf, numberOf } from '../rules/values.ts'
import { printable } from './printable.ts'
import { SOURCES } from './sums.ts'

/** A cell of the workbook: text, an amount, or a formula of others. */
type SheetCell = { text: string } | { amount: number } | { formula: string; isShare?: true } | null

type Grid = { name: string; head: string[]; rows: SheetCell[][]; isLastTotal: boolean }

const BEFORE = ['mark', 'activity', 'unit', 'quantity', 'price', 'priceSource'] as const
const AFTER = ['secured', 'kirs', 'other'] as const

/** «A», «B», … «AA» for a column counted from 0. */
function letter(at: number): string {
  return (at >= 26 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** Where the columns of the budget stand. */
function columnsFor(years: readonly number[]) {
  const first = BEFORE.length
  const total = first + years.length
  return {
    years: { from: letter(first), to: letter(total - 1) },
    total: letter(total),
    sources: { from: letter(total + 1), to: letter(total + AFTER.length) },
    secured: letter(total + 1),
  }
}

/**
 * The budget as two sheets whose sums are formulas: the lines, with what years and sources lack of the total, and sums by
 * objective, year and source.
 */
export function budgetGrids(kept: Draft): Grid[] {
  const draft = completed(kept)
  const years = yearsOf(draft.period)
  const lines = entriesOf(draft, 'budget').map(({ cells }) => cells)
  return [linesGrid(lines, years), sumsGrid(draft, lines.length, years)]
}

const LINES = 'Буџет'

function linesGrid(lines: readonly Cells[], years: readonly number[]): Grid {
  const head = [
    ...BEFORE.map((key) => headOf('budget', key)),
    ...years.map((year) => `${year}.`),
    ...['total', ...AFTER, 'share'].map((key) => headOf('budget', key)),
    'Године мање укупно',
    'Извори мање укупно',
  ]
  const rows = lines.map((cells, at) => lineOf(cells, years, at + 2))
  return { name: LINES, head, rows: [...rows, totalOf(lines.length, years)], isLastTotal: true }
}

function lineOf(cells: Cells, years: readonly number[], row: number): SheetCell[] {
  const { years: span, total, sources, secured } = columnsFor(years)
  const isPriced = numberOf(cells.quantity) !== null && amountOf(cells.price) !== null
  const sum = isPriced ? `=D${row}*E${row}` : `=SUM(${span.from}${row}:${span.to}${row})`
  return [
    ...BEFORE.map((key) => (key === 'quantity' || key === 'price' ? amount(cells[key]) : said(cells[key]))),
    ...years.map((year) => amount(cells[String(year)])),
    { formula: sum },
    ...AFTER.map((key) => amount(cells[key])),
    { formula: `=IF(${total}${row}=0,0,${secured}${row}/${total}${row})`, isShare: true },
    { formula: `=SUM(${span.from}${row}:${span.to}${row})-${total}${row}` },
    { formula: `=SUM(${sources.from}${row}:${sources.to}${row})-${total}${row}` },
  ]
}

function said(cell: string | undefined): SheetCell {
  return isEmpty(cell) ? null : { text: cell! }
}

/** What cannot be read as one amount stays as it was written. */
function amount(cell: string | undefined): SheetCell {
  if (isEmpty(cell)) return null
  const read = amountOf(cell)
  return read === null ? { text: cell! } : { amount: read }
}

function totalOf(count: number, years: readonly number[]): SheetCell[] {
  const { total, secured } = columnsFor(years)
  const row = count + 2
  const first = BEFORE.length
  const sums = Array.from({ length: years.length + 1 + AFTER.length }, (_, at): SheetCell => {
    const column = letter(first + at)
    return count === 0 ? { amount: 0 } : { formula: `=SUM(${column}2:${column}${count + 1})` }
  })
  const share: SheetCell = { formula: `=IF(${total}${row}=0,0,${secured}${row}/${total}${row})`, isShare: true }
  return [null, { text: 'Укупно' }, ...Array.from({ length: first - 2 }, () => null), ...sums, share, null, null]
}

function sumsGrid(draft: Draft, count: number, years: readonly number[]): Grid {
  const { total } = columnsFor(years)
  const last = count + 2
  const column = (name: string) => `'${LINES}'!${name}2:${name}${count + 1}`
  const objectives = entriesOf(draft, 'objectives').filter(({ cells }) => !isGeneralKind(cells))
  const byObjective = objectives.map(({ cells }): SheetCell[] => {
    const number = markOf(cells.mark) ?? ''
    const sum: SheetCell =
      count === 0 ? { amount: 0 } : { formula: `=SUMIF(${column('A')},"${number}.*",${column(total)})` }
    return [{ text: `Посебни циљ ${number}` }, sum]
  })
  const cellOf = (label: string, at: number): SheetCell[] => [
    { text: label },
    { formula: `='${LINES}'!${letter(at)}${last}` },
  ]
  const byYear = years.map((year, at) => cellOf(`${year}. година`, BEFORE.length + at))
  const bySource = AFTER.map((key, at) => cellOf(SOURCES[key], BEFORE.length + years.length + 1 + at))
  const whole: SheetCell[] = [{ text: 'Укупно' }, { formula: `='${LINES}'!${total}${last}` }]
  return {
    name: 'Збирови',
    head: ['Ставка', 'Износ'],
    rows: [...byObjective, ...byYear, ...bySource, whole],
    isLastTotal: true,
  }
}

/** The budget as a workbook in one of the scripts; its formulas are computed by whoever opens it. */
export async function budgetXlsx(draft: Draft, script: Script): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const written = (text: string) => printable(text, script)
  return writeXlsxFile(
    budgetGrids(draft).map(({ name, head, rows, isLastTotal }) => ({
      sheet: written(name),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
      columns: head.map((text, at) => ({ width: widthOf(text, rows, at) })),
      data: [
        head.map((text) => ({
          value: written(text),
          type: String,
          fontWeight: 'bold' as const,
          wrap: true,
          backgroundColor: '#DCE6F1',
        })),
        ...rows.map((row, at) => row.map((cell) => cellFor(cell, written, isLastTotal && at === rows.length - 1))),
      ],
    })),
  ).toBuffer()
}

function cellFor(cell: SheetCell, written: (text: string) => string, isTotal: boolean) {
  const how = isTotal ? { fontWeight: 'bold' as const } : {}
  if (cell === null) return null
  if ('text' in cell) return { value: written(cell.text), type: String, wrap: true, ...how }
  if ('amount' in cell) return { value: cell.amount, type: Number, format: '#,##0.##', ...how }
  const format = cell.isShare ? '0.0%' : '#,##0.##'
  return { value: written(cell.formula), type: 'Formula' as const, format, ...how }
}

function widthOf(head: string, rows: readonly SheetCell[][], at: number): number {
  const texts = rows.map((row) => row[at]).map((cell) => (cell && 'text' in cell ? cell.text.length : 0))
  return Math.min(44, Math.max(12, Math.min(18, head.length), ...texts))
}

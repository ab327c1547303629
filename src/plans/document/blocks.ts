import { type Draft, type Entry, entriesOf, yearsOf } from '../draft/draft.ts'
import { allColumnsOf, columnsOf, headOf, titleOf } from '../draft/layout.ts'
import { isMissing } from '../draft/missing.ts'
import { money } from '../rules/errors/sums.ts'
import type { TableName } from '../rules/tables.ts'
import { amountOf } from '../rules/values.ts'

/** What a chapter consists of. */
export type Block =
  | { kind: 'text'; text: string; note?: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; table: DocumentTable }

export type DocumentTable = {
  name: TableName
  title: string
  columns: readonly { key: string; head: string }[]
  /** `entry` is whose row it is; `null` for one that follows from others. */
  rows: readonly { entry: number | null; cells: readonly string[]; missing: readonly boolean[] }[]
  totals: readonly (readonly string[])[]
}

/** What stands over a table, counted from 1. */
export function captionOf({ title }: DocumentTable, number: number): string {
  return `Табела ${number}. ${title}`
}

export type Chapter = {
  heading: string
  depth: 1 | 2
  /** Whether its tables need the page on its side; of a heading of depth 1, for all below it. */
  isWide: boolean
  isNumbered: boolean
  blocks: readonly Block[]
}

/** What is still to be filled in, as the document marks it. */
export function blank(what: string): string {
  return `[допунити: ${what}]`
}

/** A sentence with what is known, or a blank for all of it. */
export function text(said: string): Block {
  return { kind: 'text', text: said }
}

/** The entries of a table as it stands in the document; a blank where there are none. */
export function tableOf(draft: Draft, name: TableName): Block[] {
  const entries = entriesOf(draft, name)
  if (entries.length === 0) return [text(blank(`табела „${titleOf(name)}“`))]
  return [{ kind: 'table', table: tableWith(draft, name, entries) }]
}

function tableWith(draft: Draft, name: TableName, entries: readonly Entry[]): DocumentTable {
  const keys = keysOf(draft, name, entries)
  return {
    name,
    title: titleOf(name),
    columns: keys.map((key) => ({ key, head: headOf(name, key) })),
    rows: entries.map(({ id, cells }) => ({
      entry: id,
      cells: keys.map((key) => cells[key] ?? ''),
      missing: keys.map((key) => isMissing(name, cells, key)),
    })),
    totals: name === 'budget' ? [totalsOf(keys, entries)] : [],
  }
}

/** A table of rows that follow from entries of others. */
export function tableOfCells(
  name: TableName,
  rows: readonly Readonly<Record<string, string>>[],
  title: string = titleOf(name),
): Block {
  const keys = columnsOf(name)
  const columns = keys.map((key) => ({ key, head: headOf(name, key) }))
  const written = rows.map((cells) => ({
    entry: null,
    cells: keys.map((key) => cells[key] ?? ''),
    missing: keys.map(() => false),
  }))
  return { kind: 'table', table: { name, title, columns, rows: written, totals: [] } }
}

/** The layout's columns, the years of the period where they belong, and others that an entry has. */
export function keysOf({ period }: Pick<Draft, 'period'>, name: TableName, entries: readonly Entry[]): string[] {
  const used = new Set(entries.flatMap(({ cells }) => Object.keys(cells).filter((key) => !isBlank(cells[key]))))
  const years = [...used].filter((key) => /^\d{4}$/.test(key))
  const shown = columnsOf(name)
  const inLayout = shown.flatMap((key) =>
    key === 'years' ? [...new Set([...yearsOf(period).map(String), ...years])].toSorted() : [key],
  )
  const own = shown.includes('years') ? [] : years.toSorted()
  const others = allColumnsOf(name).filter((key) => used.has(key) && !shown.includes(key))
  return [...inLayout, ...own, ...others]
}

const isBlank = (cell: string | undefined) => cell === undefined || cell.trim() === ''

const SUMMED = /^(?:\d{4}|total|secured|kirs|other)$/

/** The last row of the budget: what each column of amounts comes to. */
function totalsOf(keys: readonly string[], entries: readonly Entry[]): string[] {
  return keys.map((key) => {
    if (key === 'activity') return 'Укупно'
    if (!SUMMED.test(key)) return ''
    const amounts = entries.map(({ cells }) => amountOf(cells[key]))
    return amounts.every((amount) => amount === null)
      ? ''
      : money(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0))
  })
}

/** A value with its year behind it, unless it says that itself: «41 (2026)». */
export function withYear(value = '', year = ''): string {
  return year === '' || value.includes(year) ? value : `${value} (${year})`
}

import type { ColumnOf, TableName } from './tables.ts'

/** Where something stands in a plan. */
export type Place = {
  /** Headings, from the widest. */
  headings: readonly string[]
  /** The row of a table, counted from 1 below the heads of the table in the document; `null` for what stands in the text, or is about a whole table. Its label are its first words, its text all of them. */
  row: { number: number; label: string; text: string } | null
  table: TableName | null
  /** The head of the column as it is written there. */
  column: string | null
  /** The words it is about, to find them again in the file; empty for what is missing. */
  quote: string
  /** The table's number in the document, from 0, and the place of the row and the column in it; `null` in the text. */
  cell: { table: number; row: number; column: number | null } | null
}

export type Said<T> = { value: T; place: Place }

/** Years, both included. */
export type Period = { from: number; to: number }

/**
 * A row as people wrote it: every cell is text, and rules read of it what they need. A column that the table does not have is
 * left out, an empty cell is ''.
 */
export type Row<N extends TableName = TableName> = {
  cells: Partial<Record<ColumnOf<N>, string>>
  /** Cells below heads that name a year alone. */
  years: ReadonlyMap<number, string>
  /** What a row across the whole table above this one says: the objective or measure it belongs to. */
  group: string
  place: Place
  /** Heads of the columns as they are written. */
  heads: Partial<Record<ColumnOf<N>, string>>
  /** What stands in columns that were not recognised. */
  rest: string[]
  /** Where each column stands. */
  at: Partial<Record<ColumnOf<N>, number>>
}

/** All rows of one kind, whether they stood in one table or in several. */
export type Table<N extends TableName = TableName> = {
  rows: Row<N>[]
  /** Rows of sums, which are no entries. */
  totals: Row<N>[]
  /** One place for each table in the document, with the columns it has. */
  parts: { place: Place; columns: ReadonlySet<string>; years: ReadonlySet<number> }[]
}

export type Tables = { [N in TableName]?: Table<N> }

/** An event of the plan's making: said with or without a date and a number. */
export type Act = { date: Temporal.PlainDate | null; number: string | null }

export type Plan = {
  title: string
  tables: Tables
  /** Every paragraph and item of the text, tables left out. */
  prose: Said<string>[]
  /** Every row of every table, the heads and tables of unknown kinds as well, its cells joined by « | ». */
  lines: Said<string>[]
  /** The plan's period wherever it is stated. */
  periods: { of: 'cover' | 'decision' | 'budget' | 'objectives'; said: Said<Period> }[]
  /** The general objectives that stand in the text, outside of tables, each with its number where it has one. */
  general: (Said<string> & { mark: string | null })[]
  /** The day the plan was written or adopted, as it says; figures are old or new by it. */
  datedOn: Said<Temporal.PlainDate> | null
  /** The text says that the assembly has adopted it. */
  adopted: Said<string> | null
  decision: Said<Act> | null
  /** When the assembly is to adopt it, where it has not yet. */
  plannedOn: Said<Temporal.PlainDate> | null
  opinion: Said<Act> | null
  statement: Said<Act> | null
  previous: Said<Period> | null
  debate: Said<{ from: Temporal.PlainDate; to: Temporal.PlainDate }> | null
  debateReport: Said<string> | null
  coordinators: Said<string>[]
  reportDeadline: Said<string> | null
  /** The members of the working group where the text names them, without a table. */
  group: Said<string> | null
  /** How many conclusions follow the SWOT in the text. */
  swotConclusions: Said<number> | null
  /** Whether the text has conclusions anywhere, counted or not. */
  concludes: boolean
  /** Chapters that the document has, by what they are about. */
  chapters: Partial<Record<Chapter, { place: Place; length: number }>>
}

export type Chapter = 'analysis' | 'objectives' | 'activities' | 'budget' | 'implementation' | 'monitoring' | 'annexes'

/** The period of the plan: what most places say; `null` when none does. */
export function periodOf({ periods }: Pick<Plan, 'periods'>): Period | null {
  const counts = new Map<string, { period: Period; times: number }>()
  for (const { said } of periods) {
    const key = `${said.value.from}-${said.value.to}`
    counts.set(key, { period: said.value, times: (counts.get(key)?.times ?? 0) + 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.times - a.times)[0]?.period ?? null
}

/** The rows of a table that a plan may not have. */
export function rowsOf<N extends TableName>(plan: Pick<Plan, 'tables'>, name: N): Row<N>[] {
  return (plan.tables[name]?.rows ?? []) as Row<N>[]
}

/** Whether any of the tables of this kind has the column. */
export function hasColumn<N extends TableName>(plan: Pick<Plan, 'tables'>, name: N, column: ColumnOf<N>): boolean {
  return plan.tables[name]?.parts.some(({ columns }) => columns.has(column)) ?? false
}

/** A place in a row: the whole row, or one of its cells. */
export function inRow<N extends TableName>(row: Row<N>, column?: ColumnOf<N>): Place {
  if (column === undefined) return row.place
  const at = row.at[column] ?? null
  return {
    ...row.place,
    column: row.heads[column] ?? null,
    quote: row.cells[column] || row.place.quote,
    cell: row.place.cell && { ...row.place.cell, column: at },
  }
}

/** The rows of tables of no known kind: what a plan seems to lack may stand there. */
export function unreadLines({ tables, lines }: Pick<Plan, 'tables' | 'lines'>): Said<string>[] {
  const known = new Set(Object.values(tables).flatMap(({ parts }) => parts.map(({ place }) => place.cell?.table)))
  return lines.filter(({ place }) => place.cell !== null && !known.has(place.cell.table))
}

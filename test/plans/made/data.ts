import type { TableName } from '../../../src/plans/rules/tables.ts'

/** A plan's text before it is a file, so that faults can be planted in it. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; name: TableName; rows: Cells[]; caption?: string }

/** Cells by column, years by their number; `group` makes a row across the table, `total` one of sums. */
export type Cells = Record<string, string>

type Chapter = { heading: string; depth: 1 | 2; blocks: Block[] }

export type PlanData = { cover: string[]; chapters: Chapter[] }

/** How somebody lays a plan out: which columns in which order under which heads, and what else Word can do. */
export type Style = {
  script: 'cyrl' | 'latn' | 'bare'
  heads: Partial<Record<TableName, readonly (readonly [column: string, head: string])[]>>
  /** How a year is written above a column; two rows of heads where `over` is set. */
  year: (year: number) => string
  over?: string
  /** Cells of measures and objectives merged over their rows. */
  merged?: boolean
  /** The table goes on in another one after so many rows, with its heads again or without. */
  split?: { after: number; heads: boolean }
  /** SWOT as four boxes. */
  boxes?: boolean
  /** The words of a date and of an amount. */
  amount: (amount: number) => string
  /** Where in a row of sums «укупно» stands. */
  totalWord: string
  headings: 'styles' | 'bold'
}

import { ANALYSIS } from './analysis-tables.ts'
import { CARRYING_OUT } from './carrying-out-tables.ts'
import type { Declared } from './column-names.ts'
import { PLANNING } from './planning-tables.ts'

const TABLES = { ...ANALYSIS, ...PLANNING, ...CARRYING_OUT } as const

export type TableName = keyof typeof TABLES
export type ColumnOf<N extends TableName> = keyof (typeof TABLES)[N]['columns'] & string

export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** A table's declaration, without what tells one table's columns from another's. */
export function declared(name: TableName): Declared {
  return TABLES[name]
}

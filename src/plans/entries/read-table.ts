import type { Document } from '../../knowledge/readers/document.ts'
import type { Cells, Part } from '../draft/draft.ts'
import { readPlan, type Unread } from '../reading/read-plan.ts'
import { TABLE_NAMES } from '../rules/tables.ts'
import { isEmpty } from '../rules/values.ts'

/** Rows of a document's tables, as entries of a plan would be; what was not recognised is listed. */
export type ReadTables = { rows: { part: Part; cells: Cells }[]; unread: Unread }

/** The entries in a sent file: of one part, or of all. Sums and rows without a word are no entries. */
export function readTables(document: Document, only: readonly Part[] | null): ReadTables {
  const { plan, unread } = readPlan(document)
  const names = TABLE_NAMES.filter((name) => name !== 'sums' && name !== 'report' && (!only || only.includes(name)))
  const rows = names.flatMap((part) =>
    (plan.tables[part]?.rows ?? []).map(({ cells, years }) => ({
      part,
      cells: filled([...Object.entries(cells), ...Array.from(years, ([year, cell]) => [String(year), cell] as const)]),
    })),
  )
  return { rows: rows.filter(({ cells }) => Object.keys(cells).length > 0), unread }
}

function filled(cells: readonly (readonly [string, string | undefined])[]): Cells {
  return Object.fromEntries(cells.filter((one): one is readonly [string, string] => !isEmpty(one[1])))
}

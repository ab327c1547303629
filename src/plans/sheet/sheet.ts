import { keysOf } from '../document/blocks.ts'
import { COMPUTED, completed } from '../draft/completed.ts'
import { type Cells, type Draft, type Entry, entriesOf, type Part } from '../draft/draft.ts'
import { hasRows, isForm } from '../draft/forms.ts'
import { allColumnsOf, columnsOf } from '../draft/layout.ts'
import { missingIn } from '../draft/missing.ts'
import type { Finding } from '../rules/finding.ts'
import type { TableName } from '../rules/tables.ts'

/** A finding beside a cell; `column` is `null` where it is about the whole row. */
type Beside = { column: string | null; finding: Finding }

/** A row of a sheet: what people wrote and what follows from it, what it lacks, and what the checks say of it. */
export type SheetRow = { id: number; cells: Cells; missing: readonly string[]; beside: readonly Beside[] }

/** A part of a plan as one edits it: its columns in the order of the document, its rows, and findings about all of it. */
export type Sheet = { part: Part; columns: readonly string[]; rows: readonly SheetRow[]; above: readonly Finding[] }

/** `findings` are those of the whole plan, as the document of this very draft was checked. */
export function sheetOf(draft: Pick<Draft, 'period' | 'entries'>, part: Part, findings: readonly Finding[]): Sheet {
  const entries = entriesOf(completed(draft), part)
  const columns = columnsOfSheet(draft, part, entries)
  const ours = findings.filter(({ place }) => place.table === part)
  const rows = entries.map(({ id, cells }, at): SheetRow => {
    const own = ours.filter((finding) => rowIn(finding) === at)
    const beside = own.map((finding) => ({ column: columnIn(finding, columns), finding }))
    return { id, cells, missing: missingIn(part, cells), beside }
  })
  const above = ours.filter((finding) => (rowIn(finding) ?? rows.length) >= rows.length)
  return { part, columns, rows, above }
}

function columnsOfSheet(draft: Pick<Draft, 'period'>, part: Part, entries: readonly Entry[]): readonly string[] {
  return isForm(part) ? columnsOf(part) : keysOf(draft, part as TableName, entries)
}

/** The document's tables have the entries as their rows, in order; sums come after them. */
const rowIn = ({ place }: Finding) => (place.row === null ? null : place.row.number - 1)

function columnIn({ place }: Finding, columns: readonly string[]): string | null {
  const at = place.cell?.column ?? null
  return at === null ? null : (columns[at] ?? null)
}

/** Whether people write into a column; others follow from what they write. */
export function isWritten(part: Part, column: string): boolean {
  return !(COMPUTED[part] ?? []).includes(column)
}

/** Whether a part of the plan has such a cell for people to write into. */
export function isCell({ period }: Pick<Draft, 'period'>, part: Part, column: string): boolean {
  const year = /^\d{4}$/.test(column) ? Number(column) : null
  if (year !== null) return columnsOf(part).includes('years') && year >= period.from && year <= period.to
  return allColumnsOf(part).includes(column) && isWritten(part, column)
}

/** Whether there is room for one more row. */
export function takesMore({ part, rows }: Sheet): boolean {
  return hasRows(part) || rows.length === 0
}

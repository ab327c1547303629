import type { Db } from '../../platform/database/database.ts'
import type { Cells, Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import { isRefused } from '../entries/kinds.ts'
import {
  changeEntry,
  entriesOfPlan,
  insertEntries,
  type KeptEntry,
  MOST_ENTRIES,
  removeEntry,
} from '../keeping/entry-store.ts'
import type { KeptPlan } from '../keeping/plan-store.ts'
import { personalKinds } from '../rules/errors/e8-personal.ts'
import { isCell } from './sheet.ts'

/** One cell as somebody wrote it; `was` is what they saw there before, `entryId` is `null` for a row that is being begun. */
export type CellWrite = { entryId: number | null; part: Part; column: string; was: string; value: string }

export type CellResult =
  /** `entryId` is `null` once nothing is left in the row, which is gone with its last word. */
  | { kind: 'saved'; entryId: number | null; value: string }
  /** Somebody else wrote `now` into it meanwhile. */
  | { kind: 'changed'; now: string; changedBy: number | null }
  /** What was written names people, or cannot stand in this column. */
  | { kind: 'personal'; of: string }
  | { kind: 'unfit' }
  | { kind: 'full'; count: number }
  /** The row was removed, or there is no such cell. */
  | { kind: 'gone' }

type By = { personId: number; now: Temporal.Instant }

const LONGEST_CELL = 3_000

/**
 * Writes one cell of a plan that is locked (`writingIn`). Two people may write into one row at the same time; into one cell the first
 * does, and the other is told what stands there.
 */
export async function saveCell(db: Db, plan: KeptPlan, write: CellWrite, by: By): Promise<CellResult> {
  const { part, column } = write
  if (!isCell(plan, part, column)) return { kind: 'gone' }
  const value = write.value.trim().slice(0, LONGEST_CELL)
  const [personal] = personalKinds(value)
  if (personal) return { kind: 'personal', of: personal }
  if (value !== '' && isRefused(part, column, value)) return { kind: 'unfit' }
  const entries = await entriesOfPlan(db, plan.id)
  const entry = entryFor(entries, write)
  if (entry === 'gone') return { kind: 'gone' }
  if (entry === null) return begin(db, { plan, count: entries.length }, { ...write, value }, by)
  const now = entry.cells[column] ?? ''
  if (now === value) return { kind: 'saved', entryId: entry.id, value }
  if (now !== write.was) return { kind: 'changed', now, changedBy: entry.changedBy }
  return change(db, entry, withCell(entry.cells, column, value), { value, by })
}

/** `null`: a row is to be begun. What a plan says once has one row, whoever began it. */
function entryFor(entries: readonly KeptEntry[], { entryId, part }: CellWrite): KeptEntry | 'gone' | null {
  if (entryId !== null) return entries.find((one) => one.id === entryId && one.part === part) ?? 'gone'
  return hasRows(part) ? null : (entries.find((one) => one.part === part) ?? null)
}

async function begin(
  db: Db,
  { plan, count }: { plan: KeptPlan; count: number },
  { part, column, value }: CellWrite,
  by: By,
): Promise<CellResult> {
  if (value === '') return { kind: 'saved', entryId: null, value }
  if (count >= MOST_ENTRIES) return { kind: 'full', count }
  const [id] = await insertEntries(db, plan.id, [{ part, cells: { [column]: value } }], by)
  return { kind: 'saved', entryId: id!, value }
}

async function change(
  db: Db,
  { id, version }: KeptEntry,
  cells: Cells,
  { value, by }: { value: string; by: By },
): Promise<CellResult> {
  if (Object.keys(cells).length === 0) {
    await removeEntry(db, id, version)
    return { kind: 'saved', entryId: null, value }
  }
  await changeEntry(db, { id, version, cells }, by)
  return { kind: 'saved', entryId: id, value }
}

function withCell(cells: Cells, column: string, value: string): Cells {
  const { [column]: _, ...others } = cells
  return value === '' ? others : { ...cells, [column]: value }
}

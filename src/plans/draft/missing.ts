import { isEmpty, yesOf } from '../rules/values.ts'
import { isGeneralKind } from './completed.ts'
import type { Cells, Part } from './draft.ts'
import { neededOf } from './layout.ts'

/** Whether an entry still lacks what this column says. */
export function isMissing(part: Part, cells: Cells, column: string): boolean {
  return neededOf(part).includes(column) && isEmpty(cells[column]) && !isSpared(part, cells, column)
}

/** What an entry can be without, for what it says elsewhere. */
function isSpared(part: Part, cells: Cells, column: string): boolean {
  // The general objective has no indicator of its own, a category that is not there no numbers.
  if (part === 'objectives' && isGeneralKind(cells)) return column !== 'objective' && column !== 'kind'
  if (part === 'categories' && yesOf(cells.present) === false) return column !== 'category'
  return column === 'persons' && !isEmpty(cells.families)
}

/** The columns that an entry still lacks, in their order. */
export function missingIn(part: Part, cells: Cells): string[] {
  return neededOf(part).filter((column) => isMissing(part, cells, column))
}

import { isEmpty } from '../rules/values.ts'
import { isGeneralKind } from './completed.ts'
import type { Cells, Part } from './draft.ts'
import { neededOf } from './layout.ts'

/** What the general objective is without: it has no indicator of its own. */
const OF_GENERAL = new Set(['objective', 'kind'])

/** Whether an entry still lacks what this column says. */
export function isMissing(part: Part, cells: Cells, column: string): boolean {
  if (!neededOf(part).includes(column) || !isEmpty(cells[column])) return false
  return !(part === 'objectives' && isGeneralKind(cells) && !OF_GENERAL.has(column))
}

/** The columns that an entry still lacks, in their order. */
export function missingIn(part: Part, cells: Cells): string[] {
  return neededOf(part).filter((column) => isMissing(part, cells, column))
}

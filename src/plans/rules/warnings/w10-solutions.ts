import { type Check, fault, named } from '../finding.ts'
import { inRow, rowsOf } from '../plan.ts'
import { isSolution } from '../wording.ts'

/** A need that is worded as its solution. */
export const W10: Check = {
  code: 'W10',
  level: 'warning',
  fact: 'F69',
  repair: 'repair-w10',
  find: (plan) =>
    rowsOf(plan, 'needs')
      .filter(({ cells }) => isSolution(cells.need ?? ''))
      .map((row) => fault(inRow(row, 'need'), 'why-w10', { need: named(row.cells.need ?? '') })),
}

import { fold } from '../../../language/fold.ts'
import { sumOf, totalOf } from '../errors/sums.ts'
import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { hasColumn, inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { isEmpty, percentOf } from '../values.ts'

/** The least that calls of the Commissariat have asked for; what the present one asks stands in it alone. */
const LEAST_PERCENT = 5

/** An own share of nothing or below five per cent; all money planned and none secured. */
export const W8: Check = {
  code: 'W8',
  level: 'warning',
  fact: 'F88',
  repair: 'repair-w8',
  find: (plan) => {
    const rows = rowsOf(plan, 'budget')
    const nothing = noneSecured(plan, rows)
    return nothing.length > 0 ? nothing : [...rows.flatMap(share), ...rowsOf(plan, 'sums').flatMap(ofSums)]
  },
}

function share(row: Row<'budget'>): Found[] {
  const percent = isEmpty(row.cells.share) ? counted(row) : percentOf(row.cells.share)
  if (percent === null || percent >= LEAST_PERCENT) return []
  const column = row.at.share === undefined ? 'secured' : 'share'
  const written = String(Math.round(percent * 10) / 10).replace('.', ',')
  return [fault(inRow(row, column), 'why-w8-share', { percent: written, activity: named(row.cells.activity ?? '') })]
}

/** «Буџет општине | 1.200.000 | 3 %»: what the municipality bears of the whole, in the sums by source. */
function ofSums(row: Row<'sums'>): Found[] {
  const percent = isEmpty(row.cells.share) ? null : percentOf(row.cells.share)
  if (percent === null || percent >= LEAST_PERCENT || !MUNICIPALITY.test(fold(row.cells.label ?? ''))) return []
  const written = String(Math.round(percent * 10) / 10).replace('.', ',')
  return [fault(inRow(row, 'share'), 'why-w8-share', { percent: written, activity: named(row.cells.label ?? '') })]
}

const MUNICIPALITY = /^(?:budzet )?(?:opstin|grad|jls|lokaln\w+ (?:budzet|samouprav)|sopstven)/

/** The share that what is secured has of the total, where no column states it. */
function counted(row: Row<'budget'>): number | null {
  const [secured, total] = [sumOf([row.cells.secured]), totalOf(row)]
  return secured === null || total === null || total === 0 ? null : (100 * secured) / total
}

function noneSecured(plan: Plan, rows: readonly Row<'budget'>[]): Found[] {
  if (rows.length === 0 || !hasColumn(plan, 'budget', 'secured')) return []
  const sum = sumOf(rows.map(({ cells }) => cells.secured || '0'))
  return sum === 0 ? [fault(placeOf(plan, 'budget'), 'why-w8-nothing')] : []
}

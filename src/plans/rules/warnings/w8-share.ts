import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'
import { sumOf, totalOf } from '../errors/sums.ts'
import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { hasColumn, inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { amountOf, isEmpty, percentOf } from '../values.ts'

/** The least that calls of the Commissariat have asked for; what the present one asks stands in it alone. */
const LEAST_PERCENT = 5

/** An own share of nothing or below five per cent; all money planned and none secured. */
export const W8: Check = {
  code: 'W8',
  level: 'warning',
  fact: 'F88',
  repair: 'repair-w8',
  find: (plan) => {
    const rows = linesOf(plan)
    const nothing = noneSecured(plan)
    return nothing.length > 0 ? nothing : [...rows.flatMap(share), ...rowsOf(plan, 'sums').flatMap(ofSums)]
  },
}

type Line = Row<'budget'> | Row<'activities'>

/** The budget; one wide table of activities is its budget, too, where it has what the municipality pays. */
function linesOf(plan: Plan): Line[] {
  const isInBudget = hasColumn(plan, 'budget', 'secured') || hasColumn(plan, 'budget', 'share')
  return isInBudget ? rowsOf(plan, 'budget') : [...rowsOf(plan, 'budget'), ...rowsOf(plan, 'activities')]
}

function share(row: Line): Found[] {
  const stated = 'share' in row.cells && !isEmpty(row.cells.share) ? percentOf(row.cells.share) : null
  const percent = stated ?? counted(row)
  if (percent === null || percent >= LEAST_PERCENT) return []
  const place = 'share' in row.at ? inRow<'budget'>(row, 'share') : inRow(row as Row<'activities'>, 'secured')
  const written = String(Math.round(percent * 10) / 10).replace('.', ',')
  const activity = named(row.cells.activity || row.cells.mark || '')
  return [fault(place, 'why-w8-share', { percent: written, activity })]
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
function counted(row: Line): number | null {
  const { cells, heads } = row as Row<'activities'>
  // «Општина %» is no amount.
  if (/%/.test(heads.secured ?? '')) return null
  const whole = cells.cost === undefined ? totalOf(row as Row<'budget'>) : amountOf(cells.cost)
  const [secured, total] = [sumOf([cells.secured]), whole]
  return secured === null || total === null || total === 0 ? null : (100 * secured) / total
}

/** «Ниједан износ није обезбеђен», «средства нису обезбеђена», «обезбеђених средстава нема». */
const NONE_SECURED =
  /\b(?:nijed\w+|nista od|sva|sredstva|novac|iznosi)\b (?:\w+ ){0,5}(?:nije|nisu)(?: \w+)? (?:jos )?(?:obezbed\w+|osigura\w+)|\bobezbed\w+ sredst\w+ (?:jos )?nema\b|\bnema (?:jos )?obezbed\w+ (?:sredst|novc)\w*/

function noneSecured(plan: Plan): Found[] {
  const told = plan.prose.find(({ value }) => sentences(value).some((sentence) => NONE_SECURED.test(fold(sentence))))
  if (told) return [fault(told.place, 'why-w8-nothing')]
  const rows = rowsOf(plan, 'budget')
  if (rows.length === 0 || !hasColumn(plan, 'budget', 'secured')) return []
  const sum = sumOf(rows.map(({ cells }) => cells.secured || '0'))
  return sum === 0 ? [fault(placeOf(plan, 'budget'), 'why-w8-nothing')] : []
}

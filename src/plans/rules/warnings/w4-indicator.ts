import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import type { ColumnOf } from '../tables.ts'
import { numbersIn } from '../values.ts'

/** A percentage that does not say of how many, and an indicator that only counts meetings. */
export const W4: Check = {
  code: 'W4',
  level: 'warning',
  fact: 'F84',
  repair: 'repair-w4',
  find: (plan) => [
    ...rowsOf(plan, 'objectives').flatMap((row) => [...percentage(row), ...meetings(row, '')]),
    ...rowsOf(plan, 'activities').flatMap((row) => [...percentage(row), ...meetings(row, row.cells.activity ?? '')]),
    ...passports(plan),
  ],
}

type Measured = Row<'objectives'> | Row<'activities'> | Row<'passports'>

/** Indicators that stand in the annex as well are looked at once. */
function passports(plan: Plan): Found[] {
  const known = new Set(rowsOf(plan, 'objectives').map(({ cells }) => fold(cells.indicator ?? '')))
  return rowsOf(plan, 'passports')
    .filter(({ cells }) => !known.has(fold(cells.indicator ?? '')))
    .flatMap((row) => percentage(row))
}

const PERCENT = /%|\bprocen(?:at|t)\w*|\budeo\b|\bstopa\b/i

function percentage(row: Measured): Found[] {
  const cells = row.cells as Partial<Record<string, string>>
  const measured = [cells.indicator, cells.baseline, cells.target].filter(Boolean).join(' | ')
  const isShare =
    /%|(?<!\p{L})(?:одсто|посто|odsto|posto)(?!\p{L})/iu.test(measured) || PERCENT.test(fold(cells.indicator ?? ''))
  if (!isShare || hasTotal(measured)) return []
  const column = (['target', 'indicator'] as const).find((one) => /%/.test(cells[one] ?? '')) ?? 'indicator'
  const place = inRow<'activities'>(row as never, column as ColumnOf<'activities'>)
  return [fault(place, 'why-w4-percent', { indicator: named(cells.indicator ?? measured) })]
}

/** A number beside the shares: «40 % (34 од 85 породица)». */
function hasTotal(text: string): boolean {
  const withoutShares = text.replace(
    /\d+(?:[.,]\d+)?\s*(?:%|одсто|odsto|посто|posto|процен\p{L}*|procen\p{L}*)/giu,
    ' ',
  )
  return /%|одсто|odsto|посто|posto|процен|procen/iu.test(text.replace(/\s/g, ''))
    ? numbersIn(withoutShares).length > 0 &&
        /\d+(?:[.,]\d+)?\s*(?:%|одсто|odsto|посто|posto|процен|procen)/iu.test(text)
    : false
}

/** «Показатељ и провера»: a column of both has the indicator first. */
const BOTH = /(?<!\p{L})(?:и|i)(?!\p{L})|\//iu

const MEETING = /\b(?:sastan\w+|sednic\w+|skupov\w*|sastanak\w*)/

/** «Број састанака» of what is no meeting itself. */
function meetings(row: Row<'objectives'> | Row<'activities'>, about: string): Found[] {
  // «Број састанака (почетна 0, циљна 8)»: what is in brackets counts the same.
  const cell = (row.cells.indicator ?? '').replace(/\([^()]*\)/g, ' ')
  const written = BOTH.test(row.heads.indicator ?? '') ? cell.split(/[/;\n]/)[0]! : cell
  const indicator = fold(written)
  if (!MEETING.test(indicator) || MEETING.test(fold(about))) return []
  // «0 (2026), 8 (2030)» behind it are its values.
  const others = written.split(/[;,/]|\s+и\s+|\s+i\s+/u).filter((part) => /\p{L}/u.test(part))
  if (others.some((part) => !MEETING.test(fold(part)))) return []
  return [
    fault(inRow<'activities'>(row as never, 'indicator'), 'why-w4-meetings', {
      indicator: named(row.cells.indicator ?? ''),
    }),
  ]
}

import type { Finding } from './finding.ts'
import { type Plan, rowsOf } from './plan.ts'

/** Fewer rows alike are each named. */
const LEAST_ALIKE = 4
/** What more than this share of a table's rows lacks is hardly missing row by row: it is nowhere, or was not read. */
const MOST_ROWS = 0.5

/**
 * Findings with those said once that most rows of a table have alike, at the first of them: whoever made the document must hear that its column
 * may have been misread, and not fifty times that something is missing.
 */
export function saidOnce(plan: Plan, findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, keyOf)
  return findings.flatMap((finding) => {
    const alike = groups.get(keyOf(finding))!
    const { table } = finding.place
    const of = table ? rowsOf(plan, table).length : 0
    if (alike.length < LEAST_ALIKE || alike.length <= of * MOST_ROWS || of === 0) return [finding]
    return finding === alike[0] ? [{ ...finding, alike: { more: alike.length - 1, of } }] : []
  })
}

/** The same check and sentence about the same part or box, in the same table. */
function keyOf({ code, place, why }: Finding): string {
  const about = Object.entries(why.values ?? {}).filter(([name]) => name === 'part' || name === 'box')
  return JSON.stringify([code, place.table, why.sentence, about])
}

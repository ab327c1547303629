import { createHash } from 'node:crypto'
import { asRead } from '../document/as-read.ts'
import { documentOf } from '../document/chapters.ts'
import type { Draft, Part } from '../draft/draft.ts'
import { readPlan } from '../reading/read-plan.ts'
import { checkPlan } from '../rules/check-plan.ts'
import type { Accepted, Finding } from '../rules/finding.ts'
import type { Plan } from '../rules/plan.ts'

/** What the checks find in a plan as it stands, and how much of it is still to be filled in. */
export type Review = { findings: Finding[]; blanks: number }

/** The document is checked, so that its export has nothing that was not said before; blanks are counted, not listed. */
export function reviewOf(draft: Draft, today: Temporal.PlainDate, accepted: readonly Accepted[]): Review {
  const all = checkPlan(readOf(draft, today), today, accepted)
  const findings = all.filter((finding) => !isBlank(finding))
  return { findings, blanks: all.length - findings.length }
}

/** A plan as it reads in its document. */
export function readOf(draft: Draft, today: Temporal.PlainDate): Plan {
  return readPlan(asRead(documentOf(draft, { on: today }))).plan
}

function isBlank({ code, place }: Finding): boolean {
  return code === 'W15' && place.quote.includes('[допунити: ')
}

/** Those about the parts of a step. */
export function findingsOf({ findings }: Review, parts: readonly Part[]): Finding[] {
  return findings.filter(({ place }) => place.table !== null && parts.includes(place.table as Part))
}

/** A finding by a few letters, for a button. */
export function markOfFinding({ code, place }: Finding): string {
  return createHash('sha256').update(`${code} ${place.quote}`).digest('hex').slice(0, 12)
}

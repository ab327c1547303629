import type { Document } from '../knowledge/readers/document.ts'
import { readPlan, type Unread } from './reading/read-plan.ts'
import { checkPlan } from './rules/check-plan.ts'
import type { Finding } from './rules/finding.ts'
import { generalObjectives, specificObjectives } from './rules/objectives.ts'
import { rowsOf } from './rules/plan.ts'
import { saidOnce } from './rules/said-once.ts'

/** What was found in a document that somebody made, how much of it was recognised, and what was not. */
export type Checked = {
  findings: Finding[]
  read: { objectives: number; activities: number; budget: number }
  unread: Unread
}

export function checkDocument(document: Document, today: Temporal.PlainDate): Checked {
  const { plan, unread } = readPlan(document)
  const read = {
    objectives: generalObjectives(plan).length + specificObjectives(plan).length,
    activities: rowsOf(plan, 'activities').length,
    budget: rowsOf(plan, 'budget').length,
  }
  return { findings: saidOnce(plan, checkPlan(plan, today)), read, unread }
}

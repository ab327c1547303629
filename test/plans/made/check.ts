import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { type Checked, checkDocument } from '../../../src/plans/check-document.ts'
import { cleanPlan } from './clean.ts'
import { docxOf } from './docx.ts'
import type { Fault } from './plant.ts'
import type { Made } from './seen.ts'

/** The day on which the made-up plans are looked at, unless they say themselves when they were written. */
export const TODAY = Temporal.PlainDate.from('2026-11-20')

/** What the checks find in a made-up plan with some of its faults, read from its file. */
export async function checkedWith({ about, style, name }: Made, faults: readonly Fault[]): Promise<Checked> {
  const plan = cleanPlan(about, style)
  for (const [, plant] of faults) plant(plan)
  const read = await readFile(await docxOf(plan, style), `${name}.docx`)
  if (read.kind === 'refused') throw new Error(`${name}: ${read.reason}`)
  return checkDocument(read.document, TODAY)
}

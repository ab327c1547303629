import type { Script } from '../../language/script.ts'
import type { Draft } from '../draft/draft.ts'
import { budgetXlsx } from './budget-sheet.ts'
import { documentOf } from './chapters.ts'
import { docxOf } from './docx.ts'
import { type Report, reportDocx } from './report.ts'
import { yearlyReportOf } from './yearly.ts'

/** A file to be made of a plan. `on` is the day that it says, «2026-11-30». */
export type Wanted =
  | { kind: 'document'; draft: Draft; on: string; script: Script }
  | { kind: 'yearly'; draft: Draft; year: number; on: string; script: Script }
  | { kind: 'budget'; draft: Draft; script: Script }
  | { kind: 'report'; report: Report; script: Script }

/** Makes a file; a full plan takes a processor for most of a second, so the app does it in a thread: `writeInWorker`. */
export function write(wanted: Wanted): Promise<Uint8Array> {
  switch (wanted.kind) {
    case 'document':
      return docxOf(documentOf(wanted.draft, { on: Temporal.PlainDate.from(wanted.on) }), wanted.script)
    case 'yearly':
      return docxOf(
        yearlyReportOf(wanted.draft, wanted.year, { on: Temporal.PlainDate.from(wanted.on) }),
        wanted.script,
      )
    case 'budget':
      return budgetXlsx(wanted.draft, wanted.script)
    case 'report':
      return reportDocx(wanted.report, wanted.script)
  }
}

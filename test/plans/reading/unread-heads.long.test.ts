import { expect, test } from 'vitest'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { TODAY } from '../made/check.ts'
import { cleanPlan } from '../made/clean.ts'
import { docxOf } from '../made/docx.ts'
import { SEEN } from '../made/seen.ts'

/** Of heads that nobody knows, so many may let a check say what is not so, in percent. */
const MOST = 4

test('in a plan without faults a head that nobody knows hardly ever makes one', { timeout: 60_000 }, async () => {
  const counts = { heads: 0, findings: 0 }
  for (const { about, style } of SEEN.slice(0, 4)) {
    const read = await readFile(await docxOf(cleanPlan(about, style), style), 'plan.docx')
    if (read.kind === 'refused') throw new Error(read.reason)
    for (const { head } of read.document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    ))
      for (const [at, own] of head.entries()) {
        // Years are known by their figures.
        if (/20\d\d/.test(own)) continue
        head[at] = 'Зобље'
        counts.heads++
        counts.findings += checkDocument(read.document, TODAY).findings.filter(({ level }) => level !== 'hint').length
        head[at] = own
      }
  }
  expect(counts.heads).toBeGreaterThan(300)
  expect((100 * counts.findings) / counts.heads).toBeLessThanOrEqual(MOST)
})

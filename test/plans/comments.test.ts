import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readFile } from '../../src/knowledge/readers/read-file.ts'
import { checkDocument } from '../../src/plans/check-document.ts'
import { withComments } from '../../src/plans/comments.ts'
import { TODAY } from './made/check.ts'
import { cleanPlan } from './made/clean.ts'
import { docxOf } from './made/docx.ts'
import { type Made, SEEN } from './made/seen.ts'

const NOW = Temporal.Instant.from('2026-11-20T10:00:00Z')
const [MADE] = SEEN as [Made]

async function faultyPlan() {
  const plan = cleanPlan(MADE.about, MADE.style)
  for (const [, plant] of MADE.faults) plant(plan)
  const docx = await docxOf(plan, MADE.style)
  const read = await readFile(docx, 'plan.docx')
  if (read.kind === 'refused') throw new Error(read.reason)
  return { docx, read, findings: checkDocument(read.document, TODAY).findings }
}

const partOf = (docx: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(docx)[name])

/** The text of the paragraph that a comment stands in. */
function paragraphOf(xml: string, id: number): string {
  const at = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`)
  return xml.slice(at, xml.indexOf('</w:p>', at)).replace(/<[^>]+>/g, '')
}

test('each finding is a comment in its place, and the text stays as it was', async () => {
  const { docx, read, findings } = await faultyPlan()
  const commented = withComments(
    docx,
    findings.map(({ place, code }) => ({ place, text: `${code} & <>` })),
    'ЛАП Саветник',
    NOW,
  )!
  const xml = partOf(commented, 'word/document.xml')
  const placed = new Map(findings.map(({ code }, id) => [code, paragraphOf(xml, id)]))
  expect(placed.get('E1')).toContain('за период 2027–2030. године донела')
  expect(placed.get('E8')).toContain('0101980710012')
  expect(placed.get('W2')).toBe('Општина')
  expect(placed.get('W10')).toBe('треба кућа за 34 породице')
  expect(placed.get('E4')).toBe('2.1. Економско оснаживање')
  expect(partOf(commented, 'word/comments.xml')).toContain('E1 &#38; &#60;&#62;')
  const again = await readFile(commented, 'plan.docx')
  expect(again).toMatchObject({ kind: 'read', document: read.document })
})

test('comments of a document that has some follow those', async () => {
  const { docx, findings } = await faultyPlan()
  const [first, second] = findings.map(({ place }) => ({ place, text: 'налаз' })) as [
    { place: (typeof findings)[0]['place']; text: string },
    { place: (typeof findings)[0]['place']; text: string },
  ]
  const once = withComments(docx, [first], 'А', NOW)!
  const twice = withComments(once, [second], 'Б', NOW)!
  expect(partOf(twice, 'word/comments.xml').match(/w:id="\d+"/g)).toEqual(['w:id="0"', 'w:id="1"'])
  expect(partOf(twice, '[Content_Types].xml').match(/comments\.xml/g)).toHaveLength(1)
})

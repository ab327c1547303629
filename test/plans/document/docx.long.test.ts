import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readFile } from '../../../src/knowledge/readers/read-file.ts'
import { fold } from '../../../src/language/fold.ts'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { asRead } from '../../../src/plans/document/as-read.ts'
import { documentOf } from '../../../src/plans/document/chapters.ts'
import { docxOf } from '../../../src/plans/document/docx.ts'
import { completed } from '../../../src/plans/draft/completed.ts'
import { type Draft, entriesOf } from '../../../src/plans/draft/draft.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { TABLE_NAMES } from '../../../src/plans/rules/tables.ts'
import { convertFiles, hasLibreOffice } from '../../knowledge/readers/office/files.ts'
import { hasPoppler, textOfPdf } from '../../support/pdf.ts'
import { everyThird } from '../../support/runs.ts'
import { TODAY } from '../made/check.ts'
import { aDraft } from '../made/draft.ts'
import { SEEN } from '../made/seen.ts'
import { UNSEEN } from '../made/unseen.ts'

async function exported(draft: Draft, script: 'cyrl' | 'latn' = 'cyrl') {
  const bytes = await docxOf(documentOf(draft, { on: TODAY }), script)
  const read = await readFile(bytes, 'plan.docx')
  if (read.kind === 'refused') throw new Error(read.reason)
  return read.document
}

/** Tables that the document makes of other entries. */
const DERIVED = new Set(['sums', 'report', 'passports', 'glossary'])

/** What entries say, table by table, as one compares it over scripts. */
const entriesIn = (draft: Draft) =>
  Object.fromEntries(
    TABLE_NAMES.filter((name) => !DERIVED.has(name)).map((name) => [
      name,
      entriesOf(completed(draft), name).map(({ cells }) => saidIn(Object.entries(cells))),
    ]),
  )
const saidIn = (cells: [string, string][]) =>
  Object.fromEntries(cells.filter(([, cell]) => cell.trim() !== '').map(([column, cell]) => [column, fold(cell)]))

const READ_BACK = everyThird([...SEEN, ...UNSEEN]).flatMap((made) =>
  (['cyrl', 'latn'] as const).map((script) => [made.name, script, made] as const),
)

test.each(READ_BACK)('the export of %s in %s, read back, gives the same entries', async (_, script, made) => {
  const draft = aDraft(made)
  const { plan, unread } = readPlan(await exported(draft, script))
  const back = Object.fromEntries(
    TABLE_NAMES.filter((name) => !DERIVED.has(name)).map((name) => [
      name,
      (plan.tables[name]?.rows ?? []).map(({ cells, years }) =>
        saidIn([
          ...Object.entries(cells),
          ...[...years].map(([year, cell]) => [String(year), cell] as [string, string]),
        ] as [string, string][]),
      ),
    ]),
  )
  expect(back).toEqual(entriesIn(draft))
  expect(unread).toEqual({ tables: [], columns: [] })
})

test.each(everyThird(SEEN).map((made) => [made.name, made] as const))(
  'the checks find in the file of %s what they find in the entries, which is nothing but blanks',
  async (_, made) => {
    const draft = aDraft(made)
    const inFile = checkDocument(await exported(draft), TODAY).findings.map(
      ({ code, place }) => `${code} ${place.quote}`,
    )
    const inEntries = checkDocument(asRead(documentOf(draft, { on: TODAY })), TODAY).findings.map(
      ({ code, place }) => `${code} ${place.quote}`,
    )
    expect(inFile).toEqual(inEntries)
    expect(inEntries.filter((one) => !one.includes('[допунити'))).toEqual([])
  },
)

test('whatever stands in a cell, the file is XML that every program takes', async () => {
  const draft = aDraft()
  const hostile = 'а\u0001\u000b\ud800 <w:p> & "б" \ufffe в'
  const entries = draft.entries.map((entry) => ({ ...entry, cells: { ...entry.cells, need: hostile, text: hostile } }))
  const bytes = await docxOf(documentOf({ ...draft, entries }, { on: TODAY }), 'cyrl')
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  expect(xml).toContain('&lt;w:p&gt; &amp; &quot;б&quot;')
  expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]|[\ufffd-\uffff]/u)
})

const withoutSpaces = (line: string) => line.replace(/\s+/g, '')

/** The lines of each page, as LibreOffice lays a document out. */
async function pagesOf(bytes: Uint8Array): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'lap-plan-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'plan.docx'), bytes)
  await convertFiles(folder, 'pdf', [join(folder, 'plan.docx')])
  const text = textOfPdf(await readBytes(join(folder, 'written', 'plan.pdf')))
  return text.split('\f').map((page) => page.split('\n').map(withoutSpaces))
}

describe.skipIf(!hasLibreOffice() || !hasPoppler())('laid out by LibreOffice', () => {
  test.each(['cyrl', 'latn'] as const)(
    'the contents in %s name the page on which each heading stands',
    async (script) => {
      const draft = aDraft()
      const unusual = draft.entries.map((entry) =>
        entry.part === 'mayor' ? { ...entry, cells: { text: 'Од 12 → 34 породице ≥ ⅓ 🏠 ﷽' } } : entry,
      )
      const pages = await pagesOf(await docxOf(documentOf({ ...draft, entries: unusual }, { on: TODAY }), script))
      const contents = pages[1]!.map((line) => /^(.+?)\.{3,}(\d+)$/.exec(line)).filter((line) => line !== null)
      expect(contents.length).toBeGreaterThan(40)
      expect(contents.filter(([, heading, page]) => !pages[Number(page) - 1]?.includes(heading!))).toEqual([])
    },
    60_000,
  )
})

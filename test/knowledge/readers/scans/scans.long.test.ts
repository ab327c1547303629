import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scannerFinding } from '../../../../scripts/doctor/machine.ts'
import { placeOf } from '../../../../src/answers/quoting/source-texts.ts'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { findScanner, type Scanner } from '../../../../src/knowledge/readers/scans/find.ts'
import { SCAN_LIMITS } from '../../../../src/knowledge/readers/scans/recognise.ts'
import { withScannedPages } from '../../../../src/knowledge/readers/scans/scanned.ts'
import type { StoredChunk } from '../../../../src/knowledge/search/store.ts'
import { aPdf } from '../pdf/files.ts'
import { allText, type Read } from '../support.ts'

const folder = mkdtempSync(join(tmpdir(), 'lap-scans-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

function program(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** Stand in for the programs: a picture of every page, on each of which the same is recognised. */
const PICTURES = 'for last; do :; done; echo P5 > "$last.pgm"'
const scannerThat = (recognises: string, name: string): Scanner => ({
  pictures: program(`${name}-pictures`, PICTURES),
  recognition: program(`${name}-recognition`, recognises),
  languages: 'srp',
})
const SAYS_PAGE = `printf 'Одлука са стра-\\nне %s.\\n\\n.,\\n\\nДруги пасус.\\n' "$2" > "$2.txt"`

const drawing = (pdf: PDFKit.PDFDocument) => pdf.rect(10, 10, 50, 50).fill()
const scanned = () => aPdf((pdf) => drawing(drawing(pdf).addPage()))
const partly = () =>
  aPdf((pdf) => {
    pdf.text('Прва страна.').addPage()
    drawing(pdf).addPage().fill('black').text('Трећа страна.')
  })

async function readWith(scanner: Scanner | null, bytes: Uint8Array, limits = SCAN_LIMITS) {
  return withScannedPages(await readFile(bytes, 'odluka.pdf'), bytes, 'odluka.pdf', scanner, { limits })
}

describe('pages that are pictures', () => {
  test('are read as far as they are recognised, and say so', async () => {
    const read = (await readWith(scannerThat(SAYS_PAGE, 'a'), await scanned())) as Read
    expect(read).toMatchObject({ kind: 'read', format: 'pdf', language: 'sr', pages: 2, unread: [] })
    expect(read.document.title).toBe('odluka')
    expect(allText(read).split('\n')).toEqual([
      'Одлука са стране 1.',
      'Други пасус.',
      'Одлука са стране 2.',
      'Други пасус.',
    ])
    expect(read.document.sections[1]!.place).toEqual({ kind: 'page', number: 2, recognised: true })
    const chunk = { title: 'Одлука', titleEn: '', headings: [], headingEn: '', place: read.document.sections[1]!.place }
    expect(placeOf('sr-Cyrl', chunk as unknown as StoredChunk)).toBe('Одлука, стр. 2 (препознато са слике)')
  })

  test('stand between those with text', async () => {
    const read = (await readWith(scannerThat(SAYS_PAGE, 'b'), await partly())) as Read
    expect(allText(read).split('\n')).toEqual(['Прва страна.', 'Одлука са стране 2.', 'Други пасус.', 'Трећа страна.'])
    expect(read.unread).toEqual([])
  })

  test('beyond the most that are looked at are told', async () => {
    const read = (await readWith(scannerThat(SAYS_PAGE, 'c'), await scanned(), { ...SCAN_LIMITS, pages: 1 })) as Read
    expect(read.unread).toEqual([{ what: 'pages-without-text', count: 1, at: { kind: 'page', number: 2 } }])
  })

  test.each([
    ['fails', 'exit 1'],
    ['finds only specks', 'echo " . , " > "$2.txt"'],
    ['does not end', 'sleep 60'],
  ])('stay unread when recognition %s', async (name, script) => {
    const limits = { ...SCAN_LIMITS, timeMs: 3_000, page: { ...SCAN_LIMITS.page, timeMs: 700 } }
    const bytes = await scanned()
    expect(await readWith(scannerThat(script, name.replaceAll(' ', '-')), bytes, limits)).toEqual(
      await readFile(bytes, 'a.pdf'),
    )
  })

  test('leave nothing behind, and stay unread without a scanner', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('lap-scan-'))
    const bytes = await scanned()
    await readWith(scannerThat(SAYS_PAGE, 'd'), bytes)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('lap-scan-'))).toEqual(before)
    expect(await readWith(null, bytes)).toEqual({ kind: 'refused', reason: 'scanned', detail: '2' })
    expect(findScanner(false)).toBeNull()
  })
})

const scanner = findScanner(true)

test.skipIf(scanner === null)(
  'a scanned page in Serbian is recognised by the programs themselves',
  async () => {
    const text = 'Скупштина општине доноси одлуку о локалном акционом плану.'
    writeFileSync(join(folder, 'page.pdf'), await aPdf((pdf) => pdf.fontSize(16).text(text)))
    execFileSync(scanner!.pictures, [
      '-png',
      '-r',
      '200',
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page'),
    ])
    const picture = readFileSync(join(folder, 'page.png'))
    const bytes = await aPdf((pdf) => pdf.image(picture, 0, 0, { width: pdf.page.width }))
    expect(allText((await readWith(scanner, bytes)) as Read)).toContain('Скупштина општине доноси одлуку')
  },
  120_000,
)

const HERE = { pictures: '/usr/bin/pdftoppm', recognition: '/usr/bin/tesseract', languages: ['srp', 'srp_latn'] }

test.each([
  ['all that it needs, wanted', true, {}, 'ok', 'on, in srp and srp_latn'],
  ['one language, wanted', true, { languages: ['srp'] }, 'note', 'on, in srp; its language srp_latn not here (apt-get'],
  ['no language, wanted', true, { languages: [] }, 'wrong', 'its language srp, its language srp_latn not here'],
  ['no program, wanted', true, { recognition: undefined }, 'wrong', 'on, but tesseract not here'],
  [
    'all that it needs, not wanted',
    false,
    {},
    'ok',
    'off; pages that are pictures are told as not read; its programs are here',
  ],
  ['nothing, not wanted', false, { pictures: undefined }, 'ok', 'pdftoppm not here'],
])('the operator is told of a machine with %s', (_, isWanted, parts, verdict, said) => {
  expect(scannerFinding(isWanted, { ...HERE, ...parts })).toMatchObject({
    verdict,
    about: 'OCR',
    detail: expect.stringContaining(said),
  })
})

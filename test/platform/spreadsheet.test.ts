import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, onTestFinished, test } from 'vitest'
import { csvOf, type Sheet, xlsxOf } from '../../src/platform/spreadsheet.ts'
import { blocksOf, mustRead } from '../knowledge/readers/support.ts'

/** What people could write to make a spreadsheet program calculate, call out or break. */
const FORMULAS = [
  '=1+1',
  '+381 64 123',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '\u200b=HYPERLINK("http://x")',
  '＝1+1',
  '=cmd|"/C calc"!A0',
]
const HARMLESS = [
  'Ана; Марија',
  'рекла је „да“',
  'два "наводника"',
  'први\nдруги ред',
  'а\u0000б\u0001в',
  '\ud800',
  '5-6',
]
const TEXTS = [...FORMULAS, ...HARMLESS]

const SHEET: Sheet = { name: 'Пријаве: [1/2]?', head: ['Име', 'Место'], rows: TEXTS.map((text, i) => [text, i + 1]) }

const xmlOf = async (bytes: Uint8Array) => {
  const zip = await JSZip.loadAsync(bytes)
  return Promise.all(
    Object.keys(zip.files)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => zip.file(name)!.async('string')),
  ).then((parts) => parts.join('\n'))
}

describe('a table as CSV', () => {
  const text = Buffer.from(csvOf(SHEET)).toString()

  test('is marked as UTF-8 and parted by semicolons', () => {
    expect(text.startsWith('\ufeffИме;Место\r\n')).toBe(true)
    expect(text).toContain('"Ана; Марија";11\r\n')
    expect(text).toContain('"два ""наводника""";13\r\n')
  })

  test('has nothing that a program would take for a formula', () => {
    const cells = text.slice(1).split(/\r\n|;/)
    expect(cells.filter((cell) => /^"?\s*[=+\-@＝]/u.test(cell))).toEqual([])
    expect(text).toContain("'=1+1;1\r\n")
    expect(text).toContain('5-6;17')
  })

  test('is read back by our own reader', async () => {
    const read = await mustRead(csvOf(SHEET), 'prijave.csv')
    expect(JSON.stringify(blocksOf(read))).toContain('Ана; Марија')
  })
})

describe('a table as a workbook', () => {
  test('has no formula, whatever people wrote', async () => {
    expect(await xmlOf(await xlsxOf([SHEET]))).not.toMatch(/<f[ >]/)
  })

  test('is read back by our own reader, all of it as text', async () => {
    const read = await mustRead(await xlsxOf([SHEET, { ...SHEET, name: '' }]), 'prijave.xlsx')
    const text = JSON.stringify(blocksOf(read))
    for (const expected of ['=1+1', '+381 64 123', '@SUM(A1)', 'рекла је', 'два \\"наводника\\"'])
      expect(text).toContain(expected)
  })
})

const OFFICE = '/usr/bin/soffice'

describe.skipIf(!existsSync(OFFICE))('LibreOffice', () => {
  /** The first sheet as LibreOffice understood it: values, not formulas. */
  const opened = (bytes: Uint8Array, name: string, filter = '') => {
    const folder = mkdtempSync(join(tmpdir(), 'lap-office-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, name), bytes)
    const how = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'html',
      '--outdir',
      folder,
    ]
    execFileSync(OFFICE, [...how, ...(filter === '' ? [] : [`--infilter=${filter}`]), join(folder, name)], {
      stdio: 'ignore',
    })
    return readFileSync(join(folder, name.replace(/\.\w+$/, '.html')), 'utf8')
  }

  test.each([
    ['prijave.xlsx', xlsxOf([SHEET])],
    ['prijave.csv', csvOf(SHEET)],
  ])('shows every text of %s as it was written', { timeout: 120_000 }, async (name, bytes) => {
    const shown = opened(await bytes, name, name.endsWith('csv') ? 'CSV:59,34,76' : '')
    for (const expected of ['=1+1', '+381 64 123', '-2+3', '@SUM(A1)', 'Ана; Марија']) expect(shown).toContain(expected)
    expect(shown).not.toMatch(/Err:|#NAME|#REF/)
  })
})

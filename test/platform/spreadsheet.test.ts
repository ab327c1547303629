import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { csvOf, xlsxOf } from '../../src/platform/spreadsheet.ts'
import { blocksOf, mustRead } from '../knowledge/readers/support.ts'
import { SHEET } from './hostile-sheet.ts'

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

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { csvOf, xlsxOf } from '../../src/platform/spreadsheet.ts'
import { hasLibreOffice, SOFFICE } from '../knowledge/readers/office/files.ts'
import { aFolder } from '../support/processes/program.ts'
import { SHEET } from './hostile-sheet.ts'

describe.skipIf(!hasLibreOffice())('LibreOffice', () => {
  /** The first sheet as LibreOffice understood it: values, not formulas. */
  const opened = (bytes: Uint8Array, name: string, filter = '') => {
    const folder = aFolder()
    writeFileSync(join(folder, name), bytes)
    const how = [
      '--headless',
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--convert-to',
      'html',
      '--outdir',
      folder,
    ]
    execFileSync(SOFFICE, [...how, ...(filter === '' ? [] : [`--infilter=${filter}`]), join(folder, name)], {
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

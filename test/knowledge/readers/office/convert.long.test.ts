import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { officeFinding } from '../../../../scripts/doctor/machine.ts'
import { LIMITS } from '../../../../src/knowledge/readers/limits.ts'
import { convertOld } from '../../../../src/knowledge/readers/office/convert.ts'
import { findOffice } from '../../../../src/knowledge/readers/office/find.ts'
import { readAny } from '../../../../src/knowledge/readers/read-any.ts'
import { allText } from '../support.ts'
import { hasLibreOffice, SOFFICE } from './files.ts'

vi.setConfig({ testTimeout: 240_000 })

const RTF = new TextEncoder().encode('{\\rtf1\\ansi\\ansicpg1251 Savet usvaja plan.\\par Rok je osam dana.}')
const folders = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('lap-office-'))

/** A program that stands in for LibreOffice. */
async function aProgram(lines: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lap-program-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'soffice')
  await writeFile(path, `#!/bin/sh\n${lines}\n`, { mode: 0o755 })
  return path
}

describe.skipIf(!hasLibreOffice())('with LibreOffice', () => {
  test('rtf is read, and doc, and nothing is left behind', async () => {
    const before = await folders()
    const read = await readAny(RTF, 'a.rtf', SOFFICE)
    expect(read).toMatchObject({ kind: 'read', format: 'docx', language: 'sr' })
    if (read.kind === 'read') expect(allText(read)).toBe('Savet usvaja plan.\nRok je osam dana.')
    const folder = await mkdtemp(join(tmpdir(), 'lap-doc-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'a.rtf'), RTF)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await promisify(execFile)(SOFFICE, [
      profile,
      '--headless',
      '--convert-to',
      'doc',
      '--outdir',
      folder,
      join(folder, 'a.rtf'),
    ])
    const doc = await readAny(new Uint8Array(await readFile(join(folder, 'a.doc'))), 'a.doc', SOFFICE)
    expect(doc.kind === 'read' && allText(doc)).toBe('Savet usvaja plan.\nRok je osam dana.')
    expect(await folders()).toEqual(before)
  })
})

describe('a conversion', () => {
  const limits = { ...LIMITS, timeMs: 1_500 }

  test('that takes too long is ended with all that it started', async () => {
    const marker = `lap-${process.pid}-${Date.now()}`
    const office = await aProgram(`sh -c 'sleep 300; echo ${marker}' & sleep 300`)
    await expect(convertOld(office, RTF, 'rtf', limits)).rejects.toMatchObject({ reason: 'too-slow' })
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'args'])
    expect(stdout).not.toContain(marker)
  })

  test('ends when it is aborted', async () => {
    const office = await aProgram('sleep 300')
    const started = performance.now()
    const signal = AbortSignal.timeout(200)
    await expect(convertOld(office, RTF, 'rtf', LIMITS, signal)).rejects.toMatchObject({ reason: 'too-slow' })
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test('that gives nothing, or is not there, is a damaged file', async () => {
    expect(await readAny(RTF, 'a.rtf', await aProgram('exit 1'))).toMatchObject({ kind: 'refused', reason: 'damaged' })
    expect(await readAny(RTF, 'a.rtf', '/nowhere/soffice')).toMatchObject({ kind: 'refused', reason: 'damaged' })
  })

  test('knows neither our environment nor our home', async () => {
    const office = await aProgram('mkdir -p out; env > "$HOME/out/in.docx"')
    const env = new TextDecoder().decode(await convertOld(office, RTF, 'rtf', { ...limits, timeMs: 60_000 }))
    expect(env).toMatch(/HOME=.*lap-office-/)
    expect(env).not.toMatch(/TOKEN|KEY|DATABASE|VITEST/)
  })
})

test('without LibreOffice old formats are refused', async () => {
  expect(await readAny(RTF, 'a.rtf', null)).toEqual({ kind: 'refused', reason: 'old-format', detail: 'rtf' })
  expect(findOffice('off')).toBeNull()
  expect(findOffice('/nowhere/soffice')).toBeNull()
})

test.each([
  [null, '/usr/bin/soffice', 'ok'],
  [null, null, 'note'],
  ['off', null, 'ok'],
  ['/nowhere/soffice', null, 'wrong'],
] as const)('the doctor says of %s found as %s that it is %s', (setting, found, verdict) => {
  expect(officeFinding(setting, found)).toMatchObject({ verdict, about: 'LibreOffice' })
})

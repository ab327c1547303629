import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cleanPlan } from './made/clean.ts'
import { docxOf } from './made/docx.ts'
import { put } from './made/plant.ts'
import { type Made, SEEN } from './made/seen.ts'

vi.setConfig({ testTimeout: 60_000 })

const [MADE] = SEEN as [Made]

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lap-plan-'))
  const plan = cleanPlan(MADE.about, MADE.style)
  put('activities', 2, { holder: '' })(plan)
  writeFileSync(join(folder, 'plan.docx'), await docxOf(plan, MADE.style))
  writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 and nothing more')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const script = join(import.meta.dirname, '../../scripts/check-plan.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    )
  })
}

test('in JSON one object tells the findings and how much was read', async () => {
  const { status, out } = await run('--json', join(folder, 'plan.docx'))
  const { findings, read } = JSON.parse(out)
  expect({ status, read }).toEqual({ status: 0, read: { objectives: 5, activities: 8, budget: 8 } })
  expect(findings).toEqual([
    {
      code: 'E4',
      level: 'error',
      where: expect.stringContaining('ред 3'),
      why: 'Активност „Додела опреме за доходовне активности“ нема носиоца.',
      fact: 'F82',
    },
  ])
})

test('as text each finding has an example of its repair', async () => {
  const { out } = await run(join(folder, 'plan.docx'))
  expect(out).toContain('Прочитано: циљева 5, активности 8, ставки буџета 8.')
  expect(out).toMatch(
    /E4 · 6\. Активности › .*колона „носилац“\n {2}Активност .* нема носиоца\. \[F82\]\n {2}Пример реда: /,
  )
})

test.each([
  ['a file that is not there', 'none.docx', /cannot be read/],
  ['a broken one', 'broken.docx', /«broken\.docx»|broken\.docx/],
])('%s ends with one line and status 1', async (_, name, says) => {
  const { status, out, err } = await run('--json', join(folder, name))
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).toMatch(says)
})

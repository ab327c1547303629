import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

const SCRIPT = new URL('../../scripts/read.ts', import.meta.url).pathname

/** What `npm run read` says of a file with this content, and how it ends. */
async function read(name: string, content: string, ...options: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'lap-read-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, name), content)
  const run = promisify(execFile)(process.execPath, [SCRIPT, ...options, join(folder, name)])
  return run.then(
    ({ stdout, stderr }) => ({ stdout, stderr, status: 0 }),
    ({ stdout, stderr, code }) => ({ stdout: String(stdout), stderr: String(stderr), status: Number(code) }),
  )
}

const PAGE = '<html><title>Превоз</title><body><h1>Превоз</h1><p>Карта је бесплатна.</p><img src="a.png"></body></html>'

test('a file is told as one JSON object', async () => {
  const { stdout, status } = await read('превоз.html', PAGE, '--json')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    title: 'Превоз',
    language: 'sr',
    text: '# Превоз\n\nКарта је бесплатна.\n',
    passages: 1,
    unread: [expect.stringContaining('слика')],
    refused: null,
  })
})

test('a file is told as Markdown, and what was not read beside it', async () => {
  const { stdout, stderr } = await read('превоз.html', PAGE, '--english')
  expect(stdout).toBe('# Превоз\n\nКарта је бесплатна.\n')
  expect(stderr).toMatch(/^! .*image\n$/)
})

test('a refused file is an object too, and ends with status 1', async () => {
  const { stdout, status } = await read('sken.docx', 'PK\u0003\u0004 није архива', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toEqual({
    title: 'sken',
    language: null,
    text: '',
    passages: 0,
    unread: [],
    refused: expect.stringMatching(/^damaged: Документ „sken.docx“ је оштећен/),
  })
})

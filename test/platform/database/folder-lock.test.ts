import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '../../../src/platform/database/folder-lock.ts'
import { CannotStart } from '../../../src/platform/errors.ts'

/** A folder for one test, not made yet. */
function aFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'lock-test-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'data')
}

/** Another process that holds the folder. */
async function aHolder(folder: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./locked-folder.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(createInterface(child.stdout), 'line')
  return child
}

function refusalOf(folder: string): string {
  try {
    lockFolder(folder, 'the second').release()
  } catch (error) {
    if (error instanceof CannotStart) return error.message
    throw error
  }
  throw new Error('The folder was free')
}

test('a second process is refused with a sentence that names the first and says what to do', async () => {
  const folder = aFolder()
  const holder = await aHolder(folder)
  expect(refusalOf(folder).replace(/since [^)]*/, 'since …')).toBe(
    `The data folder ${folder} is in use by process ${holder.pid} on ${hostname()} (a test, since …). ` +
      'An embedded database belongs to one process: stop that one first, set DATA_DIR to another folder, ' +
      'or set DATABASE_URL to share a PostgreSQL server.',
  )
})

test('kill -9 of the holder leaves nothing to clean up', async () => {
  const folder = aFolder()
  const holder = await aHolder(folder)
  const ended = once(holder, 'exit')
  holder.kill('SIGKILL')
  await ended
  lockFolder(folder, 'the second').release()
})

test('a released folder is free, also for the same process', () => {
  const folder = aFolder()
  const first = lockFolder(folder, 'the first')
  expect(refusalOf(folder)).toContain(`process ${process.pid}`)
  first.release()
  lockFolder(folder, 'the second').release()
})

test('a refused process does not disturb the holder', async () => {
  const folder = aFolder()
  const holder = await aHolder(folder)
  refusalOf(folder)
  expect(refusalOf(folder)).toContain(`process ${holder.pid}`)
})

test('a holder whose note cannot be read is still obeyed', async () => {
  const folder = aFolder()
  await aHolder(folder)
  writeFileSync(join(folder, 'in-use.json'), '')
  expect(refusalOf(folder)).toMatch(/is in use by another process\. /)
})

test('a folder is made when it is not there, for this user only', () => {
  const folder = join(aFolder(), 'deeper')
  const lock = lockFolder(folder, 'the first')
  onTestFinished(() => lock.release())
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a folder that cannot be written is refused with a sentence that says what to do', () => {
  const file = aFolder()
  writeFileSync(file, '')
  const folder = join(file, 'data')
  expect(refusalOf(folder)).toBe(
    `The data folder ${folder} cannot be written (ENOTDIR). ` +
      'Give this user the right to write there, or set DATA_DIR to another folder.',
  )
})

test.runIf(existsSync('/proc/self'))('a folder where none can be made is refused too, and does not hang', () => {
  expect(refusalOf('/proc/lap/data')).toContain('The data folder /proc/lap/data cannot be written (ENOENT)')
})

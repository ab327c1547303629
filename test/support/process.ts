import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase, openPglite } from '../../src/platform/database/database.ts'
import { addressOf, aName, onServer } from './global-setup.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url))

/** A folder gone with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lap-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * `npm start` in a process of its own that knows no settings but `env`; killed when the test ends. `ready` is the line
 * that says where to go; it rejects with all that was printed when the process ends before.
 */
export function startMain(env: Record<string, string>, options: { cwd?: string } = {}) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  return watched(child)
}

function watched(child: ChildProcessByStdio<null, Readable, Readable>) {
  const printed = { out: [] as string[], err: [] as string[] }
  const ready = Promise.withResolvers<string>()
  ready.promise.catch(() => {})
  createInterface(child.stdout).on('line', (line) => {
    printed.out.push(line)
    if (line.startsWith('Ready')) ready.resolve(line)
  })
  createInterface(child.stderr).on('line', (line) => printed.err.push(line))
  // «close» comes after the last line, «exit» may come before.
  const ended = once(child, 'close').then(([code, signal]) => {
    ready.reject(new Error(`The process ended (${code ?? signal}): ${[...printed.out, ...printed.err].join('\n')}`))
    return { code: code as number | null, signal: signal as NodeJS.Signals | null }
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  onTestFinished(async () => void (await end('SIGKILL')))
  return { pid: child.pid!, printed, ready: ready.promise, ended, end }
}

/** The address of the chat that a process announces. */
export async function chatOf(process: ReturnType<typeof startMain>): Promise<string> {
  const address = /http:\/\/\S+/.exec(await process.ready)?.[0]
  if (!address) throw new Error('No address in the line that says it is ready')
  return address
}

/**
 * A migrated database for processes that die and come again, gone with the test: a data folder, and a database on the
 * server of TEST_DATABASE_URL when that is set. `open` lets the test look in once no process uses it.
 */
export async function aPlace(): Promise<{ env: Record<string, string>; open(): Promise<Database> }> {
  const folder = join(aFolder(), 'data')
  const template = inject('template')
  if (template.kind === 'server') {
    const name = aName()
    await onServer(template.url, `create database ${name} template ${template.name}`)
    onTestFinished(() => onServer(template.url, `drop database ${name} with (force)`))
    const url = addressOf(template.url, name)
    return { env: { DATA_DIR: folder, DATABASE_URL: url }, open: () => openDatabase({ kind: 'server', url }, 'tests') }
  }
  mkdirSync(join(folder, 'postgres'), { recursive: true })
  const made = await openPglite({
    dataDir: join(folder, 'postgres'),
    loadDataDir: await openAsBlob(template.snapshot),
  })
  await made.close()
  return { env: { DATA_DIR: folder }, open: () => openDatabase({ kind: 'embedded', folder }, 'tests') }
}

/** Runs a command of `scripts/` to its end with no settings but `env`. */
export async function runScript(name: string, args: string[], env: Record<string, string>) {
  const script = startScript(name, args, env)
  return { ...(await script.ended), ...script.printed }
}

/** A command of `scripts/` in a process of its own; killed when the test ends. */
export function startScript(name: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(SCRIPTS, `${name}.ts`), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return watched(child)
}

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { AdvancingClock } from '../../../src/platform/clock.ts'
import { type Database, openDatabase, openPglite } from '../../../src/platform/database/database.ts'
import { createSandbox } from '../../../src/sandbox/sandbox.ts'
import { afterwards } from '../afterwards.ts'
import { TOKEN } from '../bot.ts'
import { addressOf, aName, onServer } from '../database/global-setup.ts'

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
/** Where processes keep what node made of the sources, so that the next starts in 1 s of processor time and not in 2.3. */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url))
const SCRIPTS = fileURLToPath(new URL('../../../scripts', import.meta.url))

/** A sandbox in this process, which outlives the bots that are killed beside it; gone with the test. */
export async function aSandbox(): Promise<{ url: string; apiRoot: string }> {
  const file = join(aFolder(), 'sandbox.sqlite')
  const sandbox = createSandbox({ token: TOKEN, clock: new AdvancingClock(), file, port: 0, grantRole: async () => {} })
  const addresses = await sandbox.start()
  afterwards(() => sandbox.stop())
  return addresses
}

/** A folder gone with the test, or with the file when its tests share it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lap-process-'))
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * `npm start` in a process of its own that knows no settings but `env` and listens on free ports, since tests run side by side;
 * killed when the test ends, or the file. `ready` is the line that says where to go; it rejects with all that was printed when
 * the process ends before.
 */
export function startMain(env: Record<string, string>, options: { cwd?: string } = {}) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, PORT: '0', ...env },
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
  afterwards(() => end('SIGKILL'))
  return { pid: child.pid!, printed, ready: ready.promise, ended, end }
}

/** The address of the chat that a process announces. */
export async function chatOf(process: ReturnType<typeof startMain>): Promise<string> {
  const address = /http:\/\/\S+/.exec(await process.ready)?.[0]
  if (!address) throw new Error('No address in the line that says it is ready')
  return address
}

/** Puts a migrated embedded database into a data folder, where a process would make one of its own in 5 s. */
export async function aDataFolder(folder = join(aFolder(), 'data')): Promise<string> {
  const dataDir = join(folder, 'postgres')
  mkdirSync(dataDir, { recursive: true })
  const made = await openPglite({ dataDir, loadDataDir: await openAsBlob(inject('snapshots').migrated) })
  await made.close()
  return folder
}

/**
 * A migrated database for processes that die and come again, gone with the test or the file: a data folder, and a database
 * on the server of TEST_DATABASE_URL when that is set. `open` lets the test look in once no process uses it.
 */
export async function aPlace(): Promise<{ env: Record<string, string>; open(): Promise<Database> }> {
  const template = inject('template')
  if (template.kind === 'embedded') {
    const folder = await aDataFolder()
    return { env: { DATA_DIR: folder }, open: () => openDatabase({ kind: 'embedded', folder }, 'tests') }
  }
  const name = aName()
  await onServer(template.url, `create database ${name} template ${template.name}`)
  afterwards(() => onServer(template.url, `drop database ${name} with (force)`))
  const url = addressOf(template.url, name)
  return {
    env: { DATA_DIR: join(aFolder(), 'data'), DATABASE_URL: url },
    open: () => openDatabase({ kind: 'server', url }, 'tests'),
  }
}

export type Place = Awaited<ReturnType<typeof aPlace>>

/** Runs a command of `scripts/` to its end with no settings but `env`. */
export async function runScript(name: string, args: string[], env: Record<string, string>) {
  const script = startScript(name, args, env)
  return { ...(await script.ended), ...script.printed }
}

/** A command of `scripts/` in a process of its own; killed when the test ends, or the file. */
export function startScript(name: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(SCRIPTS, `${name}.ts`), ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return watched(child)
}

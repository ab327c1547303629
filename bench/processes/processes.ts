import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const npmStart = (JSON.parse(readFileSync(`${PROJECT}package.json`, 'utf8')) as { scripts: { start: string } }).scripts
  .start

/** What `npm start` gives to node: flags and file, and the variables it sets. */
export const START: string[] = npmStart.slice(npmStart.indexOf(' node ') + ' node '.length).split(' ')
const SET_BY_START = Object.fromEntries(
  Array.from(npmStart.matchAll(/(?<= )([A-Z_]+)=(\S+)/g), ([, name, value]) => [name, value]),
)
const SLOWEST_START_MS = 120_000

/** A child that has said what was waited for. */
export type Child = { pid: number; line: string; ms: number; ended: Promise<unknown>; stop(): Promise<void> }

/**
 * Runs `node` with `args` in the project's folder until it says a line with `wanted`; `ms` is from the spawn to that
 * line. Only `env` is set, and what `npm start` sets. Throws with what it said on standard error when it ends or hesitates.
 */
export async function startNode(args: string[], wanted: string, env: Record<string, string> = {}): Promise<Child> {
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...SET_BY_START, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithUs(child)
  const ended = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (data) => {
    complaints += data
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), SLOWEST_START_MS)
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes(wanted))
        return { pid: child.pid!, line, ms: performance.now() - started, ended, stop: () => stopChild(child) }
    }
    throw new Error(`node ${args.join(' ')} ended without saying «${wanted}». ${complaints}`)
  } finally {
    clearTimeout(timer)
  }
}

/** Where the program listens that said so in this line. */
export function originIn(line: string): string {
  return new URL(/http\S+/.exec(line)![0]).origin
}

/** A program of the bench in a process of its own, which says what it does in messages. */
export type Program<Report> = {
  /** The next thing it says. Rejects when it ends instead. */
  next(): Promise<Report>
  send(order: object | string): void
  stop(): Promise<void>
}

/** Starts the program in `file`, beside this one. */
export function forkProgram<Report>(file: string, args: string[] = []): Program<Report> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args)
  endWithUs(child)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with status ${code}`)
  })
  ended.catch(() => {})
  return {
    next: async () => {
      const [report] = (await Promise.race([once(child, 'message'), ended])) as [Report]
      return report
    },
    send: (order) => void child.send(order),
    stop: () => stopChild(child),
  }
}

/** How long `node` with `args` takes from spawn to exit, in ms. */
export async function timeNode(args: string[]): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { cwd: PROJECT, env: {}, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with status ${code}`)
  return performance.now() - started
}

/** The child is killed when this process ends first. */
export function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { command, readArguments } from './command.ts'

/** What must hold before a change lands, each seen to by a program of its own. */
const CHECKS: Record<string, readonly [string, ...string[]]> = {
  // What it knew last time is kept: 17 s of work the first time, 2.4 s when little has changed.
  types: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'],
  'types of the chat page': ['tsc', '-p', 'src/sandbox/page/jsconfig.json'],
  'types of the dashboard': ['tsc', '-p', 'src/dashboard/client/jsconfig.json'],
  lint: ['biome', 'check', '.'],
  directions: ['depcruise', 'src', 'test', 'bench', 'training', 'scripts'],
  'what nothing uses': ['knip', '--no-progress'],
  sentences: ['node', 'scripts/texts.ts', '--check'],
}

const HELP = `LAP Savetnik: npm run check

All at once: ${Object.keys(CHECKS).join(', ')}. A line for each, with what it found below it; ends with status 1 when any found
something. npm run lint:fix mends what can be mended without thinking.`

const { values } = readArguments({ options: { help: { type: 'boolean' } } })
const root = fileURLToPath(new URL('..', import.meta.url))

await command(HELP, values.help === true, async () => {
  const failed = await Promise.all(Object.keys(CHECKS).map(fails))
  if (failed.includes(true)) process.exitCode = 1
})

/** Runs a check and says how it ended. */
async function fails(name: string): Promise<boolean> {
  const [program, ...args] = CHECKS[name]!
  const startedAt = performance.now()
  const PATH = `${root}node_modules/.bin:${process.env.PATH}`
  const child = spawn(program, args, { cwd: root, env: { ...process.env, PATH }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  const [status, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds} s)`)
  if (status !== 0) console.log(`${out}${err}`)
  return status !== 0
}

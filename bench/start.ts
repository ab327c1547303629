import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { START, startNode, timeNode } from './processes/processes.ts'
import { type Part, progress } from './report.ts'
import { p50 } from './timing.ts'

const RUNS = 3
const TARGET_FIRST_S = 12
const TARGET_LATER_S = 3

const CREATE_PGLITE = `
  const { PGlite } = await import('@electric-sql/pglite')
  await PGlite.create(process.argv[1])
  console.log('Ready')`

/** From the command to «Ready», with nothing there and with everything there. */
export async function benchStart(bench: Bench): Promise<Part> {
  const first: number[] = []
  const later: number[] = []
  const pglite: number[] = []
  const pgliteAgain: number[] = []
  const node: number[] = []
  const runs = bench.quick ? 1 : RUNS
  for (let run = 1; run <= runs; run++) {
    progress(`start: run ${run} of ${runs}`)
    await inFolder(async (folder) => {
      first.push(await startOnce(START, ownSettings(folder)))
      later.push(await startOnce(START, ownSettings(folder)))
    })
    await inFolder(async (folder) => {
      const create = ['--input-type=module', '-e', CREATE_PGLITE, join(folder, 'postgres')]
      pglite.push(await startOnce(create))
      pgliteAgain.push(await startOnce(create))
    })
    node.push((await timeNode(['-e', ''])) / 1000)
  }
  const bare = { name: 'node -e ""', figure: p50(node) }
  return {
    name: 'start',
    title: `Start: from the command to «Ready» (embedded, median of ${runs})`,
    rows: [
      {
        name: 'first start',
        figure: p50(first),
        unit: 's',
        target: { atMost: TARGET_FIRST_S },
        baselines: [{ name: 'PGlite.create alone', figure: p50(pglite) }, bare],
      },
      {
        name: 'later start',
        figure: p50(later),
        unit: 's',
        target: { atMost: TARGET_LATER_S },
        baselines: [{ name: 'PGlite opened again', figure: p50(pgliteAgain) }, bare],
      },
    ],
    notes: [],
  }
}

/** Settings of a program that knows only its folder. */
export function ownSettings(folder: string): Record<string, string> {
  return { DATA_DIR: folder, PORT: '0' }
}

export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startOnce(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = await startNode(args, 'Ready', env)
  await child.stop()
  return child.ms / 1000
}

import { readFileSync } from 'node:fs'
import type { Bench } from './bench.ts'
import { makePeople } from './messages/people.ts'
import { originIn, START, startNode } from './processes/processes.ts'
import { questionsOf } from './questions.ts'
import { type Part, progress, type Row } from './report.ts'
import { inFolder, ownSettings } from './start.ts'
import { forEachOf } from './timing.ts'

const PEOPLE = 100
/** Each within what the bot lets one chat ask at once (`BURST` in bot/allowance.ts). */
const EACH = 10
const AT_ONCE = 4
const TARGET_MB = 350

/** What the program holds in memory after many questions: sandbox, database and all. After a first start and a later one. */
export async function benchMemory(bench: Bench): Promise<Part> {
  const people = bench.tenth(PEOPLE)
  const rows = await inFolder(async (folder) => [
    ...(await measure('first start', folder, people)),
    ...(await measure('later start', folder, people)),
  ])
  return {
    name: 'memory',
    title: `Memory: ${people * EACH} questions from ${people} people (embedded)`,
    rows,
    notes: ['Resident memory of the one process. A first start also makes the database and reads the material in.'],
  }
}

async function measure(start: string, folder: string, people: number): Promise<Row[]> {
  progress(`memory: people ask after a ${start}`)
  const child = await startNode(START, 'Ready', ownSettings(folder))
  try {
    const before = statusOf(child.pid, 'VmRSS')
    await askAll(originIn(child.line), people)
    return [
      {
        name: `after a ${start} and the questions`,
        figure: statusOf(child.pid, 'VmRSS'),
        unit: 'MB',
        target: { atMost: TARGET_MB },
        baselines: [{ name: 'before the questions', figure: before }],
      },
      { name: `most there ever was, ${start}`, figure: statusOf(child.pid, 'VmHWM'), unit: 'MB' },
    ]
  } finally {
    await child.stop()
  }
}

async function askAll(url: string, count: number): Promise<void> {
  const questions = questionsOf(undefined)
  await forEachOf(await makePeople(url, count), AT_ONCE, async (person, i) => {
    for (let n = 0; n < EACH; n++) await person.ask(questions[(i * EACH + n) % questions.length]!.text)
  })
}

/** What a process holds in memory, in MB (2²⁰ bytes). */
export function residentOf(pid: number): number {
  return statusOf(pid, 'VmRSS')
}

/** A line of the kernel's account of a process, in MB (2²⁰ bytes). */
function statusOf(pid: number, field: string): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line![1]) / 1024
}

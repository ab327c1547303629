import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Bench } from './bench.ts'
import { makePeople, type Person } from './messages/people.ts'
import { TOKEN } from './processes/bots.ts'
import { START, startNode } from './processes/processes.ts'
import { withSandbox } from './processes/sandbox-client.ts'
import { questionsOf } from './questions.ts'
import { Random } from './random.ts'
import { type Part, progress, type Row } from './report.ts'
import { inFolder, ownSettings } from './start.ts'

const MINUTES = { short: 20, full: 240 }
const PEOPLE = 40
/** Between two things that a person does, at most. */
const PAUSE_MS = 4_000
const AT_ONCE = 500
/** Until whatever waits for a moment has let go of what it holds. */
const CALM_MS = 30_000
const QUARTERS = 4
const MOST_GROWTH = 1.05
/** Many at once leave so much more behind at most: what a pool or a cache keeps. */
const MOST_AFTER_MANY = 1.15

const HOOK = fileURLToPath(new URL('./processes/held-memory.ts', import.meta.url))
const COMMANDS = ['/obuke', '/moje', '/pomoc', '/mojipodaci', 'хвала', 'а колико то кошта?']

/** What the process holds in MB (2²⁰ bytes): after everything that nobody needs was thrown away, but for `resident`. */
type Held = { resident: number; heap: number; outside: number }

/** People use the bot for long; what it holds is looked at after each quarter, and again after 500 wrote at once. */
export async function benchSoak(bench: Bench): Promise<Part> {
  const minutes = bench.quick ? 1 : bench.full ? MINUTES.full : MINUTES.short
  const rows = await withSandbox(({ url, apiRoot }) =>
    inFolder(async (folder) => {
      const file = join(folder, 'held')
      const start = () =>
        startNode(START, 'Ready', {
          PATH: process.env.PATH ?? '',
          ...ownSettings(join(folder, 'data')),
          TELEGRAM_BOT_TOKEN: TOKEN,
          TELEGRAM_API_ROOT: apiRoot,
          NODE_OPTIONS: `--import=${HOOK}`,
          HELD_FILE: file,
          LOG_LEVEL: 'silent',
        })
      // A machine that is busy may need longer than a start is waited for; what it has done is not done again.
      const child = await start().catch(start)
      try {
        const held = () => heldBy(child.pid, file)
        const quarters = await soak(await makePeople(url, PEOPLE), minutes, held)
        return [...rowsOf(quarters, minutes), ...(await many(url, bench.tenth(AT_ONCE), held))]
      } finally {
        await child.stop()
      }
    }),
  )
  return {
    name: 'soak',
    title: `Soak: ${PEOPLE} people for ${minutes} minutes, then ${bench.tenth(AT_ONCE)} at once (embedded)`,
    rows,
    notes: [
      'Heap and what is outside of it after two full collections. Outside: the database’s memory, which grows by pages and is never given back, and buffers.',
      'Resident is what the system gave the process, which gives little of it back.',
    ],
  }
}

async function soak(people: readonly Person[], minutes: number, held: () => Promise<Held>): Promise<Held[]> {
  const over = new AbortController()
  const acting = Promise.all(people.map((person, i) => use(person, new Random(i + 1), over.signal)))
  acting.catch(() => {})
  const found: Held[] = []
  try {
    for (let quarter = 1; quarter <= QUARTERS; quarter++) {
      await Promise.race([wait((minutes * 60_000) / QUARTERS), acting])
      found.push(await held())
      progress(`soak: quarter ${quarter}, ${JSON.stringify(found.at(-1))}`)
    }
  } finally {
    over.abort()
  }
  await acting
  return found
}

async function use(person: Person, random: Random, over: AbortSignal): Promise<void> {
  const questions = questionsOf(undefined)
  await askPatiently(person, '/start')
  while (!over.aborted) {
    await askPatiently(person, random.happens(0.2) ? random.pick(COMMANDS) : random.pick(questions).text)
    await wait(random.below(PAUSE_MS), undefined, { signal: over }).catch(() => {})
  }
}

async function many(url: string, count: number, held: () => Promise<Held>): Promise<Row[]> {
  const people = await makePeople(url, count)
  const questions = questionsOf(undefined)
  await wait(CALM_MS)
  const before = await held()
  progress(`soak: ${count} at once, ${JSON.stringify(before)}`)
  await Promise.all(people.map((person, i) => askPatiently(person, questions[i % questions.length]!.text)))
  await wait(CALM_MS)
  const after = await held()
  progress(`soak: afterwards, ${JSON.stringify(after)}`)
  return [
    row(`heap after ${count} at once`, after.heap, ['before', before.heap], MOST_AFTER_MANY),
    row(`outside of it after ${count} at once`, after.outside, ['before', before.outside]),
    row(`resident after ${count} at once`, after.resident, ['before', before.resident]),
  ]
}

/** Waits for the answer however long that takes. */
async function askPatiently(person: Person, text: string): Promise<void> {
  const id = await person.write(text)
  while ((await person.answersAfter(id)).length === 0);
}

function rowsOf(quarters: readonly Held[], minutes: number): Row[] {
  const [first, last] = [quarters[0]!, quarters.at(-1)!]
  const at = `after ${minutes / QUARTERS} minutes`
  return [
    row(`heap after ${minutes} minutes`, last.heap, [at, first.heap], MOST_GROWTH),
    row(`outside of it after ${minutes} minutes`, last.outside, [at, first.outside]),
    row(`resident after ${minutes} minutes`, last.resident, [at, first.resident], MOST_GROWTH),
  ]
}

function row(name: string, figure: number, [before, baseline]: [string, number], most?: number): Row {
  return {
    name,
    figure,
    unit: 'MB',
    baselines: [{ name: before, figure: baseline }],
    ...(most === undefined ? {} : { target: { atMost: baseline * most } }),
  }
}

/** Asks the process, and waits until it has written. */
async function heldBy(pid: number, file: string): Promise<Held> {
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    await wait(100)
    try {
      const { rss, heapUsed, external } = JSON.parse(readFileSync(file, 'utf8'))
      return { resident: rss / 2 ** 20, heap: heapUsed / 2 ** 20, outside: external / 2 ** 20 }
    } catch {
      // Not yet, or not wholly.
    }
  }
}

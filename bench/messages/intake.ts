import { isDeepStrictEqual } from 'node:util'
import type { Message } from 'grammy/types'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { Bench } from '../bench.ts'
import { type BotProcess, forkBot } from '../processes/bot-client.ts'
import type { BotKind } from '../processes/bot-process.ts'
import type { Running } from '../processes/bots.ts'
import { type SandboxProcess, startSandboxProcess } from '../processes/sandbox-client.ts'
import { Random } from '../random.ts'
import { type Part, progress } from '../report.ts'
import { forEachOf, p50 } from '../timing.ts'
import { makePeople, type Person } from './people.ts'

const UPDATES = 6_000
/** The bots take turns, so that a machine that slows down slows all of them; the median of the runs counts. */
const RUNS = 3
const PEOPLE = 300
const WRITERS = 8
const TARGET_PER_SECOND = 200
/** Of what the fastest bot reaches that keeps nothing. */
const TARGET_SHARE = 50

/** A crowd writes while the bot is away; how fast it is served once the bot is back. `null` without a server. */
export async function benchIntake(bench: Bench): Promise<Part> {
  const title = `Intake: ${bench.tenth(UPDATES)} updates of ${bench.tenth(PEOPLE)} people wait when the bot starts (server)`
  if (bench.databaseUrl === null) return { name: 'intake', title, rows: [], notes: ['No DATABASE_URL: not measured.'] }
  progress('intake: a crowd writes')
  const sandbox = await startSandboxProcess()
  try {
    const people = await makePeople(sandbox.url, bench.tenth(PEOPLE))
    const { ours, echo, runner } = await withScratchDatabase(bench.databaseUrl, (_, url) =>
      withBots(sandbox, url!, async (bots) => {
        const known = await learnAnswers(sandbox, bots.ours.start)
        return serveInTurn(sandbox, people, {
          ours: { start: bots.ours.start, answerTo: (command) => known.get(command)! },
          echo: { start: bots.echo.start, answerTo: JSON.stringify },
          runner: { start: bots.runner.start, answerTo: JSON.stringify },
        })
      }),
    )
    return {
      name: 'intake',
      title,
      rows: [
        {
          name: 'handled, until the last answer is visible',
          figure: ours.perSecond,
          unit: '/s',
          target: { atLeast: TARGET_PER_SECOND },
          baselines: [
            { name: 'echo bot', figure: echo.perSecond },
            { name: 'echo bot with runner', figure: runner.perSecond },
          ],
        },
        {
          name: 'the same, of the echo bot with runner',
          figure: (100 * ours.perSecond) / runner.perSecond,
          unit: 'of 100',
          target: { atLeast: TARGET_SHARE },
        },
        {
          name: 'people answered once a message, in order',
          figure: ours.wellServed,
          unit: 'of 100',
          target: { atLeast: 100 },
          baselines: [
            { name: 'echo bot', figure: echo.wellServed },
            { name: 'echo bot with runner', figure: runner.wellServed },
          ],
        },
      ],
      notes: [
        `Each bot has a process of its own, ours with the heap that deploy/lap-savetnik.service gives it; the sandbox and the database server too. Echo bot: plain grammY, one update after another, keeps nothing; with the runner many at once. The bots take turns; the median of ${RUNS} runs of each, after one that does not count.`,
      ],
    }
  } finally {
    await sandbox.stop()
  }
}

/** Ends the bots' processes when the work is done. */
async function withBots<T>(
  { apiRoot }: SandboxProcess,
  databaseUrl: string,
  work: (bots: Record<BotKind, BotProcess>) => Promise<T>,
): Promise<T> {
  const forked: BotProcess[] = []
  const fork = async (kind: BotKind) => {
    const bot = await forkBot(kind, apiRoot, databaseUrl)
    forked.push(bot)
    return bot
  }
  try {
    return await work({ ours: await fork('ours'), echo: await fork('echo'), runner: await fork('runner') })
  } finally {
    await Promise.all(forked.map((bot) => bot.end()))
  }
}

/** Two commands with short answers, one of them unknown, mixed so that answers in the wrong order show. */
const COMMANDS = ['/jezik', '/nepoznata']

/** What our bot says to each command, as `saidIn` gives it. */
async function learnAnswers(sandbox: SandboxProcess, start: () => Promise<Running>): Promise<Map<string, string>> {
  const app = await start()
  try {
    const [person] = await makePeople(sandbox.url, 1)
    const known = new Map<string, string>()
    for (const command of COMMANDS) known.set(command, saidIn(await person!.ask(command)))
    return known
  } finally {
    await app.stop()
  }
}

type Contender = { start: () => Promise<Running>; answerTo: (command: string) => string }
type Served = { perSecond: number; wellServed: number }

/** How each bot serves a crowd once it is warm: a first run of each does not count. */
async function serveInTurn<Name extends string>(
  sandbox: SandboxProcess,
  people: Person[],
  contenders: Record<Name, Contender>,
): Promise<Record<Name, Served>> {
  const names = Object.keys(contenders) as Name[]
  const runs = new Map<Name, Served[]>(names.map((name) => [name, []]))
  for (let run = 0; run <= RUNS; run++) {
    progress(`intake: run ${run} of ${RUNS}`)
    for (const name of names) {
      const served = await serveOnce(sandbox, people, contenders[name])
      if (run > 0) runs.get(name)!.push(served)
    }
  }
  const result = names.map((name) => {
    const served = runs.get(name)!
    const perSecond = p50(served.map((one) => one.perSecond))
    return [name, { perSecond, wellServed: Math.min(...served.map((one) => one.wellServed)) }]
  })
  return Object.fromEntries(result) as Record<Name, Served>
}

/** Lets everybody write, starts the bot, and waits until everybody has been answered. */
async function serveOnce(sandbox: SandboxProcess, people: Person[], { start, answerTo }: Contender): Promise<Served> {
  const written = await writeAll(people, UPDATES / PEOPLE)
  const expected = written.flatMap(({ commands }) => commands).length
  const watch = await sandbox.watch(expected)
  const bot = await start()
  const startedAtMs = Date.now()
  const lastAtMs = await watch.done().finally(() => bot.stop())
  const wellServed = await countOf(people, async (person, i) => {
    const { commands, before } = written[i]!
    const answers = await person.answersAfter(before)
    return isDeepStrictEqual(answers.map(saidIn), commands.map(answerTo))
  })
  return {
    perSecond: expected / ((lastAtMs - startedAtMs) / 1000),
    wellServed: (100 * wellServed) / people.length,
  }
}

/** What a person wrote, and the last message before it. */
type Written = { commands: string[]; before: number }

/** Everybody's first message, then everybody's second, and so on. */
async function writeAll(people: Person[], each: number): Promise<Written[]> {
  const random = new Random(4)
  const written = people.map(() => ({ commands: Array.from({ length: each }, () => random.pick(COMMANDS)), before: 0 }))
  for (let n = 0; n < each; n++)
    await forEachOf(people, WRITERS, async (person, i) => {
      const id = await person.write(written[i]!.commands[n]!)
      if (n === 0) written[i]!.before = id - 1
    })
  return written
}

async function countOf(people: Person[], holds: (person: Person, i: number) => Promise<boolean>): Promise<number> {
  let count = 0
  for (const [i, person] of people.entries()) if (await holds(person, i)) count++
  return count
}

/** What a message says, to be compared. */
function saidIn(message: Message): string {
  return JSON.stringify(message.rich_message?.blocks ?? message.text)
}

import { setTimeout as wait } from 'node:timers/promises'
import { withScratchDatabase } from '../../scripts/command.ts'
import { AdvancingClock, systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { signUp } from '../../src/sessions/participants/sign-up-actions.ts'
import type { Bench } from '../bench.ts'
import { startApp } from '../processes/bots.ts'
import { type SandboxProcess, withSandbox } from '../processes/sandbox-client.ts'
import { type Part, progress, type Row } from '../report.ts'
import { p95, timed } from '../timing.ts'
import { arrived, type Call, msOf, noteCalls, tooMany } from './calls.ts'
import { openOne } from './crowd.ts'
import { call, type Person } from './people.ts'
import { plainLoop } from './plain-loop.ts'
import { orderToAll, register, startedPeople, untilOver } from './recipients.ts'
import { benchKills } from './sender-kills.ts'

const RATE = 25
const RECIPIENTS = 1_000
const ALL_RECIPIENTS = 10_000
const REMINDED = 500
const ASKERS = 5
const QUESTIONS_BEFORE = 15
const TARGET_SHARE = 95
const TARGET_DELAY_MS = 1_000
const TARGET_REMINDED_S = 30
const TARGET_GROWTH_MB = 40

/** A broadcast with Telegram's limits on: its pace, what it costs whoever asks meanwhile, reminders, and what kills do. */
export async function benchBroadcast(bench: Bench): Promise<Part> {
  const count = bench.full ? ALL_RECIPIENTS : bench.tenth(RECIPIENTS)
  const title = `Broadcast: ${count} people at ${RATE}/s with Telegram's limits on (server)`
  const { databaseUrl } = bench
  if (databaseUrl === null) return { name: 'broadcast', title, rows: [], notes: ['No DATABASE_URL: not measured.'] }
  const pace = await withSandbox((sandbox) => benchPace(databaseUrl, sandbox, count))
  const reminders = await withSandbox((sandbox) => benchReminders(databaseUrl, sandbox, bench.tenth(REMINDED)))
  const kills = await withSandbox((sandbox) => benchKills(databaseUrl, sandbox, bench))
  return {
    name: 'broadcast',
    title,
    rows: [...pace, ...reminders, ...kills],
    notes: [
      'The sandbox has a process of its own. Plain loop: sends to one chat after another, waits when Telegram says so, keeps nothing.',
    ],
  }
}

async function benchPace(databaseUrl: string, sandbox: SandboxProcess, count: number): Promise<Row[]> {
  progress('broadcast: people gather')
  const [author, ...others] = await startedPeople(sandbox, count + ASKERS + 1)
  const askers = others.slice(0, ASKERS)
  const people = others.slice(ASKERS)
  return withScratchDatabase(databaseUrl, async (database) => {
    await register(database, people)
    const app = await startApp(database, sandbox.apiRoot)
    try {
      await call(sandbox.url, '/flood', { enabled: true })
      const before = await timeQuestions(askers, (asked) => asked < QUESTIONS_BEFORE)
      progress('broadcast: it is sent')
      const noted = await noteCalls(sandbox.url)
      const id = await orderToAll(database, author!)
      let isOver = false
      const memory = watchMemory(() => arrived(noted.calls, idsOf(people)).length > count / 5)
      const asking = timeQuestions(askers, () => !isOver)
      await untilOver(database, id)
      isOver = true
      const meanwhile = await asking
      const calls = await noted.stop()
      progress('broadcast: a plain loop')
      const loop = await plainLoop(sandbox, people.slice(0, 300))
      return paceRows({
        copies: arrived(calls, idsOf(people)),
        calls,
        before,
        meanwhile,
        growthMb: memory.stop(),
        loop,
      })
    } finally {
      await app.stop()
    }
  })
}

const idsOf = (people: readonly Person[]) => new Set(people.map(({ id }) => id))

/** Questions of several people in turn, one after another, two seconds apart as in one chat; ms each waited. */
async function timeQuestions(askers: readonly Person[], goOn: (asked: number) => boolean): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; goOn(n); n++) {
    times.push((await timed(() => askers[n % askers.length]!.ask('Ко усваја ЛАП?'))).ms)
    await wait(400)
  }
  return times
}

/** By how much this process grew since `begins` first held, in MB. */
function watchMemory(begins: () => boolean): { stop(): number } {
  const rss = () => process.memoryUsage.rss() / 2 ** 20
  let first: number | null = null
  const timer = setInterval(() => {
    if (first === null && begins()) first = rss()
  }, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return rss() - (first ?? rss())
    },
  }
}

/** Without the first and last tenth, in which saved-up pace or the last few distort it. */
function sustained(copies: readonly Call[]): number {
  const middle = copies.slice(Math.floor(copies.length / 10), Math.ceil((copies.length * 9) / 10))
  return ((middle.length - 1) / (msOf(middle.at(-1)!) - msOf(middle[0]!))) * 1_000
}

function paceRows(measured: {
  copies: readonly Call[]
  calls: readonly Call[]
  before: number[]
  meanwhile: number[]
  growthMb: number
  loop: { perSecond: number; refusals: number }
}): Row[] {
  const { copies, calls, before, meanwhile, growthMb, loop } = measured
  const perSecond = sustained(copies)
  const twice = copies.length - new Set(copies.map(({ chatId }) => chatId)).size
  return [
    {
      name: `pace held, of ${RATE}/s`,
      figure: (100 * perSecond) / RATE,
      unit: 'of 100',
      target: { atLeast: TARGET_SHARE },
      baselines: [{ name: 'plain loop', figure: (100 * loop.perSecond) / RATE }],
    },
    {
      name: 'refused as too many (429)',
      figure: tooMany(calls),
      unit: 'calls',
      target: { atMost: 0 },
      baselines: [{ name: 'plain loop', figure: loop.refusals }],
    },
    { name: 'people who got it twice', figure: twice, unit: 'people', target: { atMost: 0 } },
    {
      name: 'a question asked meanwhile waits longer by, p95',
      figure: p95(meanwhile) - p95(before),
      unit: 'ms',
      target: { atMost: TARGET_DELAY_MS },
      baselines: [{ name: 'a question before', figure: p95(before) }],
    },
    { name: 'memory grows while it is sent', figure: growthMb, unit: 'MB', target: { atMost: TARGET_GROWTH_MB } },
  ]
}

async function benchReminders(databaseUrl: string, sandbox: SandboxProcess, count: number): Promise<Row[]> {
  progress('broadcast: a reminder falls due')
  const people = await startedPeople(sandbox, count)
  return withScratchDatabase(databaseUrl, async (database) => {
    await register(database, people)
    const sessionId = await openOne(database, { capacity: count })
    await signAllUp(database, sessionId)
    const clock = new AdvancingClock()
    const app = await startApp(database, sandbox.apiRoot, { clock })
    try {
      await call(sandbox.url, '/flood', { enabled: true })
      const noted = await noteCalls(sandbox.url)
      const { rows } = await database.pool.query<{ starts_at: Date }>('select starts_at from session where id = $1', [
        sessionId,
      ])
      // A week before the session begins.
      clock.advance(
        Temporal.Duration.from({ milliseconds: rows[0]!.starts_at.getTime() - Date.now() - 7 * 86_400_000 }),
      )
      const startedMs = Date.now()
      while (new Set(arrived(noted.calls, idsOf(people)).map(({ chatId }) => chatId)).size < count) await wait(100)
      const calls = await noted.stop()
      const lastMs = Math.max(...arrived(calls, idsOf(people)).map(msOf))
      return [
        {
          name: `a reminder due for ${count} people has left after`,
          figure: (lastMs - startedMs) / 1_000,
          unit: 's',
          target: { atMost: TARGET_REMINDED_S },
        },
      ]
    } finally {
      await app.stop()
    }
  })
}

async function signAllUp(database: Database, sessionId: number): Promise<void> {
  const { rows } = await database.pool.query<{ id: number; municipality_code: string }>(
    'select id, municipality_code from person where municipality_code is not null order by id',
  )
  const now = systemClock.now()
  for (const { id, municipality_code } of rows) {
    const applicant = { personId: id, municipality: municipality_code, consented: true }
    await database.transaction((db) => signUp(db, { sessionId, applicant, requestedAt: now }, now))
  }
}

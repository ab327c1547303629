import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { TOKEN } from '../processes/bots.ts'
import { endWithUs } from '../processes/processes.ts'
import type { SandboxProcess } from '../processes/sandbox-client.ts'
import { Random } from '../random.ts'
import { progress, type Row } from '../report.ts'
import { arrived, type Call, msOf, noteCalls } from './calls.ts'
import type { Person } from './people.ts'
import { plainLoop } from './plain-loop.ts'
import { orderToAll, register, startedPeople, untilOver } from './recipients.ts'

const RECIPIENTS = 2_000
const KILLS = 20
const RATE = 25
const TARGET_TAKEOVER_S = 30

/** Two processes send one broadcast; the one that sends is killed again and again, and the other takes over. */
export async function benchKills(databaseUrl: string, sandbox: SandboxProcess, bench: Bench): Promise<Row[]> {
  const count = bench.tenth(RECIPIENTS)
  progress(`broadcast: ${KILLS} kills`)
  const [author, ...people] = await startedPeople(sandbox, count + 1)
  return withScratchDatabase(databaseUrl, async (database, url) => {
    await register(database, people)
    const noted = await noteCalls(sandbox.url)
    const id = await orderToAll(database, author!)
    const killedAtMs = await killSenders(database, { databaseUrl: url!, apiRoot: sandbox.apiRoot, count }, id)
    const copies = arrived(await noted.stop(), new Set(people.map((person) => person.id)))
    const loopTwice = await loopStartedAgain(sandbox, people.slice(0, 60))
    return killRows(copies, people, await statesOf(database, id), killedAtMs, loopTwice)
  })
}

/** Returns when each kill was, in Unix ms. */
async function killSenders(
  database: Database,
  at: { databaseUrl: string; apiRoot: string; count: number },
  id: number,
): Promise<number[]> {
  const random = new Random(6)
  const killedAtMs: number[] = []
  const running = [await startSender(at), await startSender(at)]
  const over = untilOver(database, id)
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      const goal = (kill * at.count) / (KILLS + 1)
      while ((await leftSoFar(database)) < goal) await new Promise((resolve) => setTimeout(resolve, random.below(120)))
      const victim = running.shift()!
      victim.kill('SIGKILL')
      killedAtMs.push(Date.now())
      await once(victim, 'exit')
      running.push(await startSender(at))
    }
    await over
  } finally {
    for (const child of running) child.kill('SIGKILL')
  }
  return killedAtMs
}

async function startSender(at: { databaseUrl: string; apiRoot: string }): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('../processes/sender-process.ts', import.meta.url))
  const child = fork(file, [at.databaseUrl, at.apiRoot, TOKEN, String(RATE)])
  endWithUs(child)
  await once(child, 'message')
  return child
}

async function leftSoFar({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from outbox where lane = 'bulk' and state <> 'waiting'`,
  )
  return rows[0]!.count
}

async function statesOf({ pool }: Database, id: number): Promise<Map<number, string>> {
  const { rows } = await pool.query<{ telegram_id: number; state: string }>(
    'select telegram_id, state from broadcast_recipient join person on person.id = person_id where broadcast_id = $1',
    [id],
  )
  return new Map(rows.map((row) => [row.telegram_id, row.state]))
}

/** How many get it twice when a plain loop is ended in the middle and started again, since it remembers nothing. */
async function loopStartedAgain(sandbox: SandboxProcess, people: readonly Person[]): Promise<number> {
  const noted = await noteCalls(sandbox.url)
  await plainLoop(sandbox, people.slice(0, people.length / 2))
  await plainLoop(sandbox, people)
  const copies = arrived(await noted.stop(), new Set(people.map(({ id }) => id)))
  return (100 * (copies.length - people.length)) / people.length
}

function killRows(
  copies: readonly Call[],
  people: readonly Person[],
  states: ReadonlyMap<number, string>,
  killedAtMs: readonly number[],
  loopTwice: number,
): Row[] {
  const reached = new Map<number, number>()
  for (const { chatId } of copies) reached.set(chatId!, (reached.get(chatId!) ?? 0) + 1)
  const twice = [...reached.values()].filter((count) => count > 1).length
  const forgotten = people.filter(({ id }) => !reached.has(id) && states.get(id) !== 'unknown').length
  const unknown = [...states.values()].filter((state) => state === 'unknown').length
  const times = copies.map(msOf)
  const waits = killedAtMs.flatMap((killed) => {
    const next = times.find((at) => at > killed)
    return next === undefined ? [] : [(next - killed) / 1_000]
  })
  return [
    {
      name: `${KILLS} kills: got it twice`,
      figure: (100 * twice) / people.length,
      unit: 'of 100',
      target: { atMost: 0 },
      baselines: [{ name: 'plain loop started again', figure: loopTwice }],
    },
    { name: 'forgotten', figure: forgotten, unit: 'people', target: { atMost: 0 } },
    { name: 'marked «unknown»', figure: unknown, unit: 'people', target: { atMost: KILLS } },
    {
      name: 'until the other process sends, at most',
      figure: Math.max(...waits),
      unit: 's',
      target: { atMost: TARGET_TAKEOVER_S },
    },
  ]
}

import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Bench } from '../bench.ts'
import { startProcesses } from '../processes/app-processes.ts'
import { startEcho } from '../processes/bots.ts'
import { startNode } from '../processes/processes.ts'
import { type SandboxProcess, withSandbox } from '../processes/sandbox-client.ts'
import { type Part, progress, type Row } from '../report.ts'
import { composeCollection, passagesOf } from '../search/collection.ts'
import { forEachOf, p95 } from '../timing.ts'
import { openOne, STAFF } from './crowd.ts'
import { echoed, isBroadcast, LONGEST_WAIT_MS, livesOf, type Waited } from './hour.ts'
import type { Person } from './people.ts'
import { orderToAll, register, startedPeople, untilOver } from './recipients.ts'

const SECONDS = 120
const RECIPIENTS = 2_000
const ACTIVE = 300
const FILES = 100
const SESSIONS = 10
const PROCESSES = 2
const TARGET_P95_MS = 1_000
/**
 * A busy hour compressed into two minutes, on a server with two processes: people ask, sign up and cancel, a broadcast goes
 * out, files are read in, and one process is killed and started anew.
 */
export async function benchMixed(bench: Bench): Promise<Part> {
  const seconds = bench.tenth(SECONDS)
  const title = `A mixed hour in ${seconds} s: ${bench.tenth(ACTIVE)} people, a broadcast to ${bench.tenth(RECIPIENTS)}, ${bench.tenth(FILES)} files, one kill (server)`
  const { databaseUrl } = bench
  if (databaseUrl === null) return { name: 'mixed', title, rows: [], notes: ['No DATABASE_URL: not measured.'] }
  const folder = mkdtempSync(join(tmpdir(), 'lap-bench-'))
  try {
    const rows = await withSandbox((sandbox) => measure(bench, databaseUrl, sandbox, folder))
    return {
      name: 'mixed',
      title,
      rows,
      notes: [
        `${PROCESSES} processes behind a webhook, the sandbox in a process of its own. What was on its way when a process was killed may be «sent or not?», and is counted as such.`,
        'Echo bot: plain grammY, one process, the same people at the same pace, without the rest.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(bench: Bench, databaseUrl: string, sandbox: SandboxProcess, folder: string): Promise<Row[]> {
  const material = join(folder, 'material')
  cpSync(bench.material, material, { recursive: true })
  const files = composeFiles(bench, folder)
  progress('mixed: people gather')
  const [author, ...people] = await startedPeople(sandbox, bench.tenth(RECIPIENTS) + 1)
  const active = people.slice(0, bench.tenth(ACTIVE))
  const ours = await withScratchDatabase(databaseUrl, async (database, url) => {
    const apps = await startProcesses(PROCESSES, { databaseUrl: url!, apiRoot: sandbox.apiRoot, material })
    try {
      await register(database, people)
      const sessions: number[] = []
      for (let i = 0; i < SESSIONS; i++)
        sessions.push(await openOne(database, { title: `Обука ${i + 1}`, capacity: 20 }))
      progress('mixed: the hour')
      const endsAtMs = Date.now() + bench.tenth(SECONDS) * 1_000
      const hour = livesOf(database, active, sessions, endsAtMs)
      const broadcast = await orderToAll(database, author!)
      const added = await readFilesIn(files, material, url!)
      await apps.replace(() => wait(bench.tenth(SECONDS) * 100))
      const asked = (await hour).flat()
      await untilOver(database, broadcast)
      await untilQuiet(database)
      return { asked, files: added, copies: await copiesOf(people), counted: await count(database) }
    } finally {
      await apps.stop()
    }
  })
  progress('mixed: an echo bot')
  const echo = await startEcho(sandbox.apiRoot)
  const plain = await echoed(active, Date.now() + bench.tenth(SECONDS) * 250).finally(() => echo.stop())
  return rowsOf(ours, plain)
}

/** Files to be added to the material, made before anybody writes: making them would hold up the people, who live here. */
function composeFiles(bench: Bench, folder: string): string[] {
  const more = join(folder, 'more')
  composeCollection(bench.material, more, passagesOf(bench.material).length + bench.tenth(FILES) * 2)
  return readdirSync(join(more, 'distractors'))
    .slice(0, bench.tenth(FILES))
    .map((file) => join(more, 'distractors', file))
}

/** Adds files to the material and reads them in, in a process of its own. Returns how many are in use after. */
async function readFilesIn(files: readonly string[], material: string, databaseUrl: string): Promise<number> {
  for (const file of files) cpSync(file, join(material, basename(file)))
  const child = await startNode(['scripts/ingest.ts', '--json', material], 'added', {
    DATABASE_URL: databaseUrl,
    KNOWLEDGE_DIR: material,
  })
  await child.stop()
  return (JSON.parse(child.line) as { added: string[] }).added.length
}

async function untilQuiet({ pool }: Database): Promise<void> {
  const giveUpMs = Date.now() + LONGEST_WAIT_MS
  while (Date.now() < giveUpMs) {
    const { rows } = await pool.query<{ open: number }>(
      `select (select count(*) from inbox where done_at is null)
            + (select count(*) from outbox where state in ('waiting', 'sending')) as open`,
    )
    if (rows[0]!.open === 0) return
    await wait(250)
  }
}

/** How many copies of the broadcast each person has. */
async function copiesOf(people: readonly Person[]): Promise<number[]> {
  const copies: number[] = []
  await forEachOf(people, 8, async (person) => void copies.push((await person.chat()).filter(isBroadcast).length))
  return copies
}

type Counted = { updates: number; unhandled: number; messages: number; unsent: number; unknown: number; over: number }

async function count({ pool }: Database): Promise<Counted> {
  const { rows } = await pool.query<Counted>(
    `select (select count(*) from inbox) as updates,
       (select count(*) from inbox where done_at is null or failure is not null) as unhandled,
       (select count(*) from outbox) as messages,
       (select count(*) from outbox where state not in ('sent', 'unknown', 'dropped') and chat_id <> $1::bigint) as unsent,
       (select count(*) from outbox where state = 'unknown') as unknown,
       (select count(*) from (
          select from sign_up join session on session.id = session_id where status = 'confirmed'
          group by session.id having count(*) > session.capacity
        ) as full_sessions) as over`,
    [STAFF],
  )
  return rows[0]!
}

const answeredOf = (waited: readonly Waited[]) => waited.filter((ms) => ms !== null)

function rowsOf(ours: { asked: Waited[]; files: number; copies: number[]; counted: Counted }, plain: Waited[]): Row[] {
  const { asked, copies, counted } = ours
  const answered = answeredOf(asked)
  return [
    {
      name: `${asked.length} questions: the answer is visible, p95`,
      figure: p95(answered),
      unit: 'ms',
      target: { atMost: TARGET_P95_MS },
      baselines: [{ name: 'echo bot', figure: p95(answeredOf(plain)) }],
    },
    {
      name: 'questions without an answer, and not «sent or not?»',
      ...none(asked.length - answered.length - counted.unknown),
    },
    { name: `updates not handled, of ${counted.updates}`, ...none(counted.unhandled) },
    { name: `messages not sent, of ${counted.messages}`, ...none(counted.unsent) },
    { name: '«sent or not?» after the kill, not repeated', figure: counted.unknown, unit: 'calls' },
    {
      name: 'people who got the broadcast twice',
      figure: copies.filter((count) => count > 1).length,
      unit: 'people',
      target: { atMost: 0 },
    },
    {
      name: 'people without it, and not «sent or not?»',
      figure: Math.max(0, copies.filter((count) => count === 0).length - counted.unknown),
      unit: 'people',
      target: { atMost: 0 },
    },
    { name: 'sessions with more people than places', figure: counted.over, unit: 'rows', target: { atMost: 0 } },
    { name: 'files read in meanwhile', figure: ours.files, unit: 'rows' },
  ]
}

const none = (figure: number) => ({ figure: Math.max(0, figure), unit: 'rows' as const, target: { atMost: 0 } })

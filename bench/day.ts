import { type Database, openDatabase } from '../src/platform/database/database.ts'
import type { Bench } from './bench.ts'
import { residentOf } from './memory.ts'
import { call, makePeople, type Person } from './messages/people.ts'
import { originIn, START, startNode } from './processes/processes.ts'
import { questionsOf } from './questions.ts'
import { type Part, progress, type Row } from './report.ts'
import { inFolder, ownSettings } from './start.ts'
import { forEachOf } from './timing.ts'

const HOURS = 24
const DAYS = 45
const PEOPLE = 30
const AN_HOUR = 60
const A_DAY = 60
const AT_ONCE = 4
/** Long enough for housekeeping to look at the clock and be through. */
const LAST_MS = 20_000
/** From here on everything has been loaded once. */
const WARM_HOURS = 4
const TARGET_GROWTH = 1.15
/** Kept days of `src/bot/retention.ts` and TRACE_DAYS below, with the day that goes on. */
const KEPT_DAYS = { inbox: 7, outbox: 30, question: 20 }

/**
 * A day and then weeks in minutes, by the sandbox's clock: memory stays flat, and tables hold what retention lets them. One
 * process as `npm start` runs it, embedded.
 */
export async function benchDay(bench: Bench): Promise<Part> {
  const rows = await inFolder(async (folder) => {
    const env = { ...ownSettings(folder), TRACE_DAYS: String(KEPT_DAYS.question) }
    const child = await startNode(START, 'Ready', env)
    try {
      const url = originIn(child.line)
      const people = await makePeople(url, bench.tenth(PEOPLE))
      const memory = await hours(bench, url, people, child.pid)
      await days(bench, url, people)
      await child.stop()
      return [...memory, ...(await tables(bench, folder))]
    } finally {
      await child.stop()
    }
  })
  return {
    name: 'day',
    title: `Time moved on: ${HOURS} hours of ${bench.tenth(AN_HOUR)} messages, then ${DAYS} days of ${bench.tenth(A_DAY)} (embedded)`,
    rows,
    notes: [
      'The clock of the sandbox is moved after each hour or day. Baseline of the tables: what would be there if nothing were forgotten.',
    ],
  }
}

async function hours(bench: Bench, url: string, people: readonly Person[], pid: number): Promise<Row[]> {
  let warm = 0
  let most = 0
  for (let hour = 1; hour <= HOURS; hour++) {
    progress(`day: hour ${hour} of ${HOURS}`)
    await traffic(people, bench.tenth(AN_HOUR), hour)
    await call(url, '/clock', { advance: 'PT1H' })
    const now = residentOf(pid)
    if (hour === WARM_HOURS) warm = now
    if (hour > WARM_HOURS) most = Math.max(most, now)
  }
  return [
    {
      name: `memory, most after hour ${WARM_HOURS}`,
      figure: most,
      unit: 'MB',
      target: { atMost: warm * TARGET_GROWTH },
      baselines: [{ name: `after hour ${WARM_HOURS}`, figure: warm }],
    },
  ]
}

async function days(bench: Bench, url: string, people: readonly Person[]): Promise<void> {
  for (let day = 1; day <= DAYS; day++) {
    progress(`day: day ${day} of ${DAYS}`)
    await traffic(people, bench.tenth(A_DAY), day)
    await call(url, '/clock', { advance: 'P1D' })
  }
  await new Promise((resolve) => setTimeout(resolve, LAST_MS))
}

/** So many questions and commands, spread over the people. */
async function traffic(people: readonly Person[], messages: number, seed: number): Promise<void> {
  const questions = questionsOf(undefined)
  const said = (n: number) => (n % 3 === 0 ? '/obuke' : questions[(seed * 31 + n) % questions.length]!.text)
  const each = Math.ceil(messages / people.length)
  await forEachOf(people, AT_ONCE, async (person, i) => {
    for (let n = 0; n < each; n++) await person.ask(said(i * each + n))
  })
}

async function tables(bench: Bench, folder: string): Promise<Row[]> {
  const database = await openDatabase({ kind: 'embedded', folder }, 'measuring')
  try {
    const rows: Row[] = []
    for (const table of ['inbox', 'outbox', 'question'] as const) rows.push(await tableRow(bench, database, table))
    return rows
  } finally {
    await database.close()
  }
}

const COUNTS = {
  inbox: 'select count(*) as rows from inbox',
  outbox: 'select count(*) as rows from outbox',
  question: 'select count(*) as rows from question',
}

async function tableRow(bench: Bench, { pool }: Database, table: keyof typeof COUNTS): Promise<Row> {
  const { rows } = await pool.query<{ rows: number }>(COUNTS[table])
  const aDay = bench.tenth(A_DAY)
  return {
    name: `rows of ${table}, kept ${KEPT_DAYS[table]} days`,
    figure: rows[0]!.rows,
    unit: 'rows',
    // An answer may be two messages.
    target: { atMost: (KEPT_DAYS[table] + 2) * aDay * (table === 'outbox' ? 2 : 1) },
    baselines: [{ name: 'messages in all', figure: DAYS * aDay + HOURS * bench.tenth(AN_HOUR) }],
  }
}

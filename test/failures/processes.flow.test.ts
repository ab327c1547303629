import { join } from 'node:path'
import type { Message } from 'grammy/types'
import { describe, expect, test, vi } from 'vitest'
import { aSandbox } from '../sandbox/support.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN, wordsOf } from '../support/bot.ts'
import { aFolder, startMain } from '../support/processes/program.ts'
import { aWire, byWire } from '../support/processes/proxy.ts'
import { anEmptyDatabase, aTrial, figure, server, type Trial, type TrialDatabase } from '../support/processes/trial.ts'

// Several processes on a busy machine.
vi.setConfig({ testTimeout: 240_000 })
const TIMEOUT = { timeout: 120_000, interval: 50 }
/** What a dead process held is free before its leases of a minute run out. */
const SOONER_THAN_LEASES = { timeout: 40_000, interval: 50 }

const QUESTIONS = ['Ко усваја ЛАП?', 'На колико година се доноси ЛАП?', 'Колико често се састаје савет?'] as const
const MARKS = ['усваја скупштина општине или града', 'најчешће доноси на пет година', 'најмање два пута годишње']

const isAnswer = (message: Message) => message.from?.is_bot === true

const people = (trial: Trial, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => trial.person({ name: `Особа ${i}` })))

type People = Awaited<ReturnType<typeof people>>

/** Waits until each has as many answers as questions, and checks that none is missing, repeated or out of order. */
async function expectAnswers(who: People, questions: number, timeout = TIMEOUT): Promise<void> {
  for (const one of who) {
    await vi.waitFor(
      async () => expect((await one.messages()).filter(isAnswer).length).toBeGreaterThanOrEqual(questions),
      timeout,
    )
  }
  for (const one of who) {
    const said = (await one.messages()).filter(isAnswer).map(wordsOf)
    expect(said).toEqual(Array.from({ length: questions }, (_, i) => expect.stringContaining(MARKS[i % MARKS.length]!)))
  }
}

const write = (who: People, at: number) => Promise.all(who.map((one) => one.write(QUESTIONS[at % QUESTIONS.length]!)))

/** What must hold when all is quiet: every update handled once, every message sent once. */
async function expectNothingLost(database: TrialDatabase, updates: number): Promise<void> {
  await vi.waitFor(
    async () =>
      expect(
        await database.ask('select count(*)::int as open from outbox where state in ($$waiting$$, $$sending$$)'),
      ).toEqual([{ open: 0 }]),
    TIMEOUT,
  )
  expect(
    await database.ask('select count(*)::int as done from inbox where done_at is not null and failure is null'),
  ).toEqual([{ done: updates }])
  expect(await database.ask('select count(*)::int as asked from question')).toEqual([{ asked: updates }])
  expect(await database.ask('select state, count(*)::int as messages from outbox group by state')).toEqual([
    { state: 'sent', messages: updates },
  ])
}

describe.skipIf(server === undefined)('several processes on one database', () => {
  test('that start at the same instant on an empty database make its tables and read the material once', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    const both = await Promise.all([trial.join(), trial.join(), trial.join()])
    expect(both.flatMap((one) => one.printed.err)).toEqual([])
    expect(await database.ask('select name from migration group by name having count(*) > 1')).toEqual([])
    expect(await database.ask('select path from source order by path')).toHaveLength(3)
    expect(await database.ask('select distinct number, state from version')).toEqual([
      { number: 1, state: 'published' },
    ])
    expect(
      await database.ask('select (select count(*) from chunk) = (select chunks from collection) as counted'),
    ).toEqual([{ counted: true }])
    const who = await people(trial, 1)
    await write(who, 0)
    await expectAnswers(who, 1)
  })

  test('share the work, one of them sends, and a rolling restart loses nothing', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    let [one, two] = [await trial.join(), await trial.join()]
    const senders = async () => Promise.all([one, two].map(({ ops }) => figure(ops, 'lap_sender')))
    expect((await senders()).toSorted()).toEqual([0, 1])

    const who = await people(trial, 15)
    await write(who, 0)
    const replace = async (old: typeof one) => {
      trial.balancer.remove(old.port)
      expect(await old.end('SIGTERM')).toEqual({ code: 0, signal: null })
      return trial.join()
    }
    one = await replace(one)
    await write(who, 1)
    two = await replace(two)
    await write(who, 2)
    await expectAnswers(who, 3)
    await expectNothingLost(database, 45)
    await vi.waitFor(async () => expect((await senders()).toSorted()).toEqual([0, 1]), TIMEOUT)
    const received = await Promise.all([one, two].map(({ ops }) => figure(ops, 'lap_updates_received_total')))
    expect(Math.min(...received)).toBeGreaterThan(0)
  })

  test('a process that is killed leaves its share to the other', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    const [one] = [await trial.join(), await trial.join()]
    const who = await people(trial, 15)
    await write(who, 0)
    await vi.waitFor(async () => expect(await database.ask('select from inbox')).not.toEqual([]), TIMEOUT)
    await one.end('SIGKILL')
    await write(who, 1)
    // Nothing may wait for a moment while what was written is still on its way to the process that lives.
    await vi.waitFor(async () => {
      expect(await database.ask('select count(*)::int as asked from question')).toEqual([{ asked: 30 }])
      expect(await database.ask('select from inbox where done_at is null')).toEqual([])
    }, SOONER_THAN_LEASES)
    await vi.waitFor(
      async () => expect(await database.ask("select from outbox where state in ('waiting', 'sending')")).toEqual([]),
      TIMEOUT,
    )
    const said = (await Promise.all(who.map((person) => person.messages()))).flat().filter(isAnswer)
    const [{ unknown }] = (await database.ask(
      "select count(*)::int as unknown from outbox where state = 'unknown'",
    )) as [{ unknown: number }]
    // What was on its way when its process died is not repeated.
    expect(said.length).toBeGreaterThanOrEqual(30 - unknown)
    expect(said.length).toBeLessThanOrEqual(30)
  })

  test('a start killed in the middle of making the tables leaves nothing behind', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    const inTheWay = await database.pool.connect()
    await inTheWay.query('begin')
    await inTheWay.query('create table source (id int)')
    const killed = trial.start()
    const waiting = `select from pg_stat_activity
                     where datname = current_database() and wait_event_type = 'Lock' and query ilike '%create table source%'`
    await vi.waitFor(async () => expect(await database.ask(waiting)).toHaveLength(1), TIMEOUT)
    await killed.end('SIGKILL')
    await inTheWay.query('rollback')
    inTheWay.release()
    await vi.waitFor(async () => expect(await database.ask(waiting)).toEqual([]), TIMEOUT)
    expect(await database.ask("select from pg_tables where schemaname = 'public'")).toEqual([])
    const next = await trial.join()
    expect(next.printed.err).toEqual([])
    expect(await database.ask('select count(*)::int > 2 as migrated from migration')).toEqual([{ migrated: true }])
  })
})

describe.skipIf(server === undefined)('a database', () => {
  /** Two processes whose connections to the database run over a wire. */
  async function twoOnAWire() {
    const database = await anEmptyDatabase()
    const { hostname, port } = new URL(database.url)
    const wire = await aWire({ host: hostname, port: Number(port) })
    const trial = await aTrial(database)
    const settings = { DATABASE_URL: byWire(database.url, wire, { query_timeout: '2000' }), LOG_LEVEL: 'silent' }
    const both = [await trial.join(settings), await trial.join(settings)]
    return { database, wire, trial, both }
  }

  test('that restarts while people write costs nobody an answer', async () => {
    const { database, wire, trial, both } = await twoOnAWire()
    const who = await people(trial, 15)
    await write(who, 0)
    wire.cut()
    await write(who, 1)
    expect((await fetch(`${both[0]!.ops}/ready`)).status).toBe(503)
    wire.mend()
    await write(who, 2)
    await vi.waitFor(
      async () => expect(await database.ask('select count(*)::int as asked from question')).toEqual([{ asked: 45 }]),
      TIMEOUT,
    )
    expect((await fetch(`${both[0]!.ops}/ready`)).status).toBe(200)
    await expectWhatCanBe(database, who, 45)
  })

  test('that goes silent is given up on, and used again once it answers', async () => {
    const { database, wire, trial, both } = await twoOnAWire()
    const who = await people(trial, 15)
    await write(who, 0)
    wire.silence()
    await write(who, 1)
    const notReady = await fetch(`${both[0]!.ops}/ready`)
    expect(await notReady.json()).toEqual({ ready: false, waitingFor: ['the database'] })
    expect((await fetch(`${both[0]!.ops}/metrics`)).status).toBe(200)
    wire.mend()
    await write(who, 2)
    await vi.waitFor(
      async () => expect(await database.ask('select count(*)::int as asked from question')).toEqual([{ asked: 45 }]),
      TIMEOUT,
    )
    await expectWhatCanBe(database, who, 45)
    for (const one of both) expect(await one.end('SIGTERM')).toEqual({ code: 0, signal: null })
  })
})

/** Nothing is lost but what is honestly «unknown»: sent, perhaps, when its fate could not be written down. Nothing comes twice. */
async function expectWhatCanBe(database: TrialDatabase, who: People, messages: number): Promise<void> {
  const states = 'select state, count(*)::int as messages from outbox group by state order by state'
  await vi.waitFor(async () => {
    const rows = await database.ask<{ state: string; messages: number }>(states)
    expect(rows.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([])
    expect(rows.reduce((sum, row) => sum + row.messages, 0)).toBe(messages)
  }, TIMEOUT)
  const [row] = await database.ask<{ unknown: number }>(
    "select count(*)::int as unknown from outbox where state = 'unknown'",
  )
  const answers = await Promise.all(who.map(async (one) => (await one.messages()).filter(isAnswer).map(wordsOf)))
  for (const said of answers) {
    const marks = said.map((words) => MARKS.findIndex((mark) => words.includes(mark)))
    expect(marks).toEqual([...new Set(marks)].toSorted())
  }
  expect(answers.flat().length).toBeGreaterThanOrEqual(messages - row!.unknown)
}

describe('Telegram', () => {
  test('away while hundreds write, it gets all of the answers once it is back', async () => {
    // TRIAL_PEOPLE=2000 makes it ten thousand updates.
    const count = Number(process.env.TRIAL_PEOPLE ?? 40)
    const { url, apiRoot } = await aSandbox({ token: TOKEN })
    const side = personSide(url)
    const trial = { ...side } as Trial
    const bot = startMain({
      ...(await aHome()),
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
      LOG_LEVEL: 'silent',
    })
    await bot.ready
    // A call that breaks off may have arrived, so that it is not repeated; one that is answered with 500 is.
    await side.call('POST', '/faults', { method: 'getUpdates', error: 'drop', times: 1_000_000 })
    await side.call('POST', '/faults', { method: 'sendMessage', error: 500, times: 1_000_000 })
    const who = await people(trial, count)
    for (let at = 0; at < 5; at++) await write(who, at)
    await side.call('DELETE', '/faults')
    await expectAnswers(who, 5, { ...TIMEOUT, timeout: TIMEOUT.timeout + count * 200 })
  }, 1_000_000)
})

/** Where a process keeps its data: embedded, or a database of its own on the server. */
async function aHome(): Promise<Record<string, string>> {
  const DATA_DIR = join(aFolder(), 'data')
  return server === undefined ? { DATA_DIR } : { DATA_DIR, DATABASE_URL: (await anEmptyDatabase()).url }
}

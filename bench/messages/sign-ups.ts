import { withScratchDatabase } from '../../scripts/command.ts'
import type { Bench } from '../bench.ts'
import { startProcesses } from '../processes/app-processes.ts'
import { startApp, startCounter, startEcho } from '../processes/bots.ts'
import { type SandboxProcess, withSandbox } from '../processes/sandbox-client.ts'
import { type Part, progress, type Row } from '../report.ts'
import { forEachOf, p50, p95, timed } from '../timing.ts'
import { type Crowd, countCrowd, joinButton, openOne, registerAll, startOf } from './crowd.ts'
import { makePeople, type Person } from './people.ts'

const SESSIONS = 200
const SIGN_UPS = 100
const TARGET_SIGN_UP_MS = 60
const TARGET_LIST_MS = 100

const CROWD = 1_000
const PLACES = 25
const QUOTA = 2
const PROCESSES = 4
const WRITERS = 8
const TARGET_TOLD_S = 15

/** One person signs up and looks at the sessions; a crowd presses at once, on a server. */
export async function benchSignUps(bench: Bench): Promise<Part> {
  const one = await withSandbox((sandbox) => benchOne(bench, sandbox))
  const crowd = bench.databaseUrl === null ? [] : await withSandbox((sandbox) => benchCrowd(bench, sandbox))
  const people = bench.tenth(CROWD)
  return {
    name: 'sign-ups',
    title: `Sign-ups: one person (embedded); ${people} people for ${PLACES} places over ${PROCESSES} processes (server)`,
    rows: [...one, ...crowd],
    notes: [
      'From the press to the answer in the chat. The sandbox has a process of its own.',
      bench.databaseUrl === null
        ? 'No DATABASE_URL: the crowd was not measured.'
        : 'Counting bot: plain grammY, one process, a number in memory, no quota and no line.',
    ],
  }
}

async function benchOne(bench: Bench, sandbox: SandboxProcess): Promise<Row[]> {
  progress('sign-ups: one after another')
  const people = await makePeople(sandbox.url, bench.tenth(SIGN_UPS))
  const ours = await withScratchDatabase(null, async (database) => {
    const app = await startApp(database, sandbox.apiRoot)
    try {
      await registerAll(database, people)
      const ids: number[] = []
      for (let i = 0; i < SESSIONS; i++) ids.push(await openOne(database, { title: `Обука ${i + 1}` }))
      const start = await startOf(database, ids[0]!)
      return { signUp: await timeSignUps(people, start, joinButton(ids[0]!)), list: await timeAsking(people, '/obuke') }
    } finally {
      await app.stop()
    }
  })
  const echo = await startEcho(sandbox.apiRoot)
  const plain = await timeAsking(people, '/obuke').finally(() => echo.stop())
  const baselines = (figure: number) => [{ name: 'echo bot', figure }]
  return [
    {
      name: 'one sign-up, p95',
      figure: p95(ours.signUp),
      unit: 'ms',
      target: { atMost: TARGET_SIGN_UP_MS },
      baselines: baselines(p95(plain)),
    },
    { name: 'one sign-up, median', figure: p50(ours.signUp), unit: 'ms', baselines: baselines(p50(plain)) },
    {
      name: `/obuke with ${SESSIONS} sessions, p95`,
      figure: p95(ours.list),
      unit: 'ms',
      target: { atMost: TARGET_LIST_MS },
      baselines: baselines(p95(plain)),
    },
  ]
}

/** Each person opens the session and presses «Пријави ме»; how long each waits for the answer to the press, in ms. */
async function timeSignUps(people: readonly Person[], start: string, button: string): Promise<number[]> {
  const times: number[] = []
  for (const person of people) {
    const { message_id } = await person.ask(start)
    const answered = () => Promise.all([person.answersAfter(message_id), person.tap(message_id, button)])
    times.push((await timed(answered)).ms)
  }
  return times
}

async function timeAsking(people: readonly Person[], text: string): Promise<number[]> {
  const times: number[] = []
  for (const person of people) times.push((await timed(() => person.ask(text))).ms)
  return times
}

async function benchCrowd(bench: Bench, sandbox: SandboxProcess): Promise<Row[]> {
  progress('sign-ups: a crowd gathers')
  const people = await makePeople(sandbox.url, bench.tenth(CROWD))
  return withScratchDatabase(bench.databaseUrl, async (database, databaseUrl) => {
    const at = { databaseUrl: databaseUrl!, apiRoot: sandbox.apiRoot, material: bench.material }
    const apps = await startProcesses(PROCESSES, at)
    const cards = new Map<Person, number>()
    try {
      await registerAll(database, people)
      const sessionId = await openOne(database, { capacity: PLACES, municipalityQuota: QUOTA })
      const start = await startOf(database, sessionId)
      await forEachOf(people, WRITERS, async (person) => void cards.set(person, (await person.ask(start)).message_id))
      progress('sign-ups: the crowd presses')
      const told = await pressAll(sandbox, cards, joinButton(sessionId))
      const counted = await countCrowd(database, sessionId)
      await apps.stop()
      const counter = await startCounter(sandbox.apiRoot, PLACES)
      const plain = await pressAll(sandbox, cards, joinButton(sessionId)).finally(() => counter.stop())
      return crowdRows(told, plain, counted)
    } finally {
      await apps.stop()
    }
  })
}

/** Everybody presses the button of their card at once; seconds until the last has read an answer. */
async function pressAll(sandbox: SandboxProcess, cards: ReadonlyMap<Person, number>, button: string): Promise<number> {
  const watch = await sandbox.watch(cards.size, 'chats')
  const startedAtMs = Date.now()
  const presses = Promise.all([...cards].map(([person, messageId]) => person.tap(messageId, button)))
  const lastAtMs = await watch.done()
  await presses
  return (lastAtMs - startedAtMs) / 1000
}

function crowdRows(toldS: number, counterS: number, crowd: Crowd): Row[] {
  const people = crowd.confirmed + crowd.inLine
  return [
    {
      name: `${people} press at once: until the last is told`,
      figure: toldS,
      unit: 's',
      target: { atMost: TARGET_TOLD_S },
      baselines: [{ name: 'counting bot', figure: counterS }],
    },
    { name: `confirmed, for ${PLACES} places`, figure: crowd.confirmed, unit: 'people', target: { atMost: PLACES } },
    { name: 'most of one municipality', figure: crowd.mostOfMunicipality, unit: 'people', target: { atMost: QUOTA } },
    {
      name: 'in line where the order of presses puts them',
      figure: crowd.inOrder,
      unit: 'of 100',
      target: { atLeast: 100 },
    },
  ]
}

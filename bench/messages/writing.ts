import { setTimeout as wait } from 'node:timers/promises'
import { withScratchDatabase } from '../../scripts/command.ts'
import type { Bench } from '../bench.ts'
import { startApp } from '../processes/bots.ts'
import { type ModelProcess, startModelProcess } from '../processes/model-client.ts'
import { type SandboxProcess, startSandboxProcess } from '../processes/sandbox-client.ts'
import { questionsOf } from '../questions.ts'
import { type Part, progress, type Row } from '../report.ts'
import { forEachOf, p50, p95, timed } from '../timing.ts'
import { call, makePeople, type Person } from './people.ts'

const QUESTIONS = 120
const STREAMS = 50
const QUICK_ASKS = 40
const TARGET_OWN_MS = 120
const TARGET_FIRST_DRAFT_MS = 150
const TARGET_SLOWER = 2

/** A fixed delay, then a quick text, so that the measurement does not take long. */
const USUAL = { firstMs: 300, everyMs: 15, size: 8, length: 500 }
/** Long answers at the pace of today's models, so that all of them stream at the same time. */
const LONG = { firstMs: 300, everyMs: 50, size: 5, length: 4_000 }
/** A term of the glossary: answered without the model. */
const QUICK_QUESTION = 'шта је реадмисија'

type Told = Awaited<ReturnType<ModelProcess['told']>>
type Draft = { at: string; chatId: number; method: string; payload: { text: string } }

/** Answers written by a model: what is our own share of the time, when the first words show, and who waits because of it. */
export async function benchWriting(bench: Bench): Promise<Part> {
  const rows: Row[] = []
  const [sandbox, model] = [await startSandboxProcess(), await startModelProcess()]
  try {
    for (const databaseUrl of [null, ...(bench.databaseUrl === null ? [] : [bench.databaseUrl])]) {
      const where = databaseUrl === null ? 'embedded' : 'server'
      progress(`writing: people ask (${where})`)
      rows.push(
        ...(await withScratchDatabase(databaseUrl, async (database) => {
          const app = await startApp(database, sandbox.apiRoot, { modelUrl: model.url })
          try {
            const alone = await oneByOne(bench, sandbox, model, where)
            progress(`writing: ${STREAMS} at once (${where})`)
            return [...alone, await atOnce(bench, sandbox, model, where)]
          } finally {
            await app.stop()
          }
        })),
      )
    }
  } finally {
    await model.stop()
    await sandbox.stop()
  }
  return {
    name: 'writing',
    title: `Answers written by a model that takes ${USUAL.firstMs} ms to begin`,
    rows,
    notes: [
      'Sandbox and model have a process each. Our own share: from the message to the visible answer, without the model’s time.',
    ],
  }
}

async function oneByOne(bench: Bench, sandbox: SandboxProcess, model: ModelProcess, where: string): Promise<Row[]> {
  model.keepPace(USUAL)
  const people = await makePeople(sandbox.url, bench.tenth(QUESTIONS) + 1)
  const questions = questionsOf(undefined)
  // The first answer pays for what is loaded only once.
  await people.pop()!.ask('Ко усваја ЛАП?')
  await model.told()
  const own: number[] = []
  const firsts: number[] = []
  for (const [i, person] of people.entries()) {
    const { ms } = await timed(() => person.ask(`${questions[i % questions.length]!.text}`))
    const [told] = await model.told()
    // What needs no model has no share of it.
    if (!told) continue
    own.push(ms - (told.lastAtMs - told.askedAtMs))
    const first = await firstWords(sandbox, person, told)
    if (first !== null) firsts.push(first)
  }
  return [
    {
      name: `our own share, p95 of ${own.length} (${where})`,
      figure: p95(own),
      unit: 'ms',
      ...(where === 'server' ? { target: { atMost: TARGET_OWN_MS } } : {}),
    },
    {
      name: `first draft after the model’s first token, p95 (${where})`,
      figure: p95(firsts),
      unit: 'ms',
      target: { atMost: TARGET_FIRST_DRAFT_MS },
    },
  ]
}

/** How long after the model's first token the next draft came, in ms; `null` when there was none. */
async function firstWords(
  sandbox: SandboxProcess,
  { id }: Person,
  { firstAtMs }: Told[number],
): Promise<number | null> {
  const calls = await call<Draft[]>(sandbox.url, '/calls?after=0')
  const next = calls
    .filter(({ method, chatId }) => method === 'sendMessageDraft' && chatId === id)
    .map(({ at }) => Temporal.Instant.from(at).epochMilliseconds - firstAtMs)
    .find((ms) => ms >= -1)
  return next ?? null
}

/** How much longer a quick answer takes while fifty others stream. */
async function atOnce(bench: Bench, sandbox: SandboxProcess, model: ModelProcess, where: string): Promise<Row> {
  model.keepPace(LONG)
  const streaming = await makePeople(sandbox.url, STREAMS)
  const quickly = async (count: number) => {
    const times: number[] = []
    for (const person of await makePeople(sandbox.url, count))
      times.push((await timed(() => person.ask(QUICK_QUESTION))).ms)
    return times
  }
  await quickly(3)
  const alone = await quickly(bench.tenth(QUICK_ASKS))
  const asked: number[] = []
  await forEachOf(streaming, STREAMS, async (person, i) => {
    // Words of their own keep each from the cache.
    asked[i] = await person.write(`Ко усваја ЛАП? (${i + 1})`)
  })
  while ((await model.running()) < STREAMS) await wait(50)
  const among = await quickly(bench.tenth(QUICK_ASKS))
  if ((await model.running()) < STREAMS) progress('writing: some had finished before the quick answers were measured')
  for (const [i, person] of streaming.entries()) await person.answersAfter(asked[i]!)
  await model.told()
  return {
    name: `a quick answer while ${STREAMS} stream, p50 (${where})`,
    figure: p50(among),
    unit: 'ms',
    target: { atMost: TARGET_SLOWER * p50(alone) },
    baselines: [{ name: 'when none streams', figure: p50(alone) }],
  }
}

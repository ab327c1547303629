import { withScratchDatabase } from '../../scripts/command.ts'
import type { Bench } from '../bench.ts'
import { aSandbox, type Running, startApp, startEcho } from '../processes/bots.ts'
import { questionsOf } from '../questions.ts'
import { type Part, progress } from '../report.ts'
import { forEachOf, p50, p95, timed } from '../timing.ts'
import { makePeople } from './people.ts'

const PEOPLE = 40
const QUESTIONS_EACH = 5
const AT_ONCE = 1
const TARGET_P95_MS = 150

/** From a person's message to the bot's answer, seen from the person's side, in one process as `npm start` runs it. */
export async function benchAnswer(bench: Bench): Promise<Part> {
  progress('answer: people ask')
  const people = bench.tenth(PEOPLE)
  const sandbox = aSandbox()
  const { url, apiRoot } = await sandbox.start()
  try {
    const ours = await withScratchDatabase(null, (database) =>
      whileRunning(
        () => startApp(database, apiRoot),
        () => askAll(url, people),
      ),
    )
    const echo = await whileRunning(
      () => startEcho(apiRoot),
      () => askAll(url, people),
    )
    return {
      name: 'answer',
      title: `Answer: ${people} people ask ${QUESTIONS_EACH} questions each, ${AT_ONCE} at a time (embedded)`,
      rows: [
        { name: 'p50', figure: p50(ours), unit: 'ms', baselines: [{ name: 'echo bot', figure: p50(echo) }] },
        {
          name: 'p95',
          figure: p95(ours),
          unit: 'ms',
          target: { atMost: TARGET_P95_MS },
          baselines: [{ name: 'echo bot', figure: p95(echo) }],
        },
      ],
      notes: ['The sandbox and the people run in the same thread. Echo bot: plain grammY on the same sandbox.'],
    }
  } finally {
    await sandbox.stop()
  }
}

async function whileRunning<T>(start: () => Promise<Running>, work: () => Promise<T>): Promise<T> {
  const running = await start()
  try {
    return await work()
  } finally {
    await running.stop()
  }
}

/** Each person asks one question after another. Returns how long each answer took, in ms. */
async function askAll(url: string, count: number): Promise<number[]> {
  const questions = questionsOf(undefined)
  const people = await makePeople(url, count)
  // The first answers pay for what is loaded only once.
  for (const person of people.slice(0, AT_ONCE)) await person.ask('Шта је ЛАП?')
  const times: number[] = []
  await forEachOf(people, AT_ONCE, async (person, i) => {
    for (let n = 0; n < QUESTIONS_EACH; n++) {
      const question = questions[(i * QUESTIONS_EACH + n) % questions.length]!
      times.push((await timed(() => person.ask(question.text))).ms)
    }
  })
  return times
}

import type { Message } from 'grammy/types'
import { withScratchDatabase } from '../scripts/command.ts'
import { MUNICIPALITIES } from '../src/people/municipalities/municipalities.ts'
import { meetPerson } from '../src/people/store.ts'
import type { Draft } from '../src/plans/draft/draft.ts'
import { insertEntries } from '../src/plans/keeping/entry-store.ts'
import { addMember } from '../src/plans/keeping/member-store.ts'
import { insertPlan } from '../src/plans/keeping/plan-store.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database/database.ts'
import type { Bench } from './bench.ts'
import { registerAll } from './messages/crowd.ts'
import { makePeople, type Person } from './messages/people.ts'
import { startApp, startEcho } from './processes/bots.ts'
import { withSandbox } from './processes/sandbox-client.ts'
import { progress, type Row } from './report.ts'
import { p95, timed } from './timing.ts'

const PEOPLE = 60
const TARGET_STEP_MS = 50
const ROW = 'избеглице; породице без сталног прихода; 22; анкета 2026; разговор'

/** People of as many municipalities open their plan, which has all the entries of `draft`, and write a row in a step. */
export async function benchSteps(bench: Bench, draft: Draft): Promise<Row[]> {
  progress('plan: answers in the chat')
  return withSandbox(async (sandbox) => {
    const people = await makePeople(sandbox.url, bench.tenth(PEOPLE))
    const ours = await withScratchDatabase(null, async (database) => {
      const app = await startApp(database, sandbox.apiRoot)
      try {
        await registerAll(database, people)
        const plans = await plansFor(database, people, draft)
        return await timeSteps(people, plans)
      } finally {
        await app.stop()
      }
    })
    const echo = await startEcho(sandbox.apiRoot)
    const plain: number[] = []
    for (const person of people) plain.push((await timed(() => person.ask(ROW))).ms)
    await echo.stop()
    const baselines = [{ name: 'echo bot', figure: p95(plain) }]
    const { length } = draft.entries
    return [
      { name: `/plan with ${length} rows, p95`, figure: p95(ours.opened), unit: 'ms', baselines },
      {
        name: 'a row written in a step, to its answer, p95',
        figure: p95(ours.written),
        unit: 'ms',
        target: { atMost: TARGET_STEP_MS },
        baselines,
      },
    ]
  })
}

/** A plan for each person's municipality, coordinated by that person. */
async function plansFor({ pool }: Database, people: readonly Person[], draft: Draft): Promise<number[]> {
  const now = systemClock.now()
  const plans: number[] = []
  for (const [i, { id: telegramId }] of people.entries()) {
    const met = { telegramId, name: `Милица ${telegramId}`, localeSeen: null, localeFirst: 'sr-Cyrl', now } as const
    const { id: personId } = await meetPerson(pool, met)
    const { code } = MUNICIPALITIES[i % MUNICIPALITIES.length]!
    const plan = await insertPlan(pool, { municipalityCode: code, period: draft.period, revises: null }, now)
    if (!plan) throw new Error(`No plan for ${code}`)
    await addMember(pool, plan, { personId, role: 'coordinator' }, now)
    await insertEntries(pool, plan, draft.entries, { personId, now })
    plans.push(plan)
  }
  return plans
}

async function timeSteps(people: readonly Person[], plans: readonly number[]) {
  const [opened, written]: [number[], number[]] = [[], []]
  for (const [i, person] of people.entries()) {
    const { ms } = await timed(() => person.ask('/plan'))
    opened.push(ms)
    for (const button of [`plan:steps:${plans[i]}`, `plan:step:${plans[i]}:5`, `plan:add:${plans[i]}:needs`])
      await press(person, button)
    written.push((await timed(() => person.ask(ROW))).ms)
  }
  return { opened, written }
}

/** Presses a button as soon as it is shown. */
async function press(person: Person, button: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const shown = (await person.chat()).findLast((message) => buttonsOf(message).includes(button))
    if (shown) return person.tap(shown.message_id, button)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`Nothing shows the button ${button}`)
}

function buttonsOf({ reply_markup }: Message): string[] {
  return (reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((one) => ('callback_data' in one ? [one.callback_data!] : []))
}

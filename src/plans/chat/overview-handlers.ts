import { paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { sectionHeaded, sectionsOfFacts } from '../../knowledge/search/store.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { askWhoYouAre } from '../../people/registration/handlers.ts'
import { command, converse, handle } from '../../people/roles/handle.ts'
import { isRegistered } from '../../people/rules.ts'
import { stoppable } from '../../people/stop.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Access, accessTo, draftOf } from '../keeping/access.ts'
import { addMember } from '../keeping/member-store.ts'
import { changePeriod, insertPlan, plansOf, sharedPlans, wishFor } from '../keeping/plan-store.ts'
import { stepsTaken } from '../keeping/step-store.ts'
import { daysIn } from '../rules/days.ts'
import type { Period } from '../rules/plan.ts'
import { type Step, stepOf } from '../steps/steps.ts'
import { BEGIN, OPEN, PERIOD, PERIOD_DIALOGUE, STEP, STEPS_OF, WISH, WISH_DIALOGUE } from './buttons.ts'
import { changes, changing, coordinating, lineMessage, type PlanParts, seeing } from './context.ts'
import {
  introMessage,
  listMessage,
  overviewMessage,
  type Passages,
  pathBlocks,
  periodOfPlan,
  stepMessage,
  stepsMessage,
} from './overview-texts.ts'
import { say } from './say.ts'

/** What somebody wanted when they were asked who they are. */
export const WANTED = 'plan'

/** /plan: where the plan stands, its steps, and how it is begun. */
export function overviewHandlers(parts: PlanParts): Handled<BotContext>[] {
  const { clock } = parts
  return [
    command('plan', 'everyone', (ctx) => ctx.turn.finish((db) => openOwn(db, ctx, clock.now()))),
    handle(BEGIN, (ctx) => ctx.turn.finish((db) => askForPeriod(db, ctx, clock.now()))),
    handle(OPEN, (ctx, [planId]) =>
      seeing(ctx, planId, async (db, access) => [
        overviewMessage(readerOf(ctx), access, await draftOf(db, access.plan), dayAt(clock.now())),
      ]),
    ),
    handle(STEPS_OF, (ctx, [planId]) =>
      seeing(ctx, planId, async (db, access) => [stepsMessage(readerOf(ctx), access, await draftOf(db, access.plan))]),
    ),
    handle(STEP, (ctx, [planId, number]) =>
      seeing(ctx, planId, async (db, access) => {
        const step = stepOf(number)
        const passages = await passagesFor(db, step)
        const caring = await caringFor(db, planId, number)
        return [stepMessage(readerOf(ctx), access, await draftOf(db, access.plan), step, { ...passages, caring })]
      }),
    ),
    handle(WISH, (ctx, [planId]) =>
      changing(ctx, planId, async (db, { plan }) => {
        await WISH_DIALOGUE.keep(db, ctx.turn.chatId, { planId }, clock.now())
        const asked = stoppable(ctx.locale, WISH_DIALOGUE, lineMessage(readerOf(ctx), 'plan-wish-ask'))
        return plan.wishedOn
          ? [{ ...asked, content: [...pathBlocks(ctx.locale, plan.wishedOn), ...asked.content] }]
          : [asked]
      }),
    ),
    handle(PERIOD, (ctx, [planId]) =>
      coordinating(ctx, planId, async (db) => {
        await PERIOD_DIALOGUE.keep(db, ctx.turn.chatId, { planId }, clock.now())
        return [stoppable(ctx.locale, PERIOD_DIALOGUE, lineMessage(readerOf(ctx), 'plan-period-ask'))]
      }),
    ),
    converse(PERIOD_DIALOGUE, (ctx, { planId }, { text }) => {
      if (/\?\s*$/.test(text)) return null
      if (planId === undefined) return (db) => begin(db, ctx, text, clock.now())
      return (db) => changes(db, ctx, planId, (inDb, access) => rename(inDb, ctx, access, text, clock.now()))
    }),
    converse(WISH_DIALOGUE, (ctx, { planId }, { text }) =>
      /\?\s*$/.test(text)
        ? null
        : (db) => changes(db, ctx, planId, (inDb) => wish(inDb, ctx, planId, text, clock.now())),
    ),
  ]
}

/** The payload of the link by which groups lead to the plan. */
export const PLAN_LINK = 'plan'

export async function followPlanLink(ctx: BotContext, { clock }: PlanParts, payload: string): Promise<boolean> {
  if (payload !== PLAN_LINK) return false
  await ctx.turn.finish((db) => openOwn(db, ctx, clock.now()))
  return true
}

/** The name of whoever takes care of a step. */
async function caringFor(db: Db, planId: number, step: number): Promise<string | null> {
  const personId = (await stepsTaken(db, planId)).get(step)
  return personId === undefined ? null : ((await readNames(db, [personId])).get(personId) ?? null)
}

/** The plan of the person's municipality; for trainers without one, those shared with them. */
export async function openOwn(db: Db, ctx: BotContext, now: Temporal.Instant): Promise<Outgoing[]> {
  const { person } = ctx
  if (!isRegistered(person))
    return person.role === 'member'
      ? [await askWhoYouAre(db, ctx, WANTED, now)]
      : [listMessage(readerOf(ctx), await sharedPlans(db))]
  const { municipalityCode } = person.profile
  const [plan] = await plansOf(db, municipalityCode)
  if (!plan && person.role !== 'member') {
    const shared = await sharedPlans(db)
    if (shared.length > 0) return [listMessage(readerOf(ctx), shared)]
  }
  if (!plan) return [introMessage(readerOf(ctx), { municipalityCode })]
  return overviewOf(db, ctx, plan.id, now)
}

export async function overviewOf(db: Db, ctx: BotContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const access = await accessTo(db, ctx.person, planId)
  if (!access) return [lineMessage(readerOf(ctx), 'plan-gone')]
  return [overviewMessage(readerOf(ctx), access, await draftOf(db, access.plan), dayAt(now))]
}

/** The example goes through the steps in sections of two and three. */
const EXAMPLES: readonly (readonly [last: number, heading: string])[] = [
  [3, 'Пример општине Равни Бор, кораци 1–3'],
  [6, 'Пример општине Равни Бор, кораци 4–6'],
  [9, 'Пример општине Равни Бор, кораци 7–9'],
  [12, 'Пример општине Равни Бор, кораци 10–12'],
  [15, 'Пример општине Равни Бор, кораци 13–15'],
  [17, 'Пример општине Равни Бор, кораци 16–17'],
  [20, 'Пример општине Равни Бор, кораци 18–20'],
]

async function passagesFor(db: Db, step: Step): Promise<Passages> {
  const [, heading] = EXAMPLES.find(([last]) => step.number <= last)!
  const example = await sectionHeaded(db, heading)
  const own = await sectionHeaded(db, `${step.number}. корак`)
  const ofFacts = await sectionsOfFacts(db, step.facts)
  // Facts of a step are told elsewhere, too: how a beginner reads the material, an example of one table.
  const method = own ? [own, ...ofFacts.filter(({ passageId }) => passageId !== own.passageId)] : ofFacts
  return { method, example: example?.passageId ?? null }
}

async function askForPeriod(db: Db, ctx: BotContext, now: Temporal.Instant): Promise<Outgoing[]> {
  if (!isRegistered(ctx.person)) return [await askWhoYouAre(db, ctx, WANTED, now)]
  await PERIOD_DIALOGUE.keep(db, ctx.turn.chatId, {}, now)
  return [stoppable(ctx.locale, PERIOD_DIALOGUE, lineMessage(readerOf(ctx), 'plan-period-ask'))]
}

const LONGEST_YEARS = 10

/** «2027–2031», «2027 до 2031»; `null` for what is no period of a plan. */
export function readPeriod(text: string): Period | null {
  const [from, to, more] = Array.from(text.matchAll(/(?<!\d)20\d\d(?!\d)/g), ([year]) => Number(year))
  if (from === undefined || to === undefined || more !== undefined) return null
  return from <= to && to - from < LONGEST_YEARS ? { from, to } : null
}

async function begin(db: Db, ctx: BotContext, text: string, now: Temporal.Instant): Promise<Outgoing[]> {
  const period = readPeriod(text)
  if (!isRegistered(ctx.person)) return [await askWhoYouAre(db, ctx, WANTED, now)]
  if (!period) return [lineMessage(readerOf(ctx), 'plan-period-unclear')]
  await PERIOD_DIALOGUE.end(db, ctx.turn.chatId)
  const { municipalityCode } = ctx.person.profile
  const id = await insertPlan(db, { municipalityCode, period, revises: null }, now)
  if (id === null) return [lineMessage(readerOf(ctx), 'plan-already'), ...(await openOwn(db, ctx, now))]
  await addMember(db, id, { personId: ctx.person.id, role: 'coordinator' }, now)
  const begun = say(ctx.locale)('plan-begun', { period: periodOfPlan({ period }) })
  return [{ chatId: ctx.turn.chatId, content: [paragraph(begun)] }, ...(await overviewOf(db, ctx, id, now))]
}

/** A plan whose period was mistaken gets another; what stands in its years stays, and the checks say where it no longer fits. */
async function rename(
  db: Db,
  ctx: BotContext,
  { plan, role }: Access,
  text: string,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const period = readPeriod(text)
  if (!period) return [lineMessage(readerOf(ctx), 'plan-period-unclear')]
  await PERIOD_DIALOGUE.end(db, ctx.turn.chatId)
  if (role !== 'coordinator') return [lineMessage(readerOf(ctx), 'only-coordinator-of-plan')]
  const isFree = await changePeriod(db, plan, period)
  return [...(isFree ? [] : [lineMessage(readerOf(ctx), 'plan-already')]), ...(await overviewOf(db, ctx, plan.id, now))]
}

async function wish(db: Db, ctx: BotContext, planId: number, text: string, now: Temporal.Instant): Promise<Outgoing[]> {
  const isNone = /^\s*[-–—]\s*$/.test(text)
  const [day = null] = isNone ? [] : daysIn(text)
  if (!isNone && day === null) return [lineMessage(readerOf(ctx), 'plan-wish-unclear')]
  await wishFor(db, planId, day)
  await WISH_DIALOGUE.end(db, ctx.turn.chatId)
  const path = day ? [{ chatId: ctx.turn.chatId, content: pathBlocks(ctx.locale, day) }] : []
  return [...path, ...(await overviewOf(db, ctx, planId, now))]
}

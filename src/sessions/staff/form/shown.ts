import { inPlaceFor } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { type Clock, momentAt, ZONE } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { countPlaces } from '../../line/order.ts'
import { isActive } from '../../line/sign-up.ts'
import { readRoll } from '../../line/store.ts'
import { checkPlan, type PlanFacts } from '../../session/plan.ts'
import { changesBetween, isTold, planOf, type SessionPlan } from '../../session/session.ts'
import { say } from '../texts.ts'
import { soundChoices } from './choices.ts'
import { PLAN_DIALOGUE, type PlanDialogue, wholePlan } from './dialogue.ts'
import { planCard } from './preview.ts'
import { type Effect, fieldsMessage, previewMessage, questionMessage } from './texts.ts'

type Parts = { clock: Clock }

/** The clock on the wall here, to the minute. */
export function wallClock({ clock }: Parts): Temporal.PlainDateTime {
  return momentAt(clock.now())
}

/** Begins the dialogue, whatever was entered in another, and shows its first question. */
export async function begin(db: Db, ctx: BotContext, parts: Parts, dialogue: PlanDialogue): Promise<Outgoing[]> {
  await PLAN_DIALOGUE.begin(db, ctx.turn.chatId, dialogue, parts.clock.now())
  return put(db, ctx, parts, dialogue)
}

/** Keeps the dialogue and shows where it is; `note` says what was answered, or why it could not be taken. */
export async function put(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  dialogue: PlanDialogue,
  note: string | null = null,
): Promise<Outgoing[]> {
  await PLAN_DIALOGUE.keep(db, ctx.turn.chatId, dialogue, parts.clock.now())
  if (dialogue.at === 'fields') return [fieldsMessage(inPlaceFor(ctx), dialogue)]
  const plan = dialogue.at === 'preview' ? wholePlan(dialogue) : null
  if (plan) return [await preview(db, ctx, parts, dialogue, plan)]
  const facts = await factsFor(db, parts, dialogue)
  return [questionMessage(inPlaceFor(ctx), dialogue, soundChoices(dialogue, wallClock(parts), facts), note)]
}

async function preview(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  dialogue: PlanDialogue,
  plan: SessionPlan,
): Promise<Outgoing> {
  const facts = await factsFor(db, parts, dialogue)
  return previewMessage(inPlaceFor(ctx), dialogue, plan, {
    card: (locale) => planCard(locale, plan, facts.kept?.taken ?? 0, facts.now),
    faults: checkPlan(plan, facts),
    effect: await effectOf(db, dialogue, plan),
  })
}

/** What a plan is held against. */
export async function factsFor(db: Db, { clock }: Parts, { editing }: PlanDialogue): Promise<PlanFacts> {
  const roll = editing && (await readRoll(db, editing.sessionId))
  const kept = roll ? { plan: planOf(roll.session), taken: countPlaces(roll).taken } : null
  return { now: clock.now(), zone: ZONE, kept }
}

/** What saving an edit would do to those who are in the session. */
async function effectOf(db: Db, { editing }: PlanDialogue, plan: SessionPlan): Promise<Effect> {
  if (!editing) return { kind: 'nothing' }
  const changes = changesBetween(editing.before, plan)
  if (changes.length === 0) return { kind: 'nothing' }
  const roll = await readRoll(db, editing.sessionId)
  if (!roll || roll.session.state === 'draft' || !changes.some(isTold)) return { kind: 'silent' }
  return { kind: 'told', count: roll.signUps.filter(isActive).length }
}

/**
 * Says over the chat that a question is not open any more. Nothing is replaced: the message may show by now what became
 * of the first press.
 */
export function gone(ctx: BotContext): Outgoing[] {
  ctx.toast(say(ctx.locale)('dialogue-gone'))
  return []
}

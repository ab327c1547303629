import type { Composer } from 'grammy'
import { z } from 'zod'
import type { BotContext } from '../bot/context.ts'
import { dialogueOf, endDialogue, keepDialogue } from '../bot/dialogue.ts'
import type { Outgoing } from '../bot/outbox.ts'
import { finishAs } from '../people/as-staff.ts'
import { type Clock, ZONE } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { countPlaces } from './line-rules.ts'
import { checkPlan, type PlanFacts } from './plan-rules.ts'
import { changeSession, createSession, openSession } from './session-actions.ts'
import { changesBetween, hasEnded, isTold, planOf, type SessionPlan } from './session-rules.ts'
import { readSession } from './session-store.ts'
import { isActive } from './sign-up-rules.ts'
import { readRoll } from './sign-up-store.ts'
import {
  advance,
  copyOf,
  editOf,
  newPlan,
  PLAN_DIALOGUE,
  type PlanDialogue,
  planDialogue,
  takeUsual,
  wholePlan,
} from './staff-dialogue.ts'
import { canTakeUsual, checkEntry, FIELDS, STEPS, type Step, stepOf } from './staff-entry.ts'
import {
  type Effect,
  faultSentence,
  fieldsMessage,
  planFaultSentence,
  previewMessage,
  questionMessage,
  sentenceMessage,
  type To,
} from './staff-plan-texts.ts'
import { planCard } from './staff-preview.ts'
import { card } from './staff-session-handlers.ts'
import { say } from './staff-texts.ts'

type Parts = { clock: Clock }

const sessionId = z.coerce.number().int().positive().max(2_147_483_647)
const begun = z.tuple([z.literal('staff'), z.enum(['edit', 'copy']), sessionId])

/** Making, copying and changing sessions: one question after another, then a preview where every field can be changed. */
export function installStaffPlans(bot: Composer<BotContext>, parts: Parts): void {
  bot.command('novaobuka', (ctx) => finishAs(ctx, 'trainer', (db) => put(db, ctx, parts, newPlan)))
  bot.callbackQuery(/^staff:plan:([a-z-]+):(.+)$/s, async (ctx, next) => {
    const step = z.enum(STEPS).safeParse(ctx.match[1])
    return step.success ? answerStep(ctx, parts, step.data, ctx.match[2]!) : next()
  })
  bot.callbackQuery(/^staff:field:([a-z-]+)$/, async (ctx, next) => {
    const field = z.enum(FIELDS).safeParse(ctx.match[1])
    return field.success ? change(ctx, parts, (dialogue) => ({ ...dialogue, at: field.data })) : next()
  })
  bot.callbackQuery('staff:fields', (ctx) => change(ctx, parts, (dialogue) => ({ ...dialogue, at: 'fields' })))
  bot.callbackQuery('staff:preview', (ctx) => change(ctx, parts, toPreview))
  bot.callbackQuery('staff:usual', (ctx) =>
    change(ctx, parts, (dialogue) => (canTakeUsual(dialogue.entry) ? takeUsual(dialogue, wallClock(parts)) : dialogue)),
  )
  bot.callbackQuery('staff:discard', (ctx) => discard(ctx))
  bot.callbackQuery('staff:publish', (ctx) => create(ctx, parts, { open: true }))
  bot.callbackQuery('staff:draft', (ctx) => create(ctx, parts, { open: false }))
  bot.callbackQuery('staff:save', (ctx) => save(ctx, parts))
  bot.callbackQuery(/^staff:(?:edit|copy):/, async (ctx, next) => {
    const data = begun.safeParse(ctx.callbackQuery.data.split(':'))
    return data.success ? beginFrom(ctx, parts, data.data[1], data.data[2]) : next()
  })
  bot.on('message:text', async (ctx, next) => {
    const dialogue = ctx.message.text.startsWith('/') ? null : dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
    if (!dialogue || dialogue.at === 'preview' || dialogue.at === 'fields') return next()
    // A question that is answered by a tap lets a text that does not answer it pass on.
    if (advance(dialogue, dialogue.at, ctx.message.text, wallClock(parts)).kind === 'no-answer') return next()
    return answerStep(ctx, parts, dialogue.at, ctx.message.text)
  })
}

/** The clock on the wall here, to the minute. */
function wallClock({ clock }: Parts): Temporal.PlainDateTime {
  return clock.now().toZonedDateTimeISO(ZONE).toPlainDateTime()
}

/** A pressed button's message is replaced; an answer in words gets a new one. */
function to(ctx: BotContext): To {
  const edits = ctx.callbackQuery?.message?.message_id
  return { chatId: ctx.turn.chatId, locale: ctx.locale, ...(edits === undefined ? {} : { edits }) }
}

/** Keeps the dialogue and shows where it is; `fault` says why the last answer could not be taken. */
async function put(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  dialogue: PlanDialogue,
  fault: string | null = null,
): Promise<Outgoing[]> {
  await keepDialogue(db, ctx.turn.chatId, { kind: PLAN_DIALOGUE, data: dialogue }, parts.clock.now())
  if (dialogue.at === 'fields') return [fieldsMessage(to(ctx), dialogue)]
  const plan = dialogue.at === 'preview' ? wholePlan(dialogue) : null
  if (plan) return [await preview(db, ctx, parts, dialogue, plan)]
  return [questionMessage(to(ctx), dialogue, wallClock(parts), fault)]
}

async function preview(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  dialogue: PlanDialogue,
  plan: SessionPlan,
): Promise<Outgoing> {
  const faults = checkPlan(plan, await factsFor(db, parts, dialogue))
  return previewMessage(to(ctx), dialogue, plan, {
    card: (locale) => planCard(locale, plan, parts.clock.now()),
    faults,
    effect: await effectOf(db, dialogue, plan),
  })
}

async function factsFor(db: Db, { clock }: Parts, { editing }: PlanDialogue): Promise<PlanFacts> {
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

/** The answer to a question, by a text or by a button. Nothing that was entered before is lost by one that cannot be taken. */
async function answerStep(ctx: BotContext, parts: Parts, step: Step, text: string): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  if (!dialogue) return gone(ctx)
  const now = wallClock(parts)
  const given = advance(dialogue, step, text, now)
  if (given.kind === 'no-answer') return gone(ctx)
  if (given.kind === 'fault') {
    return finishAs(ctx, 'trainer', (db) => put(db, ctx, parts, given.dialogue, faultSentence(ctx.locale, given.fault)))
  }
  const unchanged = JSON.stringify(given.dialogue.entry) === JSON.stringify(dialogue.entry)
  if (unchanged && dialogue.at !== step) return ctx.toast(say(ctx.locale)('already-answered'))
  return finishAs(ctx, 'trainer', async (db) => {
    const faults = checkEntry(given.dialogue.entry, now, await factsFor(db, parts, dialogue))
    const fault = faults.find(({ field }) => stepOf(field) === (step === 'hours' ? 'when' : step))
    if (!fault) return put(db, ctx, parts, given.dialogue)
    return put(db, ctx, parts, { ...dialogue, at: step }, planFaultSentence(ctx.locale, fault))
  })
}

/** A step that a button takes: to another field, to the preview, to the usual answers. */
async function change(ctx: BotContext, parts: Parts, next: (dialogue: PlanDialogue) => PlanDialogue): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  if (!dialogue) return gone(ctx)
  return finishAs(ctx, 'trainer', (db) => put(db, ctx, parts, next(dialogue)))
}

/** Days that wait for their hours are left as they were. */
function toPreview(dialogue: PlanDialogue): PlanDialogue {
  const settled = { ...dialogue, entry: { ...dialogue.entry, days: null } }
  return wholePlan(settled) ? { ...settled, at: 'preview' } : dialogue
}

function gone(ctx: BotContext): Promise<unknown> {
  return finishAs(ctx, 'trainer', async () => [sentenceMessage(to(ctx), 'dialogue-gone')])
}

async function discard(ctx: BotContext): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  if (!dialogue) return gone(ctx)
  return finishAs(ctx, 'trainer', async (db) => {
    await endDialogue(db, ctx.turn.chatId, PLAN_DIALOGUE)
    return [sentenceMessage(to(ctx), dialogue.editing ? 'discarded-edit' : 'discarded')]
  })
}

async function create(ctx: BotContext, parts: Parts, how: { open: boolean }): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  const plan = dialogue && !dialogue.editing ? wholePlan(dialogue) : null
  if (!dialogue || !plan) return gone(ctx)
  const now = parts.clock.now()
  return finishAs(ctx, 'trainer', async (db) => {
    const made = await createSession(db, { plan, staffId: ctx.person.id }, now)
    if (made.kind === 'faulty') return put(db, ctx, parts, { ...dialogue, at: 'preview' })
    const by = { sessionId: made.session.id, staffId: ctx.person.id }
    if (how.open) await openSession(db, by, now)
    await endDialogue(db, ctx.turn.chatId, PLAN_DIALOGUE)
    return [await card(db, ctx, parts, by.sessionId, say(ctx.locale)(how.open ? 'created-open' : 'created-draft'))]
  })
}

async function save(ctx: BotContext, parts: Parts): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  const plan = dialogue && wholePlan(dialogue)
  if (!dialogue?.editing || !plan) return gone(ctx)
  const { sessionId, before } = dialogue.editing
  return finishAs(ctx, 'trainer', async (db) => {
    const now = await readSession(db, sessionId)
    const by = { sessionId, plan: now ? onto(planOf(now), before, plan) : plan, staffId: ctx.person.id }
    const result = await changeSession(db, by, parts.clock.now())
    if (result.kind === 'faulty') return put(db, ctx, parts, { ...dialogue, at: 'preview' })
    await endDialogue(db, ctx.turn.chatId, PLAN_DIALOGUE)
    switch (result.kind) {
      case 'changed': {
        const offered = result.offered > 0 ? [say(ctx.locale)('changed-offered', { offered: result.offered })] : []
        const sentences = [say(ctx.locale)('changed', { told: result.told }), ...offered]
        return [await card(db, ctx, parts, by.sessionId, sentences.join(' '))]
      }
      case 'unknown':
        return [sentenceMessage(to(ctx), 'card-unknown')]
      case 'over':
        return [sentenceMessage(to(ctx), 'session-over')]
      default:
        return [sentenceMessage(to(ctx), result.kind)]
    }
  })
}

/** What was changed here, on what the session is now: another trainer may have changed other fields meanwhile. */
function onto(now: SessionPlan, before: SessionPlan, after: SessionPlan): SessionPlan {
  return { ...now, ...Object.fromEntries(changesBetween(before, after).map(({ field, to }) => [field, to])) }
}

async function beginFrom(ctx: BotContext, parts: Parts, how: 'edit' | 'copy', id: number): Promise<unknown> {
  const now = parts.clock.now()
  return finishAs(ctx, 'trainer', async (db) => {
    const session = await readSession(db, id)
    if (!session) return [sentenceMessage(to(ctx), 'card-unknown')]
    const plan = planOf(session)
    if (how === 'copy') return put(db, ctx, parts, copyOf(plan))
    if (session.state === 'cancelled') return [sentenceMessage(to(ctx), 'session-cancelled')]
    if (hasEnded(session, now)) return [sentenceMessage(to(ctx), 'session-over')]
    return put(db, ctx, parts, editOf(id, plan))
  })
}

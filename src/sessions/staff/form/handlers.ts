import type { Composer } from 'grammy'
import { z } from 'zod'
import { dialogueOf, endDialogue } from '../../../bot/dialogue.ts'
import type { BotContext } from '../../../people/context.ts'
import { finishAs } from '../../../people/roles/as-staff.ts'
import type { Clock } from '../../../platform/clock.ts'
import { hasEnded, planOf } from '../../session/session.ts'
import { readSession } from '../../session/store.ts'
import { inPlaceFor, sentenceMessage } from '../message.ts'
import { say } from '../texts.ts'
import {
  advance,
  copyOf,
  editOf,
  newPlan,
  offersUsual,
  PLAN_DIALOGUE,
  type PlanDialogue,
  planDialogue,
  takeUsual,
} from './dialogue.ts'
import { checkEntry, FIELDS, nextStep, STEPS, type Step, stepOf } from './entry.ts'
import { factsFor, gone, put, wallClock } from './shown.ts'
import { answeredLine, faultSentence, planFaultSentence } from './texts.ts'

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
    change(ctx, parts, (dialogue) => (offersUsual(dialogue) ? takeUsual(dialogue, wallClock(parts)) : dialogue)),
  )
  bot.callbackQuery('staff:discard', (ctx) => discard(ctx))
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
    const answered = ctx.callbackQuery ? answeredLine(ctx.locale, given.dialogue.entry, step) : null
    if (!fault) return put(db, ctx, parts, given.dialogue, answered)
    return put(db, ctx, parts, { ...dialogue, at: step }, planFaultSentence(ctx.locale, fault))
  })
}

/** A step that a button takes: to another field, to the preview, to the usual answers. */
async function change(ctx: BotContext, parts: Parts, next: (dialogue: PlanDialogue) => PlanDialogue): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  if (!dialogue) return gone(ctx)
  return finishAs(ctx, 'trainer', (db) => put(db, ctx, parts, next(dialogue)))
}

/** Days that wait for their hours are left as they were; what is missing is asked first. */
function toPreview(dialogue: PlanDialogue): PlanDialogue {
  const entry = { ...dialogue.entry, days: null }
  return { ...dialogue, entry, at: nextStep(entry) ?? 'preview' }
}

async function discard(ctx: BotContext): Promise<unknown> {
  const dialogue = dialogueOf(ctx, PLAN_DIALOGUE, planDialogue)
  if (!dialogue) return gone(ctx)
  return finishAs(ctx, 'trainer', async (db) => {
    await endDialogue(db, ctx.turn.chatId, PLAN_DIALOGUE)
    return [sentenceMessage(inPlaceFor(ctx), dialogue.editing ? 'discarded-edit' : 'discarded')]
  })
}

async function beginFrom(ctx: BotContext, parts: Parts, how: 'edit' | 'copy', id: number): Promise<unknown> {
  const now = parts.clock.now()
  return finishAs(ctx, 'trainer', async (db) => {
    const session = await readSession(db, id)
    if (!session) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
    const plan = planOf(session)
    if (how === 'copy') return put(db, ctx, parts, copyOf(plan))
    if (session.state === 'cancelled') return [sentenceMessage(inPlaceFor(ctx), 'session-cancelled')]
    if (hasEnded(session, now)) return [sentenceMessage(inPlaceFor(ctx), 'session-over')]
    return put(db, ctx, parts, editOf(id, plan))
  })
}

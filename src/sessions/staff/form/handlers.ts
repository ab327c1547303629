import { inPlaceFor } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { command, converse, handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { hasEnded, planOf } from '../../session/session.ts'
import { readSession } from '../../session/store.ts'
import { sentenceMessage } from '../message.ts'
import { say } from '../texts.ts'
import { ANSWER, CHANGE_FIELD, COPY, DISCARD, EDIT, PREVIEW, SHOW_FIELDS, TAKE_USUAL } from './buttons.ts'
import {
  advance,
  copyOf,
  editOf,
  newPlan,
  offersUsual,
  PLAN_DIALOGUE,
  type PlanDialogue,
  takeUsual,
} from './dialogue.ts'
import { checkEntry, nextStep, type Step, stepOf } from './entry.ts'
import { answeredLine, planFaultSentence } from './field-texts.ts'
import { begin, factsFor, gone, put, wallClock } from './shown.ts'
import { faultSentence } from './texts.ts'

type Parts = { clock: Clock }

/** Making, copying and changing sessions: one question after another, then a preview where every field can be changed. */
export function staffPlans(parts: Parts): Handled<BotContext>[] {
  return [
    command('novaobuka', 'trainer', (db, ctx) => begin(db, ctx, parts, newPlan)),
    handle(ANSWER, (db, ctx, [step, text]) => answerStep(db, ctx, parts, step, text)),
    handle(CHANGE_FIELD, (db, ctx, [field]) => change(db, ctx, parts, (dialogue) => ({ ...dialogue, at: field }))),
    handle(SHOW_FIELDS, (db, ctx) => change(db, ctx, parts, (dialogue) => ({ ...dialogue, at: 'fields' }))),
    handle(PREVIEW, (db, ctx) => change(db, ctx, parts, toPreview)),
    handle(TAKE_USUAL, (db, ctx) =>
      change(db, ctx, parts, (dialogue) => (offersUsual(dialogue) ? takeUsual(dialogue, wallClock(parts)) : dialogue)),
    ),
    handle(DISCARD, discard),
    handle(EDIT, (db, ctx, [sessionId]) => beginFrom(db, ctx, parts, 'edit', sessionId)),
    handle(COPY, (db, ctx, [sessionId]) => beginFrom(db, ctx, parts, 'copy', sessionId)),
    converse(PLAN_DIALOGUE, (ctx, dialogue, { text }) => {
      const { at } = dialogue
      if (at === 'preview' || at === 'fields') return null
      // A question that is answered by a tap lets a text that does not answer it pass on.
      if (advance(dialogue, at, text, wallClock(parts)).kind === 'no-answer') return null
      return (db) => answerStep(db, ctx, parts, at, text)
    }),
  ]
}

/** The answer to a question, by a text or by a button. Nothing that was entered before is lost by one that cannot be taken. */
async function answerStep(db: Db, ctx: BotContext, parts: Parts, step: Step, text: string): Promise<Outgoing[]> {
  const dialogue = PLAN_DIALOGUE.open(ctx)
  if (!dialogue) return gone(ctx)
  const now = wallClock(parts)
  const given = advance(dialogue, step, text, now)
  if (given.kind === 'no-answer') return gone(ctx)
  if (given.kind === 'fault') return put(db, ctx, parts, given.dialogue, faultSentence(ctx.locale, given.fault))
  const unchanged = JSON.stringify(given.dialogue.entry) === JSON.stringify(dialogue.entry)
  if (unchanged && dialogue.at !== step) {
    ctx.toast(say(ctx.locale)('already-answered'))
    return []
  }
  const faults = checkEntry(given.dialogue.entry, now, await factsFor(db, parts, dialogue))
  const fault = faults.find(({ field }) => stepOf(field) === (step === 'hours' ? 'when' : step))
  const answered = answeredLine(ctx.locale, given.dialogue.entry, step)
  if (!fault) return put(db, ctx, parts, given.dialogue, answered)
  return put(db, ctx, parts, { ...dialogue, at: step }, planFaultSentence(ctx.locale, fault))
}

/** A step that a button takes: to another field, to the preview, to the usual answers. */
async function change(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  next: (dialogue: PlanDialogue) => PlanDialogue,
): Promise<Outgoing[]> {
  const dialogue = PLAN_DIALOGUE.open(ctx)
  return dialogue ? put(db, ctx, parts, next(dialogue)) : gone(ctx)
}

/** Days that wait for their hours are left as they were; what is missing is asked first. */
function toPreview(dialogue: PlanDialogue): PlanDialogue {
  const entry = { ...dialogue.entry, days: null }
  return { ...dialogue, entry, at: nextStep(entry) ?? 'preview' }
}

async function discard(db: Db, ctx: BotContext): Promise<Outgoing[]> {
  const dialogue = PLAN_DIALOGUE.open(ctx)
  if (!dialogue) return gone(ctx)
  await PLAN_DIALOGUE.end(db, ctx.turn.chatId)
  return [sentenceMessage(inPlaceFor(ctx), dialogue.editing ? 'discarded-edit' : 'discarded')]
}

async function beginFrom(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  how: 'edit' | 'copy',
  sessionId: number,
): Promise<Outgoing[]> {
  const session = await readSession(db, sessionId)
  if (!session) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  const plan = planOf(session)
  if (how === 'copy') return begin(db, ctx, parts, copyOf(plan, sessionId))
  if (session.state === 'cancelled') return [sentenceMessage(inPlaceFor(ctx), 'session-cancelled')]
  if (hasEnded(session, parts.clock.now())) return [sentenceMessage(inPlaceFor(ctx), 'session-over')]
  return begin(db, ctx, parts, editOf(sessionId, plan))
}

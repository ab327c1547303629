import type { Composer } from 'grammy'
import { dialogueOf, endDialogue } from '../../../bot/dialogue.ts'
import type { BotContext } from '../../../people/context.ts'
import { finishAs } from '../../../people/roles/as-staff.ts'
import type { Clock } from '../../../platform/clock.ts'
import { changesBetween, planOf, type SessionPlan } from '../../session/session.ts'
import { readSession } from '../../session/store.ts'
import { inPlaceFor, sentenceMessage } from '../message.ts'
import { changeSession, createSession, openSession } from '../session-actions.ts'
import { card } from '../session-handlers.ts'
import { say } from '../texts.ts'
import { PLAN_DIALOGUE, planDialogue, wholePlan } from './dialogue.ts'
import { gone, put } from './shown.ts'

type Parts = { clock: Clock }

/** What becomes of a plan that is whole: a session that is open or not yet, or changes to a session. */
export function installStaffSaving(bot: Composer<BotContext>, parts: Parts): void {
  bot.callbackQuery('staff:publish', (ctx) => create(ctx, parts, { open: true }))
  bot.callbackQuery('staff:draft', (ctx) => create(ctx, parts, { open: false }))
  bot.callbackQuery('staff:save', (ctx) => save(ctx, parts))
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
        return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
      case 'over':
        return [sentenceMessage(inPlaceFor(ctx), 'session-over')]
      default:
        return [sentenceMessage(inPlaceFor(ctx), result.kind)]
    }
  })
}

/** What was changed here, on what the session is now: another trainer may have changed other fields meanwhile. */
function onto(now: SessionPlan, before: SessionPlan, after: SessionPlan): SessionPlan {
  return { ...now, ...Object.fromEntries(changesBetween(before, after).map(({ field, to }) => [field, to])) }
}

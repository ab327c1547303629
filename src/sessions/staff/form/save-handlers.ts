import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { changesBetween, type SessionPlan } from '../../session/session.ts'
import { inPlaceFor, sentenceMessage } from '../message.ts'
import { changeSession, createSession, openSession } from '../session-actions.ts'
import { card } from '../session-handlers.ts'
import { say } from '../texts.ts'
import { KEEP_UNSEEN, PUBLISH, SAVE } from './buttons.ts'
import { PLAN_DIALOGUE, wholePlan } from './dialogue.ts'
import { gone, put } from './shown.ts'

type Parts = { clock: Clock }

/** What becomes of a plan that is whole: a session that is open or not yet, or changes to a session. */
export function staffSaving(parts: Parts): Handled<BotContext>[] {
  return [
    handle(PUBLISH, (db, ctx) => create(db, ctx, parts, { open: true })),
    handle(KEEP_UNSEEN, (db, ctx) => create(db, ctx, parts, { open: false })),
    handle(SAVE, (db, ctx) => save(db, ctx, parts)),
  ]
}

async function create(db: Db, ctx: BotContext, parts: Parts, how: { open: boolean }): Promise<Outgoing[]> {
  const dialogue = PLAN_DIALOGUE.open(ctx)
  const plan = dialogue && !dialogue.editing ? wholePlan(dialogue) : null
  if (!dialogue || !plan) return gone(ctx)
  const now = parts.clock.now()
  const made = await createSession(db, { plan, staffId: ctx.person.id }, now)
  if (made.kind === 'faulty') return put(db, ctx, parts, { ...dialogue, at: 'preview' })
  const by = { sessionId: made.session.id, staffId: ctx.person.id }
  if (how.open) await openSession(db, by, now)
  await PLAN_DIALOGUE.end(db, ctx.turn.chatId)
  return [await card(db, ctx, parts, by.sessionId, say(ctx.locale)(how.open ? 'created-open' : 'created-draft'))]
}

async function save(db: Db, ctx: BotContext, parts: Parts): Promise<Outgoing[]> {
  const dialogue = PLAN_DIALOGUE.open(ctx)
  const plan = dialogue && wholePlan(dialogue)
  if (!dialogue?.editing || !plan) return gone(ctx)
  const { sessionId, before } = dialogue.editing
  const by = { sessionId, change: (now: SessionPlan) => onto(now, before, plan), staffId: ctx.person.id }
  const result = await changeSession(db, by, parts.clock.now())
  if (result.kind === 'faulty') return put(db, ctx, parts, { ...dialogue, at: 'preview' })
  await PLAN_DIALOGUE.end(db, ctx.turn.chatId)
  return [await saved(db, ctx, parts, sessionId, result)]
}

type Saved = Exclude<Awaited<ReturnType<typeof changeSession>>, { kind: 'faulty' }>

async function saved(db: Db, ctx: BotContext, parts: Parts, sessionId: number, result: Saved): Promise<Outgoing> {
  switch (result.kind) {
    case 'changed': {
      const offered = result.offered > 0 ? [say(ctx.locale)('changed-offered', { offered: result.offered })] : []
      const sentences = [say(ctx.locale)('changed', { told: result.told }), ...offered]
      return card(db, ctx, parts, sessionId, sentences.join(' '))
    }
    case 'unknown':
      return sentenceMessage(inPlaceFor(ctx), 'card-unknown')
    case 'over':
      return sentenceMessage(inPlaceFor(ctx), 'session-over')
    case 'session-cancelled':
      return sentenceMessage(inPlaceFor(ctx), 'session-cancelled')
    case 'nothing-changed':
      return sentenceMessage(inPlaceFor(ctx), 'nothing-changed')
  }
}

/** What was changed here, on what the session is now: another trainer may have changed other fields meanwhile. */
function onto(now: SessionPlan, before: SessionPlan, after: SessionPlan): SessionPlan {
  return { ...now, ...Object.fromEntries(changesBetween(before, after).map(({ field, to }) => [field, to])) }
}

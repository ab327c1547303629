import { paragraph, tappable } from '../../../bot/message/rich.ts'
import { inPlaceFor, placed } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { copyQuestions } from '../../questions/store.ts'
import { onto, type SessionPlan } from '../../session/session.ts'
import { changeSession, createSession, openSession } from '../session-actions.ts'
import { card } from '../session-handlers.ts'
import { say } from '../texts.ts'
import { KEEP_UNSEEN, PUBLISH, SAVE } from './buttons.ts'
import { PLAN_DIALOGUE, wholePlan } from './dialogue.ts'
import { type Saved, savedText } from './saved-text.ts'
import { gone, put } from './shown.ts'

/** `copied`: what other rooms keep of a session goes to its copy too. */
type Parts = { clock: Clock; copied: Copied }

export type Copied = (db: Db, from: number, to: number) => Promise<void>

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
  if (dialogue.copiedFrom !== null) {
    await copyQuestions(db, dialogue.copiedFrom, by.sessionId)
    await parts.copied(db, dialogue.copiedFrom, by.sessionId)
  }
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

async function saved(db: Db, ctx: BotContext, parts: Parts, sessionId: number, result: Saved): Promise<Outgoing> {
  const text = savedText(ctx.locale, result, parts.clock.now())
  if (result.kind === 'changed') return card(db, ctx, parts, sessionId, text)
  return { ...placed(inPlaceFor(ctx)), content: [paragraph(tappable(text))] }
}

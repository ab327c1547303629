import type { Composer } from 'grammy'
import type { BotContext } from '../bot/context.ts'
import { dialogueOf } from '../bot/dialogue.ts'
import type { Outgoing } from '../bot/outbox.ts'
import { finishAs } from '../people/as-staff.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { controlBroadcast } from './broadcast-actions.ts'
import type { Control } from './broadcast-rules.ts'
import { readBroadcast } from './broadcast-store.ts'
import { asksForText, DRAFT_DIALOGUE, draftForm, newDraft } from './draft.ts'
import { begin, keepAndAsk, press, read, readerOf } from './draft-handlers.ts'
import { draftLine } from './draft-texts.ts'
import { missedPeople } from './recipient-store.ts'
import { say } from './texts.ts'

type Parts = {
  db: Db
  clock: Clock
  /** Answers a question that a button of a broadcast asks. */
  ask: (ctx: BotContext, question: string, onceKey: string) => Promise<unknown>
}

/** /poruka: a message from staff to an audience, prepared step by step. Installed above whatever takes documents or questions. */
export function installBroadcasts(bot: Composer<BotContext>, parts: Parts): void {
  bot.command('poruka', (ctx) => finishAs(ctx, 'trainer', (db) => begin(db, ctx, parts)))
  bot.callbackQuery(/^poruka:ask:(\d+)$/, (ctx) => askFromButton(ctx, parts, Number(ctx.match[1])))
  bot.callbackQuery(/^poruka:(pause|resume|cancel|again):(\d+)$/, (ctx) => {
    const [, what, id] = ctx.match
    return finishAs(ctx, 'trainer', (db) =>
      what === 'again' ? again(db, ctx, parts, Number(id)) : control(db, ctx, parts, what as Control, Number(id)),
    )
  })
  bot.callbackQuery(/^poruka:/, (ctx) => {
    const [, what = '', argument = ''] = ctx.callbackQuery.data.split(':')
    return finishAs(ctx, 'trainer', (db) => press(db, ctx, parts, what, argument))
  })
  bot.on('message', (ctx, next) => {
    const draft = dialogueOf(ctx, DRAFT_DIALOGUE, draftForm)
    if (!draft || !asksForText(draft) || ctx.message.text?.startsWith('/')) return next()
    return finishAs(ctx, 'trainer', (db) => read(db, ctx, parts, draft, ctx.message))
  })
}

async function control(db: Db, ctx: BotContext, parts: Parts, what: Control, broadcastId: number): Promise<Outgoing[]> {
  const result = await controlBroadcast(db, { broadcastId, staffId: ctx.person.id, control: what }, parts.clock.now())
  const tell = say(ctx.locale)
  switch (result.kind) {
    case 'done':
      ctx.toast(tell('control-done', { control: what }))
      return []
    case 'nothing-to-do':
      ctx.toast(tell('control-over'))
      return []
    case 'unknown':
      ctx.toast(tell('control-unknown'))
      return []
    case 'not-staff':
      return [draftLine(readerOf(ctx), 'staff-only')]
  }
}

/** A broadcast of the same words to those an earlier one did not reach. */
async function again(db: Db, ctx: BotContext, parts: Parts, broadcastId: number): Promise<Outgoing[]> {
  const broadcast = await readBroadcast(db, broadcastId)
  const missed = broadcast ? await missedPeople(db, broadcastId) : []
  if (!broadcast || missed.length === 0) {
    ctx.toast(say(ctx.locale)(broadcast ? 'nothing-missed' : 'control-unknown'))
    return []
  }
  return keepAndAsk(db, ctx, parts, newDraft([{ kind: 'missed', broadcastId }], broadcast.content))
}

async function askFromButton(ctx: BotContext, parts: Parts, broadcastId: number): Promise<unknown> {
  const content = (await readBroadcast(parts.db, broadcastId))?.content
  if (content?.button?.kind !== 'question') return ctx.toast(say(ctx.locale)('control-unknown'))
  return parts.ask(ctx, content.button.text, `broadcast-question:${broadcastId}`)
}

import type { Plain } from '../../bot/message/texts.ts'
import { endDialogues } from '../../bot/registry/dialogue-store.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import type { Role } from '../rules.ts'
import { readRole } from './store.ts'
import { sayRoles, sentenceMessage } from './texts.ts'
import type { Texts } from './texts.types.ts'

/** What one must be at least. */
export type Needed = Exclude<Role, 'member'>

export function mayAct(role: Role, needed: Needed): boolean {
  return role === 'coordinator' || role === needed
}

/**
 * Ends the turn with what staff do, when the person has the role in this very transaction. Otherwise with a kind
 * refusal, and whatever they were in the middle of ends: a role may be taken while a question is open.
 */
export function finishAs(ctx: BotContext, needed: Needed, work: (db: Db) => Promise<Outgoing[]>): Promise<number> {
  return ctx.turn.finish(async (db) => {
    if (mayAct(await readRole(db, ctx.person.id), needed)) return work(db)
    const ended = needed === 'trainer' ? await endDialogues(db, ctx.turn.chatId) : 0
    const sentence: Plain<Texts> =
      ended > 0 ? 'no-longer-staff' : needed === 'trainer' ? 'only-trainer' : 'only-coordinator'
    if (ctx.callbackQuery) ctx.toast(sayRoles(ctx.locale)(needed === 'trainer' ? 'not-staff' : sentence))
    return ctx.callbackQuery && ended === 0
      ? []
      : [sentenceMessage({ chatId: ctx.turn.chatId, locale: ctx.locale }, sentence)]
  })
}

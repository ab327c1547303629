import type { Plain } from '../../bot/message/texts.ts'
import { readerOf } from '../../bot/message/to.ts'
import { endDialogues } from '../../bot/registry/dialogue-store.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import type { Role } from '../rules.ts'
import { lockRoles, readRole } from './store.ts'
import { sayRoles, sentenceMessage } from './texts.ts'
import type { Texts } from './texts.types.ts'

/** What one must be at least. */
export type Needed = Exclude<Role, 'member'>

export function mayAct(role: Role, needed: Needed): boolean {
  return role === 'coordinator' || role === needed
}

/**
 * Ends the turn with what staff do, when the person has the role in this very transaction. Otherwise with a kind
 * refusal, and whatever they were in the middle of ends: a role may be taken while a question is open. Coordinators act
 * one after another, so that of two who take each other's role one finds theirs gone.
 */
export function finishAs(ctx: BotContext, needed: Needed, work: (db: Db) => Promise<Outgoing[]>): Promise<number> {
  return ctx.turn.finish(async (db) => {
    if (needed === 'coordinator') await lockRoles(db)
    if (mayAct(await readRole(db, ctx.person.id), needed)) return work(db)
    const ended = needed === 'trainer' ? await endDialogues(db, ctx.turn.chatId) : 0
    const sentence = refusalOf(needed, ended > 0 || mayAct(ctx.person.role, needed))
    if (ctx.callbackQuery) ctx.toast(sayRoles(ctx.locale)(needed === 'trainer' ? 'not-staff' : sentence))
    return ctx.callbackQuery && ended === 0 ? [] : [sentenceMessage(readerOf(ctx), sentence)]
  })
}

/** `wasLost`: they had the role when they began. */
function refusalOf(needed: Needed, wasLost: boolean): Plain<Texts> {
  if (needed === 'coordinator') return 'only-coordinator'
  return wasLost ? 'no-longer-staff' : 'only-trainer'
}

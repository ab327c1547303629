import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Tell } from '../../bot/send/record.ts'
import { queueAbout, takeUnknown } from '../../bot/send/unknown-store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { handle } from '../roles/handle.ts'
import { localeOfChat } from '../store.ts'
import { lineMessage } from '../texts.ts'
import { SHOW_AGAIN } from './buttons.ts'
import { incompleteMessage, perhapsLostMessage, shownAgain } from './texts.ts'

/** Tells people of answers that may not have arrived, or not wholly. */
export function tellOfLost({ db, clock }: { db: Db; clock: Clock }): Tell {
  return async ({ id, chatId }, what) => {
    const to = { chatId, locale: (await localeOfChat(db, chatId)) ?? ('sr-Cyrl' as const) }
    await queueAbout(db, id, what === 'incomplete' ? incompleteMessage(to) : perhapsLostMessage(to, id), clock.now())
  }
}

/** What people do about a message that they did not get as it was meant. */
export function deliveryHandlers(): Handled<BotContext>[] {
  return [handle(SHOW_AGAIN, (ctx, [rowId]) => ctx.turn.finish((db) => showAgain(db, ctx, rowId)))]
}

async function showAgain(db: Db, ctx: BotContext, rowId: number): Promise<Outgoing[]> {
  const to = { chatId: ctx.turn.chatId, locale: ctx.locale }
  const notice = ctx.callbackQuery?.message?.message_id
  const payload = await takeUnknown(db, rowId, to.chatId)
  if (payload) return shownAgain(to, payload, notice)
  const gone = lineMessage(to.chatId, to.locale, 'not-kept')
  return [notice === undefined ? gone : { ...gone, edits: notice }]
}

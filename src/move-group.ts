import type { MiddlewareFn } from 'grammy'
import { moveQuestions } from './answers/keeping/store.ts'
import { moveConversation } from './answers/reading/conversation-store.ts'
import { moveChat } from './bot/chat-data.ts'
import type { ChatContext } from './bot/context.ts'
import { moveGroupOfPlan } from './plans/keeping/group-store.ts'
import type { Db } from './platform/database/database.ts'

/** A group became a supergroup, under another number: all that is kept of it goes there. Safe to repeat; to be done in one transaction. */
export async function moveGroup(db: Db, from: number, to: number): Promise<void> {
  await moveChat(db, from, to)
  await moveConversation(db, from, to)
  await moveQuestions(db, from, to)
  await moveGroupOfPlan(db, from, to)
}

/** Follows a group to its new number, whichever of both Telegram tells us from first. */
export const followGroup: MiddlewareFn<ChatContext> = (ctx, next) => {
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = ctx.message ?? {}
  if (to === undefined && from === undefined) return next()
  const [old, current] = [from ?? ctx.message!.chat.id, to ?? ctx.message!.chat.id]
  return ctx.turn.finish(async (db) => {
    await moveGroup(db, old, current)
    return []
  })
}

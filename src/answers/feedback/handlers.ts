import type { InlineKeyboardButton } from 'grammy/types'
import type { ChatContext } from '../../bot/context.ts'
import type { Clock } from '../../platform/clock.ts'
import { say } from '../say.ts'
import { forgetCached } from '../writing/cache-store.ts'
import { type Feedback, isWrong } from './feedback.ts'
import { saveFeedback } from './store.ts'
import { withFeedback } from './texts.ts'

/** 👍, 👎 or a reason: keeps it and marks the button. `false`: its question is forgotten. */
export async function pressFeedback(
  ctx: ChatContext,
  clock: Clock,
  question: number,
  given: Feedback,
): Promise<boolean> {
  const { callbackQuery, locale } = ctx
  if (!callbackQuery) return false
  const { chatId } = ctx.turn
  let known = false
  await ctx.turn.finish(async (db) => {
    const about = { chatId, questionId: question, givenBy: callbackQuery.from.id }
    known = await saveFeedback(db, about, given, clock.now())
    if (known && isWrong(given)) await forgetCached(db, chatId, question)
    const message = callbackQuery.message
    if (!known || !message) return []
    const buttons = withFeedback(buttonsOf(message), locale, question, given, ctx.chat?.type === 'private')
    return [{ chatId, content: [], edits: message.message_id, buttons }]
  })
  if (known) ctx.toast(say(locale)(given.helpful || given.reason ? 'feedback-thanks' : 'feedback-why'))
  return known
}

function buttonsOf(
  message: { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } | object,
): InlineKeyboardButton[][] {
  return 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
}

import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'
import type { ChatContext } from '../../bot/context.ts'
import type { Locale } from '../../language/locale.ts'
import type { Clock } from '../../platform/clock.ts'
import { say } from '../say.ts'
import { forgetCached } from '../writing/cache-store.ts'
import { type Feedback, isWrong, REASONS } from './feedback.ts'
import { saveFeedback } from './store.ts'
import { withFeedback } from './texts.ts'

const questionId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const pressed = z.union([
  z.tuple([z.literal('rate'), questionId, z.enum(['up', 'down'])]),
  z.tuple([z.literal('why'), questionId, z.enum(REASONS)]),
])

/** 👍, 👎 or a reason: keeps it and marks the button. `false`: it is no such button, or its question is forgotten. */
export async function pressFeedback(
  ctx: Pick<ChatContext, 'turn' | 'toast' | 'callbackQuery'>,
  locale: Locale,
  clock: Clock,
  data: string[],
): Promise<boolean> {
  const parsed = pressed.safeParse(data)
  const { callbackQuery } = ctx
  if (!parsed.success || !callbackQuery) return false
  const [kind, question, choice] = parsed.data
  const given: Feedback =
    kind === 'rate' ? { helpful: choice === 'up', reason: null } : { helpful: false, reason: choice }
  const { chatId } = ctx.turn
  let known = false
  await ctx.turn.finish(async (db) => {
    const about = { chatId, questionId: question, givenBy: callbackQuery.from.id }
    known = await saveFeedback(db, about, given, clock.now())
    if (known && isWrong(given)) await forgetCached(db, chatId, question)
    const message = callbackQuery.message
    if (!known || !message) return []
    const buttons = withFeedback(buttonsOf(message), locale, question, given)
    return [{ chatId, content: [], edits: message.message_id, buttons }]
  })
  if (known) ctx.toast(say(locale)(given.helpful || given.reason ? 'feedback-thanks' : 'feedback-why'))
  else ctx.toast(say(locale)('stale'))
  return true
}

function buttonsOf(
  message: { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } | object,
): InlineKeyboardButton[][] {
  return 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
}

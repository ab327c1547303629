import type { MiddlewareFn } from 'grammy'
import type { BotContext } from './context.ts'
import type { Outgoing } from './outbox.ts'

/** Answers every pressed button once, whatever the handler does, so that no button keeps waiting in the chat. */
export const answerButtons: MiddlewareFn<BotContext> = async (ctx, next) => {
  let text = ''
  ctx.toast = (line) => {
    text = line
  }
  try {
    await next()
  } finally {
    if (ctx.callbackQuery) {
      // Telegram refuses answers to old presses; then there is nobody left to wait.
      await ctx.answerCallbackQuery(text === '' ? {} : { text: text.slice(0, 200) }).catch(() => {})
    }
  }
}

/** Shows «typing…» at once for whatever will be answered with a message; never waits for it and never fails. */
export const showTyping: MiddlewareFn<BotContext> = (ctx, next) => {
  if (ctx.message?.chat.type === 'private') void ctx.replyWithChatAction('typing').catch(() => {})
  return next()
}

/** A message in place of the one whose button was pressed. */
export function inPlace(ctx: BotContext, message: Outgoing): Outgoing {
  const edits = ctx.callbackQuery?.message?.message_id
  return edits === undefined ? message : { ...message, edits }
}

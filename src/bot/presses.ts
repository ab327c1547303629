import type { MiddlewareFn } from 'grammy'
import type { ChatContext } from './context.ts'
import type { Outgoing } from './send/outbox.ts'

/** How long a pressed button may wait for the line that answers it; a chat soon gives up, and says that nobody answered. */
const TOAST_MS = 1_500

/** Answers every pressed button once, whatever the handler does and however long it takes, so that none keeps waiting in the chat. */
export const answerButtons: MiddlewareFn<ChatContext> = async (ctx, next) => {
  ctx.toast = () => {}
  if (!ctx.callbackQuery) return next()
  let text = ''
  let answered = false
  ctx.toast = (line) => {
    text = line
  }
  const answer = async () => {
    if (answered) return
    answered = true
    // Telegram refuses answers to old presses; then there is nobody left to wait.
    await ctx.answerCallbackQuery(text === '' ? {} : { text: text.slice(0, 200) }).catch(() => {})
  }
  const waiting = setTimeout(() => void answer(), TOAST_MS)
  try {
    await next()
  } finally {
    clearTimeout(waiting)
    await answer()
  }
}

/** What is answered sooner needs no sign that it is being worked on, and costs Telegram and us one call less. */
const TYPING_AFTER_MS = 150

/** Shows «typing…» in a private chat whose answer takes a moment; never waits for it and never fails. */
export const showTyping: MiddlewareFn<ChatContext> = async (ctx, next) => {
  if (ctx.message?.chat.type !== 'private') return next()
  const typing = setTimeout(() => showTypingNow(ctx), TYPING_AFTER_MS)
  try {
    await next()
  } finally {
    clearTimeout(typing)
  }
}

/** Never waits and never fails. */
export function showTypingNow(ctx: ChatContext): void {
  const { thread } = ctx.turn
  // Not the thread of replies that Telegram names in groups without topics: it refuses that one.
  void ctx.replyWithChatAction('typing', { message_thread_id: thread as number }).catch(() => {})
}

/** A message in place of the one whose button was pressed. */
export function inPlace(ctx: ChatContext, message: Outgoing): Outgoing {
  const edits = ctx.callbackQuery?.message?.message_id
  return edits === undefined ? message : { ...message, edits }
}

import type { InlineKeyboardButton } from 'grammy/types'
import { bold, paragraph } from '../../bot/message/rich.ts'
import type { Asking } from '../../bot/registry/handle.ts'
import { STAY } from '../../bot/registry/leave.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../context.ts'
import { say } from '../texts.ts'

/** What is said of buttons under the questions of any dialogue. */
export const asking: Asking<BotContext> = {
  past: (ctx, spent) => {
    ctx.toast(say(ctx.locale)('step-is-past'))
    return spent ? withoutButtons(ctx) : []
  },
  sure: (ctx, data) => [sureMessage(ctx, data)],
}

/** Takes the buttons away under an old question; none where the message shows something else by now. */
function withoutButtons({ turn, callbackQuery }: BotContext): Outgoing[] {
  const { message, data } = callbackQuery ?? {}
  if (!message || !('reply_markup' in message)) return []
  const shown = (message.reply_markup?.inline_keyboard ?? []).flat()
  const isShown = shown.some((button) => 'callback_data' in button && button.callback_data === data)
  return isShown ? [{ chatId: turn.chatId, content: [], edits: message.message_id, buttons: [] }] : []
}

/** In answer to the question, so that one finds it again. */
function sureMessage({ turn, locale, callbackQuery }: BotContext, data: string): Outgoing {
  const t = say(locale)
  const yes: InlineKeyboardButton = { text: t('button-discard-entered'), callback_data: data }
  const replyTo = callbackQuery?.message?.message_id
  return {
    chatId: turn.chatId,
    content: [paragraph(bold(t('ask-discard')))],
    buttons: [[yes], [STAY.labelled(t('button-go-on-entering'))]],
    ...(replyTo === undefined ? {} : { replyTo }),
  }
}

import type { InlineKeyboardButton } from 'grammy/types'
import { bold, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import type { Answer } from '../answer.ts'
import { asksTrainer } from '../feedback/texts.ts'
import { type PlainSentence, say } from '../say.ts'

/** An answer as a group reads it: refusals and alarms in a line or two, the rest of them privately. */
export function groupAnswer(
  message: Outgoing,
  answer: Answer | null,
  locale: Locale,
  me: { username: string },
): Outgoing {
  const { chatId } = message
  switch (answer?.kind) {
    case 'declined':
      return groupLine(chatId, locale, 'group-declined', me)
    case 'sessions':
    case 'function':
      return groupLine(chatId, locale, 'group-private', me)
    case 'emergency':
      return {
        chatId,
        content: [
          paragraph(bold(say(locale)('emergency-title'))),
          list([bold(say(locale)('emergency-police')), say(locale)('emergency-rescue')]),
        ],
      }
    default:
      return withoutTrainer(message)
  }
}

/** What is between us and whoever asked: their own matters, and what we do not answer. */
export function isPersonal(answer: Answer | null): boolean {
  return answer?.kind === 'declined' || answer?.kind === 'sessions' || answer?.kind === 'function'
}

/** A group's questions are handed to nobody: whoever wants a trainer's answer asks in private. */
function withoutTrainer(message: Outgoing): Outgoing {
  const { buttons } = message
  return buttons ? { ...message, buttons: buttons.filter((row) => !row.some(asksTrainer)) } : message
}

/** A sentence of ours in a group; with `me`, and a button that leads to our private chat. */
export function groupLine(
  chatId: number,
  locale: Locale,
  id: PlainSentence,
  me: { username: string } | null,
): Outgoing {
  return {
    chatId,
    content: [paragraph(tappable(say(locale)(id)))],
    ...(me ? { buttons: [[privateButton(locale, me.username)]] } : {}),
  }
}

export function groupWelcome(chatId: number, locale: Locale, username: string): Outgoing {
  return {
    chatId,
    content: [paragraph(say(locale)('group-welcome', { bot: username }))],
    buttons: [[privateButton(locale, username)]],
  }
}

function privateButton(locale: Locale, username: string): InlineKeyboardButton {
  return { text: say(locale)('button-private'), url: `https://t.me/${username}` }
}

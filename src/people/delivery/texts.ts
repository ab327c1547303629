import { paragraph } from '../../bot/message/rich.ts'
import type { Outgoing, Payload } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { lineMessage, say } from '../texts.ts'
import { SHOW_AGAIN } from './buttons.ts'

type To = { chatId: number; locale: Locale }

/** To somebody who may not have got an answer; in a private chat with a button that shows it again. */
export function perhapsLostMessage({ chatId, locale }: To, rowId: number): Outgoing {
  const t = say(locale)
  const isPrivate = chatId > 0
  return {
    chatId,
    content: [paragraph(t(isPrivate ? 'perhaps-lost' : 'perhaps-lost-in-group'))],
    ...(isPrivate ? { buttons: [[SHOW_AGAIN.labelled(t('button-show-again'), rowId)]] } : {}),
  }
}

/** To somebody who got a long message without one of its parts. */
export function incompleteMessage({ chatId, locale }: To): Outgoing {
  return lineMessage(chatId, locale, 'incomplete')
}

/** The message once more, in the place of the one that offered it; a file comes after that one. */
export function shownAgain({ chatId, locale }: To, { content, file, buttons }: Payload, notice?: number): Outgoing[] {
  const again = { chatId, content, ...(buttons ? { buttons } : {}) }
  if (!file) return [{ ...again, ...(notice === undefined ? {} : { edits: notice }) }]
  const edited = notice === undefined ? [] : [{ ...lineMessage(chatId, locale, 'shown-again'), edits: notice }]
  return [...edited, { ...again, file }]
}

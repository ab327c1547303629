import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, footer, paragraph, tappable } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing, Payload } from '../../bot/send/outbox.ts'
import type { Tell } from '../../bot/send/record.ts'
import type { Locale } from '../../language/locale.ts'
import { lineMessage, say } from '../texts.ts'
import { SHOW_AGAIN, SHOW_AS } from './buttons.ts'

/** What somebody is told of an answer that did not arrive, or not whole. */
export function lostMessage(to: To, what: Parameters<Tell>[1], rowId: number | null): Outgoing {
  switch (what) {
    case 'perhaps-lost':
      return perhapsLostMessage(to, rowId)
    case 'incomplete':
      return lineMessage(to.chatId, to.locale, 'incomplete')
    case 'without-file':
      return lineMessage(to.chatId, to.locale, 'without-file')
  }
}

/** To somebody who may not have got an answer; in a private chat with a button that shows it again, unless it is not kept (`null`). */
function perhapsLostMessage({ chatId, locale }: To, rowId: number | null): Outgoing {
  const t = say(locale)
  if (chatId < 0) return lineMessage(chatId, locale, 'perhaps-lost-in-group')
  if (rowId === null) return lineMessage(chatId, locale, 'perhaps-lost-not-kept')
  return {
    chatId,
    content: [paragraph(t('perhaps-lost'))],
    buttons: [[SHOW_AGAIN.labelled(t('button-show-again'), rowId)]],
  }
}

/** The message once more, in the place of the one that offered it; a file comes after that one. */
export function shownAgain({ chatId, locale }: To, { content, file, buttons }: Payload, notice?: number): Outgoing[] {
  const again = { chatId, content, ...(buttons ? { buttons } : {}) }
  if (!file) return [{ ...again, ...(notice === undefined ? {} : { edits: notice }) }]
  const edited = notice === undefined ? [] : [{ ...lineMessage(chatId, locale, 'shown-again'), edits: notice }]
  return [...edited, { ...again, file }]
}

/** Under the first rich message of a chat. */
export function notWellButton(locale: Locale): InlineKeyboardButton {
  return SHOW_AS.labelled(say(locale)('button-not-well'), 'plain')
}

/** How messages look in a chat, with the way to the other look. */
export function formMessage({ chatId, locale }: To, isPlain: boolean, edits?: number): Outgoing {
  const t = say(locale)
  const other = isPlain ? SHOW_AS.labelled(t('button-rich'), 'rich') : notWellButton(locale)
  return {
    chatId,
    content: [paragraph(t(isPlain ? 'form-is-plain' : 'form-is-rich'))],
    buttons: [[other]],
    ...(edits === undefined ? {} : { edits }),
  }
}

/** A rich message of ours again, for whoever did not see it well: in its place, and under it what is done from now on. */
export function plainerMessage({ chatId, locale }: To, message: RichShown): Outgoing {
  const offers = SHOW_AS.data('plain')
  const rows = message.buttons.map((row) =>
    row.filter((button) => !('callback_data' in button) || button.callback_data !== offers),
  )
  return {
    chatId,
    content: [...message.content, footer(tappable(say(locale)('form-chosen-plain')))],
    buttons: rows.filter((row) => row.length > 0),
    edits: message.messageId,
  }
}

export type RichShown = { messageId: number; content: Block[]; buttons: InlineKeyboardButton[][] }

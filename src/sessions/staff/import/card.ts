import type { InlineKeyboardButton } from 'grammy/types'
import type { Locale } from '../../../language/locale.ts'
import { IMPORT } from './buttons.ts'
import { say } from './texts.ts'

export function importButton(locale: Locale, sessionId: number): InlineKeyboardButton {
  return IMPORT.labelled(say(locale)('button-import'), sessionId)
}

import type { InlineKeyboardButton } from 'grammy/types'

/** A row with the button that opens one of our pages inside Telegram; none where there are no pages. */
export function pageButton(dashboard: string | null, path: string, label: string): InlineKeyboardButton[][] {
  return dashboard === null ? [] : [[{ text: label, web_app: { url: `${dashboard}${path}` } }]]
}

import type { Message } from 'grammy/types'
import type { Actions } from '../message/markup.ts'
import { measure, plainText } from '../message/rich-measure.ts'
import type { RichBlockNode } from '../message/rich-schema.ts'
import type { Keyboard, StoredMessage } from '../store/messages.ts'

/** A button a person can press: under a message, inside a rich message, or below the input field. */
export type Button =
  | { place: 'message'; text: string; actions: Actions }
  | { place: 'keyboard'; text: string; requestsContact: boolean; requestsOther: boolean }

/** Every button of the message, in the order they are shown. `current` is the keyboard the chat has now. Pure. */
export function buttonsOf(stored: StoredMessage, current: Keyboard | null): Button[] {
  const { message, keyboard } = stored
  return [...richButtons(message), ...inlineButtons(message), ...keyboardButtons(keyboard ?? current)]
}

/** The button with this callback data, or else the first with this text. Pure. */
export function findButton(buttons: readonly Button[], wanted: string): Button | undefined {
  const byData = buttons.find((button) => button.place === 'message' && button.actions.callback_data === wanted)
  return (
    byData ??
    buttons.find((button) => button.text === wanted) ??
    buttons.find(({ text }) => text.trim() === wanted.trim())
  )
}

function richButtons({ rich_message: rich }: Message): Button[] {
  if (!rich) return []
  return measure(rich.blocks as unknown as RichBlockNode[]).buttons.map((button) => ({
    place: 'message',
    text: plainText(button.text),
    actions: button,
  }))
}

function inlineButtons({ reply_markup: markup }: Message): Button[] {
  const rows = markup?.inline_keyboard ?? []
  return rows.flat().map((button) => ({ place: 'message', text: button.text, actions: button as Actions }))
}

function keyboardButtons(keyboard: Keyboard | null): Button[] {
  if (!keyboard || !('keyboard' in keyboard)) return []
  return keyboard.keyboard.flat().map((button) => {
    if (typeof button === 'string') {
      return { place: 'keyboard', text: button, requestsContact: false, requestsOther: false }
    }
    const requestsContact = 'request_contact' in button && button.request_contact
    const requestsOther = Object.keys(button).some((field) => /^request_(?!contact)|^web_app$/.test(field))
    return { place: 'keyboard', text: button.text, requestsContact, requestsOther }
  })
}

import type { Update } from 'grammy/types'

/** A person's message as Telegram delivers it; the chat is private. */
export function aMessageUpdate(updateId: number, chatId: number, text = `порука ${updateId}`): Update {
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_772_438_400,
      chat: { id: chatId, type: 'private', first_name: 'Ана' },
      from: { id: chatId, is_bot: false, first_name: 'Ана' },
      text,
    },
  }
}

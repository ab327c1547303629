import type { DataClass } from '../platform/database/retention.ts'
import { countUpdates, deleteFinished } from './receive/inbox.ts'
import { countDialogues, deleteDialogues } from './registry/dialogue-store.ts'
import { countChatForms } from './send/chat-form-store.ts'
import { countMessages, deleteSent } from './send/sender-store.ts'
import { countUnknown, forgetUnknown } from './send/unknown-store.ts'

/** What Telegram sent and what was answered: kept for a while, to see what went wrong. */
export const BOT_DATA: readonly DataClass[] = [
  {
    name: 'updates from Telegram',
    tables: ['inbox'],
    keepDays: 7,
    delete: deleteFinished,
    count: countUpdates,
  },
  {
    name: 'messages sent',
    tables: ['outbox'],
    keepDays: 30,
    delete: deleteSent,
    count: countMessages,
  },
  {
    name: 'answers that may not have arrived',
    tables: ['outbox'],
    keepDays: 1,
    delete: forgetUnknown,
    count: countUnknown,
  },
  {
    name: 'how messages look in a chat',
    tables: ['chat_form'],
    // Goes with everything else of the chat.
    keepDays: null,
    delete: async () => 0,
    count: countChatForms,
  },
  {
    name: 'dialogues not ended',
    tables: ['dialogue'],
    keepDays: 7,
    delete: deleteDialogues,
    count: countDialogues,
  },
]

import { plainOfBlocks } from '../../bot/message/rich.ts'
import type { Search } from '../../knowledge/search/search.ts'
import type { Db } from '../../platform/database/database.ts'
import { askAlone } from '../ask-alone.ts'
import type { Conversation } from '../reading/conversation.ts'
import type { Asker, Shown } from './usable.ts'

/** Asks as somebody in a private chat does, without a model. */
export function askerOf(parts: { db: Db; search: Search }): Asker {
  return async (messages) => {
    const shown: Shown[] = []
    let conversation: Conversation = []
    for (const text of messages) {
      const told = await askAlone({ ...parts, writer: null }, text, conversation)
      const read = told.message.content.filter((block) => block.type !== 'details')
      shown.push({ answer: told.answer, text: plainOfBlocks(read) })
      conversation = told.conversation
    }
    return shown
  }
}

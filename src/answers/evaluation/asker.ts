import { plainOfBlocks } from '../../bot/message/rich.ts'
import type { Search } from '../../knowledge/search/search.ts'
import { writingOf } from '../../language/detect.ts'
import { localeOfWriting } from '../../language/locale.ts'
import type { Db } from '../../platform/database/database.ts'
import { respond } from '../respond.ts'
import { NO_CHAT } from '../spending/store.ts'
import { answerMessage } from '../texts.ts'
import type { Asker, Shown } from './usable.ts'

/** Asks as somebody in a private chat does, without a model. */
export function askerOf(parts: { db: Db; search: Search }): Asker {
  const one = async (text: string): Promise<Shown> => {
    const writing = writingOf(text)
    const locale = writing ? localeOfWriting(writing) : 'sr-Cyrl'
    const call = { chatId: NO_CHAT, stop: new AbortController().signal, waiting: <T>(work: () => Promise<T>) => work() }
    const { answer } = await respond(
      { ...parts, writer: null },
      { text, locale, conversation: [], call, onProgress: () => {} },
    )
    const { content } = answerMessage(0, locale, answer, 0)
    return { answer, text: plainOfBlocks(content.filter((block) => block.type !== 'details')) }
  }
  return async (conversation) => {
    const shown: Shown[] = []
    for (const text of conversation) shown.push(await one(text))
    return shown
  }
}

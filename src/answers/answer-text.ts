import { type Asking, type AskParts, ask } from './asking.ts'
import type { Sentence, ValuesOf } from './say.ts'
import { lineMessage } from './texts.ts'

/** Telegram's messages and five minutes of speech are shorter; what is longer comes from elsewhere. */
const LONGEST_QUESTION = 8_000

/** Answers what somebody wrote or said; what asks nothing gets a kind word. */
export function answerText(asking: Asking, parts: AskParts, text: string): Promise<number> {
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return sayLine(asking, 'empty-question')
  if (text.length > LONGEST_QUESTION) return sayLine(asking, 'too-long', { most: LONGEST_QUESTION })
  return ask(asking, parts, text)
}

/** One of our sentences instead of an answer. */
export function sayLine<Id extends Sentence>(asking: Asking, id: Id, ...values: ValuesOf<Id>): Promise<number> {
  const { turn, locale, lead = [], decorate = (message) => message } = asking
  return turn.finish(async () => {
    const message = lineMessage(turn.chatId, locale, id, ...values)
    return [decorate({ ...message, content: [...lead, ...message.content] }, null)]
  })
}

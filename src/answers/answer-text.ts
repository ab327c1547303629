import { type Asking, type AskParts, ask } from './asking.ts'
import { courtesyOf } from './reading/courtesy.ts'
import { lineMessage } from './texts.ts'

/** Longer questions are turned down: they are pasted documents, and search would only find noise. */
const LONGEST_QUESTION = 1_500

/** Answers what somebody wrote or said; what asks nothing gets a kind word. */
export function answerText(asking: Asking, parts: AskParts, text: string): Promise<number> {
  const explain = (sentence: string, values = {}) => sayLine(asking, sentence, values)
  if (!/[\p{L}\p{N}]{2}/u.test(text)) return explain('empty-question')
  const courtesy = courtesyOf(text)
  if (courtesy) return explain(`courtesy-${courtesy}`)
  if (text.length > LONGEST_QUESTION) return explain('too-long', { most: LONGEST_QUESTION })
  return ask(asking, parts, text)
}

/** One of our sentences instead of an answer. */
export function sayLine(asking: Asking, sentence: string, values: Record<string, number> = {}): Promise<number> {
  const { turn, locale, lead = [], decorate = (message) => message } = asking
  return turn.finish(async () => {
    const message = lineMessage(turn.chatId, locale, sentence, values)
    return [decorate({ ...message, content: [...lead, ...message.content] }, null)]
  })
}

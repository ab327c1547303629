import type { Outgoing } from '../bot/send/outbox.ts'
import { writingOf } from '../language/detect.ts'
import { localeOfWriting } from '../language/locale.ts'
import type { Answer } from './answer.ts'
import type { Conversation } from './reading/conversation.ts'
import { remembered } from './remember.ts'
import { respond } from './respond.ts'
import { NO_CHAT } from './spending/store.ts'
import { answerMessage } from './texts.ts'

/** An answer outside of a chat, as a message, and the conversation with it. */
export type Told = { answer: Answer; message: Outgoing; conversation: Conversation }

/** Answers as in a private chat, with nobody to keep anything for: in the terminal, and to see how well. */
export async function askAlone(
  parts: Parameters<typeof respond>[0],
  text: string,
  conversation: Conversation,
): Promise<Told> {
  const writing = writingOf(text)
  const locale = writing ? localeOfWriting(writing) : 'sr-Cyrl'
  const call = { chatId: NO_CHAT, stop: new AbortController().signal, waiting: <T>(work: () => Promise<T>) => work() }
  const said = await respond(parts, { text, locale, conversation, call, onProgress: () => {} })
  const message = answerMessage(0, locale, said.answer, 0)
  return { answer: said.answer, message, conversation: remembered(conversation, said, { locale, message }) }
}

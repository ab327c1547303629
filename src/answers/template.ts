import type { Outgoing } from '../bot/send/outbox.ts'
import type { Search } from '../knowledge/search/search.ts'
import type { StoredChunk } from '../knowledge/search/store.ts'
import { templateOf } from '../knowledge/templates/handlers.ts'
import { sendButton } from '../knowledge/templates/texts.ts'
import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { type Answer, quotesOf } from './answer.ts'
import { answerAsked, askedIn } from './quoting/answer.ts'

/**
 * How nearly a form's titles or ways to ask say what is asked (`Hit.titleMatch`), so that the form itself is sent. Of 20 ways
 * to ask for a form all found theirs first, 14 of them as near as this; of 20 questions about the same subjects («ко води
 * записник») four found a form first, the nearest at 0.33. What is less near gets a button.
 */
const ASKED_FOR = 0.35
/** What the classifier takes for something to do («напиши ми одлуку») is about a form from here on. */
const RATHER_THAN_DO = 0.2

/** The answer to a message that asks to do something, where what it means is a form; `null` where it is not. */
export async function templateInstead(search: Search, text: string): Promise<Answer | null> {
  const put = askedIn(text)
  const { hits } = await search.find(put, 1)
  const isMeant = hits[0] && hits[0].chunk.template !== null && hits[0].titleMatch >= RATHER_THAN_DO
  return isMeant ? answerAsked(search, put) : null
}

/** The form that an answer cites, and whether it was asked for; `null` when it cites none. */
function citedIn(answer: Answer): { chunk: StoredChunk; isAskedFor: boolean } | null {
  const chunk = quotesOf(answer).find((quote) => quote.chunk.template !== null)?.chunk
  if (!chunk) return null
  const [first] = 'hits' in answer ? answer.hits : []
  const isAskedFor = first?.chunk.template === chunk.template && first.titleMatch >= ASKED_FOR
  return { chunk, isAskedFor }
}

/** What goes with an answer that cites a form: a button that sends it, or the form at once, where it was asked for. */
export async function withTemplate(
  db: Db,
  to: { chatId: number; locale: Locale },
  answer: Answer,
  message: Outgoing,
): Promise<Outgoing[]> {
  const cited = citedIn(answer)
  if (!cited) return [message]
  const file = cited.isAskedFor ? await templateOf(db, to, cited.chunk) : null
  const onceKey = message.onceKey && `${message.onceKey}:template`
  if (file) return [message, onceKey ? { ...file, onceKey } : file]
  const button = [sendButton(to.locale, cited.chunk)]
  return [{ ...message, buttons: [button, ...(message.buttons ?? [])] }]
}

import type { Search } from '../knowledge/search/search.ts'
import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { intentOf } from './intent/intent.ts'
import { gather } from './quoting/gather.ts'
import type { Conversation } from './reading/conversation.ts'
import { readMessage } from './reading/read.ts'
import type { Call } from './reading/rewriter.ts'
import { asWritten, type Understood, understand } from './reading/understand.ts'
import { accountOf } from './trace.ts'
import { type Composed, compose, type Progress } from './writing/compose.ts'
import type { Writer } from './writing/writer.ts'

export type Question = {
  text: string
  locale: Locale
  conversation: Conversation
  call: Call
  onProgress: (progress: Progress) => void
}

/** An answer and how it came about. `understood` is the question as it stands without the conversation. */
export type Response = Pick<Composed, 'answer' | 'toCache'> & {
  account: Composed['account'] | null
  understood: string
}

/**
 * Answers a question: what it means in the conversation, what the material says of it, and that written by the model
 * where there is one. Whatever keeps the model from it, the material itself is quoted. What must not be answered never
 * reaches the model; what the model thinks must not be answered is not answered either.
 */
export async function respond(
  parts: { db: Db; search: Search; writer: Writer | null },
  question: Question,
): Promise<Response> {
  const { search, writer } = parts
  const { text, locale, call, onProgress } = question
  const intent = intentOf(text, readMessage(text).asked)
  if (intent.kind !== 'question' && intent.kind !== 'about')
    return { answer: intent, account: null, understood: text, toCache: null }
  const understood = writer ? await understand(writer, call, question.conversation, text) : asWritten(text)
  const found = understood.alarm ?? (await gather(search, understood))
  const whole = understood.questions.join('\n')
  if (!writer) return { answer: found, account: null, understood: whole, toCache: null }
  const rewritten = understood.isRewritten ? whole : null
  if (found.kind !== 'quoted') return unwritten(found, understood, writer, rewritten)
  const composed = await compose(
    { ...parts, writer },
    {
      task: 'answer',
      question: whole,
      locale,
      found,
      carried: understood.carried,
      spentBefore: understood.spent,
      call,
      onProgress,
    },
  )
  return { ...composed, account: { ...composed.account, rewritten }, understood: whole }
}

/** What needs no writing: a term of the glossary, nothing found, or a rewriting that must not be answered. */
function unwritten(
  found: Response['answer'],
  understood: Understood,
  writer: Writer,
  rewritten: string | null,
): Response {
  const about = { model: writer.model, promptHash: writer.hashOf('answer'), rewritten }
  const asked = understood.spent.input + understood.spent.output > 0
  return {
    answer: found,
    account: asked || rewritten !== null ? accountOf(understood.spent, about) : null,
    understood: understood.questions.join('\n'),
    toCache: null,
  }
}

import type { Search } from '../knowledge/search/search.ts'
import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import { answeringQuotes, type Quote } from './answer.ts'
import { converse } from './converse.ts'
import { chanceOfDanger, intentOf } from './intent/intent.ts'
import { accountOf } from './keeping/trace.ts'
import { answerAsked, askedIn } from './quoting/answer.ts'
import type { Way } from './quoting/follow.ts'
import { gather } from './quoting/gather.ts'
import type { Conversation } from './reading/conversation.ts'
import { goesOn } from './reading/follow-up.ts'
import { readMessage } from './reading/read.ts'
import type { Call } from './reading/rewriter.ts'
import { type Understood, understand } from './reading/understand.ts'
import { templateInstead } from './template.ts'
import { type Composed, compose, type Progress } from './writing/compose.ts'
import type { Writer } from './writing/writer.ts'

export type Question = {
  text: string
  locale: Locale
  conversation: Conversation
  call: Call
  onProgress: (progress: Progress) => void
}

/** An answer and how it came about. */
export type Response = Pick<Composed, 'answer' | 'toCache'> & {
  account: Composed['account'] | null
  /** The question as it stands without the conversation and without what is told around it. */
  understood: string
  /** How that was found out; `null` where nothing was asked of the material. */
  way: Way | 'model' | null
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
  const reading = readMessage(text)
  const intent = intentOf(text, reading.asked, reading.story)
  const mayAsk =
    intent.kind === 'question' ||
    intent.kind === 'about' ||
    (intent.kind !== 'emergency' && intent.kind !== 'declined' && goesOn(text))
  const template = intent.kind === 'function' ? await templateInstead(search, text) : null
  if (template) return asItIs(template, text)
  if (intent.kind === 'emergency') return asItIs({ ...intent, also: await alsoAsked(search, text) }, text)
  if (!mayAsk) return asItIs(intent, text)
  const about = intent.kind === 'about' ? intent.about : null
  const alone = (conversation: Conversation) => converse(parts, conversation, { text, reading, about })
  if (!writer) return { ...(await alone(question.conversation)), account: null, toCache: null }
  const understood = await understand(writer, watched(question), question.conversation, text)
  const read = understood.alarm || understood.isRewritten ? null : await alone(said(understood, question))
  const found = read?.answer ?? understood.alarm ?? (await gather(search, understood))
  const whole = read?.understood ?? understood.questions.join('\n')
  const rewritten = understood.isRewritten ? whole : null
  const way = read?.way ?? 'model'
  if (found.kind !== 'quoted') return { ...unwritten(found, understood, writer, rewritten), understood: whole, way }
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
  return { ...composed, account: { ...composed.account, rewritten }, understood: whole, way }
}

/**
 * Danger less likely than this may be an ordinary question, if the material answers it as surely as this. Of 75 messages of danger two are
 * so, both of trafficking; of six ordinary questions that were alarmed three are.
 */
const SURELY_DANGER = 0.93
const SURELY_ANSWERED = 0.85

/** What is quoted below the contacts to whoever may not be in danger. */
async function alsoAsked(search: Search, text: string): Promise<Quote[]> {
  if (chanceOfDanger(text) >= SURELY_DANGER) return []
  const found = await answerAsked(search, askedIn(text))
  return found.kind === 'quoted' && found.evidence >= SURELY_ANSWERED ? answeringQuotes(found) : []
}

/** What needs neither a conversation nor a model. */
function asItIs(answer: Response['answer'], text: string): Response {
  return { answer, account: null, understood: text, way: null, toCache: null }
}

/** The conversation that a message may go on with, unless the model says that it does not. */
function said({ standsAlone }: Understood, { conversation }: Question): Conversation {
  return standsAlone ? [] : conversation
}

/** The call of a question, seen by its person from when the provider is waited for: there is a Stop button then. */
function watched({ call, onProgress }: Question): Call {
  return {
    ...call,
    waiting: (work) => {
      onProgress({ kind: 'reading' })
      return call.waiting(work)
    },
  }
}

/** What needs no writing: a term of the glossary, nothing found, or a rewriting that must not be answered. */
function unwritten(
  found: Response['answer'],
  understood: Understood,
  writer: Writer,
  rewritten: string | null,
): Pick<Response, 'answer' | 'account' | 'toCache'> {
  const about = { model: writer.model, promptHash: writer.hashOf('answer'), rewritten }
  const asked = understood.spent.input + understood.spent.output > 0
  return {
    answer: found,
    account: asked || rewritten !== null ? accountOf(understood.spent, about) : null,
    toCache: null,
  }
}

import type { Api } from 'grammy'
import { type Block, heading } from '../bot/message/rich.ts'
import type { Stops } from '../bot/receive/stops.ts'
import type { Turn } from '../bot/receive/turn.ts'
import { type LiveDraft, liveDraft, noDraft } from '../bot/send/draft.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { NOT_BY_WORDS, type Search } from '../knowledge/search/search.ts'
import { chunksInUse, readChunks } from '../knowledge/search/store.ts'
import type { Locale } from '../language/locale.ts'
import { markOf } from '../people/marks.ts'
import { mayAct } from '../people/roles/as-staff.ts'
import type { Role } from '../people/rules.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import type { Answer } from './answer.ts'
import { STAFF_FUNCTIONS } from './intent/functions.ts'
import { ASKER, type AskedBefore, saveTrace } from './keeping/store.ts'
import { traceOf } from './keeping/trace.ts'
import { type AnswerMetrics, measureAnswer } from './measure.ts'
import type { Conversation } from './reading/conversation.ts'
import { keepConversation, readConversation } from './reading/conversation-store.ts'
import type { Call } from './reading/rewriter.ts'
import { remembered } from './remember.ts'
import { type Response, respond } from './respond.ts'
import { type PlainSentence, say } from './say.ts'
import { FREE } from './spending/budget.ts'
import { withTemplate } from './template.ts'
import { answerMessage } from './texts.ts'
import { keepCached } from './writing/cache-store.ts'
import { compose, type Progress } from './writing/compose.ts'
import { FORMS, type Form } from './writing/prompts.ts'
import type { Writer } from './writing/writer.ts'
import { thinkingBlocks, writtenBlocks } from './writing/written-texts.ts'

/** What answering needs. `writer` is `null` when no model is configured. */
export type AskParts = {
  db: Db
  search: Search
  clock: Clock
  writer: Writer | null
  stops: Stops
  metrics: AnswerMetrics
  /** Whether a chat is shown rich messages while they are written; without it none is. */
  richDrafts?: ((chatId: number) => Promise<boolean>) | undefined
}

/** Who asks, and where the answer goes. */
export type Asking = {
  turn: Turn
  api: Pick<Api, 'raw'>
  locale: Locale
  /** `null` in a group, where no one's questions are kept by person. */
  personId: number | null
  /** The Telegram id of a group's member who asks, for them alone to find it again. */
  memberId?: number | undefined
  /** Groups see no drafts, and are offered nothing. */
  place: 'private' | 'group'
  /** What may be offered; in a group nothing that is for staff. */
  role: Role
  /** What somebody is told who asks about the calendar of trainings; a group hears where to ask. */
  sessions?: (db: Db) => Promise<Outgoing>
  /** The message that asks. */
  messageId?: number | undefined
  /** Stands above the answer. */
  lead?: Block[]
  /** Changes the message before it is queued; `answer` is `null` for a sentence of ours. */
  decorate?: (message: Outgoing, answer: Answer | null) => Outgoing
}

/** Answers a question, in one transaction with its trace and the conversation. Returns how many messages are new. */
export async function ask(asking: Asking, parts: AskParts, text: string): Promise<number> {
  const started = performance.now()
  const { chatId } = asking.turn
  const measured = measureAnswer(parts.metrics)
  const conversation = await readConversation(parts.db, chatId, parts.clock.now())
  const response = await whileWatched(asking, parts, (call, onProgress) =>
    respond(parts, { text, locale: asking.locale, conversation, call, onProgress }),
  )
  measured.found(response.answer, response.account)
  const settled = { ...response, text, formsLeft: FORMS, conversation, ms: performance.now() - started }
  const added = await finish(asking, parts, settled)
  measured.saved()
  return added
}

const FORM_TITLES: Record<Form, PlainSentence> = {
  compare: 'title-compare',
  checklist: 'title-checklist',
  simpler: 'title-simpler',
}

/** Puts an answer in another form, from the passages it was made of. Returns how many messages are new. */
export async function askInForm(
  asking: Asking,
  parts: AskParts & { writer: Writer },
  question: AskedBefore & { id: number },
  form: Form,
): Promise<number> {
  const started = performance.now()
  const ids = await chunksInUse(parts.db, [...new Set([...question.cited, ...question.chunkIds])])
  const chunks = await readChunks(parts.db, ids)
  const hits = ids.flatMap((id) => {
    const chunk = chunks.get(id)
    return chunk ? [{ chunk, ...NOT_BY_WORDS, similarity: null }] : []
  })
  const measured = measureAnswer(parts.metrics)
  const conversation = await readConversation(parts.db, asking.turn.chatId, parts.clock.now())
  const composed = await whileWatched(asking, parts, (call, onProgress) =>
    compose(parts, {
      task: form,
      question: question.text,
      locale: asking.locale,
      found: { kind: 'quoted', meaning: null, quotes: [], hits, evidence: 1 },
      carried: [],
      spentBefore: FREE,
      call,
      onProgress,
    }),
  )
  const lead = [heading(say(asking.locale)(FORM_TITLES[form]), 4)]
  const decorate = (message: Outgoing) =>
    composed.answer.kind === 'written' ? { ...message, onceKey: `as:${question.id}:${form}` } : message
  measured.found(composed.answer, composed.account)
  const added = await finish({ ...asking, lead, decorate }, parts, {
    ...composed,
    understood: question.text,
    way: null,
    text: question.text,
    formsLeft: FORMS.filter((other) => other !== form),
    conversation,
    ms: performance.now() - started,
  })
  measured.saved()
  return added
}

/** Runs `work` with a draft that the person watches and may stop. */
async function whileWatched<T>(
  asking: Asking,
  parts: AskParts,
  work: (call: Call, onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const { turn, api, place } = asking
  const never = new AbortController().signal
  if (!parts.writer) return work({ chatId: turn.chatId, stop: never, waiting: (wait) => wait() }, () => {})
  const rich = (await parts.richDrafts?.(turn.chatId)) ?? false
  const draft =
    place === 'private' ? liveDraft(api, turn.chatId, turn.updateId, { rich, thread: turn.thread }) : noDraft
  return parts.stops.watch(turn.chatId, turn.updateId, async (stop) => {
    try {
      return await work({ chatId: turn.chatId, stop, waiting: turn.outside }, (progress) =>
        showProgress(draft, asking, progress),
      )
    } finally {
      await draft.end()
    }
  })
}

function showProgress(draft: LiveDraft, { locale, lead = [] }: Asking, progress: Progress): void {
  draft.show(() => {
    if (progress.kind === 'reading') return [...lead, ...thinkingBlocks(locale, 'doing-reading')]
    const blocks = writtenBlocks(locale, progress.soFar().blocks)
    return [...lead, ...(blocks.length > 0 ? blocks : thinkingBlocks(locale, 'doing-writing'))]
  })
}

/** `formsLeft`: in which the answer does not stand yet. */
type Settled = Response & { text: string; formsLeft: readonly Form[]; conversation: Conversation; ms: number }

function finish(asking: Asking, parts: AskParts, settled: Settled): Promise<number> {
  const { turn, locale, personId, memberId, messageId, lead = [], decorate = (message) => message } = asking
  const answer = inPlace(asking, settled.answer)
  return turn.finish(async (db) => {
    const now = parts.clock.now()
    const { text, ms, understood, way } = settled
    const asker = memberId === undefined ? null : await markOf(db, ASKER, memberId)
    const asked = { personId, asker, chatId: turn.chatId, messageId, text, locale, ms, understood, way }
    const questionId = await saveTrace(db, traceOf(answer, asked, settled.account), now)
    const message =
      answer.kind === 'sessions' && asking.sessions
        ? await asking.sessions(db)
        : answerMessage(turn.chatId, locale, answer, questionId, parts.writer ? settled.formsLeft : [])
    const { toCache } = settled
    if (toCache) await keepCached(db, toCache.key, toCache.version, toCache.answer, now)
    const conversation = remembered(settled.conversation, { ...settled, answer }, { locale, message })
    if (conversation !== settled.conversation) await keepConversation(db, turn.chatId, conversation, now)
    const said = decorate({ ...message, content: [...lead, ...message.content] }, answer)
    return asking.place === 'private' ? withTemplate(db, { chatId: turn.chatId, locale }, answer, said) : [said]
  })
}

/** Groups are offered nothing, and nobody what is for others. */
function inPlace({ place, role }: Asking, answer: Answer): Answer {
  if (place === 'group' && answer.kind === 'written') return { ...answer, offer: null }
  const needed = answer.kind === 'function' && STAFF_FUNCTIONS[answer.function]
  if (!needed || mayAct(role, needed)) return answer
  if (answer.forOthers === 'obuke') return { kind: 'sessions' }
  if (answer.forOthers) return { kind: 'function', function: answer.forOthers }
  return { kind: 'function', function: 'kontakt', instead: answer.function }
}

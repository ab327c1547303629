import type { Glossary } from '../../knowledge/search/glossary.ts'
import { type Locale, languageOf } from '../../language/locale.ts'
import { mask } from '../../language/mask.ts'
import { replacePersonalNumbers } from '../../language/personal-number.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { afterFailure, type BreakerState, CLOSED, mayAsk, probing } from '../../platform/model/breaker.ts'
import type { ChatMessage, ChatModel, Written } from '../../platform/model/chat-model.ts'
import { type FailureKind, type Usage, WritingFailed } from '../../platform/model/writing-failure.ts'
import type { Fallback } from '../answer.ts'
import { type CheckedAnswer, type CheckedBlocks, createChecker, type Passage } from '../check/check.ts'
import { transcriptOf } from '../reading/conversation.ts'
import type { Call, Rewriter } from '../reading/rewriter.ts'
import { type Budgets, costOf, mayPay, type Prices, type Spending, spentOn } from '../spending/budget.ts'
import { addSpending, spentToday } from '../spending/store.ts'
import type { Prompts, Task } from './prompts.ts'

export type WriteResult =
  /** `text` as the model wrote it. `stopped`: the person pressed Stop, and this is what was there. */
  | { kind: 'written'; text: string; checked: CheckedAnswer; stopped: boolean; spent: Spending }
  | { kind: 'failed'; fallback: Exclude<Fallback, 'check'>; spent: Spending }

export type Order = {
  task: Task
  locale: Locale
  question: string
  passages: readonly Passage[]
  glossary: Glossary
}

export type Writer = Rewriter & {
  model: string
  hashOf(task: Task): string
  /** Writes and checks. `onProgress` gets, as often as more text comes, a way to see what of it has passed the check. */
  write(call: Call, order: Order, onProgress?: (soFar: () => CheckedBlocks) => void): Promise<WriteResult>
  /** Ends what is being written; what waits for it goes on without. */
  stop(): void
}

/** The most that an answer may be long. */
export const ANSWER_TOKENS = 1_500
const REWRITE_TOKENS = 200
const REWRITE_TIMEOUT_MS = 8_000
const MOST_QUESTIONS = 3
const LONGEST_QUESTION = 400

/** How each kind of failure is told: the person need not know more. */
const TOLD: Record<FailureKind, Exclude<Fallback, 'check'>> = {
  slow: 'slow',
  unreachable: 'unavailable',
  busy: 'unavailable',
  misconfigured: 'unavailable',
  'cut-off': 'unavailable',
  refused: 'refused',
}

/** Writes through the model within the budgets, leaves it alone while it fails, and counts what it costs. */
export function createWriter(parts: {
  model: ChatModel
  prompts: Prompts
  budgets: Budgets
  prices: Prices
  db: Db
  clock: Clock
  log: Log
}): Writer {
  const { model, prompts, prices, db, clock, log } = parts
  const stopping = new AbortController()
  let breaker: BreakerState = CLOSED

  /** One call, paid and counted. Whoever is refused by budget or breaker costs nothing. */
  const ask = async (
    call: Call,
    messages: ChatMessage[],
    options: { signal: AbortSignal; mostTokens: number; onText?: (text: string) => void },
  ): Promise<Written | { fallback: Exclude<Fallback, 'check'>; usage: Usage }> => {
    const free = { input: 0, output: 0 }
    if (!mayPay(await spentToday(db, call.chatId, clock.now()), parts.budgets))
      return { fallback: 'budget', usage: free }
    if (!mayAsk(breaker, clock.now())) return { fallback: 'unavailable', usage: free }
    breaker = probing(breaker, clock.now()) ?? breaker
    try {
      const written = await call.waiting(() => model.write(messages, options))
      if (written.end !== 'stopped' || written.text !== '') breaker = CLOSED
      await count(call.chatId, written.usage)
      return written
    } catch (error) {
      if (!(error instanceof WritingFailed)) throw error
      log.warn({ err: error, kind: error.kind }, 'the model did not write')
      // Whoever refuses is there.
      breaker = error.kind === 'refused' ? CLOSED : afterFailure(breaker, error.retryAfterSeconds, clock.now())
      await count(call.chatId, error.usage)
      return { fallback: TOLD[error.kind], usage: error.usage }
    }
  }

  const count = async (chatId: number, usage: Usage) => {
    if (usage.input + usage.output > 0) await addSpending(db, chatId, spentOn(usage, prices), clock.now())
  }
  const priced = (usage: Usage): Spending => ({ ...usage, cost: costOf(usage, prices) })

  return {
    model: model.name,
    hashOf: (task) => prompts.write[task].hash,
    write: async (call, order, onProgress) => {
      const checker = createChecker(order.passages, order.glossary, languageOf(order.locale))
      const messages = messagesFor(prompts, order)
      const said = await ask(call, messages, {
        signal: AbortSignal.any([call.stop, stopping.signal]),
        mostTokens: ANSWER_TOKENS,
        ...(onProgress ? { onText: (text) => onProgress(() => checker.soFar(text)) } : {}),
      })
      const spent = priced(said.usage)
      if ('fallback' in said) return { kind: 'failed', fallback: said.fallback, spent }
      const stopped = said.end === 'stopped'
      if (stopped && !call.stop.aborted) return { kind: 'failed', fallback: 'unavailable', spent }
      return {
        kind: 'written',
        text: said.text,
        checked: checker.check(said.text, { ended: said.end === 'whole' }),
        stopped,
        spent,
      }
    },
    rewrite: async (call, conversation, message) => {
      const messages = prompts.rewrite.fill({
        conversation: mask(transcriptOf(conversation)).text,
        message: mask(message).text,
      })
      const signal = AbortSignal.any([call.stop, stopping.signal, AbortSignal.timeout(REWRITE_TIMEOUT_MS)])
      const said = await ask(call, messages, { signal, mostTokens: REWRITE_TOKENS })
      if ('fallback' in said || said.end !== 'whole') return { questions: null, spent: priced(said.usage) }
      return { questions: questionsIn(said.text), spent: priced(said.usage) }
    },
    stop: () => stopping.abort(),
  }
}

/** What leaves the process to have something written. */
export function messagesFor(prompts: Prompts, order: Omit<Order, 'glossary'>): ChatMessage[] {
  return prompts.write[order.task].fill({
    language: LANGUAGES[order.locale],
    passages: order.passages.map(shownToModel).join('\n\n'),
    question: mask(order.question).text,
  })
}

/** What the model is told to write in. Latin is derived by us, since that direction alone is exact. */
const LANGUAGES: Record<Locale, string> = {
  'sr-Cyrl': 'Serbian, in Cyrillic script',
  'sr-Latn': 'Serbian, in Cyrillic script',
  en: 'English',
}

/** A passage as it leaves the process. Offices' telephones in the material are public; nobody's personal number is. */
function shownToModel({ n, text, titles = [] }: Passage): string {
  return `[${n}] ${titles.filter(Boolean).join(' › ')}\n${replacePersonalNumbers(text, () => '[ЈМБГ]')}`
}

/** The lines of a rewriting, when they look like questions; what is longer or more is no rewriting. */
function questionsIn(text: string): string[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
    .filter(Boolean)
  const fine =
    lines.length > 0 && lines.length <= MOST_QUESTIONS && lines.every((line) => line.length <= LONGEST_QUESTION)
  return fine ? lines : null
}

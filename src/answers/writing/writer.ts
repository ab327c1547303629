import type { ProposeWays } from '../../knowledge/material/ways.ts'
import type { Glossary } from '../../knowledge/search/glossary.ts'
import { type Locale, languageOf } from '../../language/locale.ts'
import { mask } from '../../language/mask.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { ChatModel } from '../../platform/model/chat-model.ts'
import type { ChatMessage } from '../../platform/model/client.ts'
import type { Fallback } from '../answer.ts'
import { type CheckedAnswer, type CheckedBlocks, createChecker, type Passage } from '../check/check.ts'
import type { Call, Rewriter } from '../reading/rewriter.ts'
import { addSpent, type Budgets, FREE, type Prices, type Spending } from '../spending/budget.ts'
import { createPaidCalls } from '../spending/paid-calls.ts'
import { type Prompts, shownToModel, type Task } from './prompts.ts'
import { createReadingModel } from './reading-model.ts'
import { createSecondReader, type SecondReading } from './second-reader.ts'
import { createWaysModel } from './ways-model.ts'
import { createWordingModel, type ProposeWording } from './wording-model.ts'

export type WriteResult =
  /** `text` as the model wrote it. `stopped`: the person pressed Stop, and this is what was there. */
  | {
      kind: 'written'
      text: string
      checked: CheckedAnswer
      stopped: boolean
      spent: Spending
      /** `null`: there was no second reader. */
      second: SecondReading | null
    }
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
  /** Of the prompts that an answer goes through. */
  hashOf(task: Task): string
  /** Writes and checks. `onProgress` gets, as often as more text comes, a way to see what of it has passed the check. */
  write(call: Call, order: Order, onProgress?: (soFar: () => CheckedBlocks) => void): Promise<WriteResult>
  /** Ends what is being written; what waits for it goes on without. */
  stop(): void
  proposeWays: ProposeWays
  proposeWording: ProposeWording
}

/** The most that an answer may be long. */
export const ANSWER_TOKENS = 1_500

/**
 * Writes through the model within the budgets, leaves it alone while it fails, and counts what it costs. With a `secondReader` nothing
 * is shown before it has read, since nothing shown is withdrawn.
 */
export function createWriter(parts: {
  model: ChatModel
  secondReader: boolean
  prompts: Prompts
  budgets: Budgets
  prices: Prices
  db: Db
  clock: Clock
  log: Log
}): Writer {
  const { model, prompts, clock } = parts
  const stopping = new AbortController()
  const calls = createPaidCalls(parts)
  const reader = parts.secondReader ? createSecondReader({ model, prompts, calls, stopping: stopping.signal }) : null
  return {
    ...createReadingModel({ model, prompts, calls, clock, stopping: stopping.signal }),
    proposeWays: createWaysModel({ model, prompts, calls, stopping: stopping.signal }),
    proposeWording: createWordingModel({ model, prompts, calls, stopping: stopping.signal }),
    model: model.name,
    hashOf: (task) => [prompts.write[task].hash, ...(reader ? [reader.hash] : [])].join('+'),
    write: async (call, order, onProgress) => {
      const checker = createChecker(order.passages, order.glossary, languageOf(order.locale))
      const paid = await calls.pay(call, () =>
        model.write(messagesFor(prompts, order), {
          signal: AbortSignal.any([call.stop, stopping.signal]),
          mostTokens: ANSWER_TOKENS,
          ...(onProgress && !reader ? { onText: (text) => onProgress(() => checker.soFar(text)) } : {}),
        }),
      )
      if (paid.kind === 'failed') return paid
      const { result: said, spent } = paid
      const stopped = said.end === 'stopped'
      if (stopped && !call.stop.aborted) return { kind: 'failed', fallback: 'unavailable', spent }
      const ended = said.end === 'whole'
      const first = checker.check(said.text, { ended })
      const second = reader && !stopped ? await reader.read(call, first.stated, order.passages) : null
      checker.refuse(second?.refused ?? [])
      return {
        kind: 'written',
        text: said.text,
        checked: second?.refused?.length ? checker.check(said.text, { ended }) : first,
        stopped,
        spent: addSpent(spent, second?.spent ?? FREE),
        second,
      }
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

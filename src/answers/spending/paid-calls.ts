import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { afterFailure, type BreakerState, CLOSED, mayAsk, probing } from '../../platform/model/breaker.ts'
import { type FailureKind, type Usage, WritingFailed } from '../../platform/model/writing-failure.ts'
import type { Fallback } from '../answer.ts'
import { type Budgets, costOf, FREE, mayPay, type Prices, type Spending, spentOn } from './budget.ts'
import { addSpending, spentToday } from './store.ts'

/** How a call of the model ended: with what it gave, or without. */
type Paid<T> =
  | { kind: 'done'; result: T; spent: Spending }
  | { kind: 'failed'; fallback: Exclude<Fallback, 'check'>; spent: Spending }

/** On whose account a call goes, and what runs it so that others may work meanwhile. */
type Payer = { chatId: number; waiting<T>(work: () => Promise<T>): Promise<T> }

/** Calls of the model, each paid within the budgets and counted; whoever is refused by budget or breaker costs nothing. */
export type PaidCalls = {
  pay<T extends { usage: Usage; end: string }>(payer: Payer, work: () => Promise<T>): Promise<Paid<T>>
}

/** How each kind of failure is told: the person need not know more. */
const TOLD: Record<FailureKind, Exclude<Fallback, 'check'>> = {
  slow: 'slow',
  unreachable: 'unavailable',
  busy: 'unavailable',
  misconfigured: 'unavailable',
  'cut-off': 'unavailable',
  refused: 'refused',
}

/** Leaves the model alone while it fails: one breaker for all that this process asks of it. */
export function createPaidCalls(parts: {
  budgets: Budgets
  prices: Prices
  db: Db
  clock: Clock
  log: Log
}): PaidCalls {
  const { budgets, prices, db, clock, log } = parts
  let breaker: BreakerState = CLOSED

  const count = async (chatId: number, usage: Usage): Promise<Spending> => {
    if (usage.input + usage.output > 0) await addSpending(db, chatId, spentOn(usage, prices), clock.now())
    return { ...usage, cost: costOf(usage, prices) }
  }

  return {
    pay: async ({ chatId, waiting }, work) => {
      if (!mayPay(await spentToday(db, chatId, clock.now()), budgets))
        return { kind: 'failed', fallback: 'budget', spent: FREE }
      if (!mayAsk(breaker, clock.now())) return { kind: 'failed', fallback: 'unavailable', spent: FREE }
      breaker = probing(breaker, clock.now()) ?? breaker
      try {
        const result = await waiting(work)
        // Whoever was stopped before a word came may not be there at all.
        if (result.end !== 'stopped' || result.usage.output > 0) breaker = CLOSED
        return { kind: 'done', result, spent: await count(chatId, result.usage) }
      } catch (error) {
        if (!(error instanceof WritingFailed)) throw error
        log.warn({ err: error, kind: error.kind }, 'the model did not write')
        // Whoever refuses is there.
        breaker = error.kind === 'refused' ? CLOSED : afterFailure(breaker, error.retryAfterSeconds, clock.now())
        return { kind: 'failed', fallback: TOLD[error.kind], spent: await count(chatId, error.usage) }
      }
    },
  }
}

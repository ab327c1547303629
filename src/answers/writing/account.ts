import type { CheckedAnswer, Removed } from '../check/check.ts'
import type { Fallback, Spending } from './writer.ts'

/** The model's part in an answer, as the trace keeps it. */
export type Account = {
  model: string
  promptHash: string
  /** How a follow-up was understood; `null` where the message was searched as written. */
  rewritten: string | null
  inputTokens: number
  outputTokens: number
  cost: number
  /** What the check said of the text; `null` where there was none. */
  verdict: CheckedAnswer['verdict'] | null
  removed: Removed[]
  fallback: Fallback | null
  /** The text came from an earlier, equal question. */
  cached: boolean
  /** Under which the text is kept for whoever asks the same; `null` when it is not. */
  cacheKey: string | null
  stopped: boolean
}

export function accountOf(spent: Spending, about: Pick<Account, 'model' | 'promptHash'> & Partial<Account>): Account {
  return {
    rewritten: null,
    verdict: null,
    removed: [],
    fallback: null,
    cached: false,
    cacheKey: null,
    stopped: false,
    ...about,
    inputTokens: spent.input,
    outputTokens: spent.output,
    cost: spent.cost,
  }
}

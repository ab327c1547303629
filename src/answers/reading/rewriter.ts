import type { Spending } from '../spending/budget.ts'
import type { Conversation } from './conversation.ts'

/** What one call of the model is made for and how it may be ended. */
export type Call = {
  chatId: number
  stop: AbortSignal
  /** Runs what waits for the provider, so that others may work meanwhile. */
  waiting<T>(work: () => Promise<T>): Promise<T>
}

/** Who puts a follow-up as it would be asked alone. */
export type Rewriter = {
  /** The questions, one to three, that a message asks when the conversation is known; `null` when nobody can tell. */
  rewrite(
    call: Call,
    conversation: Conversation,
    message: string,
  ): Promise<{ questions: string[] | null; spent: Spending }>
}

import type { Intent } from '../intent/intent.ts'
import type { Spending } from '../spending/budget.ts'
import type { Conversation } from './conversation.ts'

/** What one call of the model is made for and how it may be ended. */
export type Call = {
  chatId: number
  stop: AbortSignal
  /** Runs what waits for the provider, so that others may work meanwhile. */
  waiting<T>(work: () => Promise<T>): Promise<T>
}

/** What a second opinion may come to: it alarms or refuses, or says nothing. */
export type Alarm = Extract<Intent, { kind: 'emergency' } | { kind: 'declined' }>

/** What a model makes of a message. */
export type Reading = {
  /** `null`: nothing speaks against answering. */
  alarm: Alarm | null
  /** The questions it asks when the conversation is known, one to five; `null` when nobody can tell. */
  questions: readonly [string, ...string[]] | null
  /** Whether it means something only together with what was said before. */
  isFollowUp: boolean
  spent: Spending
}

/** Who reads a message in its conversation: what it wants, its questions as they would be asked alone. */
export type Rewriter = {
  understand(call: Call, conversation: Conversation, message: string): Promise<Reading>
}

import { FREE, type Spending } from '../spending/budget.ts'
import { type Conversation, carriedFrom, isYes, mayFollowUp } from './conversation.ts'
import { partsOf } from './parts.ts'
import type { Call, Rewriter } from './rewriter.ts'

/** What a message asks: one to three questions, as they stand without the conversation. */
export type Understood = {
  questions: readonly [string, ...string[]]
  raw: string
  /** Whether the questions are not the message's own words. */
  isRewritten: boolean
  /** Passages cited before, which may be meant: the model reads them after those that were found. */
  carried: number[]
  spent: Spending
}

/** What a message asks by its own words alone. */
export function asWritten(text: string): Understood {
  return { questions: asList(partsOf(text)), raw: text, isRewritten: false, carried: [], spent: FREE }
}

/** Finds out what a message asks: our offer when it agrees to that, the model's rewriting when it may be a follow-up. */
export async function understand(
  rewriter: Rewriter,
  call: Call,
  conversation: Conversation,
  text: string,
): Promise<Understood> {
  const own = asWritten(text)
  const offer = conversation.at(-1)?.offer
  if (offer && isYes(text)) return { ...own, questions: [offer], raw: offer, isRewritten: true }
  if (conversation.length === 0 || !mayFollowUp(text)) return own
  const { questions, spent } = await rewriter.rewrite(call, conversation, text)
  const followUp = { ...own, carried: carriedFrom(conversation), spent }
  if (!questions || (questions.length === 1 && questions[0] === text)) return followUp
  return { ...followUp, questions: asList(questions), isRewritten: true }
}

function asList(questions: string[]): readonly [string, ...string[]] {
  const [first = '', ...more] = questions
  return [first, ...more]
}

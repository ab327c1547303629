import { FREE, type Spending } from '../spending/budget.ts'
import { type Conversation, carriedFrom, isYes, mayFollowUp } from './conversation.ts'
import { readMessage } from './read.ts'
import type { Alarm, Call, Rewriter } from './rewriter.ts'

/** What a message asks: one to five questions, as they stand without the conversation. */
export type Understood = {
  questions: readonly [string, ...string[]]
  raw: string
  /** Questions beyond those: there is no room to answer them. */
  left: readonly string[]
  /** Whether the questions are not the message's own words. */
  isRewritten: boolean
  /** Whether a model says that the message means the same alone; otherwise it may still be a follow-up. */
  standsAlone: boolean
  /** Passages cited before, which may be meant: the model reads them after those that were found. */
  carried: number[]
  /** Why it must not be answered, in the model's opinion; `null`: for no reason. */
  alarm: Alarm | null
  spent: Spending
}

/** How many questions of one message are answered. */
const MOST_QUESTIONS = 5

/** What a message asks by its own words alone. */
export function asWritten(text: string): Understood {
  const [first, ...more] = readMessage(text).asked
  return {
    questions: [first, ...more.slice(0, MOST_QUESTIONS - 1)],
    raw: text,
    left: more.slice(MOST_QUESTIONS - 1),
    isRewritten: false,
    standsAlone: false,
    carried: [],
    alarm: null,
    spent: FREE,
  }
}

/**
 * Finds out what a message asks: our offer when it agrees to that, the model's reading where the message may need one, and
 * its own words otherwise.
 */
export async function understand(
  rewriter: Rewriter,
  call: Call,
  conversation: Conversation,
  text: string,
): Promise<Understood> {
  const own = asWritten(text)
  const offer = conversation.at(-1)?.offer
  if (offer && isYes(text)) return { ...own, questions: [offer], raw: offer, isRewritten: true }
  const mayRefer = conversation.length > 0 && mayFollowUp(text)
  if (!mayRefer && !isInvolved(text, own.questions)) return own
  const { questions, isFollowUp, alarm, spent } = await rewriter.understand(call, conversation, text)
  const carried = mayRefer && isFollowUp ? carriedFrom(conversation) : []
  const read = { ...own, carried, alarm, spent }
  if (!questions) return read
  if (questions.length === 1 && questions[0] === text) return { ...read, standsAlone: !isFollowUp }
  return { ...read, questions, left: [], isRewritten: true }
}

/**
 * A message with more words has something around its question. Of 150 questions as people write them this finds, with its
 * several sentences, all 100 that were polite, told something, were letters or asked several things, and 16 of the 50 others.
 */
const MOST_WORDS = 15
const SENTENCES = /[.?!;…\n]["“”»)]*\s*\p{L}/u

/** Whether a message asks several things, or tells something around what it asks. */
function isInvolved(text: string, parts: readonly string[]): boolean {
  return parts.length > 1 || SENTENCES.test(text.trim()) || text.trim().split(/\s+/).length > MOST_WORDS
}

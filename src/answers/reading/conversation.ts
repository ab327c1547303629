import { foldedWords } from '../../language/fold.ts'
import { tellingWordsOf } from '../../language/function-words.ts'

/** One question and what we answered, as far as the next question may need it. */
export type Exchange = {
  /** The question as it was understood, personal numbers masked. */
  question: string
  /** The beginning of the answer, plain. */
  answer: string
  /** The passages it cited. */
  cited: number[]
  /** Others that were found for it, best first: more of the same, and what else may have been meant. */
  found: number[]
  /** What it was about: the heading of the first passage it cited; empty when it cited none. */
  topic: string
  /** The question we offered to answer next; `null` when none. */
  offer: string | null
}

/** The exchanges of a chat, the oldest first. */
export type Conversation = readonly Exchange[]

const REMEMBERED = 6
const ANSWER_LENGTH = 700
const FOUND = 8
const QUESTION_LENGTH = 300
/** Passages of earlier answers that are looked at again for a follow-up, those of the last answer first. */
const CARRIED = 4

export function withExchange(conversation: Conversation, exchange: Exchange): Conversation {
  const kept = {
    ...exchange,
    question: exchange.question.slice(0, QUESTION_LENGTH),
    answer: exchange.answer.slice(0, ANSWER_LENGTH),
    found: exchange.found.slice(0, FOUND),
  }
  return [...conversation, kept].slice(-REMEMBERED)
}

/** The conversation as the model reads it, to understand what a follow-up means. */
export function transcriptOf(conversation: Conversation): string {
  return conversation.map(({ question, answer }) => `— ${question}\n${answer}`).join('\n\n')
}

export function carriedFrom(conversation: Conversation): number[] {
  return [...new Set(conversation.toReversed().flatMap((exchange) => exchange.cited))].slice(0, CARRIED)
}

const YES = new Set(
  'da moze vazi hajde ajde dobro svakako naravno molim hocu zelim ok okej yes yeah sure please'.split(' '),
)
const WITH_YES = new Set('vas te bih da to i rado, rado i do go ahead'.split(' '))

/** Whether a message only agrees to what we offered. */
export function isYes(text: string): boolean {
  const words = foldedWords(text)
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.some((word) => YES.has(word)) &&
    words.every((word) => YES.has(word) || WITH_YES.has(word))
  )
}

/** Words that point back at what was said. */
const POINTING = new Set(
  (
    'to toga tome tim tom taj ta tog te tu ti oni one on ona ono njega njemu njim nju njoj ih ga mu joj im ovo ovoga ovome taj isto ista isti ' +
    'onda tada tamo primer primera jos dalje vise drugo ostalo it that this those these they them he she there then example more else same'
  ).split(' '),
)
const OPENING = new Set(['a', 'i', 'e', 'ali', 'pa', 'mislim', 'mislio', 'mislila', 'and', 'but', 'so'])
/** A question with this many words of its own and none that points back is understood by itself. */
const TELLING_WORDS = 3

/** Whether a message may mean something only together with what was said before. */
export function mayFollowUp(text: string): boolean {
  const words = foldedWords(text)
  return tellingWords(text) < TELLING_WORDS || opensAsFollowUp(text) || words.some((word) => POINTING.has(word))
}

/** With this many of its own it says itself what its «то» and «тај» point at. */
const SAYS_ITSELF = 5

/** Whether a message names what it is about and nothing in it leans on what was said: it may be understood by itself. */
export function mayStandAlone(text: string): boolean {
  const telling = tellingWords(text)
  if (telling === 0 || opensAsFollowUp(text)) return false
  return telling >= SAYS_ITSELF || !foldedWords(text).some((word) => POINTING.has(word))
}

/** Whether a message begins as one that goes on («а колико…», «and who…»). */
export function opensAsFollowUp(text: string): boolean {
  return OPENING.has(foldedWords(text)[0] ?? '')
}

/** How many words of a message are about something, so that they can be searched. */
export function tellingWords(text: string): number {
  return tellingWordsOf(text).length
}

import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord, tellingWordsOf } from '../../language/function-words.ts'
import { type Exchange, opensAsFollowUp } from './conversation.ts'
import { isQuestionWord } from './features.ts'
import type { Reading } from './read.ts'
import { type Word, wordsOf } from './words.ts'

/** How a message that follows another may be meant, each as it would be asked alone. */
export type Forms = {
  /** Of something else. */
  alone: string
  /** Of what the last answer was about. */
  ofTopic: string
  /** The last question with another thing in it («а за избеглице?»); `null` when the message names none. */
  exchanged: string | null
}

/** What a message that follows `last` may ask. */
export function formsOf(last: Exchange, asked: string): Forms {
  const topic = tellingWordsOf(last.topic === '' ? last.question : last.topic)
  return { alone: asked, ofTopic: [asked, ...topic].join(' '), exchanged: exchanged(last.question, asked) }
}

/** Messages with more words are read by what they ask alone; in shorter ones the words before belong to it. */
const SHORT = 14

/** What a message asks inside a conversation: «а ако је истекао, смемо ли на конкурс» is no story and a question. */
export function askedInConversation({ parts, asked }: Reading): string {
  const own = parts.filter(({ kind }) => kind === 'context' || kind === 'lead-in' || kind === 'question')
  const whole = own.map((part) => part.text).join(' ')
  const text = foldedWords(whole).length <= SHORT && whole !== '' ? whole : asked.join(' ')
  return withoutDenied(text)
}

const NOT = new Set(['ne', 'nije', 'nisam', 'nismo', 'nemoj', 'not', 'no'])
const BUT = new Set(['nego', 'vec', 'but', 'rather'])

/** What is denied takes few words. */
const MOST_DENIED = 4

/** «не то, него Х» asks for Х alone. */
export function withoutDenied(text: string): string {
  const words = wordsOf(text)
  const not = words.findIndex((word) => NOT.has(word.folded))
  const but = words.findIndex((word, at) => at > not && BUT.has(word.folded))
  if (not < 0 || not > 1 || but < 0 || but - not > MOST_DENIED || but === words.length - 1) return text
  return text.slice(words[but + 1]!.from)
}

const OPENING = new Set(['a', 'i', 'e', 'ali', 'pa', 'and', 'but', 'mislim', 'mislio', 'mislila'])
const PREPOSITIONS = new Set(
  'za u na o od do iz kod sa s po pri pre posle oko protiv for in on of about with from at'.split(' '),
)
const CONDITION = new Set(['ako', 'kad', 'ukoliko', 'if', 'when'])
/** A message with more words says more than what to put in place of what. */
const MOST_EXCHANGED = 4

/** The words with which a message names something and says nothing else («а за избеглице?»); `null` when it says more. */
function namedIn(asked: string): readonly Word[] | null {
  const all = wordsOf(asked)
  const from = all.findIndex((word) => !OPENING.has(word.folded))
  const words = from < 0 ? [] : all.slice(from)
  const isMore = words.some(({ folded }) => isQuestionWord(folded) || CONDITION.has(folded))
  return words.length === 0 || words.length > MOST_EXCHANGED || isMore ? null : words
}

/** Whether a message goes on with something and only names what («а координатор?»): it asks, whatever its words may be like. */
export function goesOn(text: string): boolean {
  return opensAsFollowUp(text) && namedIn(text) !== null
}

/** The last question with what the message names in place of what stands there in the same role. */
function exchanged(question: string, asked: string): string | null {
  const words = namedIn(asked)
  if (!words) return null
  const before = wordsOf(question)
  const place = placeOf(before, words)
  if (!place) return null
  const named = asked.slice(words[0]!.from, words.at(-1)!.to)
  return [textOf(question, before.slice(0, place.from)), named, textOf(question, before.slice(place.to))]
    .filter(Boolean)
    .join(' ')
}

function textOf(text: string, words: readonly Word[]): string {
  const [first] = words
  return first ? text.slice(first.from, words.at(-1)!.to) : ''
}

/** What `named` stands for in a question: what has the same preposition; the number; the word that ends alike, or the last. */
function placeOf(question: readonly Word[], named: readonly Word[]): { from: number; to: number } | null {
  const preposition = named[0]!.folded
  if (PREPOSITIONS.has(preposition)) {
    const from = question.findLastIndex((word) => word.folded === preposition)
    return from < 0 ? { from: question.length, to: question.length } : { from, to: endOfNaming(question, from + 1) }
  }
  const isNumber = (word: Word) => /\d/.test(word.folded)
  const number = named.some(isNumber) ? question.findLastIndex(isNumber) : -1
  if (number >= 0) return { from: number, to: number + 1 }
  const ending = named.at(-1)!.folded.at(-1)
  const tells = (word: Word) => !isFunctionWord(word.folded)
  const alike = question.findLastIndex((word) => tells(word) && word.folded.at(-1) === ending)
  const at = alike >= 0 ? alike : question.findLastIndex(tells)
  return at < 0 ? null : { from: at, to: at + 1 }
}

function endOfNaming(question: readonly Word[], from: number): number {
  const end = question.findIndex((word, at) => at >= from && isFunctionWord(word.folded))
  return end < 0 ? question.length : end
}

import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { partsOf } from './parts.ts'
import { type Tag, tag } from './tagger.ts'
import { weights } from './weights.ts'
import { wordsOf } from './words.ts'

/** A message as it was written: what is asked in it, and what stands around that. */
export type Reading = {
  /**
   * The clauses that ask, in order, as they stand; one without a word of its own is joined to the one before. The whole
   * text where nothing asks or nothing can be told apart.
   */
  asked: readonly [string, ...string[]]
  /** What is told around them, in order: who writes, why, what happened. */
  story: string
  /** Whether something is asked at all. */
  asks: boolean
  parts: readonly MessagePart[]
}

type MessagePart = {
  kind: 'greeting' | 'context' | 'lead-in' | 'question' | 'thanks' | 'signature'
  text: string
}

/** Tells what is asked in a message from the greeting, the story, the thanks and the signature around it. Never throws. */
export function readMessage(text: string): Reading {
  const parts = messageParts(text)
  const questions = parts.filter(({ kind }) => kind === 'question').flatMap((part) => partsOf(part.text))
  const [first, ...more] = joinDependent(questions)
  const story = parts.filter(({ kind }) => kind === 'context').map((part) => part.text)
  return {
    asked: first === undefined ? [text] : [first, ...more],
    story: story.join('\n'),
    asks: first !== undefined,
    parts,
  }
}

/** The parts of a message, in order; together they are the whole of it but for the space around it. */
function messageParts(text: string): MessagePart[] {
  const words = wordsOf(text)
  const tags = tag(weights(), words)
  const begins = tags.flatMap((one, at) => (at === 0 || beginsPart(tags[at - 1]!, one) ? [at] : []))
  const parts = begins.map((at, i) => {
    const next = begins[i + 1]
    const from = i === 0 ? 0 : words[at]!.from
    return { kind: kindOf(tags[at]!), text: text.slice(from, next === undefined ? text.length : words[next]!.from) }
  })
  return withUnpartedNames(parts).map((part) => ({ ...part, text: part.text.trim() }))
}

const PARTED = /[^\p{L}\p{N}\s]\s*$|\n\s*$/u

/** A name behind a question with no sign between («… у програму Јасен») belongs to the question, and is no signature. */
function withUnpartedNames(parts: readonly MessagePart[]): MessagePart[] {
  const kept: MessagePart[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    if (part.kind === 'signature' && last?.kind === 'question' && !PARTED.test(last.text)) last.text += part.text
    else kept.push({ ...part })
  }
  return kept
}

function beginsPart(before: Tag, one: Tag): boolean {
  return one === 'ask' || kindOf(one) !== kindOf(before)
}

function kindOf(one: Tag): MessagePart['kind'] {
  return one === 'ask' || one === 'asked' ? 'question' : one
}

/** A question without a word of its own («и до када?») cannot be searched alone: it stays with the one before. */
function joinDependent(questions: readonly string[]): string[] {
  const joined: string[] = []
  for (const question of questions)
    if (joined.length === 0 || hasSubject(question)) joined.push(question)
    else joined.push(`${joined.pop()} ${question}`)
  return joined
}

function hasSubject(question: string): boolean {
  return foldedWords(question).some((word) => !isFunctionWord(word))
}

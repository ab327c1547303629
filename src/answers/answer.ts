import type { ContentBlock, Term } from '../knowledge/readers/document.ts'
import type { Hit } from '../knowledge/search/search.ts'
import type { StoredChunk } from '../knowledge/search/store.ts'
import type { CheckedBlock } from './check/check.ts'
import type { BotFunction } from './intent/functions.ts'
import type { Courtesy, Refusal } from './intent/intent.ts'

/** What a question comes to. */
export type Answer =
  /**
   * Sentences of the material, quoted; with the meaning of a term that the question asks for among other things.
   * `fallback`: why a configured model did not write instead. `parts`: the answers to several questions of one message.
   */
  | {
      kind: 'quoted'
      meaning: Term | null
      quotes: Quote[]
      hits: Hit[]
      evidence: number
      fallback?: Fallback
      parts?: readonly AnsweredPart[]
      /** Further questions of the message, which were not looked up. */
      left?: readonly string[]
    }
  | WrittenAnswer
  /** The person pressed Stop before anything was written. */
  | { kind: 'stopped'; hits: Hit[] }
  /** The model could not put an answer in another form; the answer itself stands above. */
  | { kind: 'not-formed'; fallback: Fallback | 'no-answer' }
  /** The glossary's entry, and where the material speaks of it. */
  | { kind: 'term'; term: Term; quotes: Quote[]; hits: Hit[] }
  /** No direct answer in the material: the passage that comes nearest, said to be only that. */
  | { kind: 'near'; quotes: Quote[]; hits: Hit[]; evidence: number; outage?: true }
  /** What may mean either of two things: which one? Without choices: what is to be found out at all? */
  | { kind: 'asked-back'; choices: readonly StoredChunk[]; hits: Hit[] }
  /** Where the last answer stands in the material. */
  | { kind: 'sources'; quotes: Quote[] }
  /** There is nothing more of what was talked about, or no example of it. */
  | { kind: 'none-such'; what: 'more' | 'example' }
  /**
   * The material does not cover it. `nearest`, what was found all the same, best first, may be empty. `outage`, here and in «near»: a
   * part of search was away, which might have found it.
   */
  | { kind: 'unknown'; nearest: Hit[]; evidence: number; outage?: true }
  | { kind: 'declined'; reason: Refusal }
  /** Somebody may be in danger: contacts at once, nothing asked. `also`: what is quoted below them, where it may be an ordinary question. */
  | { kind: 'emergency'; also?: Quote[] }
  /** About the calendar of trainings. */
  | { kind: 'sessions' }
  /** Asks for something that a command does; offered, never done by a guess. `instead`: of what only staff may do;
   * `forOthers`: what somebody else means by it, «obuke» the calendar. */
  | { kind: 'function'; function: BotFunction; forOthers?: BotFunction | 'obuke'; instead?: BotFunction }
  /** Asks nothing: a greeting, thanks, «ok». */
  | { kind: 'courtesy'; courtesy: Courtesy }

/** One of several questions in a message, as it was put, and its own answer, whose quotes are numbered in the whole one. */
export type AnsweredPart = { question: string; answer: Answer }

/**
 * What is quoted from one passage: blocks of it, whole or cut to the sentences that answer. `n` is its footnote, from 1; `instead`: a
 * passage that may be the one meant, if the first is not.
 */
export type Quote = { n: number; chunk: StoredChunk; blocks: ContentBlock[]; instead?: true }

/** Why the model did not write what is shown. */
export type Fallback = 'slow' | 'unavailable' | 'budget' | 'refused' | 'check'

/** Sentences of the model that passed the check; `quotes` are the passages they cite, whole. */
export type WrittenAnswer = {
  kind: 'written'
  blocks: CheckedBlock[]
  quotes: Quote[]
  meaning: Term | null
  hits: Hit[]
  evidence: number
  ending: 'whole' | 'stopped' | 'cut'
  /** The question we offer to answer next; `null` when there is none near. */
  offer: StoredChunk | null
}

export type Outcome =
  | 'answered'
  | 'near'
  | 'asked-back'
  | 'no-answer'
  | 'declined'
  | 'emergency'
  | 'courtesy'
  | 'sessions'
  | 'function'
export type Mode = 'extractive' | 'model' | 'glossary'

/** The quotes an answer shows. */
export function quotesOf(answer: Answer): Quote[] {
  return 'quotes' in answer ? answer.quotes : []
}

/** Those of them that answer, without what may be meant instead. */
export function answeringQuotes(answer: Answer): Quote[] {
  return quotesOf(answer).filter(({ instead }) => !instead)
}

export function outcomeOf(answer: Answer): { outcome: Outcome; mode: Mode } {
  switch (answer.kind) {
    case 'quoted':
      return { outcome: 'answered', mode: 'extractive' }
    case 'written':
      return { outcome: 'answered', mode: 'model' }
    case 'term':
      return { outcome: 'answered', mode: 'glossary' }
    case 'stopped':
    case 'not-formed':
      return { outcome: 'no-answer', mode: 'model' }
    case 'sources':
      return { outcome: 'answered', mode: 'extractive' }
    case 'none-such':
    case 'unknown':
      return { outcome: 'no-answer', mode: 'extractive' }
    case 'near':
    case 'asked-back':
    case 'declined':
    case 'emergency':
    case 'sessions':
    case 'function':
    case 'courtesy':
      return { outcome: answer.kind, mode: 'extractive' }
  }
}

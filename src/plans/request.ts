import { foldedWords } from '../language/fold.ts'
import { isMistyped } from '../language/word-match.ts'

/** Longer messages ask about checking, or tell a story. */
const LONGEST = 8

const CHECK = /^(?:prover(?:i|a|ite|avaj\w*)|pregledaj(?:te)?|prekontrolis\w*|check)$/
const PLAN = /^(?:plan\w{0,3}|lap\w{0,3}|lpa|nacrt\w{0,2}|draft)$/

/** Whether somebody asks for a plan to be checked, in a few words: «провери план», «proverite nas LAP», “check the plan”. */
export function asksForCheck(text: string): boolean {
  const words = foldedWords(text)
  if (words.length > LONGEST || /\?\s*$/.test(text)) return false
  const begins = words.slice(0, 3).findIndex((word) => CHECK.test(word) || isMistyped(word, 'proveri'))
  return begins >= 0 && words.slice(begins + 1).some((word) => PLAN.test(word))
}

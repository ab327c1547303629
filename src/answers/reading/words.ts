import { fold } from '../../language/fold.ts'
import { isAbbreviation } from '../../language/sentences.ts'

/** A word of a message: where it stands, and what a reader sees of it. */
export type Word = {
  from: number
  /** One past its last letter. */
  to: number
  folded: string
  /** The strongest sign between it and the word before, and the word behind. */
  before: Sign
  after: Sign
  isCapital: boolean
}

/** What parts words, from the strongest to none. */
export type Sign = '?' | '!' | '.' | 'line' | '-' | ':' | ',' | ' ' | 'start' | 'end'

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’@._/-][\p{L}\p{N}\p{M}]+)*/gu
/** A «word» without spaces may be a whole message; its first letters tell as much. */
const LONGEST_WORD = 40

/** The words of a message, in order. */
export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(WORD)]
  let before: Sign = 'start'
  return found.map((match, at) => {
    const [written] = match
    const to = match.index + written.length
    const next = found[at + 1]
    const between = text.slice(to, next?.index)
    const gap = next && goesOn(written, between, next[0]) ? ' ' : signIn(between)
    const after = next === undefined && gap === ' ' ? 'end' : gap
    const word = {
      from: match.index,
      to,
      folded: fold(written.slice(0, LONGEST_WORD)),
      before,
      after,
      isCapital: /^\p{Lu}/u.test(written),
    }
    before = after
    return word
  })
}

const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/\?/, '?'],
  [/!/, '!'],
  [/[.…]/, '.'],
  [/\n/, 'line'],
  [/[-–—•*]/, '-'],
  [/:/, ':'],
  [/[,;()"„“”«»]/, ','],
]

/**
 * Whether a full stop ends nothing: after a shortening («чл. 5»), and after a number, which is an ordinal or a date then («27.12. до 10.1.»),
 * unless a capital letter follows.
 */
function goesOn(written: string, between: string, next: string): boolean {
  if (!/^\.\s*$/.test(between) || /^\p{Lu}/u.test(next)) return false
  return /\p{N}$/u.test(written) || isAbbreviation(written)
}

function signIn(gap: string): Sign {
  return SIGNS.find(([sign]) => sign.test(gap))?.[1] ?? ' '
}

/** Signs at which a sentence begins anew. */
const ENDS: ReadonlySet<Sign> = new Set(['?', '!', '.', 'line', 'start'])

export function beginsSentence({ before }: Word): boolean {
  return ENDS.has(before)
}

export function beginsClause({ before }: Word): boolean {
  return before !== ' '
}

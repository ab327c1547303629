import { isMistyped } from '../../language/word-match.ts'

/** Endings that Serbian words change by are this long at most; longer ones make other words. */
const LONGEST_ENDING = 4
/** Words shorter than this change too much by one letter. */
const SHORTEST_MISTYPED = 6

/** How much two folded words are one word, from 0 to 1: the same, another form of it, or mistyped. */
export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  let common = 0
  while (common < a.length && common < b.length && a[common] === b[common]) common++
  const [shorter, longer] = a.length < b.length ? [a.length, b.length] : [b.length, a.length]
  const isForm = common >= 4 && longer - common <= LONGEST_ENDING && common / shorter >= 0.55
  if (isForm) return (2 * common) / (shorter + longer)
  // Three letters carry short words: «dete», «deca» share two, «cilj», «ciljevi» four.
  if (common === 3 && longer <= 5) return 0.6
  return shorter >= SHORTEST_MISTYPED && isMistyped(a, b) ? 0.8 : 0
}

/** Least likeness of two forms of one word. */
const SAME = 0.6

export function sameWord(a: string, b: string): boolean {
  return wordLikeness(a, b) >= SAME
}

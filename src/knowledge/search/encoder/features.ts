import { featureHash, pairHash } from '../../../language/feature-hash.ts'

/** Features are numbered by hashing: how many numbers there are, and so rows of weights. */
export const ROWS = 2 ** 15

/** Pieces of words, in letters; with the space that a word begins and ends with. */
const SHORTEST_PIECE = 4
const LONGEST_PIECE = 5
/** How much of each word of a pair tells which it is: endings change with the case. */
const BEGINNING = 5

/** The rows of a folded word: its own and those of its pieces. */
export function rowsOfWord(word: string): Int32Array {
  const padded = ` ${word} `
  const rows = [rowOf('w', word)]
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++)
    for (let at = 0; at + length <= padded.length; at++) rows.push(rowOf('g', padded, at, at + length))
  return Int32Array.from(rows)
}

/** The row of two words that stand side by side. */
export function rowOfPair(first: string, second: string): number {
  return pairHash('p', first, second, BEGINNING) & (ROWS - 1)
}

function rowOf(kind: string, text: string, from?: number, to?: number): number {
  return featureHash(kind, text, from, to) & (ROWS - 1)
}

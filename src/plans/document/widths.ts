import { remembering } from '../../language/remembering.ts'
import type { DocumentTable } from './blocks.ts'
import { CELL_SIZES } from './docx-styles.ts'

/** How a table fits its page: the width of each column in twentieths of a point, and the size of its letters in half points. */
export type Fit = { widths: number[]; size: number }

/** How wide letters of Arial are in their size, each kind as wide as its widest; bold ones are wider. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[љњшщжюфЉЊШЩЖЮФМWM@%мmw]/u, 0.88],
  [/[ijlIј.,:;'|()[\]!tfr\s]/u, 0.34],
  [/\p{Lu}/u, 0.73],
]
const OTHER_LETTER = 0.57
const BOLD = 1.12
/** Left and right of a cell's text, together, in twentieths of a point. */
const PADDING = 150
/** What a longer text counts for the width of its column. */
const LONGEST = 120

/** Columns get room for their longest word, and what is left by how much they say. */
export function fitOf({ columns, rows, totals }: DocumentTable, width: number): Fit {
  const plain = columns.map((_, at) => rows.map(({ cells }) => cells[at] ?? ''))
  const bold = columns.map(({ head }, at) => [head, ...totals.map((row) => row[at] ?? '')])
  const longest = columns.map((_, at) =>
    Math.max(3 * OTHER_LETTER, widestWord(plain[at]!), BOLD * widestWord(bold[at]!)),
  )
  const said = plain.map((all, at) =>
    Math.min(LONGEST, Math.max(4, ...[...all, ...bold[at]!.slice(1)].map(({ length }) => length))),
  )
  // The largest at which no word is cut.
  const fits = (one: number) => sumOf(longest.map((word) => roomFor(word, one))) <= width
  const size = CELL_SIZES.find(fits) ?? CELL_SIZES.at(-1)!
  const least = longest.map((word) => roomFor(word, size))
  return { widths: shared(least, said, width), size }
}

/** The widest of all words, in sizes of its letters. */
function widestWord(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((one) => one.split(/[\s/–-]+/).map(widthOf)))
}

const widthOf = remembering((word) => sumOf(Array.from(word, widthOfLetter)), 5_000)

function widthOfLetter(letter: string): number {
  return LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTER
}

/** For a word as wide as so many times its letters' size. */
function roomFor(word: number, size: number): number {
  return Math.ceil(word * size * 10 + PADDING)
}

function shared(least: readonly number[], said: readonly number[], width: number): number[] {
  const [needed, all] = [sumOf(least), sumOf(said)]
  if (needed >= width) return least.map((one) => Math.floor((one * width) / needed))
  return least.map((one, at) => one + Math.floor(((width - needed) * said[at]!) / all))
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

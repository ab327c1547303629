import type { DocumentTable } from './blocks.ts'
import { CELL_SIZES } from './docx-styles.ts'

/** How a table fits its page: the width of each column in twentieths of a point, and the size of its letters in half points. */
export type Fit = { widths: number[]; size: number }

/** Of a letter of Arial in its size, on the average; capitals and «ш» are wider. */
const LETTER = 0.58
/** Left and right of a cell's text, together, in twentieths of a point. */
const PADDING = 150
/** What a longer text counts for the width of its column. */
const LONGEST = 120

/** Columns get room for their longest word, and what is left by how much they say. */
export function fitOf({ columns, rows, totals }: DocumentTable, width: number): Fit {
  const cells = [...rows.map((row) => row.cells), ...totals]
  const texts = columns.map(({ head }, at) => [head, ...cells.map((row) => row[at] ?? '')])
  const longest = texts.map((all) =>
    Math.max(3, ...all.flatMap((one) => one.split(/[\s/–-]+/).map(({ length }) => length))),
  )
  const said = texts.map((all) => Math.min(LONGEST, Math.max(...all.slice(1).map(({ length }) => length), 4)))
  // The largest at which no word is cut.
  const fits = (one: number) => sumOf(longest.map((letters) => roomFor(letters, one))) <= width
  const size = CELL_SIZES.find(fits) ?? CELL_SIZES.at(-1)!
  const least = longest.map((letters) => roomFor(letters, size))
  return { widths: shared(least, said, width), size }
}

function roomFor(letters: number, size: number): number {
  return Math.ceil(letters * LETTER * size * 10 + PADDING)
}

function shared(least: readonly number[], said: readonly number[], width: number): number[] {
  const [needed, all] = [sumOf(least), sumOf(said)]
  if (needed >= width) return least.map((one) => Math.floor((one * width) / needed))
  return least.map((one, at) => one + Math.floor(((width - needed) * said[at]!) / all))
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

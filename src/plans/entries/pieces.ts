/** Longer messages are no row. */
export const LONGEST_ROW = 4_000
/** No table has as many columns. */
const MOST_PIECES = 60

/** What a row is cut into: at line ends, semicolons, strokes and tabs, when there are any; otherwise at commas that part no number, unless what is asked is prose. */
export function piecesOf(text: string, { atCommas }: { atCommas: boolean }): { pieces: string[]; isParted: boolean } {
  const isParted = /[;|\t]|\S\s*\n\s*\S/.test(text)
  const parts = isParted ? text.split(/[;|\t\n]/) : atCommas ? text.split(/,(?!\d)|(?<!\d),(?=\d)/) : [text]
  const pieces = parts.map((part) => part.trim())
  return { pieces: (isParted ? pieces : pieces.filter(Boolean)).slice(0, MOST_PIECES), isParted }
}

import type { TablePiece } from './pieces.ts'

/** So many rows show what a column holds, and so much of it. */
const FEWEST_ROWS = 3
const MOST_CELLS = 2 / 3

/** «34.700», «76.300 дин.», «17,4 %», «око 900 лица»: a figure that is no year, among few words. */
const FIGURE = /^\D{0,12}(?!(?:19|20)\d\d\.?$)\d[\d.,]*\s?(?:%|\p{L}[\p{L}.]*(?:\s\p{L}+)?)?\s*(?:\([^()\d]*\))?$/u
/** «2025.», «мај 2026», «1.7.2026.»: when. */
const WHEN = /^(?:\p{L}+\s|(?:\d{1,2}\.\s?){1,2})?(?:19|20)\d\d\.?(?:\sгод\p{L}*\.?|\sgod\p{L}*\.?)?$/iu

/**
 * A table of what is known of the municipality, under whatever heads («Шта | Колико | Када | Одакле»): words, and beside them a figure, a year and
 * where it is from. `null` for another table.
 */
export function withProfileHeads(piece: TablePiece): TablePiece | null {
  const { head, rows } = piece
  if (head.length !== 4) return null
  const holds = (at: number, kind: RegExp) => {
    const said = rows.map((row) => row[at] ?? '').filter(Boolean)
    const own = said.filter((cell) => kind.test(cell.trim()))
    return own.length >= FEWEST_ROWS && own.length >= said.length * MOST_CELLS
  }
  const places = head.map((_, at) => at)
  const value = places.find((at) => at > 0 && holds(at, FIGURE))
  const year = places.find((at) => at > 0 && at !== value && holds(at, WHEN))
  const source = places.find((at) => at > 0 && at !== value && at !== year && holds(at, /^\P{N}*\p{L}{2}/u))
  if (value === undefined || year === undefined || source === undefined || !holds(0, /\p{L}{3}/u)) return null
  const names: Record<number, string> = { 0: 'показатељ', [value]: 'вредност', [year]: 'година', [source]: 'извор' }
  return { ...piece, head: places.map((at) => names[at] ?? '') }
}

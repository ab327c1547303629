import type { Recognised } from './heads.ts'
import type { TablePiece } from './pieces.ts'

/** «0 (2026)», «20 % (2026.)», «15 од 34, 2029», «40, од тога 28 жена (2030)»: a figure with the year it is of; a date or a term is none. */
const VALUE =
  /^[^\d]{0,15}(?!20\d\d(?!\d))\d[\d.,]*\s?%?(?:\s(?:од|od)\s\d[\d.,]*|,?\s(?:од|od)\s(?:тога|којих|toga|kojih)\s[^()]{1,40})?[^\d]{0,20}?(?:[(,/;–]\s?|\s[уu]\s)20\d\d\.?[^\d]{0,8}$/u

/** So many rows show what a column holds, and so much of it. */
const FEWEST_ROWS = 2
const MOST_CELLS = 2 / 3
/** An objective is a sentence, and an indicator some words. */
const SHORTEST_OBJECTIVE = 30

/** The places of columns in which figures with their years stand. */
function valueColumns({ head, rows }: TablePiece): number[] {
  return head.flatMap((_, at) => {
    const said = rows.map((row) => row[at] ?? '').filter(Boolean)
    const values = said.filter((cell) => VALUE.test(cell))
    return values.length >= FEWEST_ROWS && values.length >= said.length * MOST_CELLS ? [at] : []
  })
}

/**
 * A table whose two columns of figures with years stand side by side, under heads as tables commonly have: the first is from where, the second to
 * where, whatever they are called («Од | До», «Полазно | Циљ»). Where nothing else says what the table is, before them stands what is measured,
 * and before that the objective. `null` for another table, or where both are known.
 */
export function withValueHeads(piece: TablePiece, known: Recognised | null): TablePiece | null {
  if (known !== null && known.name !== 'objectives' && known.name !== 'activities') return null
  if (known?.at.has('baseline') && known.at.has('target')) return null
  const [from, to, ...others] = valueColumns(piece)
  if (from === undefined || to !== from + 1 || others.length > 0) return null
  const names: Record<number, string> = { [from]: 'почетна вредност', [to]: 'циљна вредност' }
  const columnAt = (at: number) => [...(known?.at ?? [])].find(([, place]) => place === at)?.[0] ?? ''
  // «Почетак | Завршетак» with «К1, 2027» are known as something else.
  if (HELD.has(columnAt(from)) || HELD.has(columnAt(to))) return null
  if (columnAt(from - 1) === '') names[from - 1] = 'показатељ'
  if (known?.name !== 'activities' && isSentence(piece, from - 2)) names[from - 2] = 'посебни циљ'
  return { ...piece, head: piece.head.map((text, at) => names[at] ?? text) }
}

/** Columns that hold figures with years of another kind. Any other whose cells are values was taken by its head for what it is not («Поч. вр.»). */
const HELD: ReadonlySet<string> = new Set([
  'from',
  'to',
  'term',
  'deadline',
  'cost',
  'secured',
  'kirs',
  'other',
  'funds',
])

function isSentence({ rows }: TablePiece, at: number): boolean {
  const lengths = rows.map((row) => (row[at] ?? '').length)
  return lengths.reduce((sum, length) => sum + length, 0) >= SHORTEST_OBJECTIVE * rows.length
}

import type { Cell } from '../../tables.ts'
import { joined } from '../paragraphs.ts'
import type { Table } from './cells.ts'

/** Columns of one table begin at the same places, as far as points tell. */
const NEAR = 6

/**
 * Tables that go on over the end of a page: what goes on has the head of what it goes on from, whether the file repeats it or
 * not, and a row that was parted stands where it begins. `all` is in the order of reading, and is not changed.
 */
export function withContinued<Other extends object>(all: (Table | Other)[]): (Table | Other)[] {
  const whole: (Table | Other)[] = []
  for (const one of all) {
    const last = whole.at(-1)
    if (!last || !isTable(last) || !isTable(one) || !goesOn(one, last)) {
      whole.push(one)
      continue
    }
    const [before, after] = continued(last, one)
    whole[whole.length - 1] = before
    if (after.rows.length > after.heads) whole.push(after)
  }
  return whole
}

function isTable(one: object): one is Table {
  return 'rows' in one
}

function goesOn(table: Table, last: Table): boolean {
  return (
    table.page === last.page + 1 &&
    table.columns.length === last.columns.length &&
    table.columns.every((x, i) => Math.abs(x - last.columns[i]!) <= NEAR)
  )
}

function continued(last: Table, table: Table): [Table, Table] {
  const head = last.rows.slice(0, last.heads)
  const isRepeated = JSON.stringify(table.rows.slice(0, last.heads)) === JSON.stringify(head)
  const body = isRepeated ? table.rows.slice(last.heads) : table.rows
  const [first, ...others] = body
  const end = last.rows.at(-1)!
  if (!first || last.rows.length <= last.heads || !isRest(first, end))
    return [last, { ...table, rows: [...head, ...body], heads: last.heads }]
  const row = end.map((cell, i) => ({ ...cell, text: joined([cell.text, first[i]!.text].filter(Boolean), new Set()) }))
  return [
    { ...last, rows: [...last.rows.slice(0, -1), row] },
    { ...table, rows: [...head, ...others], heads: last.heads },
  ]
}

/** Whether a row is what is left of the row above: its first text goes on in the midst of a sentence. */
function isRest(row: Cell[], above: Cell[]): boolean {
  const first = row.find((cell) => cell.text !== '')
  return first !== undefined && row.length === above.length && /^\p{Ll}/u.test(first.text)
}

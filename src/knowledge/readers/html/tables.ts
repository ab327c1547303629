import type { Element } from 'domhandler'
import { elementsOf, findFirst, textIn } from '../package/xml.ts'
import type { Piece } from '../pieces/pieces.ts'
import { type Cell, tableBlocks } from '../tables.ts'
import type { InlineText } from './inline-text.ts'

/** Whether a table only places things on a page: one cell a row, or headings and larger tables inside its cells. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOf)
  if (cells.some((cell) => findFirst(cell, 'h1', 'h2', 'h3', 'h4', 'h5') !== null)) return true
  const wide = rows.filter((row) => cellsOf(row).length > 1).length
  if (wide === 0) return true
  // A small table in a cell says something of its row; a page in cells has all of its text there.
  const holdsTable = cells.filter((cell) => findFirst(cell, 'table') !== null)
  return holdsTable.length > 0 && (wide < 2 || holdsTable.some((cell) => textIn(cell).length > LONGEST_CELL))
}

const LONGEST_CELL = 500

export function tableOf(table: Element, walk: InlineText): Piece[] {
  const caption = elementsOf(table).find((child) => child.name === 'caption')
  const before = caption ? walk.inlineText(caption.children) : ''
  const rows = rowsOf(table)
  const isHead = (row: Element) =>
    (row.parent as Element).name === 'thead' || cellsOf(row).every((cell) => cell.name === 'th')
  const firstOfBody = rows.findIndex((row) => !isHead(row))
  const cells = rows.map((row) => cellsOf(row).map((cell) => readCell(cell, walk)))
  const blocks = tableBlocks(cells, firstOfBody < 0 ? 1 : firstOfBody)
  return before === '' ? blocks : [{ kind: 'paragraph', text: before }, ...blocks]
}

function readCell(cell: Element, walk: InlineText): Cell {
  return { text: walk.inlineText(cell.children), columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan') }
}

function spanOf(cell: Element, name: string): number {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10)
  return Number.isSafeInteger(span) && span > 0 ? span : 1
}

function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? elementsOf(child).filter((row) => row.name === 'tr') : []
  })
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter((cell) => cell.name === 'td' || cell.name === 'th')
}

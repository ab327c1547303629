import { boxOf } from '../rules/warnings/w7-swot.ts'
import { recognise } from './heads.ts'
import type { TablePiece } from './pieces.ts'

/** Words a heading of a box may have beside its name: «Снаге (унутрашње)». */
const LONGEST_NAME = 40

/**
 * The items of a SWOT that is drawn as four boxes: cells that name a box stand above, or before, those with its items. `null`
 * for another table. Each item knows the row and the column of its cell.
 */
export function matrixItems({
  head,
  rows,
}: TablePiece): { box: string; item: string; row: number; column: number }[] | null {
  const grid = [head, ...rows]
  const names = grid.flat().flatMap((cell) => (isName(cell) ? cell : (leadingName(cell) ?? [])))
  if (new Set(names.map(boxOf)).size < 4) return null
  const above: (string | null)[] = []
  return grid.flatMap((cells, y) => {
    let before: string | null = null
    const isHeadRow = cells.every((cell) => cell === '' || isName(cell))
    return cells.flatMap((cell, x) => {
      if (isName(cell)) {
        if (isHeadRow) above[x] = cell
        else before = cell
        return []
      }
      const box = before ?? above[x] ?? leadingName(cell)
      return box ? itemsOf(cell, box).map((item) => ({ box, item, row: y - 1, column: x })) : []
    })
  })
}

/** «  | Ставка | Податак» with «Снаге», «Слабости» in the first column: whatever its head, it is the one of the boxes, and items stand behind it. */
export function withBoxHead(piece: TablePiece): TablePiece {
  const at = piece.head.findIndex((text, place) => boxOf(text) === null && boxesIn(piece.rows, place) >= 3)
  if (at < 0 || piece.head.length < 2 || recognise(piece.head, [])?.name === 'swot') return piece
  const head = piece.head.with(at, 'поље')
  if (recognise(head, [])?.name === 'swot') return { ...piece, head }
  return isOnlyBoxes(piece.rows, at) && at + 1 < head.length ? { ...piece, head: head.with(at + 1, 'ставка') } : piece
}

/** Four boxes drawn two by two have as many items in the same column; of a list, conclusions at its end may stand there. */
function isOnlyBoxes(rows: readonly string[][], place: number): boolean {
  const others = rows.filter((row) => row[place] !== '' && boxOf(row[place] ?? '') === null)
  return others.length <= rows.length / 4
}

function boxesIn(rows: readonly string[][], place: number): number {
  return new Set(rows.map((row) => boxOf(row[place] ?? '')).filter((box) => box !== null)).size
}

function isName(cell: string): boolean {
  return cell !== '' && cell.length <= LONGEST_NAME && boxOf(cell) !== null && !/[;•]/.test(cell)
}

/** «Снаге: добра сарадња; …»: the box that a cell names before its items. */
export function leadingName(cell: string): string | null {
  const [, name = ''] = /^([^:;]{3,40})[:;]/.exec(cell) ?? []
  return boxOf(name) ? name : null
}

/** Lines of a cell, which readers join by semicolons; numbers and marks of lists before them are dropped. */
export function itemsOf(cell: string, box: string): string[] {
  const text = cell.startsWith(box) ? cell.slice(box.length).replace(/^[:;\s]+/, '') : cell
  // Lines of a cell run together: the mark that the first begins with begins each.
  const [, mark] = /^([–—*-])\s/.exec(text) ?? []
  const lines = mark ? text.split(` ${mark} `) : numberedItems(text)
  return lines
    .flatMap((part) => part.split(/;\s+|\s*•\s*|(?<=[.!?])\s+(?=(?:\d{1,2}[.)]\s|[-–]\s))/u))
    .map((item) => item.replace(/^(?:\d{1,2}[.)]|[-–•])\s*/, '').trim())
    .filter((item) => /\p{L}/u.test(item))
}

/** «1. добар повереник 2. сала за 40 људи»: parted where the numbers go on one by one. */
function numberedItems(text: string): string[] {
  const items: string[] = []
  let rest = text
  for (let next = 2; /^\d{1,2}[.)]\s/.test(rest); next++) {
    const at = rest.search(new RegExp(`\\s${next}[.)]\\s`))
    if (at < 0) break
    items.push(rest.slice(0, at))
    rest = rest.slice(at + 1)
  }
  return [...items, rest]
}

import type { Cell } from '../../tables.ts'
import { covers, type Grid } from '../grids.ts'
import { type Part, type Table, textOfCell } from './cells.ts'

/** A grid with more fields than this is graph paper. */
const MOST_FIELDS = 5_000
/** How far above its base line a text has its middle, in sizes of letters. */
const MIDDLE = 0.3

/** The parts that stand inside a grid. */
export function partsInside({ xs, ys }: Grid, parts: Part[]): Part[] {
  return parts.filter((part) => {
    const [x, y] = middleOf(part)
    return x > xs[0]! && x < xs.at(-1)! && y < ys[0]! && y > ys.at(-1)!
  })
}

/** A drawn table with the texts in its fields; fields without a line between them are one cell. */
export function ruledTable(grid: Grid, parts: Part[], page: number): Table | null {
  const [rows, columns] = [grid.ys.length - 1, grid.xs.length - 1]
  if (rows * columns > MOST_FIELDS) return null
  const fields = mergedFields(grid)
  const texts = new Map<number, Part[]>()
  for (const part of parts) {
    const [x, y] = middleOf(part)
    const field = fields.of(
      grid.ys.findLastIndex((top) => y < top),
      grid.xs.findLastIndex((left) => x > left),
    )
    texts.set(field.id, [...(texts.get(field.id) ?? []), part])
  }
  // One that lines part into another shape than a rectangle is a cell where it begins.
  const begun = new Set<number>()
  const cellsOf = (row: number): Cell[] =>
    Array.from({ length: columns }, (_, column) => fields.of(row, column))
      .filter(({ id }) => !begun.has(id) && begun.add(id))
      .map((field) => ({
        text: textOfCell(texts.get(field.id) ?? []),
        columns: field.right - field.left + 1,
        rows: field.bottom - field.top + 1,
      }))
  const cells = Array.from({ length: rows }, (_, row) => cellsOf(row))
  return { page, rows: cells, heads: headsOf(cells), columns: grid.xs.slice(0, -1) }
}

/** A first row in which some cells are as high as two rows, or as wide as two columns, is a head of as many rows as they are high. */
function headsOf([first = []]: Cell[][]): number {
  if (first.length < 2) return 1
  return first.some((cell) => cell.columns > 1) && first.some((cell) => cell.rows > 1)
    ? Math.max(...first.map((cell) => cell.rows))
    : 1
}

function middleOf({ x, right, y, size }: Part): [number, number] {
  return [(x + right) / 2, y + size * MIDDLE]
}

type Field = { id: number; top: number; bottom: number; left: number; right: number }

/** The fields of a grid, those without a line between them joined. */
function mergedFields({ xs, ys, rulings }: Grid): { of: (row: number, column: number) => Field } {
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  const parents = Array.from({ length: rows * columns }, (_, id) => id)
  const rootOf = (id: number): number => {
    let root = id
    while (parents[root] !== root) root = parents[root]!
    for (let at = id; at !== root; ) [parents[at], at] = [root, parents[at]!]
    return root
  }
  const isParted = (direction: 'along' | 'down', at: number, through: number) =>
    rulings[direction].some((ruling) => Math.abs(ruling.at - at) <= NEAR && covers(ruling, through))
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const id = row * columns + column
      const [x, y] = [(xs[column]! + xs[column + 1]!) / 2, (ys[row]! + ys[row + 1]!) / 2]
      if (column + 1 < columns && !isParted('down', xs[column + 1]!, y)) parents[rootOf(id + 1)] = rootOf(id)
      if (row + 1 < rows && !isParted('along', ys[row + 1]!, x)) parents[rootOf(id + columns)] = rootOf(id)
    }
  }
  const fields = new Map<number, Field>()
  parents.forEach((_, id) => {
    const [root, row, column] = [rootOf(id), Math.floor(id / columns), id % columns]
    const field = fields.get(root) ?? { id: root, top: row, bottom: row, left: column, right: column }
    fields.set(root, field)
    field.bottom = Math.max(field.bottom, row)
    field.left = Math.min(field.left, column)
    field.right = Math.max(field.right, column)
  })
  return { of: (row, column) => fields.get(rootOf(row * columns + column))! }
}

/** Lines of one border. */
const NEAR = 5

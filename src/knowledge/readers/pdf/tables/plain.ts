import type { Cell } from '../../tables.ts'
import type { Line } from '../lines.ts'
import { type Part, partsOf, piecesOf, type Table, textOfCell } from './cells.ts'

/** A table of two columns has so many rows at least; fewer are lines with gaps. */
const FEWEST_ROWS = 3
/** On a page with more lines nothing is looked for: each is compared with those around it. */
const MOST_LINES = 1_500
/** Lines further apart, in sizes of letters, belong to different tables. */
const FURTHEST = 4
/** Lines of one cell are at most so far apart, in sizes of letters. */
const LEADING = 1.8
/** By how much the distance of lines in a cell may vary. */
const EVEN = 1.15
/** Among so many parts that follow from the top is the one below. */
const AROUND = 40
/** Rows are at least so far apart, in sizes of letters. */
const CLOSE = 0.85
/** So much of a table's rows is written after the row above it: what is written column by column is text in columns. */
const ROWWISE = 0.8

/** A table without drawn lines: rows of parts that stand one beside the other, again and again at the same places. */
export type PlainTable = { lines: Line[]; table: Table }

/** The tables among the lines of a page that no grid holds; `lines` are in the order in which they are read. */
export function plainTables(lines: Line[]): PlainTable[] {
  if (lines.length > MOST_LINES) return []
  const order = new Map(lines.map((line, i) => [line, i]))
  const fromTop = [...lines].sort((a, b) => b.y - a.y)
  const beside = linesBeside(fromTop)
  const found: PlainTable[] = []
  for (let i = 0; i < fromTop.length; ) {
    const run = beside.has(fromTop[i]!) ? runFrom(fromTop, i, beside) : []
    const table = run.length > 1 ? tableOf(run, order) : null
    if (table) found.push({ lines: run, table })
    i += table ? run.length : 1
  }
  return found
}

/** Lines that stand beside another, or have more parts than one; `fromTop` is sorted by height. */
export function linesBeside(fromTop: Line[]): Set<Line> {
  const beside = new Set(fromTop.filter((line) => line.parts.length > 1))
  fromTop.forEach((line, i) => {
    for (let j = i + 1; j < fromTop.length && line.y - fromTop[j]!.y < Math.max(line.size, fromTop[j]!.size); j++) {
      const other = fromTop[j]!
      if (other.x < line.right && other.right > line.x) continue
      beside.add(line).add(other)
    }
  })
  return beside
}

/** The lines from one on that may be a table: those beside others, and those between that keep to a column. */
function runFrom(fromTop: Line[], start: number, beside: Set<Line>): Line[] {
  const run: Line[] = []
  let length = 0
  for (let i = start; i < fromTop.length; i++) {
    const line = fromTop[i]!
    const last = run.at(-1)
    if (last && last.y - line.y > Math.max(last.size, line.size) * FURTHEST) break
    if (!beside.has(line) && !keepsToColumn(line, run)) break
    run.push(line)
    // A line at the end stands for itself unless it goes on with a cell.
    if (beside.has(line) || goesOn(line, run)) length = run.length
  }
  return run.slice(0, length)
}

function keepsToColumn(line: Line, run: Line[]): boolean {
  const overlapping = columnsOf(run.flatMap(partsOf)).filter((column) => line.x < column.right && line.right > column.x)
  return overlapping.length === 1
}

function goesOn(line: Line, run: Line[]): boolean {
  const above = run.findLast((other) => other !== line && other.x < line.right && other.right > line.x)
  return above !== undefined && above.y - line.y <= line.size * LEADING
}

function tableOf(run: Line[], order: Map<Line, number>): Table | null {
  const rows = rowsOf(run)
  const columns = commonColumns(rows)
  if (columns.length < 2 || rows.length < (columns.length > 2 ? FEWEST_ROWS - 1 : FEWEST_ROWS)) return null
  if (!isWrittenByRows(rows, order)) return null
  const cells = rows.map((row) => cellsOf(row, columns))
  const full = cells.filter((row) => row.filter((cell) => cell.text !== '').length > 1).length
  if (full * 2 < rows.length) return null
  return { page: run[0]!.page, rows: cells, heads: 1, columns: columns.map((column) => column.x) }
}

type Row = Part[]

/** The rows of a run: parted by space, and where there is none by lines that have text in every column, or begin anew in the first. */
function rowsOf(run: Line[]): Row[] {
  const bands = spaced(run.flatMap(partsOf))
  return bands.flatMap((band) => rowsInBand(band, bands.length >= FEWEST_ROWS))
}

function spaced(parts: Part[]): Row[] {
  const leading = leadingIn(parts) * EVEN
  const bands: Row[] = []
  for (const part of parts) {
    const band = bands.at(-1)
    if (band && band.at(-1)!.y - part.y <= leading) band.push(part)
    else bands.push([part])
  }
  return bands
}

/** How far lines of a cell are apart: as far as those that are nearest below one another. */
function leadingIn(parts: Part[]): number {
  const steps = parts.flatMap((part, i) => {
    const below = parts.slice(i + 1, i + 1 + AROUND).find((other) => other.x < part.right && other.right > part.x)
    const step = below ? part.y - below.y : 0
    return step > part.size * CLOSE && step < part.size * LEADING ? [step] : []
  })
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 10)] ?? parts[0]!.size
}

/** `isSpaced`: whether space parts rows elsewhere; lines that seldom fill all columns are then those of one row. */
function rowsInBand(band: Row, isSpaced: boolean): Row[] {
  const heights = heightsOf(band)
  const columns = columnsOf(band)
  if (heights.length === 1 || columns.length < 2) return [band]
  // Lines nearer than letters are high stand in the middle of the cells of one row.
  if (heights.some((height, i) => i > 0 && heights[i - 1]![0]!.y - height[0]!.y < height[0]!.size * CLOSE))
    return [band]
  const filled = heights.map((height) => columnsOf(height).length)
  const most = Math.max(...filled)
  if (isSpaced && filled.filter((count) => count === most).length * 2 < heights.length) return [band]
  const rows: Row[] = []
  heights.forEach((height, i) => {
    const isFull = filled[i] === most
    const first = height.find((part) => part.x < columns[0]!.right)
    if (rows.length === 0 || isFull || (first && filled[i]! > 1 && /^[\p{Lu}\d]/u.test(first.text)))
      rows.push([...height])
    else rows.at(-1)!.push(...height)
  })
  return rows
}

function heightsOf(parts: Part[]): Row[] {
  const heights: Row[] = []
  for (const part of parts) {
    const height = heights.at(-1)
    if (height && height[0]!.y - part.y < part.size * 0.3) height.push(part)
    else heights.push([part])
  }
  return heights
}

type Column = { x: number; right: number }

/** The stretches that parts cover together, from the left. */
function columnsOf(parts: Part[]): Column[] {
  const columns: Column[] = []
  for (const { x, right } of [...parts].sort((a, b) => a.x - b.x)) {
    const column = columns.at(-1)
    if (column && x < column.right) column.right = Math.max(column.right, right)
    else columns.push({ x, right })
  }
  return columns
}

/**
 * The columns of the rows that have as many as most, where more columns count more: heads may span some. Narrow gaps part
 * columns too where they go through all of these rows.
 */
function commonColumns(rows: Row[]): Column[] {
  const counts = rows.map((row) => columnsOf(row).length)
  const score = (count: number) => counts.filter((other) => other >= count).length * (count - 1)
  const best = counts.reduce((most, count) => (score(count) > score(most) ? count : most), 1)
  const columns = columnsOf(rows.filter((_, i) => counts[i] === best).flat())
  const finer = columnsOf(rows.filter((_, i) => counts[i]! > 1).flatMap(finely))
  return finer.length > columns.length ? finer : columns
}

/** A row in its narrowest parts. */
function finely(row: Row): Row {
  return [...new Set(row.map((part) => part.line))].flatMap(piecesOf)
}

function isWrittenByRows(rows: Row[], order: Map<Line, number>): boolean {
  const places = rows.map((row) => row.map((part) => order.get(part.line)!))
  const inOrder = places.filter((row, i) => i === 0 || Math.max(...places[i - 1]!) < Math.min(...row)).length
  return inOrder >= rows.length * ROWWISE
}

/** The cells of a row; what stretches over several columns is one cell. */
function cellsOf(row: Row, columns: Column[]): Cell[] {
  const cells: Cell[] = []
  let at = 0
  const pieces = finely(row)
  const placed = columnsOf(pieces).map((stretch) => ({ stretch, ...placeIn(columns, stretch) }))
  for (const { stretch, first, last } of placed) {
    const text = textOfCell(pieces.filter((part) => part.x < stretch.right && part.right > stretch.x))
    if (first < at) {
      cells.at(-1)!.text += ` ${text}`
      continue
    }
    while (at < first) at = push(cells, { text: '', columns: 1, rows: 1 }, at)
    at = push(cells, { text, columns: last - first + 1, rows: 1 }, at)
  }
  while (at < columns.length) at = push(cells, { text: '', columns: 1, rows: 1 }, at)
  return cells
}

function push(cells: Cell[], cell: Cell, at: number): number {
  cells.push(cell)
  return at + cell.columns
}

/** From which column to which a stretch goes; one between columns belongs to the nearer. */
function placeIn(columns: Column[], { x, right }: Column): { first: number; last: number } {
  const first = columns.findIndex((column) => column.right > x)
  const last = columns.findLastIndex((column) => column.x < right)
  if (first !== -1 && last >= first) return { first, last }
  const nearer =
    first === -1
      ? columns.length - 1
      : last === -1 || columns[first]!.x - right < x - columns[last]!.right
        ? first
        : last
  return { first: nearer, last: nearer }
}

import type { Line } from './lines.ts'

/** A run of lines that stand in columns, as rows. */
export type Rows = string[][]

/** Fewer rows than this are lines with gaps, not a table. */
const FEWEST_ROWS = 3

/**
 * How many lines from `start` on make a table, and its rows; `null` when none begins there. Columns are where the parts
 * of all lines overlap; a line that has text only in later columns goes on the row above it.
 */
export function tableAt(lines: Line[], start: number): { count: number; rows: Rows } | null {
  let end = start
  while (end < lines.length && isRow(lines, start, end)) end++
  while (end > start && lines[end - 1]!.parts.length < 2) end--
  const run = lines.slice(start, end)
  const columns = columnsOf(run)
  if (columns.length < 2) return null
  const rows: Rows = []
  for (const line of run) {
    const placed = line.parts.map((part) =>
      columns.findIndex((column) => part.x < column.right && part.right > column.x),
    )
    if (new Set(placed).size < placed.length) return null
    if (rows.length > 0 && line.parts.length < columns.length && !placed.includes(0)) {
      placed.forEach((column, i) => {
        rows.at(-1)![column] = `${rows.at(-1)![column]} ${line.parts[i]!.text}`.trim()
      })
    } else {
      const row = columns.map(() => '')
      placed.forEach((column, i) => {
        row[column] = line.parts[i]!.text
      })
      rows.push(row)
    }
  }
  const full = rows.filter((row) => row.every(Boolean)).length
  return rows.length >= FEWEST_ROWS && full >= rows.length / 2 ? { count: run.length, rows } : null
}

function isRow(lines: Line[], start: number, at: number): boolean {
  const line = lines[at]!
  if (at === start) return line.parts.length > 1
  const last = lines[at - 1]!
  const follows = line.frame === last.frame && last.y > line.y && last.y - line.y < line.size * 4
  return follows && (line.parts.length > 1 || line.x > lines[start]!.parts[0]!.right)
}

/** The stretches that the parts of the lines cover together, from the left. */
function columnsOf(lines: Line[]): { x: number; right: number }[] {
  const parts = lines.flatMap((line) => line.parts).sort((a, b) => a.x - b.x)
  const columns: { x: number; right: number }[] = []
  for (const { x, right } of parts) {
    const column = columns.at(-1)
    if (column && x < column.right) column.right = Math.max(column.right, right)
    else columns.push({ x, right })
  }
  return columns
}

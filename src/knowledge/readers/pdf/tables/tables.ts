import { gridsIn } from '../grids.ts'
import type { Line } from '../lines.ts'
import { NO_RULINGS, type Rulings } from '../rulings.ts'
import { type Part, partsOf, type Table } from './cells.ts'
import { plainTables } from './plain.ts'
import { partsInside, ruledTable } from './ruled.ts'

/** The lines of all pages in their order, with each table in the place of its first line. */
export function withTables(lines: Line[], rulings: ReadonlyMap<number, Rulings>): (Line | Table)[] {
  return [...Map.groupBy(lines, (line) => line.frame)].flatMap(([frame, own]) =>
    inFrame(own, rulings.get(frame) ?? NO_RULINGS),
  )
}

function inFrame(lines: Line[], rulings: Rulings): (Line | Table)[] {
  const tables = new Map<Line, Table[]>()
  const put = (line: Line, table: Table) => tables.set(line, [...(tables.get(line) ?? []), table])
  let parts = lines.flatMap(partsOf)
  for (const grid of gridsIn(rulings)) {
    const inside = partsInside(grid, parts)
    const table = inside.length > 0 && grid.ys.length > 2 ? ruledTable(grid, inside, lines[0]!.page) : null
    if (!table) continue
    put(firstOf(lines, inside), table)
    const taken = new Set(inside)
    parts = parts.filter((part) => !taken.has(part))
  }
  const rest = remaining(lines, parts)
  const inTables = new Set<Line>()
  for (const { lines: own, table } of plainTables([...rest.values()])) {
    const taken = new Set(own)
    put(lines.find((line) => taken.has(rest.get(line)!))!, table)
    for (const line of own) inTables.add(line)
  }
  return lines.flatMap((line) => {
    const left = rest.get(line)
    return [...(tables.get(line) ?? []), ...(left && !inTables.has(left) ? [left] : [])]
  })
}

function firstOf(lines: Line[], parts: Part[]): Line {
  const own = new Set(parts.map((part) => part.line))
  return lines.find((line) => own.has(line))!
}

/** What of each line no grid has taken. */
function remaining(lines: Line[], parts: Part[]): Map<Line, Line> {
  const left = Map.groupBy(parts, (part) => part.line)
  return new Map(
    lines.flatMap((line): [Line, Line][] => {
      const own = left.get(line)
      if (!own) return []
      if (own.length === line.parts.length) return [[line, line]]
      const text = own.map((part) => part.text).join(' ')
      const pieces = line.pieces.filter((piece) => own.some((part) => piece.x >= part.x && piece.right <= part.right))
      return [[line, { ...line, parts: own, pieces, text, x: own[0]!.x, right: own.at(-1)!.right }]]
    }),
  )
}

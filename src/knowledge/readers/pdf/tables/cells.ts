import type { Cell } from '../../tables.ts'
import type { Line, Stretch } from '../lines.ts'
import { joined } from '../paragraphs.ts'

/** A part of a line, with what places it. */
export type Part = Stretch & { y: number; size: number; line: Line }

/** A table as it stands on its page. */
export type Table = {
  page: number
  rows: Cell[][]
  /** How many rows at the top are heads. */
  heads: number
  /** Where columns begin, from the left. */
  columns: number[]
}

export function partsOf(line: Line): Part[] {
  return placed(line, line.parts)
}

/** The parts of a line, however narrow the gaps between them. */
export function piecesOf(line: Line): Part[] {
  return placed(line, line.pieces)
}

function placed(line: Line, stretches: Stretch[]): Part[] {
  return stretches.map((stretch) => ({ ...stretch, y: line.y, size: line.size, line }))
}

/** The text of a cell: its parts from the top down, and on one height from the left. */
export function textOfCell(parts: Part[]): string {
  const heights: Part[][] = []
  for (const part of [...parts].sort((a, b) => b.y - a.y)) {
    const height = heights.at(-1)
    if (height && height[0]!.y - part.y < part.size * 0.5) height.push(part)
    else heights.push([part])
  }
  const lines = heights.map((height) =>
    height
      .sort((a, b) => a.x - b.x)
      .map((part) => part.text)
      .join(' '),
  )
  return joined(lines, new Set())
}

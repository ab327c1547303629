import { fold } from '../../../language/fold.ts'
import type { Line } from './lines.ts'

/** Headers and footers stand in these shares of a page. */
const MARGIN = 0.12
/** A line that stands in the margin of this many pages is no text; in files of two pages, of both. */
const FEWEST_REPEATS = 3

const PAGE_NUMBER =
  /^(?:(?:str|strana|page|стр|страна)\.?\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:[-–—|]|(?:\/|od|of|од|из)\s*\d{1,4})?$/i

/** The lines without running headers, footers and page numbers. */
export function withoutRunning(lines: Line[], pages: number): Line[] {
  const fewest = pages === 2 ? 2 : FEWEST_REPEATS
  const outer = outermost(lines)
  const repeats = pagesByKey(lines.filter(inMargin), (line) => [keyOf(line)])
  const numbered = pagesByKey([...outer].filter(inMargin), offsets)
  const isOften = (found: Map<string, Set<number>>, key: string) => (found.get(key)?.size ?? 0) >= fewest
  return lines.filter((line) => {
    if (!inMargin(line)) return true
    if (isOften(repeats, keyOf(line))) return false
    if (!outer.has(line)) return true
    return !(pages > 1 && PAGE_NUMBER.test(line.text)) && !offsets(line).some((key) => isOften(numbered, key))
  })
}

function inMargin(line: Line): boolean {
  return line.depth < MARGIN || line.depth > 1 - MARGIN
}

/** Same words at the same height, whatever the numbers in them. */
function keyOf(line: Line): string {
  return `${Math.round(line.depth * 60)} ${fold(line.text).replace(/\d+/g, '#')}`
}

/** How far the number at either end of a line is from the number of its page: titles of chapters run with page numbers. */
function offsets(line: Line): string[] {
  const ends = [/^(\d{1,4})\s/.exec(line.text)?.[1], /\s(\d{1,4})$/.exec(line.text)?.[1]]
  return ends.flatMap((number) => (number === undefined ? [] : [`${line.depth < 0.5} ${Number(number) - line.page}`]))
}

function pagesByKey(lines: Line[], keysOf: (line: Line) => string[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const line of lines) {
    for (const key of keysOf(line)) found.set(key, (found.get(key) ?? new Set()).add(line.page))
  }
  return found
}

/** The highest and the lowest line of each page. */
function outermost(lines: Line[]): Set<Line> {
  const edges = new Map<number, [Line, Line]>()
  for (const line of lines) {
    const [top, bottom] = edges.get(line.page) ?? [line, line]
    edges.set(line.page, [line.depth < top.depth ? line : top, line.depth > bottom.depth ? line : bottom])
  }
  return new Set([...edges.values()].flat())
}

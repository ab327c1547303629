import { fold } from '../../../language/fold.ts'
import type { Line } from './lines.ts'

/** Headers and footers stand in these shares of a page. */
const MARGIN = 0.12
/** A line that stands in the margin of this many pages is no text; in files of two pages, of both. */
const FEWEST_REPEATS = 3

/** A number alone may be a chapter's: it is a page's when it counts with the pages, on so many of them. */
const FEWEST_NUMBERS = 2
/** Capital Roman numbers stand over chapters. With its name, dashes around it or the number of all pages it is a page's. */
const PAGE_NUMBER =
  /^(?:[ivxlc]{1,7}|[-–—|]\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—|]|(?i:(?:str|strana|page|стр|страна)\.?\s*)\d{1,4}|(?i:(?:str|strana|page|стр|страна)\.?\s*)?\d{1,4}\s*(?:\/|(?i:od|of|од|из))\s*\d{1,4})$/

/** The lines without running headers, footers and page numbers, and those lines. */
export function partRunning(lines: Line[], pages: number): { text: Line[]; running: Line[] } {
  const fewest = pages === 2 ? 2 : FEWEST_REPEATS
  const inMargins = lines.filter(inMargin)
  const outer = outermost(lines)
  const repeats = pagesByKey(inMargins, (line) => [keyOf(line)])
  const counting = countingByThemselves(inMargins, fewest)
  const numbered = pagesByKey(
    inMargins.filter((line) => outer.has(line)),
    offsets,
  )
  const isRunning = (line: Line) => {
    const isNumber = /^\d+$/.test(line.text)
    const same = repeats.get(keyOf(line))!
    if (!isNumber && same.size >= fewest && goesOn(same) && !counting.has(keyOf(line))) return true
    if (!outer.has(line)) return false
    if (pages > 1 && PAGE_NUMBER.test(line.text)) return true
    const needed = isNumber ? FEWEST_NUMBERS : fewest
    return offsets(line).some((key) => (numbered.get(key)?.size ?? 0) >= needed)
  }
  const running = new Set(inMargins.filter(isRunning))
  for (const line of besideText(inMargins, running)) running.delete(line)
  return { text: lines.filter((line) => !running.has(line)), running: [...running] }
}

/** How far from each other pages with the same line stand at most: left and right ones may have their own. */
const APART = 2

/** Whether a line runs from page to page, most of the time. One that stands where each chapter begins is text. */
function goesOn(pages: ReadonlySet<number>): boolean {
  const beside = [...pages].filter((page) => {
    for (let far = 1; far <= APART; far++) if (pages.has(page - far) || pages.has(page + far)) return true
    return false
  })
  return beside.length * 2 >= pages.size
}

/**
 * Lines that have other numbers on each page, which do not count with the pages: «Члан 10» and «Члан 23» stand on top by chance. In what runs
 * numbers stay the same, as a chapter's does and a year, or are the page's.
 */
function countingByThemselves(inMargins: Line[], fewest: number): Set<string> {
  const lines = Map.groupBy(inMargins, keyOf)
  const byThemselves = [...lines].filter(([, same]) => {
    const pages = new Map(same.map((line) => [line.page, numbersIn(line)]))
    const different = new Set([...pages.values()].map(String))
    if (different.size * 2 <= pages.size) return false
    const withPages = Map.groupBy(
      [...pages].flatMap(([page, numbers]) => numbers.map((number, at) => `${at} ${number - page}`)),
      (key) => key,
    )
    return ![...withPages.values()].some((same) => same.length >= fewest || same.length * 2 > pages.size)
  })
  return new Set(byThemselves.map(([key]) => key))
}

function numbersIn({ text }: Line): number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number))
}

function inMargin(line: Line): boolean {
  return line.depth < MARGIN || line.depth > 1 - MARGIN
}

/** Lines that repeat, but with text between them and the edge of the page: nothing that runs stands there. */
function besideText(inMargins: Line[], isRunning: ReadonlySet<Line>): Line[] {
  const edges = new Map<string, number>()
  for (const line of inMargins) {
    const key = marginOf(line)
    if (!isRunning.has(line)) edges.set(key, Math.min(edges.get(key) ?? 1, fromEdge(line)))
  }
  return [...isRunning].filter((line) => fromEdge(line) > (edges.get(marginOf(line)) ?? 1) + 0.002)
}

function marginOf(line: Line): string {
  return `${line.frame} ${line.depth < 0.5}`
}

function fromEdge(line: Line): number {
  return Math.min(line.depth, 1 - line.depth)
}

/** Same words at the same height, whatever the numbers in them. */
function keyOf(line: Line): string {
  return `${Math.round(line.depth * 60)} ${fold(line.text).replace(/\d+/g, '#')}`
}

/** How far the number at either end of a line is from the number of its page: titles of chapters run with page numbers. */
function offsets(line: Line): string[] {
  const ends = [/^(\d{1,4})(?:\s|$)/.exec(line.text)?.[1], /\s(\d{1,4})$/.exec(line.text)?.[1]]
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
    const [top, bottom] = edges.get(line.frame) ?? [line, line]
    edges.set(line.frame, [line.depth < top.depth ? line : top, line.depth > bottom.depth ? line : bottom])
  }
  return new Set([...edges.values()].flat())
}

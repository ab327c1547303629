import { fold } from '../../../language/fold.ts'
import type { Line } from './lines.ts'

/** What a line of a table of contents ends with: dots, or a wide gap, and a page. */
const LEADER = /[.…]{2,}\s*\d{1,4}$/
/** Fewer lines than this are no table of contents. */
const FEWEST = 3
/** So many letters of a title tell it. */
const TELLING = 24

/**
 * The lines without tables of contents: runs of lines that end with a page, where most titles begin another line of the file,
 * on that very page as the file counts its pages. Price lists and forms have dots and numbers too, and stay.
 */
export function withoutContents(lines: Line[]): Line[] {
  const places = lines.flatMap((line, i) => (pageIn(line) === null ? [] : [i]))
  if (places.length < FEWEST) return lines
  const pages = pagesOf(lines.filter((line) => pageIn(line) === null))
  const dropped = new Set<Line>()
  for (const run of runsOf(places)) {
    const entries = run.map((i) => lines[i]!)
    if (entries.length < FEWEST || leadingTo(entries, pages) * 2 < entries.length) continue
    for (let i = run[0]!; i <= run.at(-1)!; i++) dropped.add(lines[i]!)
    const title = lines[run[0]! - 1]
    if (title?.page === entries[0]!.page && title.text.length <= TELLING && !/\d/.test(title.text)) dropped.add(title)
  }
  return lines.filter((line) => !dropped.has(line))
}

/** Runs with at most one other line between two, which a long title leaves when it wraps. */
function runsOf(places: number[]): number[][] {
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && place - run.at(-1)! <= 2) run.push(place)
    else runs.push([place])
  }
  return runs
}

/** How many entries lead to a line with their title, all by the same count of pages. */
function leadingTo(entries: Line[], pages: Map<string, Set<number>>): number {
  const counts = new Map<number, number>()
  for (const entry of entries) {
    for (const page of pages.get(tellingOf(titleIn(entry))) ?? []) {
      const offset = page - pageIn(entry)!
      counts.set(offset, (counts.get(offset) ?? 0) + 1)
    }
  }
  return Math.max(0, ...counts.values())
}

/** On which pages lines begin with these letters. */
function pagesOf(lines: Line[]): Map<string, Set<number>> {
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = tellingOf(line.text)
    pages.set(key, (pages.get(key) ?? new Set()).add(line.page))
  }
  return pages
}

function pageIn(line: Line): number | null {
  const number = /\d{1,4}$/.exec(line.text)?.[0]
  if (number === undefined || !/\p{L}{2}/u.test(line.text)) return null
  return LEADER.test(line.text) || line.parts.at(-1)!.text === number ? Number(number) : null
}

function titleIn(line: Line): string {
  return line.text.replace(/[\s.…]*\d{1,4}$/, '')
}

/** The first letters of a text, without its number. */
function tellingOf(text: string): string {
  return fold(text.slice(0, 4 * TELLING))
    .replace(/[^\p{L}]/gu, '')
    .slice(0, TELLING)
}

import { shortenedTo } from '../../language/letters.ts'
import { pngOf, svgText } from '../../platform/picture.ts'
import type { Tally } from './rules.ts'

/** What stands in the picture; a question with its marks, and its average in words. */
export type Drawn = { title: string; counts: string; questions: { text: string; average: string; tally: Tally }[] }

const WIDTH = 1080
const EDGE = 40
const BARS = { x: 90, most: 820 }
const ROW = 40
const LINE = 38
/** So many letters fit across it, and so many lines of a question are shown. */
const LETTERS = 50
const MOST_LINES = 3

/** The marks of an evaluation: a bar for each, as long as so many of those who answered gave it, with their number at its end. */
export function resultsPicture({ title, counts, questions }: Drawn): Promise<Uint8Array> {
  const parts: string[] = []
  let y = 62
  for (const line of linesOf(title)) {
    parts.push(text(EDGE, y, 34, line, 'font-weight="bold"'))
    y += 44
  }
  parts.push(text(EDGE, y, 28, counts))
  y += 62
  for (const { text: question, average, tally } of questions) {
    for (const line of linesOf(question)) {
      parts.push(text(EDGE, y, 30, line, 'font-weight="bold"'))
      y += LINE
    }
    parts.push(text(EDGE, y, 28, average))
    y += 22
    parts.push(barsOf(tally, y))
    y += tally.counts.length * ROW + 56
  }
  const height = y - 20
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans" fill="#111">${parts.join('')}</svg>`
  return pngOf(svg, WIDTH)
}

/** The best mark first. */
function barsOf({ counts }: Tally, top: number): string {
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
  return counts
    .map((count, i) => {
      const y = top + (counts.length - 1 - i) * ROW
      const width = (count / all) * BARS.most
      const bar = `<rect x="${BARS.x}" y="${y}" width="${Math.max(width, 2)}" height="${ROW - 10}" fill="#14507a"/>`
      return `${text(EDGE, y + 25, 28, String(i + 1))}${bar}${text(BARS.x + width + 14, y + 25, 28, String(count))}`
    })
    .join('')
}

const text = (x: number, y: number, size: number, words: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${more}>${svgText(words)}</text>`

/** Broken between words; what is longer than there is room for is cut. */
function linesOf(words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/).map((one) => shortenedTo(one, LETTERS))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), shortenedTo(lines.slice(MOST_LINES - 1).join(' '), LETTERS)]
}

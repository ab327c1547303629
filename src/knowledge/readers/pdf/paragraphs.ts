import type { Line } from './lines.ts'

/** Lines that belong together. */
export type Paragraph = { lines: Line[]; marker: Marker | null }

/** What an item of a list begins with: a bullet, or a number. */
type Marker = { number: number | null; length: number }

/** What the body text of a document looks like. */
export type Body = {
  size: number
  bold: boolean /** From base line to base line, in sizes of letters. */
  leading: number
}

export function bodyOf(lines: Line[]): Body {
  const size = commonest(lines, (line) => line.size, 1)
  const body = lines.filter((line) => line.size === size)
  const steps = body.flatMap((line, i) => {
    const step = i > 0 && body[i - 1]!.frame === line.frame ? body[i - 1]!.y - line.y : 0
    return step > 0 && step < size * 2.2 ? [step / size] : []
  })
  return {
    size,
    bold: commonest(lines, (line) => line.bold, false),
    leading: steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1.2,
  }
}

function commonest<T>(lines: Line[], by: (line: Line) => T, none: T): T {
  const letters = new Map<T, number>()
  for (const line of lines) letters.set(by(line), (letters.get(by(line)) ?? 0) + line.text.length)
  return (
    [...letters].reduce<[T, number] | undefined>(
      (most, one) => (most && most[1] >= one[1] ? most : one),
      undefined,
    )?.[0] ?? none
  )
}

/** Paragraphs by gaps, sizes, first-line indents and short last lines; one may go on over the end of a page. */
export function paragraphsOf(lines: Line[], body: Body): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const [i, line] of lines.entries()) {
    const open = paragraphs.at(-1)
    const marker = markerOf(line.text)
    if (open && marker === null && belongs(line, open, body, edgeAround(lines, i))) open.lines.push(line)
    else paragraphs.push({ lines: [line], marker })
  }
  return paragraphs
}

/** So many lines before and after show where a column ends. */
const AROUND = 4

/** Lines of forms and price lists, which stand each for itself. */
const LEADER = /\.{5}|_{5}|…{2}/

/** How far to the right the lines around one reach: a column has an edge of its own. */
function edgeAround(lines: Line[], at: number): number {
  const line = lines[at]!
  const around = lines.slice(Math.max(0, at - AROUND), at + AROUND)
  const own = around.filter((other) => other.frame === line.frame && other.x < line.right && other.right > line.x)
  return Math.max(...own.map((other) => other.right))
}

function belongs(line: Line, { lines, marker }: Paragraph, body: Body, edge: number): boolean {
  const last = lines.at(-1)!
  if (LEADER.test(line.text) || LEADER.test(last.text)) return false
  if (Math.abs(line.size - last.size) > 0.6 || line.bold !== last.bold) return false
  const step = last.y - line.y
  const endsOpen = !/[.!?:;…]["“”»)]?$/.test(last.text)
  if (line.frame !== last.frame || step <= 0)
    return endsOpen && /^["„(]?\p{Ll}/u.test(line.text) && line.size <= body.size
  if (step > Math.max(body.leading, 1) * last.size * 1.3) return false
  const indent = (line.x - lines[0]!.x) / line.size
  if (marker !== null) return indent > 0.3 || (indent > -0.3 && endsOpen)
  const isIndented = indent > 0.7 && (lines.length === 1 || line.x - last.x > line.size * 0.7)
  if (isIndented && !endsOpen) return false
  const isShort = last.right < edge - (edge - last.x) * 0.2
  // The next word would have fitted: somebody ended the line.
  const isEnded = last.right + widthOfFirstWord(line) < edge - line.size && /^[\p{Lu}\d]/u.test(line.text)
  return !isEnded && (endsOpen || !isShort)
}

function widthOfFirstWord({ text, x, right }: Line): number {
  return ((right - x) / text.length) * (text.indexOf(' ') === -1 ? text.length : text.indexOf(' '))
}

const BULLET = /^[•▪◦●○■□➢➤✓✔‣⁃∙*–—-]\s+/
const NUMBER = /^(\d{1,2})[.)]\s+(?=\p{L})/u

function markerOf(text: string): Marker | null {
  const bullet = BULLET.exec(text)
  if (bullet) return { number: null, length: bullet[0].length }
  const number = NUMBER.exec(text)
  return number ? { number: Number(number[1]), length: number[0].length } : null
}

/** Words that stand with a hyphen inside a line keep it when a line ends after it. */
export function hyphenatedWords(lines: Line[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase())))
}

/** A word is looked for in so much of a text's end: words are no longer, and a text is looked at for every line of it. */
const LONGEST_WORD = 60

/** Lines as one text; a word parted at the end of a line is joined, unless the hyphen is its own. */
export function joined(lines: string[], hyphenated: Set<string>): string {
  return lines.reduce((text, line) => {
    const rest = /[-\u2010]$/.test(text.slice(-1)) ? /^\p{Ll}+/u.exec(line) : null
    const parted = rest ? /(\p{L}+)[-\u2010]$/u.exec(text.slice(-LONGEST_WORD)) : null
    if (!parted || !rest) return text === '' ? line : `${text} ${line}`
    const keepsHyphen = /\p{Lu}{2}$/u.test(parted[1]!) || hyphenated.has(`${parted[1]}-${rest[0]}`.toLowerCase())
    return (keepsHyphen ? text : text.slice(0, -1)) + line
  }, '')
}

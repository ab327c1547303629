import { clean } from '../clean.ts'

/** A piece of text as pdf.js gives it; positions in points from the lower left corner. */
export type TextItem = { str: string; transform: number[]; width: number; fontName: string }

/** One line of a page. */
export type Line = {
  page: number
  text: string
  /** The parts between wide gaps, which columns of a table leave. */
  parts: { text: string; x: number; right: number }[]
  x: number
  right: number
  /** Height of the base line above the lower edge of the page. */
  y: number
  /** From the top of the page, 0 to 1. */
  depth: number
  size: number
  font: string
  /** Whether all of it is in one of the bold fonts. */
  bold: boolean
}

export type PageShape = { page: number; bottom: number; height: number; boldFonts: Set<string> }

/** Gaps wider than this many times the size of the letters part columns. */
const COLUMN_GAP = 1.6
const WORD_GAP = 0.15

/** The lines of a page, in the order in which the file writes them: that keeps columns of text apart. Turned text is left out. */
export function linesOf(items: TextItem[], shape: PageShape): Line[] {
  const lines: Gathering[] = []
  for (const item of items) {
    const [, slant = 0, , scale = 0, x = 0, y = 0] = item.transform
    if (item.str.trim() === '' || Math.abs(slant) > Math.abs(scale) * 0.1) continue
    const one = { text: item.str, x, y, right: x + item.width, size: Math.abs(scale), font: item.fontName }
    const line = lines.at(-1)
    if (line && goesOn(line, one)) add(line, one)
    else lines.push({ items: [one], y, size: one.size, right: one.right })
  }
  return lines.map((line) => asLine(line, shape)).filter((line) => line.text !== '')
}

type Item = { text: string; x: number; y: number; right: number; size: number; font: string }
type Gathering = { items: Item[]; y: number; size: number; right: number }

function goesOn(line: Gathering, item: Item): boolean {
  const size = Math.max(line.size, item.size)
  return Math.abs(item.y - line.y) < size * 0.45 && item.x > line.right - size * 0.5
}

function add(line: Gathering, item: Item): void {
  const isMark =
    item.size < line.size * 0.8 && item.y > line.y + line.size * 0.15 && /^\s*[\d*]{1,3}\s*$/.test(item.text)
  line.right = item.right
  // Raised small figures call footnotes; in running text they would look like numbers.
  if (isMark) return
  line.items.push(item)
  // A line may begin with a raised or small letter; its base is that of its largest text.
  if (item.size > line.size) [line.size, line.y] = [item.size, item.y]
}

function asLine({ items, y, size }: Gathering, shape: PageShape): Line {
  const parts: { text: string; x: number; right: number }[] = []
  for (const item of items) {
    const part = parts.at(-1)
    const gap = part ? item.x - part.right : 0
    if (!part || gap > size * COLUMN_GAP) parts.push({ text: item.text, x: item.x, right: item.right })
    else {
      part.text += (gap > size * WORD_GAP ? ' ' : '') + item.text
      part.right = item.right
    }
  }
  const cleaned = parts.map((part) => ({ ...part, text: cleanLine(part.text) })).filter((part) => part.text !== '')
  const { page, bottom, height, boldFonts } = shape
  const letters = items.filter((item) => /[\p{L}\p{N}]/u.test(item.text))
  return {
    page,
    text: cleaned.map((part) => part.text).join(' '),
    parts: cleaned,
    x: items[0]!.x,
    right: items.at(-1)!.right,
    y,
    depth: 1 - (y - bottom) / height,
    size: Math.round(size * 2) / 2,
    font: longest(items).font,
    bold: letters.length > 0 && letters.every((item) => boldFonts.has(item.font)),
  }
}

/** A soft hyphen at the end of a line is a hyphen there; bullets of symbol fonts become bullets. */
function cleanLine(text: string): string {
  return clean(
    text
      .replace(/\u00ad\s*$/, '-')
      .replace(/^[\uf000-\uf0ff]\s*/, '• ')
      .replace(/[\uf000-\uf0ff]/g, ''),
  )
}

function longest(items: Item[]): Item {
  return items.reduce((best, item) => (item.text.length > best.text.length ? item : best))
}

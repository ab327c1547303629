import { cleanLine } from './letters.ts'
import { fromTopDown } from './order.ts'
import { NOTE_MARK, raisedText } from './raised.ts'
import type { Upright, UprightItem } from './turned.ts'

/** One line of a page. */
export type Line = {
  page: number
  /** Lines of the same page that read in the same direction share it; only their positions can be compared. */
  frame: number
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

export type PageShape = { page: number; boldFonts: ReadonlySet<string> }

/** Gaps wider than this many times the size of the letters part columns. */
const COLUMN_GAP = 1.6
const WORD_GAP = 0.15
/** Signs of less than this share of the letters beside them may be raised ones. */
const SMALL = 0.85

/** The lines of a page, as one reads them: direction by direction, from the top down, columns apart. */
export function linesOf(texts: Upright[], shape: PageShape): Line[] {
  return texts.flatMap((upright) => fromTopDown(linesIn(upright, shape)))
}

type Item = UprightItem & { isRaised: boolean }
type Gathering = { items: Item[]; y: number; size: number; right: number }

function linesIn(upright: Upright, shape: PageShape): Line[] {
  const lines: Gathering[] = []
  for (const item of upright.items) {
    const line = lines.at(-1)
    if (line && goesOn(line, item)) add(line, item)
    else lines.push({ items: [{ ...item, isRaised: false }], y: item.y, size: item.size, right: item.right })
  }
  const notes = new Set(
    lines.flatMap(({ items: [first], size }) => (isNoteMark(first!, size) ? [first!.text.trim()] : [])),
  )
  return lines.map((line) => asLine(line, notes, upright, shape)).filter((line) => line.text !== '')
}

function goesOn(line: Gathering, item: UprightItem): boolean {
  const size = Math.max(line.size, item.size)
  // Small signs are raised further than lines of letters of one size ever come together.
  const reach = Math.min(line.size, item.size) < size * SMALL ? 0.6 : 0.45
  return Math.abs(item.y - line.y) < size * reach && item.x > line.right - size * 0.5
}

function add(line: Gathering, item: UprightItem): void {
  const isRaised = item.size < line.size * SMALL && item.y > line.y + line.size * 0.15
  line.right = item.right
  line.items.push({ ...item, isRaised })
  // A line may begin with a raised or small letter; its base is that of its largest text.
  if (item.size > line.size) [line.size, line.y] = [item.size, item.y]
}

/** Whether a line begins with a small figure: then it is a note, and the figure calls it in the text above. */
function isNoteMark(first: Item, size: number): boolean {
  return first.size < size * SMALL && NOTE_MARK.test(first.text)
}

function asLine({ items, y, size }: Gathering, notes: ReadonlySet<string>, upright: Upright, shape: PageShape): Line {
  const parts: { text: string; x: number; right: number }[] = []
  for (const item of items) {
    const part = parts.at(-1)
    const gap = part ? item.x - part.right : 0
    if (!part || gap > size * COLUMN_GAP) parts.push({ text: item.text, x: item.x, right: item.right })
    else {
      part.text += item.isRaised
        ? raisedText(item.text, part.text, notes)
        : (gap > size * WORD_GAP ? ' ' : '') + item.text
      part.right = item.right
    }
  }
  const cleaned = parts.map((part) => ({ ...part, text: cleanLine(part.text) })).filter((part) => part.text !== '')
  const letters = items.filter((item) => /[\p{L}\p{N}]/u.test(item.text))
  return {
    page: shape.page,
    frame: shape.page * 360 + upright.degrees,
    text: cleaned.map((part) => part.text).join(' '),
    parts: cleaned,
    x: items[0]!.x,
    right: items.at(-1)!.right,
    y,
    depth: 1 - (y - upright.bottom) / upright.height,
    size: Math.round(size * 2) / 2,
    font: longest(items).font,
    bold: letters.length > 0 && letters.every((item) => shape.boldFonts.has(item.font)),
  }
}

function longest(items: Item[]): Item {
  return items.reduce((best, item) => (item.text.length > best.text.length ? item : best))
}

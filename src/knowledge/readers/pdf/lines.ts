import { covers } from './grids.ts'
import { cleanLine } from './letters.ts'
import { fromTopDown } from './order.ts'
import { parted } from './parted.ts'
import { NOTE_MARK, raisedText } from './raised.ts'
import type { Ruling, Rulings } from './rulings.ts'
import type { Upright, UprightItem } from './turned.ts'

/** A part of a line, and where it stands. */
export type Stretch = { text: string; x: number; right: number }

/** One line of a page. */
export type Line = {
  page: number
  /** Lines of the same page that read in the same direction share it; only their positions can be compared. */
  frame: number
  text: string
  /** The parts between wide gaps, which columns of a table leave. */
  parts: Stretch[]
  /** The same, parted at every gap that is wider than one between words. */
  pieces: Stretch[]
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

/** `rulings` are the drawn lines, by the direction of the text that they part. */
export type PageShape = { page: number; boldFonts: ReadonlySet<string>; rulings?: (degrees: number) => Rulings }

/** Gaps wider than this many times the size of the letters part columns. */
const COLUMN_GAP = 1.6
/** Gaps between words are seldom wider. */
const PIECE_GAP = 0.5
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
  const down = shape.rulings?.(upright.degrees).down ?? []
  const notes = new Set(
    lines.flatMap(({ items: [first], size }) => (isNoteMark(first!, size) ? [first!.text.trim()] : [])),
  )
  return lines.map((line) => asLine(line, { notes, down, upright, shape })).filter((line) => line.text !== '')
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

/** What a line is made with: the marks of the notes at the foot of its page, and lines that are drawn down the page. */
type Around = { notes: ReadonlySet<string>; down: Ruling[]; upright: Upright; shape: PageShape }

function asLine(line: Gathering, { notes, down, upright, shape }: Around): Line {
  const { y, size } = line
  const cuts = down.filter((ruling) => covers(ruling, y))
  const items = cuts.length === 0 ? line.items : line.items.flatMap((item) => parted(item, cuts))
  const parts = stretches({ ...line, items }, COLUMN_GAP, notes, cuts)
  const letters = items.filter((item) => /[\p{L}\p{N}]/u.test(item.text))
  return {
    page: shape.page,
    frame: shape.page * 360 + upright.degrees,
    text: parts.map((part) => part.text).join(' '),
    parts,
    pieces: stretches({ ...line, items }, PIECE_GAP, notes, cuts),
    x: items[0]!.x,
    right: items.at(-1)!.right,
    y,
    depth: 1 - (y - upright.bottom) / upright.height,
    size: Math.round(size * 2) / 2,
    font: longest(items).font,
    bold: letters.length > 0 && letters.every((item) => shape.boldFonts.has(item.font)),
  }
}

/** The items of a line, parted at gaps of so many sizes of letters and at lines that are drawn between them. */
function stretches({ items, size }: Gathering, widest: number, notes: ReadonlySet<string>, cuts: Ruling[]): Stretch[] {
  const found: Stretch[] = []
  let last: Item | undefined
  for (const item of items) {
    const open = found.at(-1)
    const gap = last ? item.x - last.right : 0
    const isCut = last !== undefined && cuts.some(({ at }) => at > middleOf(last!) && at < middleOf(item))
    last = item
    if (!open || gap > size * widest || isCut) {
      found.push({ text: item.text, x: item.x, right: item.right })
      continue
    }
    const space = gap > size * WORD_GAP ? ' ' : ''
    open.text += item.isRaised ? raisedText(item.text, open.text, notes) : space + item.text
    open.right = item.right
  }
  return found.map((one) => ({ ...one, text: cleanLine(one.text) })).filter((one) => one.text !== '')
}

function middleOf({ x, right }: Item): number {
  return (x + right) / 2
}

function longest(items: Item[]): Item {
  return items.reduce((best, item) => (item.text.length > best.text.length ? item : best))
}

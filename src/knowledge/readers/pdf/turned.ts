/** A piece of text as pdf.js gives it; positions in points from the lower left corner. */
export type TextItem = { str: string; transform: number[]; width: number; fontName: string }

/** A piece of text as it stands once its page is held so that it reads from the left to the right. */
export type UprightItem = { text: string; x: number; y: number; right: number; size: number; font: string }

/** All text of a page that reads in one direction, and how high the page is when it is held so. */
export type Upright = { items: UprightItem[]; degrees: number; bottom: number; height: number }

/** The font of what people filled into a form, which the file holds apart from the text around it. */
export const FILLED_IN = 'filled in'

/** A page as its file describes it: left, bottom, right, top. */
export type Box = readonly number[]

/** The text of a page by the directions in which it reads, the one with most letters first. Turned tables stand on upright pages. */
export function uprightTexts(items: readonly TextItem[], box: Box): Upright[] {
  const byDegrees = new Map<number, UprightItem[]>()
  for (const item of items) {
    if (item.str.trim() === '') continue
    const degrees = directionOf(item)
    const texts = byDegrees.get(degrees) ?? []
    byDegrees.set(degrees, texts)
    texts.push(uprightItem(item, degrees))
  }
  return [...byDegrees]
    .map(([degrees, texts]) => ({ items: withFilledIn(texts), degrees, ...heightOf(box, degrees) }))
    .sort((a, b) => lettersIn(b.items) - lettersIn(a.items))
}

/** What was filled in goes after the text that stands to the left of it, or before that to the right. */
function withFilledIn(items: UprightItem[]): UprightItem[] {
  const filledIn = items.filter((item) => item.font === FILLED_IN)
  if (filledIn.length === 0) return items
  const all = items.filter((item) => item.font !== FILLED_IN)
  for (const one of filledIn) {
    const beside = all.filter((item) => Math.abs(item.y - one.y) < Math.max(item.size, one.size) * 0.6)
    const left = beside.filter((item) => item.x <= one.x).reduce(furthest, undefined)
    if (left) all.splice(all.indexOf(left) + 1, 0, { ...one, y: left.y })
    else if (beside[0]) all.splice(all.indexOf(beside[0]), 0, { ...one, y: beside[0].y })
    else all.push(one)
  }
  return all
}

function furthest(most: UprightItem | undefined, item: UprightItem): UprightItem {
  return most && most.x >= item.x ? most : item
}

/** Where the text runs, in whole degrees against the clock; slanted letters of upright lines do not count. */
function directionOf({ transform: [a = 1, b = 0] }: TextItem): number {
  if (Math.abs(b) <= Math.abs(a) * 0.1) return a < 0 ? 180 : 0
  if (Math.abs(a) <= Math.abs(b) * 0.1) return b < 0 ? 270 : 90
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360
}

function uprightItem({ str, transform, width, fontName }: TextItem, degrees: number): UprightItem {
  const [, , c = 0, d = 0, e = 0, f = 0] = transform
  const [x, y] = turn(e, f, degrees)
  return { text: str, x, y, right: x + width, size: Math.hypot(c, d), font: fontName }
}

function heightOf(
  [left = 0, bottom = 0, right = 0, top = 0]: Box,
  degrees: number,
): { bottom: number; height: number } {
  const corners = [
    turn(left, bottom, degrees),
    turn(left, top, degrees),
    turn(right, bottom, degrees),
    turn(right, top, degrees),
  ]
  const heights = corners.map(([, y]) => y)
  const lowest = Math.min(...heights)
  return { bottom: lowest, height: Math.max(...heights) - lowest || 1 }
}

/** A point of the page after the page was turned back by as many degrees as its text is turned. */
export function turn(x: number, y: number, degrees: number): [number, number] {
  if (degrees === 0) return [x, y]
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [x * cos + y * sin, y * cos - x * sin]
}

function lettersIn(items: UprightItem[]): number {
  return items.reduce((sum, item) => sum + item.text.length, 0)
}

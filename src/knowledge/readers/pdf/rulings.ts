import { OPS } from 'unpdf/pdfjs'
import { turn } from './turned.ts'

/** A straight line that is drawn along the page or down it: where it is, and from where to where it goes. */
export type Ruling = { at: number; from: number; to: number }

/** What is drawn on a page that parts text: lines along it, and down. */
export type Rulings = { along: Ruling[]; down: Ruling[] }

/** What pdf.js says is drawn. */
export type Drawing = { fnArray: number[]; argsArray: unknown[] }

type Matrix = readonly [number, number, number, number, number, number]
export type Box = { left: number; bottom: number; right: number; top: number }

export const NO_RULINGS: Rulings = { along: [], down: [] }
/** With more lines than this a page shows a map or a drawing, no table. */
const MOST = 4_000
/** Points: a filled stretch that is thinner is a line. */
const THICKEST = 3
/** Shorter lines are strokes of letters and signs. */
const SHORTEST = 6
/** Lines so near are one: programs draw the borders of neighbours beside each other. */
const NEAR = 3
/** What draws those of a single point, which pdf.js leaves. */
const PICTURES = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

/** What stands on a page beside its text: straight stretches that are stroked or filled, and pictures. */
export type Drawn = { boxes: Box[]; pictures: Box[] }

/** The lines of a page as they stand once it is turned back by as much as its text. */
export function rulingsOf({ boxes }: Drawn, degrees: number): Rulings {
  const turned = boxes.map((box) => turnBox(box, degrees))
  const along = turned.filter(({ bottom, top }) => top - bottom <= THICKEST)
  const down = turned.filter(({ left, right }) => right - left <= THICKEST)
  if (along.length + down.length > MOST) return NO_RULINGS
  return {
    along: joined(along.map(({ left, bottom, right, top }) => ({ at: (bottom + top) / 2, from: left, to: right }))),
    down: joined(down.map(({ left, bottom, right, top }) => ({ at: (left + right) / 2, from: bottom, to: top }))),
  }
}

/**
 * What is drawn on a page. Pictures are never decoded: pdf.js leaves of each what places it, a matrix between `save` and
 * `restore` in which nothing is drawn.
 */
export function drawnIn({ fnArray, argsArray }: Drawing): Drawn {
  const drawn: Drawn = { boxes: [], pictures: [] }
  const squares: Box[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, fn] of fnArray.entries()) {
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) saved.push(matrix)
    if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    if (fn === OPS.transform) matrix = times(matrix, argsArray[i] as Matrix)
    if (fn === OPS.paintFormXObjectBegin) matrix = times(matrix, (argsArray[i] as [Matrix | null])[0])
    if (PICTURES.has(fn) || (fn === OPS.transform && fnArray[i + 1] === OPS.restore))
      drawn.pictures.push(unitBox(matrix))
    if (fn === OPS.constructPath) drawn.boxes.push(...boxesOfPath(argsArray[i] as Path, matrix, squares))
  }
  drawn.boxes.push(...squares.filter((square) => !standsAlone(square, squares)).flatMap(sidesOfBox))
  return drawn
}

type Path = [paint: number, points: [ArrayLike<number> | null]]

/** Where a matrix puts the square in which pictures are drawn. */
function unitBox([a, b, c, d, e, f]: Matrix): Box {
  return boxAround([
    [e, f],
    [e + a, f + b],
    [e + c, f + d],
    [e + a + c, f + b + d],
  ])
}

function times(a: Matrix, b: Matrix | null): Matrix {
  if (!b) return a
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

/** Small squares go to `squares`. */
function boxesOfPath([paint, [path]]: Path, matrix: Matrix, squares: Box[]): Box[] {
  if (!path || paint === OPS.endPath) return []
  const isFilled = paint !== OPS.stroke && paint !== OPS.closeStroke
  const boxes: Box[] = []
  for (const points of straightParts(path, matrix)) {
    const whole = boxAround(points)
    if (isThin(whole)) boxes.push(whole)
    else if (!isFilled && isSmallSquare(whole)) squares.push(...(isUpright(points) ? [whole] : []))
    else if (!isFilled) boxes.push(...sidesOf(points).filter(isThin))
  }
  return boxes
}

/** The points of the parts of a path that are drawn without curves. */
function straightParts(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): [number, number][][] {
  const parts: [number, number][][] = []
  let isStraight = true
  for (let i = 0; i < path.length; ) {
    const kind = path[i]!
    const [x = 0, y = 0] = [path[i + 1], path[i + 2]]
    const point: [number, number] = [a * x + c * y + e, b * x + d * y + f]
    if (kind === MOVE) {
      if (!isStraight) parts.pop()
      parts.push([point])
      isStraight = true
    }
    if (kind === LINE) parts.at(-1)?.push(point)
    if (kind === CURVE || kind === QUADRATIC) isStraight = false
    i += kind === CURVE ? 7 : kind === QUADRATIC ? 5 : kind === MOVE || kind === LINE ? 3 : 1
  }
  if (!isStraight) parts.pop()
  return parts
}

function sidesOf(points: [number, number][]): Box[] {
  return points.map((point, i) => boxAround([point, points[(i + 1) % points.length]!]))
}

function boxAround(points: [number, number][]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

function isThin({ left, bottom, right, top }: Box): boolean {
  const [width, height] = [right - left, top - bottom]
  return Math.min(width, height) <= THICKEST && Math.max(width, height) >= SHORTEST
}

/** Points: a square that is no larger and stands alone is one to be ticked, and parts no text; beside others it is a cell of digits. */
const LARGEST_TICKED = 14

function isSmallSquare({ left, bottom, right, top }: Box): boolean {
  const [width, height] = [right - left, top - bottom]
  return Math.max(width, height) <= LARGEST_TICKED && Math.abs(width - height) <= THICKEST
}

/** The cross in a square is none. */
function isUpright(points: [number, number][]): boolean {
  return (
    points.length > 2 &&
    sidesOf(points).every(({ left, right, bottom, top }) => Math.min(right - left, top - bottom) < 1)
  )
}

/** A square may be drawn twice, once filled with white. */
function standsAlone(square: Box, squares: readonly Box[]): boolean {
  return !squares.some((other) => !isSame(square, other) && touches(square, other))
}

function isSame(a: Box, b: Box): boolean {
  return Math.abs(a.left - b.left) <= NEAR && Math.abs(a.bottom - b.bottom) <= NEAR
}

function touches(a: Box, b: Box): boolean {
  const isAt = (from: number, to: number, other: { from: number; to: number }) =>
    from <= other.to + NEAR && other.from <= to + NEAR
  return isAt(a.left, a.right, { from: b.left, to: b.right }) && isAt(a.bottom, a.top, { from: b.bottom, to: b.top })
}

function sidesOfBox({ left, bottom, right, top }: Box): Box[] {
  return sidesOf([
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ])
}

function turnBox({ left, bottom, right, top }: Box, degrees: number): Box {
  return degrees === 0
    ? { left, bottom, right, top }
    : boxAround([turn(left, bottom, degrees), turn(right, top, degrees)])
}

/** Lines on the same height that meet, as one. */
function joined(rulings: Ruling[]): Ruling[] {
  const heights: Ruling[][] = []
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const height = heights.at(-1)
    if (height && ruling.at - height[0]!.at <= NEAR) height.push(ruling)
    else heights.push([ruling])
  }
  return heights.flatMap((height) => {
    const { at } = height[0]!
    const whole: Ruling[] = []
    for (const { from, to } of height.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1)
      if (last && from <= last.to + NEAR) last.to = Math.max(last.to, to)
      else whole.push({ at, from, to })
    }
    return whole
  })
}

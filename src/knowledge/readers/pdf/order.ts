type Placed = { x: number; right: number; y: number; size: number }

/** On a page with more lines than this they stay as the file has them: it is a drawing, and each line is compared with each. */
const MOST_LINES = 1_500

/**
 * The lines of a page from the top down. Files write columns one after the other, and this stays; but a line goes after
 * every line that stands above it over the same stretch of the page, whichever was written first.
 */
export function fromTopDown<Line extends Placed>(lines: Line[]): Line[] {
  if (lines.length > MOST_LINES) return lines
  const above = lines.map((line) => lines.flatMap((other, i) => (isAbove(other, line) ? [i] : [])))
  if (above.every((others, i) => others.every((other) => other < i))) return lines
  const ordered: Line[] = []
  const waiting = above.map((others) => others.length)
  const below = lines.map((): number[] => [])
  for (const [i, others] of above.entries()) for (const other of others) below[other]!.push(i)
  while (ordered.length < lines.length) {
    const next = waiting.indexOf(0)
    ordered.push(lines[next]!)
    waiting[next] = -1
    for (const i of below[next]!) waiting[i]! -= 1
  }
  return ordered
}

function isAbove(a: Placed, b: Placed): boolean {
  if (a.y - b.y <= Math.min(a.size, b.size) * 0.5) return false
  const shared = Math.min(a.right, b.right) - Math.max(a.x, b.x)
  return shared > Math.min(a.right - a.x, b.right - b.x) * 0.1
}

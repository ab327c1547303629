import type { Unread } from '../result.ts'
import { UnreadList } from '../source.ts'
import { UNKNOWN_LETTER } from './letters.ts'
import type { Line } from './lines.ts'
import type { Box } from './rulings.ts'

/** What stands on the pages of a file, as far as it tells what was not read. */
export type Seen = {
  pages: number
  withText: ReadonlySet<number>
  damaged: ReadonlySet<number>
  /** Where pictures are, by the page. */
  pictures: ReadonlyMap<number, Box[]>
  /** How many pictures the file holds, for those of which nobody can tell where they are. */
  images: number
  lines: readonly Line[]
}

/** Signs and bullets are smaller, in points. */
const SMALLEST_PICTURE = 24
/** A picture at one place of so many pages is an emblem or a background, and told once. */
const FEWEST_REPEATS = 3

/** What of the pages was not read, page by page. */
export function unreadIn({ pages, withText, damaged, pictures, images, lines }: Seen): Unread[] {
  const unread = new UnreadList()
  const shown = onceEach(pictures)
  for (let number = 1; number <= pages; number++) {
    const at = { kind: 'page', number } as const
    if (damaged.has(number)) unread.add('damaged-pages', at)
    else if (!withText.has(number)) unread.add('pages-without-text', at)
    else unread.add('images', at, shown.get(number) ?? 0)
  }
  for (const { page, text } of lines)
    unread.add('letters', { kind: 'page', number: page }, text.split(UNKNOWN_LETTER).length - 1)
  if (shown.size === 0) unread.add('images', undefined, images)
  return unread.all()
}

/** How many pictures are on each page that has some, those that repeat on the first one only. */
function onceEach(pictures: Seen['pictures']): Map<number, number> {
  const all = [...pictures].flatMap(([page, boxes]) => boxes.map((box) => ({ page, box, key: keyOf(box) })))
  const pagesOf = Map.groupBy(all, ({ key }) => key)
  const counts = new Map<number, number>()
  for (const { page, box, key } of all) {
    const same = pagesOf.get(key)!
    const isRepeated = same.length >= FEWEST_REPEATS && same[0]!.page !== page
    counts.set(page, (counts.get(page) ?? 0) + (isRepeated || isSmall(box) ? 0 : 1))
  }
  return counts
}

function keyOf({ left, bottom, right, top }: Box): string {
  return [left, bottom, right, top].map(Math.round).join(' ')
}

function isSmall({ left, bottom, right, top }: Box): boolean {
  return right - left < SMALLEST_PICTURE || top - bottom < SMALLEST_PICTURE
}

import type { Ruling } from './rulings.ts'
import type { UprightItem } from './turned.ts'

/** How wide letters are beside one another; what an item holds is measured by its own width. */
const WIDE = /[ШЩЖЮФМШМWM@%шщжюфмwm]/u
const NARROW = /[\s.,:;'|ijlItfrіјIЈ()[\]!-]/u

const widthOf = (letter: string) =>
  NARROW.test(letter) ? 0.5 : WIDE.test(letter) ? 1.5 : /\p{Lu}/u.test(letter) ? 1.25 : 1

/** How far from a drawn line the space may be that it falls into, in sizes of letters. */
const REACH = 1.2

/**
 * An item of text that runs over lines drawn between its words: narrow cells stand so near to one another that what writes the file, or
 * what reads it, joined them. It is parted at the spaces nearest to the lines; a word is never cut.
 */
export function parted<T extends UprightItem>(item: T, cuts: readonly Ruling[]): T[] {
  const within = cuts
    .map(({ at }) => at)
    .filter((at) => at > item.x + item.size * 0.3 && at < item.right - item.size * 0.3)
  if (within.length === 0 || !/\S\s+\S/u.test(item.text)) return [item]
  const spaces = spacesOf(item)
  const chosen = new Set<(typeof spaces)[number]>()
  for (const at of within) {
    const nearest = spaces.toSorted((a, b) => Math.abs(a.x - at) - Math.abs(b.x - at))[0]
    if (nearest && Math.abs(nearest.x - at) <= item.size * REACH) chosen.add(nearest)
  }
  const places = [...chosen].toSorted((a, b) => a.from - b.from)
  return [...places, null].map((end, n) => {
    const start = places[n - 1]
    return {
      ...item,
      text: item.text.slice(start?.to ?? 0, end?.from ?? item.text.length),
      x: start ? start.right : item.x,
      right: end ? end.left : item.right,
    }
  })
}

type Space = { from: number; to: number; left: number; right: number; x: number }

function spacesOf({ text, x, right }: UprightItem): Space[] {
  const places = [x]
  const widths = Array.from({ length: text.length }, (_, at) => widthOf(text[at]!))
  const scale = (right - x) / widths.reduce((sum, width) => sum + width, 0)
  for (const width of widths) places.push(places.at(-1)! + width * scale)
  return Array.from(text.matchAll(/(?<=\S)\s+(?=\S)/gu), ({ 0: blank, index }): Space => {
    const [left, end] = [places[index]!, places[index + blank.length]!]
    return { from: index, to: index + blank.length, left, right: end, x: (left + end) / 2 }
  })
}

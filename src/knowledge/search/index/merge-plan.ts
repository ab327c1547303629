import { MOST_PASSAGES } from './segment.ts'

/** How many segments there are before some are merged: each costs a question a search for each of its terms. */
export const MOST_SEGMENTS = 10

/** What a plan needs to know of a segment: passages that it holds, and how many of them are withdrawn. */
export type Size = { passages: number; withdrawn: number }

/**
 * The run of neighbouring segments to be written anew as one (from, to: one past the last), or `null` while nothing needs to
 * be. Where there are too many, the run that costs least for each segment it saves: so each passage is copied a handful of
 * times however many publications there are. A segment that is withdrawn by half is written anew alone.
 */
export function planMerge(segments: readonly Size[], most = MOST_SEGMENTS, largest = MOST_PASSAGES): Run | null {
  const stale = segments.findIndex(({ passages, withdrawn }) => 2 * withdrawn >= passages)
  if (stale >= 0) return { from: stale, to: stale + 1 }
  if (segments.length <= most) return null
  const [first, ...others] = runs(segments, largest)
  if (!first) return null
  const { from, to } = others.reduce((cheapest, run) => (run.price < cheapest.price ? run : cheapest), first)
  return { from, to }
}

export type Run = { from: number; to: number }

/** Every run of two or more that fits into one segment, and what it costs for each segment saved: passages written. */
function runs(segments: readonly Size[], largest: number): (Run & { price: number })[] {
  return segments.flatMap((_, from) => {
    const found: (Run & { price: number })[] = []
    let passages = 0
    for (let to = from + 1; to <= segments.length; to++) {
      const { passages: more, withdrawn } = segments[to - 1]!
      passages += more - withdrawn
      if (passages > largest) break
      if (to - from >= 2) found.push({ from, to, price: passages / (to - from - 1) })
    }
    return found
  })
}

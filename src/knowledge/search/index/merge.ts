import { SegmentEncoder } from './encode.ts'
import { type Segment, termAt, termCount } from './segment.ts'

/** A segment to be merged, 1 at the places of what is left out. */
export type Merged = { segment: Segment; withdrawn: Uint8Array | null }

/** Terms between two stops. */
const AT_ONCE = 500

/**
 * One segment of several, which come by the numbers of their passages, without what was withdrawn. Stops now and then, so
 * that whoever has something else to do can do it meanwhile.
 */
export function* mergeSegments(parts: readonly Merged[]): Generator<void, Uint8Array> {
  const { encoder, newPlaces } = startOf(parts)
  const next = parts.map(() => 0)
  for (let done = 1; ; done++) {
    const term = firstTerm(parts, next)
    if (term === null) return encoder.finish()
    const places: number[] = []
    const counts: number[] = []
    for (const [i, { segment }] of parts.entries()) {
      if (next[i]! >= termCount(segment) || termAt(segment, next[i]!) !== term) continue
      takePostings(segment, next[i]!, newPlaces[i]!, places, counts)
      next[i]! += 1
    }
    if (places.length > 0) encoder.term(term, places, counts)
    if (done % AT_ONCE === 0) yield
  }
}

/** An encoder for the passages that stay, and where each will stand, −1 for the others. */
function startOf(parts: readonly Merged[]): { encoder: SegmentEncoder; newPlaces: Int32Array[] } {
  const passages: number[] = []
  const lengths: number[] = []
  const newPlaces = parts.map(({ segment, withdrawn }) =>
    Int32Array.from(segment.passages, (passage, place) => {
      if (withdrawn?.[place] === 1) return -1
      lengths.push(segment.lengths[place]!)
      return passages.push(passage) - 1
    }),
  )
  return { encoder: new SegmentEncoder(passages, lengths), newPlaces }
}

/** The first of the terms that come next in each, or `null` at the end of all. */
function firstTerm(parts: readonly Merged[], next: readonly number[]): string | null {
  let first: string | null = null
  for (const [i, { segment }] of parts.entries()) {
    if (next[i]! >= termCount(segment)) continue
    const term = termAt(segment, next[i]!)
    if (first === null || term < first) first = term
  }
  return first
}

function takePostings(segment: Segment, term: number, newPlaces: Int32Array, places: number[], counts: number[]): void {
  const end = segment.postingStarts[term + 1]!
  for (let at = segment.postingStarts[term]!; at < end; at++) {
    const place = newPlaces[segment.places[at]!]!
    if (place < 0) continue
    places.push(place)
    counts.push(segment.counts[at]!)
  }
}

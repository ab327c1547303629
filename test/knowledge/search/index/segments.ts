import fc from 'fast-check'
import { SegmentBuilder } from '../../../../src/knowledge/search/index/build.ts'
import { decodeSegment } from '../../../../src/knowledge/search/index/decode.ts'
import { mergeSegments } from '../../../../src/knowledge/search/index/merge.ts'
import { markWithdrawn, PassageIndex } from '../../../../src/knowledge/search/index/passage-index.ts'
import type { Segment } from '../../../../src/knowledge/search/index/segment.ts'

/** A passage of a property: its number, and its terms with repetitions. */
export type Passage = { number: number; terms: string[] }

/** Few terms, so that passages share them; some lie next to each other, one holds half of a character. */
const term = fc.constantFrom('a', 'ab', 'abc', 'abd', 'b', ' lap', 'plan', 'lan ', '\ud83d', 'ž', '')

/** Passages by ascending numbers with gaps, some without terms, some with many. */
export const passages = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 300 }), terms: fc.array(term, { maxLength: 12 }) }), {
    maxLength: 40,
  })
  .map((all) => {
    let number = 0
    return all.map(({ gap, terms }): Passage => {
      number += gap
      return { number, terms }
    })
  })

export const values = fc
  .array(fc.tuple(term, fc.double({ min: 0, max: 9, noNaN: true })), { maxLength: 8 })
  .map((pairs) => new Map(pairs))

export function bytesOf(all: readonly Passage[]): Uint8Array {
  const builder = new SegmentBuilder()
  for (const { number, terms } of all) builder.add(number, terms)
  return builder.finish()
}

export function segmentOf(all: readonly Passage[]): Segment {
  return decodeSegment(bytesOf(all))
}

/** What one fresh segment of these passages gives. */
export function freshIndex(all: readonly Passage[]): PassageIndex {
  return new PassageIndex([{ segment: segmentOf(all), withdrawn: [] }])
}

export function merged(segments: readonly { segment: Segment; withdrawn: readonly number[] }[]): Segment {
  const parts = segments.map(({ segment, withdrawn }) => ({ segment, withdrawn: markWithdrawn(segment, withdrawn) }))
  const merging = mergeSegments(parts)
  for (;;) {
    const { done, value } = merging.next()
    if (done) return decodeSegment(value)
  }
}

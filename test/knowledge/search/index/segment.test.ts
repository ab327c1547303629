import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SegmentBuilder } from '../../../../src/knowledge/search/index/build.ts'
import { decodeSegment, UnreadableSegment } from '../../../../src/knowledge/search/index/decode.ts'
import { FORMAT, HEAD_BYTES } from '../../../../src/knowledge/search/index/encode.ts'
import {
  findPassage,
  findTerm,
  MOST_PASSAGES,
  type Segment,
  termAt,
  termCount,
} from '../../../../src/knowledge/search/index/segment.ts'
import { bytesOf, type Passage, passages, segmentOf } from './segments.ts'

/** What a segment says, as the passages it was made of: their lengths and counts. */
function told(segment: Segment): { number: number; length: number; counts: Record<string, number> }[] {
  return Array.from(segment.passages, (number, place) => {
    const counts: Record<string, number> = {}
    for (let term = 0; term < termCount(segment); term++)
      for (let at = segment.postingStarts[term]!; at < segment.postingStarts[term + 1]!; at++)
        if (segment.places[at] === place) counts[termAt(segment, term)] = segment.counts[at]!
    return { number, length: segment.lengths[place]!, counts }
  })
}

function meant({ number, terms }: Passage) {
  const counts: Record<string, number> = {}
  for (const term of terms) counts[term] = (counts[term] ?? 0) + 1
  return { number, length: terms.length, counts }
}

describe('a segment', () => {
  test('says what it was given', () => {
    fc.assert(
      fc.property(passages, (all) => {
        expect(told(segmentOf(all))).toEqual(all.map(meant))
      }),
    )
  })

  test('has its terms in order, each found under its number, and no others', () => {
    fc.assert(
      fc.property(passages, fc.string({ maxLength: 5 }), (all, other) => {
        const segment = segmentOf(all)
        const terms = Array.from({ length: termCount(segment) }, (_, i) => termAt(segment, i))
        expect(terms).toEqual([...new Set(all.flatMap((one) => one.terms))].sort())
        expect(terms.map((term) => findTerm(segment, term))).toEqual([...terms.keys()])
        expect(findTerm(segment, other)).toBe(terms.indexOf(other))
        expect(all.map(({ number }) => findPassage(segment, number))).toEqual([...all.keys()])
        expect(findPassage(segment, 100_000)).toBe(-1)
      }),
    )
  })

  test('counts up to what a byte holds', () => {
    const segment = segmentOf([{ number: 7, terms: Array.from({ length: 1_000 }, () => 'lap ') }])
    expect(told(segment)).toEqual([{ number: 7, length: 1_000, counts: { 'lap ': 255 } }])
  })

  test('holds as many passages and terms as fit, and refuses more of them, out of order, or too long', () => {
    const many = Array.from({ length: MOST_PASSAGES }, (_, i) => ({ number: 3 * i, terms: ['plan'] }))
    expect(segmentOf(many).places).toHaveLength(MOST_PASSAGES)
    expect(() => bytesOf([...many, { number: 200_000, terms: [] }])).toThrow('32768 passages at most')
    const terms = Array.from({ length: 60_000 }, (_, i) => `t${i}`)
    expect(termCount(segmentOf([{ number: 2 ** 31 - 1, terms }]))).toBe(60_000)
    expect(() => bytesOf([{ number: 1, terms: ['x'.repeat(256)] }])).toThrow('255 code units at most')
    const builder = new SegmentBuilder()
    builder.add(5, [])
    expect(() => builder.add(5, [])).toThrow('ascending')
  })

  test('takes little more than a byte for a posting', () => {
    const all = Array.from({ length: 2_000 }, (_, i) => ({
      number: i,
      terms: Array.from({ length: 50 }, (_, n) => `${(i * 7 + n * n) % 500}`),
    }))
    const bytes = bytesOf(all)
    expect(bytes.length / decodeSegment(bytes).places.length).toBeLessThan(1.2)
  })
})

describe('bytes that are no segment', () => {
  const whole = bytesOf([
    { number: 3, terms: ['plan', 'lan ', 'plan'] },
    { number: 900, terms: ['ab', 'plan'] },
  ])

  /** The checksum made right again, as if it had been written so. */
  const sealed = (bytes: Uint8Array) => {
    if (bytes.length < HEAD_BYTES) return bytes
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(1, crc32(bytes.subarray(HEAD_BYTES)))
    return bytes
  }

  test('one flipped bit anywhere is noticed', () => {
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const bytes = whole.slice()
      bytes[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => decodeSegment(bytes)).toThrow(UnreadableSegment)
    }
  })

  test('any end cut off, and anything added, is noticed', () => {
    for (let length = 0; length < whole.length; length++)
      expect(() => decodeSegment(whole.subarray(0, length))).toThrow(UnreadableSegment)
    expect(() => decodeSegment(Uint8Array.from([...whole, 0]))).toThrow(UnreadableSegment)
  })

  test('even with a right checksum anything is either whole or refused, in little time and memory', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 9 })).map(([at, put]) => {
        const bytes = new Uint8Array(Math.max(whole.length, at + put.length))
        bytes.set(whole)
        bytes.set(put, at)
        return bytes
      }),
    )
    fc.assert(
      fc.property(anything, (bytes) => {
        if (bytes.length > 0) bytes[0] = FORMAT
        try {
          checkWhole(decodeSegment(sealed(bytes)))
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableSegment)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('a later format is told from damage', () => {
    const later = whole.slice()
    later[0] = FORMAT + 1
    expect(() => decodeSegment(later)).toThrow(expect.objectContaining({ isNewer: true }))
    later[0] = 0
    expect(() => decodeSegment(later)).toThrow(expect.objectContaining({ isNewer: false }))
  })
})

/** Nothing in it points outside, and everything is in order. */
function checkWhole(segment: Segment): void {
  const rising = (numbers: ArrayLike<number>, from = 0, to = numbers.length) => {
    for (let i = from + 1; i < to; i++) expect(numbers[i]!).toBeGreaterThan(numbers[i - 1]!)
  }
  rising(segment.passages)
  expect(segment.lengths).toHaveLength(segment.passages.length)
  for (let term = 0; term < termCount(segment); term++) {
    const [start, end] = [segment.postingStarts[term]!, segment.postingStarts[term + 1]!]
    expect(end).toBeGreaterThan(start)
    rising(segment.places, start, end)
    expect(segment.places[end - 1]!).toBeLessThan(segment.passages.length)
    expect(Math.min(...segment.counts.subarray(start, end))).toBeGreaterThan(0)
    if (term > 0) expect(termAt(segment, term) > termAt(segment, term - 1)).toBe(true)
  }
}

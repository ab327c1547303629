import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuse } from '../../../src/knowledge/search/fusion.ts'

const rankings = fc.array(
  fc.record({ chunkIds: fc.uniqueArray(fc.integer({ min: 1, max: 50 })), weight: fc.double({ min: 0.1, max: 2 }) }),
)

test('one lane alone keeps its order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), (chunkIds) => {
      expect(fuse([{ chunkIds, weight: 0.5 }])).toEqual(chunkIds)
    }),
  )
})

test('what any lane found is there once, and nothing else', () => {
  fc.assert(
    fc.property(rankings, (lanes) => {
      const fused = fuse(lanes)
      expect(new Set(fused)).toEqual(new Set(lanes.flatMap((lane) => lane.chunkIds)))
      expect(new Set(fused).size).toBe(fused.length)
    }),
  )
})

test('a passage that stands above another in every lane stands above it in the end', () => {
  fc.assert(
    fc.property(rankings, (lanes) => {
      const both = lanes.map((lane) => ({ ...lane, chunkIds: [101, ...lane.chunkIds, 102] }))
      const fused = fuse([{ chunkIds: [101, 102], weight: 1 }, ...both])
      expect(fused.indexOf(101)).toBeLessThan(fused.indexOf(102))
    }),
  )
})

test('a passage found by two lanes passes one that stands first in one of them', () => {
  const fused = fuse([
    { chunkIds: [1, 2, 3], weight: 1 },
    { chunkIds: [4, 5, 3], weight: 1 },
  ])
  expect(fused[0]).toBe(3)
})

test('a lane that counts little only lifts what others found', () => {
  const fused = fuse([
    { chunkIds: [1, 2], weight: 1 },
    { chunkIds: [9, 2], weight: 0.3 },
  ])
  expect(fused).toEqual([2, 1, 9])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_SEGMENTS, planMerge, type Size } from '../../../../src/knowledge/search/index/merge-plan.ts'

/** Carries plans out until there is none. Returns how many passages were written. */
function settle(sizes: Size[]): number {
  let written = 0
  for (let plan = planMerge(sizes); plan; plan = planMerge(sizes)) {
    const passages = sizes.slice(plan.from, plan.to).reduce((sum, size) => sum + size.passages - size.withdrawn, 0)
    written += passages
    sizes.splice(plan.from, plan.to - plan.from, ...(passages > 0 ? [{ passages, withdrawn: 0 }] : []))
  }
  return written
}

const fresh = (passages: number): Size => ({ passages, withdrawn: 0 })

test('few segments are left alone', () => {
  expect(planMerge([])).toBeNull()
  expect(planMerge(Array.from({ length: MOST_SEGMENTS }, () => fresh(1)))).toBeNull()
})

test('of many, small neighbours are merged, and the large ones are left', () => {
  const sizes = [fresh(9_000), fresh(8_000), ...Array.from({ length: 9 }, () => fresh(10))]
  expect(planMerge(sizes)).toEqual({ from: 2, to: 11 })
})

test('a segment withdrawn by half is written anew, one withdrawn whole is gone', () => {
  const sizes = [fresh(100), { passages: 100, withdrawn: 50 }, { passages: 7, withdrawn: 7 }]
  expect(planMerge(sizes)).toEqual({ from: 1, to: 2 })
  expect(settle(sizes)).toBe(50)
  expect(sizes).toEqual([fresh(100), fresh(50)])
})

test('whatever is published, there are never more segments than that, and each passage is written a few times', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 400 }), (published) => {
      const sizes: Size[] = []
      let written = 0
      for (const passages of published) {
        sizes.push(fresh(passages))
        written += settle(sizes)
        expect(sizes.length).toBeLessThanOrEqual(MOST_SEGMENTS)
      }
      const all = published.reduce((sum, passages) => sum + passages, 0)
      expect(sizes.reduce((sum, { passages }) => sum + passages, 0)).toBe(all)
      expect(written).toBeLessThanOrEqual(8 * all)
    }),
    { numRuns: 30 },
  )
})

test('segments that hold as much as one can are not merged any further', () => {
  const sizes = Array.from({ length: 15 }, () => fresh(30_000))
  expect(planMerge(sizes)).toBeNull()
  expect(planMerge([...sizes, fresh(5), fresh(6)])).toEqual({ from: 15, to: 17 })
})

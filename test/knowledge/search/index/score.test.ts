import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weight } from '../../../../src/knowledge/search/index/bm25.ts'
import { PassageIndex } from '../../../../src/knowledge/search/index/passage-index.ts'
import { bestPassages, scoresOf } from '../../../../src/knowledge/search/index/score.ts'
import { freshIndex, merged, type Passage, passages, segmentOf, values } from './segments.ts'

/** The formula, word for word, over the passages themselves. */
function byHand(all: readonly Passage[], asked: ReadonlyMap<string, number>): { passage: number; score: number }[] {
  const mean = all.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, all.length)
  return all
    .map(({ number, terms }) => {
      let score = 0
      for (const [term, value] of asked) {
        const count = terms.filter((one) => one === term).length
        if (count > 0) score += value * weight(count, terms.length, mean)
      }
      return { passage: number, score }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
}

/** What happens to an index: passages come, some go, some neighbours are merged. */
const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('publish' as const), count: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('withdraw' as const), every: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant('merge' as const), from: fc.nat(9), count: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 12 },
)

type Kept = { segment: ReturnType<typeof segmentOf>; withdrawn: number[] }

function happen(all: readonly Passage[], what: readonly Event[]) {
  const kept: Kept[] = []
  let inUse: Passage[] = []
  let next = 0
  for (const event of what) {
    if (event.kind === 'publish') {
      const fresh = all.slice(next, next + event.count)
      next += event.count
      kept.push({ segment: segmentOf(fresh), withdrawn: [] })
      inUse = [...inUse, ...fresh]
    } else if (event.kind === 'withdraw') {
      const gone = inUse.filter((_, i) => i % event.every === 0).map(({ number }) => number)
      for (const one of kept) one.withdrawn.push(...gone)
      inUse = inUse.filter(({ number }) => !gone.includes(number))
    } else {
      const run = kept.slice(event.from, event.from + event.count)
      if (run.length > 0) kept.splice(event.from, run.length, { segment: merged(run), withdrawn: [] })
    }
  }
  return { index: new PassageIndex(kept), inUse }
}

type Event =
  | { kind: 'publish'; count: number }
  | { kind: 'withdraw'; every: number }
  | { kind: 'merge'; from: number; count: number }

const most = fc.integer({ min: 1, max: 12 })

describe('the best passages', () => {
  test('are those of the formula', () => {
    fc.assert(
      fc.property(passages, values, most, (all, asked, limit) => {
        const right = byHand(all, asked)
        const found = bestPassages(freshIndex(all), asked, 100)
        expect(found.map(({ score }) => score)).toEqual(right.map(({ score }) => expect.closeTo(score, 9)))
        expect(found.map(({ passage }) => passage).sort()).toEqual(right.map(({ passage }) => passage).sort())
        expect(bestPassages(freshIndex(all), asked, limit)).toEqual(found.slice(0, limit))
      }),
    )
  })

  test('are the same, to the last digit, whatever was published, withdrawn and merged in whatever order', () => {
    fc.assert(
      fc.property(passages, events, values, most, (all, what, asked, limit) => {
        const { index, inUse } = happen(all, what)
        const fresh = freshIndex(inUse)
        expect(bestPassages(index, asked, limit)).toEqual(bestPassages(fresh, asked, limit))
        expect([index.passages, index.meanLength]).toEqual([fresh.passages, fresh.meanLength])
        const terms = [...new Set(all.flatMap((one) => one.terms)), 'nowhere']
        expect(terms.map((term) => index.count(term))).toEqual(terms.map((term) => fresh.count(term)))
        expect(all.map(({ number }) => index.has(number))).toEqual(all.map((one) => inUse.includes(one)))
      }),
      { numRuns: 300 },
    )
  })

  test('score what they score when they are asked for one by one', () => {
    fc.assert(
      fc.property(passages, events, values, (all, what, asked) => {
        const { index } = happen(all, what)
        const found = bestPassages(index, asked, 100)
        const again = scoresOf(
          index,
          asked,
          found.map(({ passage }) => passage),
        )
        expect(again).toEqual(found.map(({ score }) => score))
        expect(scoresOf(index, asked, [-5, 100_000])).toEqual([0, 0])
      }),
    )
  })

  test('of nothing, of an empty question and of all withdrawn are none', () => {
    const asked = new Map([['plan', 1]])
    expect(bestPassages(new PassageIndex([]), asked, 5)).toEqual([])
    const segment = segmentOf([{ number: 1, terms: ['plan'] }])
    expect(bestPassages(new PassageIndex([{ segment, withdrawn: [] }]), new Map(), 5)).toEqual([])
    const gone = new PassageIndex([{ segment, withdrawn: [1] }])
    expect(bestPassages(gone, asked, 5)).toEqual([])
    expect([gone.passages, gone.meanLength, gone.count('plan'), gone.has(1)]).toEqual([0, 0, 0, false])
  })
})

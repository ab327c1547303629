import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Difference, differencesBetween, type Passage } from '../../../src/knowledge/material/differences.ts'
import { runs } from '../../support/runs.ts'

const under = (heading: string, text: string): Passage => ({ headings: [heading], text })
const OPENING = under('Увод', 'Савет заседа два пута годишње.')
const MEMBERS = under('Чланови', 'Савет има девет чланова, а председник сазива седнице.')

describe('two versions of a source', () => {
  test('what changed in a passage is told by words', () => {
    const now = under('Чланови', 'Савет има једанаест чланова, а председник сазива седнице.')
    const [same, changed] = differencesBetween([OPENING, MEMBERS], [OPENING, now])
    expect(same).toEqual({ kind: 'same', passage: OPENING })
    expect(changed).toMatchObject({ kind: 'changed', before: MEMBERS, after: now })
    expect((changed as Extract<Difference, { kind: 'changed' }>).runs).toEqual([
      { words: 'Савет има ', in: 'both' },
      { words: 'девет ', in: 'before' },
      { words: 'једанаест ', in: 'after' },
      { words: 'чланова, а председник сазива седнице.', in: 'both' },
    ])
  })

  test('a new passage before others under the same heading changes none of them', () => {
    const first = under('Увод', 'Ново је ово.')
    expect(differencesBetween([OPENING, MEMBERS], [first, OPENING, MEMBERS]).map(({ kind }) => kind)).toEqual([
      'added',
      'same',
      'same',
    ])
  })

  test('what is gone stands where it was, and what only moved is the same', () => {
    const last = under('Крај', 'Одлука ступа на снагу осмог дана.')
    expect(differencesBetween([OPENING, MEMBERS, last], [OPENING, last])).toEqual([
      { kind: 'same', passage: OPENING },
      { kind: 'gone', passage: MEMBERS },
      { kind: 'same', passage: last },
    ])
    expect(differencesBetween([OPENING, MEMBERS], [MEMBERS, OPENING]).every(({ kind }) => kind === 'same')).toBe(true)
  })

  test('both versions can be read from what is told of them, each passage once', () => {
    const passage = fc.record({
      headings: fc.array(fc.constantFrom('Увод', 'Чланови'), { maxLength: 2 }),
      text: fc
        .array(fc.constantFrom('савет ', 'град\n', '12, ', 'збор'), { maxLength: 8 })
        .map((words) => words.join('')),
    })
    const version = fc.array(passage, { maxLength: 12 })
    fc.assert(
      fc.property(version, version, (before, after) => {
        const told = differencesBetween(before, after)
        const side = (is: 'before' | 'after') =>
          told.flatMap((one): Passage[] => {
            if (one.kind === 'changed') return [one[is]]
            return one.kind === (is === 'before' ? 'added' : 'gone') ? [] : [one.passage]
          })
        expect(side('after')).toEqual(after)
        const sorted = (all: readonly Passage[]) => all.map((one) => JSON.stringify(one)).toSorted()
        expect(sorted(side('before'))).toEqual(sorted(before))
        for (const one of told)
          if (one.kind === 'changed')
            for (const is of ['before', 'after'] as const)
              expect(
                one.runs
                  .filter((run) => run.in === 'both' || run.in === is)
                  .map(({ words }) => words)
                  .join(''),
              ).toBe(one[is].text)
      }),
      runs(200),
    )
  })

  test('those with nothing in common are one beside the other, at once', () => {
    const text = (from: number) => Array.from({ length: 20_000 }, (_, i) => `реч${i * 2 + from}`).join(' ')
    const begun = performance.now()
    const [told] = differencesBetween([under('Све', text(0))], [under('Све', text(1))])
    expect(told).toMatchObject({ kind: 'changed', runs: [{ in: 'before' }, { in: 'after' }] })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})

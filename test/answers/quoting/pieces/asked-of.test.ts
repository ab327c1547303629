import { describe, expect, test } from 'vitest'
import { Coverage } from '../../../../src/answers/quoting/evidence.ts'
import { askedOf, markOf } from '../../../../src/answers/quoting/pieces/asked-of.ts'
import { bytesOf, encode } from '../../../../src/knowledge/search/encoder/encoder.ts'
import type { Hit } from '../../../../src/knowledge/search/search.ts'
import { foldedWords } from '../../../../src/language/fold.ts'

const about = (text: string) => encode(foldedWords(text))
const ASKED = {
  'ко усваја план': '1',
  'ко гласа за план на крају': '1',
  'колико чланова има савет': '2b',
  'шта пише у плану': '',
}
/** A passage asked for in these ways, as search gives it. */
const hit = (asked: Record<string, string>, ways = bytesOf(Object.keys(asked).map(about))) =>
  ({ chunk: { askedAs: Object.keys(asked), answeredIn: Object.values(asked) }, ways }) as unknown as Hit
const asking = (question: string) => new Coverage([], about(question))

test.each([
  [0, undefined, '1'],
  [2, 0, '3a'],
  [2, 25, '3z'],
  [2, 26, '3aa'],
  [2, 53, '3bb'],
])('the piece at %i, its row %s, is marked %s', (place, row, mark) => {
  expect(markOf(place, row)).toBe(mark)
})

describe('what the pieces of a passage are asked of', () => {
  test('is told by the ways that are like the question', () => {
    const who = askedOf(asking('ko na kraju usvaja plan'), hit(ASKED))!
    const many = askedOf(asking('од колико чланова је савет'), hit(ASKED))!
    expect(who.get('1')!).toBeGreaterThan(0.9)
    expect(many.get('2b')!).toBeGreaterThan(0.9)
    expect([...who.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  test.each([
    ['no way says which piece answers', asking('ко усваја план'), hit({ 'ко усваја план': '' })],
    ['it is not known what the question is about', new Coverage([]), hit(ASKED)],
    ['it is not known what the ways are about', asking('ко усваја план'), hit(ASKED, bytesOf([]))],
  ])('is not known where %s', (_, coverage, found) => {
    expect(askedOf(coverage, found)).toBeNull()
  })
})

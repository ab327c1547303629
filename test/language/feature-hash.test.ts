import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featureHash, pairHash } from '../../src/language/feature-hash.ts'
import { runs } from '../support/runs.ts'

test('a pair has the number of its beginnings with a space between them', () => {
  const word = fc.string({ maxLength: 8 })
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 6 }), (first, second, longest) => {
      const text = `${first.slice(0, longest)} ${second.slice(0, longest)}`
      expect(pairHash('p', first, second, longest)).toBe(featureHash('p', text))
    }),
    runs(200),
  )
})

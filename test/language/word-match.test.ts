import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Vocabulary } from '../../src/language/vocabulary.ts'
import { compareWords, indexWords, MetWords } from '../../src/language/word-match.ts'
import { runs } from '../support/runs.ts'

const WORDS =
  'plan plana planovi skupstina skupstine skupstinu skupstna savet saveta savett lap ko 12 porodica prodica'.split(' ')
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 7 }),
)
const words = fc.array(word, { minLength: 1, maxLength: 8 })

test('words are as like in a vocabulary as one by one, whatever else stands in it', () => {
  fc.assert(
    fc.property(words, words, words, (asked, text, others) => {
      const index = indexWords(asked)
      const vocabulary = new Vocabulary()
      const numbers = [...others, ...text].map((one) => vocabulary.numberOf(one)).slice(others.length)
      const likenesses = vocabulary.likenesses(index)
      const met = new MetWords(index)
      const present = numbers.map((number) => met.add(likenesses.of(number)))
      const expected = compareWords(indexWords(asked), text)
      expect(present).toEqual(expected.others)
      expect(index.words.map((_, at) => met.presence(at))).toEqual(expected.asked)
    }),
    runs(200),
  )
})

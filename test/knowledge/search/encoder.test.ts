import { describe, expect, test } from 'vitest'
import { centreOf, cosine, encode, packed } from '../../../src/knowledge/search/encoder/encoder.ts'
import { foldedWords } from '../../../src/language/fold.ts'

const aboutOf = (text: string) => encode(foldedWords(text))

describe('a vector of what a text is about', () => {
  test('has length 1, and is the same in every script', () => {
    const vector = aboutOf('Ко усваја план у нашој општини?')
    expect(cosine(vector, vector)).toBeCloseTo(1)
    expect(aboutOf('Ko usvaja plan u nasoj opstini')).toEqual(vector)
  })

  test('is of zeros where there is no word, and like nothing', () => {
    expect(cosine(aboutOf(''), aboutOf('план'))).toBe(0)
    expect(cosine(centreOf([]), aboutOf('план'))).toBe(0)
  })

  test('takes long texts by their first words', () => {
    const words = foldedWords('подаци о броју избеглих')
    const long = Array.from({ length: 100 }, () => words).flat()
    expect(encode([...long, 'станови'])).toEqual(encode(long))
  })
})

test('rows of another number are refused', () => {
  expect(() => packed(new Float32Array(3))).toThrow(RangeError)
})
